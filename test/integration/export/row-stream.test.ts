/** Rows of any number, from a database to who takes them at a pace of their own. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PrivateServer } from '../../../scripts/mariadb/server.ts'
import { openDb } from '../../../src/db/connect.ts'
import type { Db, StreamWriter } from '../../../src/db/db.ts'
import type { ByteSink } from '../../../src/streamed.ts'
import { int, varchar } from '../../../src/resources/column-types.ts'
import { makeCsvRowWriter } from '../../../src/resources/csv-row-writer.ts'
import { describeDatabase, startTestServer } from '../../helpers/mariadb.ts'

const writer = makeCsvRowWriter([
  { name: 'id', type: int },
  { name: 'text', type: varchar(200, 'utf8mb4') },
])
const ROWS = 200_000
/** Some 24 MB. */
const statement = { sql: 'select id, text from rows_of_text order by id', parameters: [] }

/** Keeps what it is given; has enough whenever `isFull` says so, until {@link Taker.goOn}. */
class Taker implements ByteSink {
  readonly #aborting = new AbortController()
  #waiting: (() => void) | undefined
  #paused: Promise<void> | undefined
  bytes = 0
  readonly pieces: Buffer[] = []
  isFull: (taker: Taker) => boolean

  constructor(isFull: (taker: Taker) => boolean = () => false) {
    this.isFull = isFull
  }

  get signal(): AbortSignal {
    return this.#aborting.signal
  }

  get isWaiting(): boolean {
    return this.#waiting !== undefined
  }

