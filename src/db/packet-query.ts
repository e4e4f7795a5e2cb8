/**
 * The driver's query, told what to do with each packet of a row.
 *
 * Its steps are replaced from the header of the rows on: descriptions of columns are counted and not read, because what
 * the columns are is known, and each row goes to a {@link PacketReader}.
 */
import * as mysql from 'mysql2'

/** What is used of the driver's packets. */
export interface Packet {
  readonly buffer: Buffer
  readonly offset: number
  readonly end: number
}

/** What is made of the packets of rows. */
export interface PacketReader<T> {
  /** @param packet - the driver's own, which the next row may use again */
  row(packet: Packet): void
  /** After the last row. */
  end(): T
}

interface DriverPacket extends Packet {
  isEOF(): boolean
}

/** A step of a query: takes a packet and says what takes the next one. */
type Step = (packet: DriverPacket, connection: DriverConnection) => Step | null | undefined

interface DriverConnection {
  format(sql: string, values: readonly unknown[]): string
  addCommand(command: DriverQuery): void
}

interface DriverQuery {
  _fieldCount: number
  _rows: unknown[]
  start: Step
  resultsetHeader: Step
  readField: Step
  done(): null
}

interface QueryOptions {
  readonly sql: string
  readonly timeout?: number
}

type Callback<T> = (error: (Error & { code?: string }) | null, result?: T) => void

const { createQuery } = mysql as unknown as {
  createQuery?: (sql: string, values: [], callback: () => void, config: object) => DriverQuery
}
const Query = createQuery?.('', [], () => {}, {}).constructor as
  | (new (options: QueryOptions, callback: Callback<unknown>) => DriverQuery)
  | undefined

/** Whether the driver's query has the steps that are replaced here. */
export const readsPackets = (['start', 'resultsetHeader', 'readField', 'done'] as const).every(
  (step) => typeof Query?.prototype[step] === 'function',
)

const PacketQuery = readsPackets && Query ? makePacketQuery(Query) : undefined

function makePacketQuery(Base: NonNullable<typeof Query>) {
  return class extends Base {
    readonly #reader: PacketReader<unknown>
    #definitions = 0

    constructor(options: QueryOptions, reader: PacketReader<unknown>, callback: Callback<unknown>) {
      super(options, callback)
      this.#reader = reader
    }

    override start: Step = (packet, connection) => {
      Base.prototype.start.call(this, packet, connection)
      return this.#header
    }

    readonly #header: Step = (packet, connection) => {
      const next = Base.prototype.resultsetHeader.call(this, packet, connection)
      if (next !== this.readField) throw new Error('A statement was read although it returns no rows')
      return this.#definition
    }

    /** What the columns are is known; they are only counted. */
    readonly #definition: Step = () => (++this.#definitions < this._fieldCount ? this.#definition : this.#noDefinition)

    readonly #noDefinition: Step = (packet) => {
      if (!packet.isEOF()) throw new Error('The database described more columns than it had announced')
      return this.#row
    }

    readonly #row: Step = (packet) => {
      if (packet.isEOF()) {
        this._rows[0] = this.#reader.end()
        return this.done()
      }
      this.#reader.row(packet)
      return this.#row
    }
  }
}

/**
 * @param connection - of the driver, verified
 * @param options - with the milliseconds without a sign of the server after which the driver gives up; without, it waits
 * @throws Error where {@link readsPackets} is false
 */
export function queryPackets<T>(
  connection: object,
  { sql, parameters, ...options }: { sql: string; parameters: readonly unknown[]; timeout?: number },
  reader: PacketReader<T>,
  callback: Callback<T>,
): void {
  if (!PacketQuery) throw new Error('This version of the driver does not let its packets be read')
  const driver = connection as DriverConnection
  const query = new PacketQuery(
    { sql: driver.format(sql, parameters), ...options },
    reader,
    callback as Callback<unknown>,
  )
  driver.addCommand(query)
}
