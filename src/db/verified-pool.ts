/**
 * The one pool of connections, each with its session settings set and read back before anyone can borrow it.
 *
 * The check stands in the way to the connection, not in an event beside it: what was not verified cannot be used.
 */
import { createPool, type Pool, type PoolConnection, type PoolOptions } from 'mysql2'
import { ApiError } from '../errors.ts'
import type { ByteSink } from '../streamed.ts'
import type { Db, JsonRows, Row, RowWriter, Statement, StreamWriter } from './db.ts'
import { jsonOfRows, probe, queryJson } from './json-rows.ts'
import { readsPackets } from './packet-query.ts'
import { streamRows } from './row-stream.ts'
import { busy, fromConnectError, fromDriverError, isConnectionLost, unavailable } from './errors.ts'
import { Spool } from './spool.ts'
import { sever } from './sever.ts'
import type { SessionSettings } from './session-settings.ts'

export interface VerifiedPoolOptions {
  readonly driver: PoolOptions
  readonly settings: SessionSettings
  /** Milliseconds to wait for a connection when all are in use. */
  readonly acquireTimeout: number
  /** Milliseconds without a sign of the server after which a query is given up and its connection closed. */
  readonly silenceTimeout: number
  readonly streams: StreamLimits
}

export interface StreamLimits {
  /** How many may be open, so that connections are left for the rest. */
  readonly atOnce: number
  /** Those of a connection while it streams: a statement takes as long as who reads its rows. */
  readonly settings: SessionSettings
  /** Milliseconds without a row after which a stream is given up. */
  readonly silence: number
}

/** A borrowed connection: give it back with {@link release} once, whatever happened. */
export interface Loan {
  readonly connection: PoolConnection
  /** @throws what {@link fromDriverError} makes of the driver's error */
  query(sql: string, values: readonly unknown[], rowsAsArray: boolean): Promise<unknown>
  /** As {@link Db.readJson}. */
  readJson(statement: Statement, writer: RowWriter, limit: number): Promise<JsonRows>
  /** As {@link Db.streamRows}; of no more use when it fails. */
  streamRows(statement: Statement, writer: StreamWriter, sink: ByteSink): Promise<number>
  /** Back to the pool, or closed when the connection is of no more use. */
  release(): void
  /** Closed at once: its state is unknown. */
  destroy(): void
}

export class VerifiedPool {
  readonly #pool: Pool
  readonly #options: VerifiedPoolOptions
  readonly #verified = new WeakSet<PoolConnection>()
  #ended: Promise<void> | undefined
  #streams = 0
  /** Undefined until a connection has shown it. */
  #readsPackets: boolean | undefined = readsPackets ? undefined : false

  constructor(options: VerifiedPoolOptions) {
    this.#options = options
    this.#pool = createPool(options.driver)
  }

  /** @throws ApiError `database_busy` when none becomes free in time, `database_unavailable` when none can be opened */
  async borrow(): Promise<Loan> {
    const connection = await this.#acquire()
    const loan = this.#lend(connection)
    if (this.#verified.has(connection)) return loan
    try {
      const { settings } = this.#options
      await loan.query(settings.set, [], true)
      const rows = (await loan.query(settings.readBack, [], true)) as Row[]
      settings.assert(rows[0] ?? [])
    } catch (error) {
      loan.destroy()
      throw unavailable(error)
    }
    this.#verified.add(connection)
    if (this.#readsPackets === undefined) return this.#tryPackets(loan)
    return loan
  }

  /** @returns the loan, or another one where the driver has failed over this */
  async #tryPackets(loan: Loan): Promise<Loan> {
    try {
      this.#readsPackets = await probe(loan.connection, this.#options.silenceTimeout)
    } catch (error) {
      loan.destroy()
      throw unavailable(error)
    }
    if (this.#readsPackets) return loan
    loan.destroy()
    return this.borrow()
  }

  /** Closes every connection after what it is doing. */
  end(): Promise<void> {
    this.#ended ??= new Promise((resolve, reject) => {
      this.#pool.end((error) => (error ? reject(error) : resolve()))
    })
    return this.#ended
  }

