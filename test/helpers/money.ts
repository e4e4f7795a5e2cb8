/** A refill and a charge over HTTP, and what the database holds afterwards. */
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { Resource } from '../../src/resources/resource.ts'
import type { Answer, TestApi } from './api.ts'
import { sampleRow } from './sample-row.ts'

export interface Moved {
  /** Status of the answer. */
  readonly refill: number
  /** `current_balance` as it stands in the answer, digit by digit. */
  readonly afterRefill: string | undefined
  readonly charge: number
  readonly afterCharge: string | undefined
  /** Of the card, as the database prints it; undefined where it has none. */
  readonly balance: string | undefined
  /** Amounts in the logs of the card. */
  readonly logrefill: readonly number[]
  readonly logpayment: readonly number[]
  readonly charges: readonly number[]
}

/**
 * Makes a card with a balance of 6506.00001, adds 5.25 and takes 1.5.
 *
 * @param fields - of the card, where the sample's will not do
 * @param amount - to take instead
 */
export async function moveMoney(
  api: TestApi,
  resources: ReadonlyMap<string, Resource>,
  fields: Readonly<Record<string, unknown>> = {},
  amount = '1.5',
): Promise<Moved> {
  const card = resources.get('card')
  if (!card) throw new Error('there are no cards')
  const hasBalance = card.columns.some(({ name }) => name === 'credit')
  const body = { ...sampleRow(card, 7), ...(hasBalance && { credit: '6506.00001' }), ...fields }
  const created = await api.request('POST', '/api/card/', { body })
  if (created.status !== 200) throw new Error(created.text)
  const { id } = created.json as { id: number }
  const refill = await api.request('POST', `/custom_api/refill/${id}`, { body: { credit: '5.25' } })
  const charge = await api.request('POST', `/custom_api/extra_charge/${id}`, { body: { amount } })

  const connection = await createConnection({ uri: api.database.url, rowsAsArray: true })
  const amounts = async (resource: string, moved: string, owner: string): Promise<number[]> => {
    const table = resources.get(resource)
    const known = table?.columns.filter(({ name }) => name === moved || name === owner).length === 2
    if (!table || !known) return []
    const sql = 'select ?? from ?? where ?? = ? order by id'
    const [rows] = await connection.query<RowDataPacket[]>(sql, [moved, table.table, owner, id])
    return rows.map((row) => Number(row[0]))
  }
  try {
    const balance = 'select cast(credit as char) from ?? where id = ?'
    const [[row]] = hasBalance ? await connection.query<RowDataPacket[]>(balance, [card.table, id]) : [[]]
    return {
      refill: refill.status,
      afterRefill: balanceIn(refill),
      charge: charge.status,
      afterCharge: balanceIn(charge),
      balance: row?.[0],
      logrefill: await amounts('logrefill', 'credit', 'card_id'),
      logpayment: await amounts('logpayment', 'payment', 'card_id'),
      charges: await amounts('charge', 'amount', 'id_cc_card'),
    }
  } finally {
    await connection.end()
  }
}

function balanceIn({ text }: Answer): string | undefined {
  return /"current_balance":([-\d.]+)/.exec(text)?.[1]
}
