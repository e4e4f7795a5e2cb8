/** What the database holds after a run, read beside the API. */
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { EDITED } from './book.ts'
import { type OutsideSum, readOutsideSums } from './outside-writer.ts'
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

/** @param url - of the database, without a proxy in between */
export async function readTruth(url: string): Promise<Truth> {
  const connection = await createConnection({ uri: url, supportBigNumbers: true, bigNumberStrings: true })
  const rows = async (sql: string): Promise<RowDataPacket[]> => (await connection.query<RowDataPacket[]>(sql))[0]
  try {
    return {
      cards: (await rows(`select id, credit, inuse, ${EDITED.join(', ')} from cc_card order by id`)).map(
        ({ id, credit, inuse, ...edited }) => ({ id: String(id), credit: toUnits(credit), inuse, edited }),
      ),
      refills: (await rows('select id, card_id, credit from cc_logrefill')).map((row) => logRow(row, 'credit')),
      payments: (await rows('select id, card_id, payment, id_logrefill from cc_logpayment')).map((row) => ({
        ...logRow(row, 'payment'),
        refill: String(row['id_logrefill']),
      })),
      // A FLOAT as text has the six digits that it keeps.
      charges: (await rows('select id, id_cc_card card_id, cast(amount as char) amount from cc_charge')).map((row) =>
        logRow(row, 'amount'),
      ),
      outside: await readOutsideSums(connection),
    }
  } finally {
    await connection.end()
  }
}

function logRow(row: RowDataPacket, amount: string): LogRow {
  return { id: String(row['id']), card: String(row['card_id']), units: toUnits(String(row[amount])) }
}
