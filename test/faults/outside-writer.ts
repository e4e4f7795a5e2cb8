/**
 * A2Billing's own programs, which know nothing of the API: calls begin (`inuse` + 1) and end (`inuse` - 1, the costs off
 * the balance), each by one relative UPDATE.
 *
 * They know for certain what they did. On InnoDB a row in a table of theirs is written in the same transaction, so that
 * it tells even of a COMMIT whose answer was lost. On MyISAM there is no such certainty when the database is killed;
 * there they are to be used in runs without that.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import type { Random } from '../../scripts/demo/seed/random.ts'
import { toDecimal, toUnits } from './units.ts'

export interface OutsideWriterOptions {
  /** Of A2Billing's database. */
  readonly url: string
  readonly cards: readonly string[]
  readonly random: Random
  readonly isOver: () => boolean
}

/** In a database of its own: what A2Billing does not have would count as drift. */
const DONE = 'outside.done'

/** Milliseconds between two updates: fewer than clients make, or little of their work would be left to see. */
const PAUSE_MS = 4

/** @param url - of the server, without a database */
export async function createOutsideTable(url: string): Promise<void> {
  const connection = await createConnection({ uri: url, multipleStatements: true })
  await connection.query(
    `create database outside; create table ${DONE} (id bigint auto_increment primary key, card bigint not null, ` +
      'credit decimal(15,5) not null, inuse int not null) engine = InnoDB',
  )
  await connection.end()
}

/** Writes until it is told that the run is over, through kills and restarts of the database. */
export async function runOutsideWriter(options: OutsideWriterOptions): Promise<void> {
  const { url, cards, random, isOver } = options
  while (!isOver()) {
    let connection: Connection | undefined
    try {
      connection = await createConnection({ uri: url })
      // Its end is met by the next statement.
      connection.on('error', () => undefined)
      while (!isOver()) {
        await callOnce(connection, random.pick(cards), random)
        await delay(PAUSE_MS)
      }
      await connection.end()
    } catch {
      // The database is gone, or chose this transaction to break a deadlock: what was not committed did not happen.
      connection?.destroy()
      await delay(20)
    }
  }
}

async function callOnce(connection: Connection, card: string, random: Random): Promise<void> {
  const credit = toDecimal(-BigInt(random.integer(1, 300_000)))
  for (const [change, inuse] of [
    ['0.00000', 1],
    [credit, -1],
  ] as const) {
    await connection.query('begin')
    await connection.query(
      'update cc_card set credit = credit + ?, inuse = inuse + ?, nbused = nbused + 1 where id = ?',
      [change, inuse, card],
    )
    await connection.query(`insert into ${DONE} (card, credit, inuse) values (?, ?, ?)`, [card, change, inuse])
    await connection.query('commit')
  }
}

export interface OutsideSum {
  readonly units: bigint
  readonly inuse: number
}

/** By card; cards that it did nothing to are missing. */
export async function readOutsideSums(connection: Connection): Promise<ReadonlyMap<string, OutsideSum>> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select cast(card as char) card, cast(sum(credit) as char) credit, cast(sum(inuse) as signed) inuse from ${DONE} group by card`,
  )
  return new Map(rows.map((row) => [row['card'], { units: toUnits(row['credit']), inuse: Number(row['inuse']) }]))
}
