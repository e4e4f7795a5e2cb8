/** What the database holds after a run, read beside the API. */
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { EDITED } from './book.ts'
import type { OutsideSum } from './outside-writer.ts'
import { toUnits } from './units.ts'

export interface Truth {
  readonly cards: readonly CardRow[]
  readonly refills: readonly LogRow[]
  readonly payments: readonly PaymentRow[]
  readonly charges: readonly LogRow[]
  readonly outside: ReadonlyMap<string, OutsideSum>
}

export interface CardRow {
  readonly id: string
  /** In units of 0.00001, as all amounts here. */
  readonly credit: bigint
  readonly inuse: number
  /** The columns that clients change. */
  readonly edited: Readonly<Record<string, string>>
}

export interface LogRow {
  readonly id: string
  readonly card: string
  readonly units: bigint
}

export interface PaymentRow extends LogRow {
  /** The row of `cc_logrefill` that it belongs to. */
  readonly refill: string
}

/**
 * What A2Billing's tables hold, in the order of its numbers.
 *
 * @param connection - beside the API, without a proxy in between
 * @param above - only cards with a greater number, and what was done to them
 */
export async function readTruth(connection: Connection, above = 0): Promise<Omit<Truth, 'outside'>> {
  const rows = async (columns: string, table: string, card: string): Promise<RowDataPacket[]> =>
    (
      await connection.query<RowDataPacket[]>(
        `select ${columns} from ${table} where ${card} > ? order by ${table}.id`,
        [above],
      )
    )[0]
  // Amounts as text, whatever the connection makes of numbers; that of a FLOAT has the six digits that it keeps.
  const cards = await rows(`id, cast(credit as char) credit, inuse, ${EDITED.join(', ')}`, 'cc_card', 'id')
  const log = 'cast(id as char) id, cast(card_id as char) card, '
  const refills = await rows(`${log} cast(credit as char) amount`, 'cc_logrefill', 'card_id')
  const payments = await rows(
    `${log} cast(payment as char) amount, cast(id_logrefill as char) refill`,
    'cc_logpayment',
    'card_id',
  )
  const charges = await rows(
    'cast(id as char) id, cast(id_cc_card as char) card, cast(amount as char) amount',
    'cc_charge',
    'id_cc_card',
  )
  return {
    cards: cards.map(({ id, credit, inuse, ...edited }) => ({
      id: String(id),
      credit: toUnits(credit),
      inuse,
      edited,
    })),
    refills: refills.map(logRow),
    payments: payments.map((row) => ({ ...logRow(row), refill: row['refill'] })),
    charges: charges.map(logRow),
  }
}

function logRow(row: RowDataPacket): LogRow {
  return { id: row['id'], card: row['card'], units: toUnits(row['amount']) }
}