  write(bytes: Buffer): Promise<void> | undefined {
    this.pieces.push(bytes)
    this.bytes += bytes.length
    if (!this.isFull(this)) return undefined
    return (this.#paused ??= new Promise((resolve) => (this.#waiting = resolve)))
  }

  goOn(): void {
    this.#waiting?.()
    this.#waiting = this.#paused = undefined
  }

  leave(): void {
    this.#aborting.abort(new Error('gone'))
  }

  get text(): string {
    return Buffer.concat(this.pieces).toString()
  }
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(20)
}

describeDatabase('a stream of rows', () => {
  let server: PrivateServer
  let observer: Connection
  let db: Db

  beforeAll(async () => {
    server = await startTestServer()
    observer = await createConnection(server.url('mysql'))
    await observer.query('create database test_stream')
    await observer.query('use test_stream')
    for (const engine of ['InnoDB', 'MyISAM']) {
      const table = engine === 'InnoDB' ? 'rows_of_text' : 'rows_of_myisam'
      await observer.query(`create table ${table} (id int primary key, text varchar(200)) engine=${engine}`)
      await observer.query(`insert into ${table} select seq, repeat(char(97 + seq % 26), 111) from seq_1_to_${ROWS}`)
    }
    db = openDb({ url: server.url('test_stream'), connectionLimit: 8, streamSilence: 600 })
  })
  afterAll(async () => {
    await db.close()
    await observer.end()
    await server.stop()
  })

  /** Of the statements that others run now, those with this text. */
  const running = async (text: string): Promise<number> => {
    const [found] = await observer.query<RowDataPacket[]>(
      'select id from information_schema.processlist where id <> connection_id() and info like ?',
      [`%${text}%`],
    )
    return found.length
  }

  it('is whole, and in order', async () => {
    const taker = new Taker()
    expect(await db.streamRows(statement, writer, taker)).toBe(ROWS)
    const lines = taker.text.split('\r\n')
    expect(lines.length).toBe(ROWS + 2)
    expect(lines[0]).toBe('id,text')
    expect(lines.slice(1, -1).every((line, index) => line.startsWith(`${index + 1},`))).toBe(true)
    expect(taker.pieces.length).toBeGreaterThan(100)
  })

  it('has its head though there are no rows', async () => {
    const taker = new Taker()
    const none = { sql: 'select id, text from rows_of_text where id < ?', parameters: [0] }
    expect(await db.streamRows(none, writer, taker)).toBe(0)
    expect(taker.text).toBe('id,text\r\n')
  })

  it('has rows as long as there are', async () => {
    const taker = new Taker()
    const long = { sql: `select 1, repeat('"', 300000) union all select 2, 'b'`, parameters: [] }
    expect(await db.streamRows(long, writer, taker)).toBe(2)
    expect(taker.text).toBe(`id,text\r\n1,"${'"'.repeat(600_000)}"\r\n2,b\r\n`)
  })

  it('waits for who has enough, for longer than the database may be silent, and goes on where it was', async () => {
    const taker = new Taker(({ bytes }) => bytes > 2 ** 20)
    const streaming = db.streamRows(statement, writer, taker)
    await until(() => taker.isWaiting)
    await delay(50)
    const { bytes } = taker
    await delay(1500)
    expect(taker.bytes).toBe(bytes)
    expect(bytes).toBeLessThan(2 ** 21)
    expect(await running('rows_of_text order by')).toBe(1)
    taker.isFull = () => false
    taker.goOn()
    expect(await streaming).toBe(ROWS)
    const all = new Taker()
    await db.streamRows(statement, writer, all)
    expect(taker.text).toBe(all.text)
  })

  it('is only done when all of it was taken, and leaves a connection that serves the next', async () => {
    const small = openDb({ url: server.url('test_stream'), connectionLimit: 1 })
    try {
      const taker = new Taker(() => true)
      let isDone = false
      const streaming = small.streamRows({ sql: `select 1, 'a'`, parameters: [] }, writer, taker)
      void streaming.then(() => (isDone = true))
      await until(() => taker.isWaiting)
      await delay(50)
      expect(isDone).toBe(false)
      taker.goOn()
      expect(await streaming).toBe(1)
      taker.isFull = () => false
      // The limits are the ordinary ones again.
      const limits = { sql: 'select @@session.max_statement_time, connection_id()', parameters: [] }
      const [before] = await small.readRows(limits)
      expect(before?.[0]).toBe(10)
      await small.streamRows(
        { sql: 'select @@session.max_statement_time, connection_id()', parameters: [] },
        writer,
        taker,
      )
      expect(taker.text).toMatch(/\r\n3600[.0]*,/)
      expect(await small.readRows(limits)).toEqual([before])
    } finally {
      await small.close()
    }
  })

  it('ends in the database when nobody takes it any more', async () => {
    const taker = new Taker(({ bytes }) => bytes > 2 ** 20)
    const streaming = db.streamRows(statement, writer, taker)
    await until(() => taker.isWaiting)
    taker.leave()
    await expect(streaming).rejects.toThrow('gone')
    await until(async () => (await running('rows_of_text order by')) === 0)
  })

  it('ends there before the first row, too', async () => {
    // A server that works notices nothing of a closed connection.
    const slow = { sql: `select benchmark(2000000000, md5('x')), 1`, parameters: [] }
    const taker = new Taker()
    const patient = openDb({ url: server.url('test_stream'), connectionLimit: 4 })
    try {
      const streaming = patient.streamRows(slow, writer, taker)
      await until(async () => (await running('benchmark(')) === 1)
      taker.leave()
      await expect(streaming).rejects.toThrow('gone')
      await until(async () => (await running('benchmark(')) === 0)
    } finally {
      await patient.close()
    }
    // The control: the statement of a connection that is only closed goes on.
    const other = await createConnection(server.url('test_stream'))
    other.query(slow.sql).catch(() => undefined)
    await until(async () => (await running('benchmark(')) === 1)
    ;(other as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    await delay(500)
    expect(await running('benchmark(')).toBe(1)
    const [[left]] = await observer.query<RowDataPacket[]>(
      `select id from information_schema.processlist where info like '%benchmark(%' and id <> connection_id()`,
    )
    await observer.query('kill ?', [left?.['id']])
  })

  it('ends, too, when all of it was read and its last piece is not taken', async () => {
    const taker = new Taker(() => true)
    const streaming = db.streamRows({ sql: `select 1, 'a'`, parameters: [] }, writer, taker)
    await until(() => taker.isWaiting)
    taker.leave()
    await expect(streaming).rejects.toThrow('gone')
  })

  it('is not begun for who has left', async () => {
    const taker = new Taker()
    taker.leave()
    await expect(db.streamRows(statement, writer, taker)).rejects.toThrow('gone')
    expect(taker.bytes).toBe(0)
  })

  it('is given up when the database is silent', async () => {
    const slow = { sql: 'select sleep(50), id from rows_of_text limit 1', parameters: [] }
    await expect(db.streamRows(slow, writer, new Taker())).rejects.toMatchObject({ code: 'database_busy' })
    await until(async () => (await running('sleep(50)')) === 0)
  })

  it('hands on rows that the database has sent, and does not wait for a piece of them', async () => {
    const patient = openDb({ url: server.url('test_stream'), connectionLimit: 4 })
    const taker = new Taker()
    try {
      const slow = {
        sql: 'select id, if(id < 300, text, sleep(50)) from rows_of_text where id < 301 order by id',
        parameters: [],
      }
      const streaming = patient.streamRows(slow, writer, taker)
      await until(() => taker.bytes > 0)
      expect(taker.text).toMatch(/^id,text\r\n1,b+\r\n2,c+\r\n/)
      taker.leave()
      await expect(streaming).rejects.toThrow('gone')
    } finally {
      taker.leave()
      await patient.close()
    }
  })

  it('fails when the connection breaks in the middle, and when a row cannot be written', async () => {
    const taker = new Taker(({ bytes }) => bytes > 2 ** 20)
    const streaming = db.streamRows(statement, writer, taker)
    await until(() => taker.isWaiting)
    const [[found]] = await observer.query<RowDataPacket[]>(
      `select id from information_schema.processlist where info like '%rows_of_text order by%' and id <> connection_id()`,
    )
    await observer.query('kill ?', [found?.['id']])
    taker.isFull = () => false
    taker.goOn()
    await expect(streaming).rejects.toMatchObject({ code: 'database_unavailable' })

    let rows = 0
    const failing: StreamWriter = {
      ...writer,
      write(...row) {
        if (++rows === 1000) throw new Error('This row cannot be read')
        return writer.write(...row)
      },
    }
    await expect(db.streamRows(statement, failing, new Taker())).rejects.toThrow('This row cannot be read')
    await until(async () => (await running('rows_of_text order by')) === 0)
    expect(await db.streamRows(statement, writer, new Taker())).toBe(ROWS)
  })

  it('fails with what the database says to the statement', async () => {
    const bad = { sql: 'select no_such_column from rows_of_text', parameters: [] }
    await expect(db.streamRows(bad, writer, new Taker())).rejects.toMatchObject({ code: 'database_unavailable' })
    const none = { sql: 'set @x = 1', parameters: [] }
    await expect(db.streamRows(none, writer, new Taker())).rejects.toThrow('returns no rows')
  })

  it('leaves connections for others', async () => {
    const stuck = [new Taker(() => true), new Taker(() => true)]
    const streams = stuck.map((taker) => db.streamRows(statement, writer, taker))
    await until(() => stuck.every(({ isWaiting }) => isWaiting))
    await expect(db.streamRows(statement, writer, new Taker())).rejects.toMatchObject({
      code: 'database_busy',
      message: 'At most 2 exports run at once; try again when one has ended.',
      headers: { 'Retry-After': '10' },
    })
    await Promise.all(Array.from({ length: 20 }, () => db.ping()))
    for (const taker of stuck) {
      taker.isFull = () => false
      taker.goOn()
    }
    expect(await Promise.all(streams)).toEqual([ROWS, ROWS])
    expect(await db.streamRows(statement, writer, new Taker())).toBe(ROWS)
  })

  describe('of a table that cannot roll back', () => {
    const stream = { sql: 'select id, text from rows_of_myisam order by id', parameters: [] }
    const update = { sql: `update rows_of_myisam set text = 'new' where id = ?`, parameters: [ROWS] }

    it.each([
      { neverWaits: true },
      // The control.
      { neverWaits: false },
    ])('lets others write while its client waits: $neverWaits', async ({ neverWaits }) => {
      await db.write({ sql: `update rows_of_myisam set text = 'old' where id = ?`, parameters: [ROWS] })
      const taker = new Taker(() => true)
      const streaming = db.streamRows(stream, writer, taker, { neverWaits })
      await until(() => taker.isWaiting)
      let isWritten = false
      const writing = db.write(update).then(() => (isWritten = true))
      if (neverWaits) await writing
      else {
        await until(async () => (await running('set text')) === 1)
        await delay(100)
        expect(isWritten).toBe(false)
      }
      expect(taker.pieces.length).toBeLessThan(20)
      taker.isFull = () => false
      taker.goOn()
      expect(await streaming).toBe(ROWS)
      await writing
      const lines = taker.text.split('\r\n')
      expect(lines.length).toBe(ROWS + 2)
      expect(lines.slice(1, -1).every((line, index) => line.startsWith(`${index + 1},`))).toBe(true)
      expect(lines.at(-2)).toBe(`${ROWS},old`)
    })

    it('ends when its client goes away, though the database has long been read', async () => {
      const taker = new Taker(() => true)
      const streaming = db.streamRows(stream, writer, taker, { neverWaits: true })
      await until(() => taker.isWaiting)
      await db.write(update)
      taker.leave()
      await expect(streaming).rejects.toThrow('gone')
    })

    it('fails where nothing can be kept for its client', async () => {
      vi.stubEnv('TMPDIR', '/no/such/folder')
      try {
        const streaming = db.streamRows(stream, writer, new Taker(() => true), { neverWaits: true })
        await expect(streaming).rejects.toThrow('cannot be kept in /no/such/folder')
      } finally {
        vi.unstubAllEnvs()
      }
    })

    it('gives whoever pauses now and then what the others get', async () => {
      const all = new Taker()
      await db.streamRows(stream, writer, all)
      const taker = new Taker(({ pieces }) => pieces.length % 7 === 0)
      const turns = setInterval(() => taker.goOn(), 1)
      expect(await db.streamRows(stream, writer, taker, { neverWaits: true })).toBe(ROWS)
      clearInterval(turns)
      expect(taker.text === all.text).toBe(true)
    })
  })
})