  #acquire(): Promise<PoolConnection> {
    const { acquireTimeout } = this.#options
    return new Promise((resolve, reject) => {
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        reject(busy(new Error(`No database connection became free within ${acquireTimeout} ms`)))
      }, acquireTimeout)
      this.#pool.getConnection((error, connection) => {
        clearTimeout(timer)
        if (error) reject(fromConnectError(error))
        else if (isLate) connection.release()
        else resolve(connection)
      })
    })
  }

  /** Borrows a connection for one statement; see {@link Db.readJson}. */
  async readJson(statement: Statement, writer: RowWriter, limit: number): Promise<JsonRows> {
    const loan = await this.borrow()
    try {
      return await loan.readJson(statement, writer, limit)
    } finally {
      loan.release()
    }
  }

  /** Borrows a connection for one statement; see {@link Db.streamRows}. */
  readonly streamRows: Db['streamRows'] = async (statement, writer, sink, { neverWaits = false } = {}) => {
    const { atOnce } = this.#options.streams
    if (this.#streams >= atOnce) throw tooManyStreams(atOnce)
    this.#streams++
    const spool = neverWaits ? new Spool(sink) : undefined
    try {
      const count = await this.#stream(statement, writer, spool ?? sink)
      await spool?.end()
      return count
    } finally {
      this.#streams--
      await spool?.close()
    }
  }

  async #stream(statement: Statement, writer: StreamWriter, sink: ByteSink): Promise<number> {
    const { settings, streams } = this.#options
    const loan = await this.borrow()
    try {
      await loan.query(streams.settings.set, [], true)
      const count = await loan.streamRows(statement, writer, sink)
      // The rows are all there: a connection that cannot go back to what it was is closed, and nothing else is lost.
      await loan.query(settings.set, [], true).then(loan.release, loan.destroy)
      return count
    } catch (error) {
      loan.destroy()
      void this.#kill(loan.connection)
      throw error
    }
  }

  /** A server notices that nobody reads when it next sends a row, which may be long after, or never. */
  async #kill({ threadId }: PoolConnection): Promise<void> {
    const loan = await this.borrow().catch(() => undefined)
    await loan?.query('KILL ?', [threadId], true).catch(() => undefined)
    loan?.release()
  }

  #lend(connection: PoolConnection): Loan {
    const timeout = this.#options.silenceTimeout
    let isLost = false
    const described = (error: Error, sql: string): unknown => {
      isLost ||= isConnectionLost(error)
      // The driver's own copy has the values in it, and this error goes to the log.
      return fromDriverError(Object.assign(error, { sql }))
    }
    const query: Loan['query'] = (sql, values, rowsAsArray) =>
      new Promise((resolve, reject) => {
        connection.query({ sql, values: values as unknown[], rowsAsArray, timeout }, (error, result) => {
          if (error) reject(described(error, sql))
          else resolve(result)
        })
      })
    return {
      connection,
      query,
      readJson: async ({ sql, parameters }, writer, limit) => {
        if (this.#readsPackets === false) {
          return jsonOfRows((await query(sql, parameters, true)) as Row[], writer, limit)
        }
        return new Promise((resolve, reject) => {
          queryJson(connection, { sql, parameters, timeout }, writer, limit, (error, rows) => {
            if (error || !rows) reject(described(error ?? new Error('A query ended without rows'), sql))
            else resolve(rows)
          })
        })
      },
      streamRows: async (statement, writer, sink) => {
        const { silence } = this.#options.streams
        try {
          return await streamRows(connection, statement, { writer, sink, silence }, this.#readsPackets !== false)
        } catch (error) {
          throw error instanceof Error && error !== sink.signal.reason ? described(error, statement.sql) : error
        }
      },
      release: () => (isLost ? sever(connection) : connection.release()),
      destroy: () => sever(connection),
    }
  }
}

function tooManyStreams(atOnce: number): ApiError {
  const detail = `At most ${atOnce} ${atOnce === 1 ? 'export runs' : 'exports run'} at once; try again when one has ended.`
  return new ApiError('database_busy', detail, { headers: { 'Retry-After': '10' } })
}

/** What the driver answers to a statement that returns no rows; ids beyond 2^53 come as text. */
export function isOkPacket(result: unknown): result is OkPacket {
  return typeof result === 'object' && result !== null && 'affectedRows' in result && 'insertId' in result
}

interface OkPacket {
  readonly affectedRows: number | string
  readonly changedRows: number
  readonly insertId: number | string
}
