/**
 * Rows written while they come, however many: from the packets of the driver to whoever takes the bytes.
 *
 * Never more is held than a piece, what the driver has read at once, and what the sink has not passed on. When the sink
 * has enough, the connection's socket is not read any more, and the database waits.
 */
import type { ByteSink } from '../streamed.ts'
import type { Row, Statement, StreamWriter } from './db.ts'
import { collectYoung } from '../heap.ts'
import { sever } from './sever.ts'
import { type Packet, type PacketReader, queryPackets } from './packet-query.ts'

/** Bytes that are handed on at once. */
const PIECE = 64 * 1024
/** Beyond a piece, so that most rows fit behind one that is almost full. */
const CAPACITY = PIECE + 16 * 1024
/**
 * Bytes after which the buffers that the driver has read them into are collected: left to itself, V8 waits until the
 * objects that stand for them have become many, and tens of megabytes lie behind these.
 */
const COLLECTED = 8 * 1024 * 1024
/** Milliseconds after which rows are handed on, be they ever so few. */
const LINGER = 1000
/** Rows that the driver keeps ready, where they become values. */
const CELLS = 100

export interface StreamOptions {
  readonly writer: StreamWriter
  readonly sink: ByteSink
  /** Milliseconds in which the database may send nothing; while the sink has enough, they do not pass. */
  readonly silence: number
}

/** What is used of the driver's connection. */
interface DriverConnection {
  readonly stream: { pause(): unknown; resume(): unknown }
  query(options: object): { stream(options: object): RowStream }
}

interface RowStream extends AsyncIterable<Row> {
  destroy(reason: unknown): void
}

/**
 * @param connection - of the driver, verified; of no more use when this fails
 * @param isPacketwise - false: rows become values before they are written
 * @returns how many rows were written, after the sink has taken all of them
 * @throws the driver's error; why the sink takes no more; or what a row could not be written for
 */
export async function streamRows(
  connection: object,
  statement: Statement,
  { writer, sink, silence }: StreamOptions,
  isPacketwise: boolean,
): Promise<number> {
  const driver = connection as DriverConnection
  const pieces = new Pieces(writer, sink, isPacketwise ? driver.stream : undefined)
  const broken = Promise.withResolvers<never>()
  const onAbort = (): void => broken.reject(sink.signal.reason)
  const each = Math.min(LINGER, silence)
  let quiet = 0
  const timer = setInterval(() => {
    quiet = pieces.hadSign() ? 0 : quiet + each
    if (quiet >= silence) broken.reject(silentFor(silence))
    else if (!pieces.taken) pieces.flush()
  }, each)
  try {
    sink.signal.throwIfAborted()
    sink.signal.addEventListener('abort', onAbort)
    const write = isPacketwise ? writePackets : writeCells
    await Promise.race([write(driver, statement, pieces, broken.promise), broken.promise])
    // Or the connection would be left unread for whoever has it next.
    await Promise.race([pieces.taken, broken.promise])
    return pieces.count
  } catch (error) {
    sever(driver)
    throw error
  } finally {
    clearInterval(timer)
    sink.signal.removeEventListener('abort', onAbort)
  }
}

function writePackets(driver: DriverConnection, { sql, parameters }: Statement, pieces: Pieces): Promise<void> {
  return new Promise((resolve, reject) => {
    queryPackets(driver, { sql, parameters }, pieces, (error) => (error ? reject(error) : resolve()))
  })
}

async function writeCells(
  driver: DriverConnection,
  { sql, parameters }: Statement,
  pieces: Pieces,
  broken: Promise<never>,
): Promise<void> {
  const rows = driver.query({ sql, values: parameters, rowsAsArray: true }).stream({ highWaterMark: CELLS })
  broken.catch((reason: unknown) => rows.destroy(reason))
  for await (const row of rows) {
    pieces.cells(row)
    await pieces.taken
  }
  pieces.end()
}

/** As of a query that its time limit ended. */
function silentFor(milliseconds: number): Error {
  return Object.assign(new Error(`The database sent nothing for ${milliseconds} ms`), {
    code: 'PROTOCOL_SEQUENCE_TIMEOUT',
  })
}

/** Rows, put together to pieces of one size. */
class Pieces implements PacketReader<void> {
  readonly #writer: StreamWriter
  readonly #sink: ByteSink
  readonly #socket: DriverConnection['stream'] | undefined
  #bytes = Buffer.allocUnsafeSlow(CAPACITY)
  #end = 0
  /** Those that were given back: a new one each time would be most of the memory that is used. */
  readonly #spare: Buffer<ArrayBuffer>[] = []
  #uncollected = 0
  #count = 0
  #hadSign = false
  #taken: Promise<void> | undefined

  /** @param socket - that rows come from; it is not read while the sink has enough */
  constructor(writer: StreamWriter, sink: ByteSink, socket: DriverConnection['stream'] | undefined) {
    this.#writer = writer
    this.#sink = sink
    this.#socket = socket
    this.#add(Buffer.from(writer.head))
  }

  get count(): number {
    return this.#count
  }

  /** Resolves when the sink takes more; undefined while it does. */
  get taken(): Promise<void> | undefined {
    return this.#taken
  }

  row({ buffer, offset, end }: Packet): void {
    this.#makeRoom(this.#writer.room(end - offset))
    this.#end = this.#writer.write(buffer, offset, end, this.#bytes, this.#end)
    this.#count++
    this.#hadSign = true
    if (this.#end >= PIECE) this.flush()
  }

  cells(row: Row): void {
    this.#add(Buffer.from(this.#writer.fromCells(row)))
    this.#count++
    this.#hadSign = true
    if (this.#end >= PIECE) this.flush()
  }

  /** After the last row. */
  end(): void {
    this.flush()
  }

  /** Whether there was one since this was asked before; a sink that has enough is none of the database's silence. */
  hadSign(): boolean {
    const had = this.#hadSign || this.#taken !== undefined
    this.#hadSign = false
    return had
  }

  flush(): void {
    if (this.#end === 0) return
    const bytes = this.#bytes
    const taken = this.#sink.write(bytes.subarray(0, this.#end), () => this.#spare.push(bytes))
    this.#bytes = this.#spare.pop() ?? Buffer.allocUnsafeSlow(CAPACITY)
    this.#uncollected += this.#end
    this.#end = 0
    if (this.#uncollected >= COLLECTED) {
      this.#uncollected = 0
      collectYoung()
    }
    // What the driver has read already still comes, though the socket is not read.
    if (taken === undefined || this.#taken !== undefined) return
    this.#socket?.pause()
    this.#taken = this.#resumeAfter(taken)
  }

  async #resumeAfter(taken: Promise<void>): Promise<void> {
    await taken
    this.#taken = undefined
    this.#socket?.resume()
  }

  #add(bytes: Buffer): void {
    this.#makeRoom(bytes.length)
    this.#end += bytes.copy(this.#bytes, this.#end)
  }

  #makeRoom(room: number): void {
    if (this.#end + room <= this.#bytes.length) return
    this.flush()
    if (room > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(room)
  }
}
