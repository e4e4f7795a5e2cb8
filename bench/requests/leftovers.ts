/** What writing has left: the database is asked whether it is what was answered, and then made as it was. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { CONNECTIONS } from './load.ts'
import { AMOUNT } from './workloads.ts'

/** Requests of one server, in all rounds of a workload. */
export interface Answered {
  /** With a 2xx. */
  readonly good: number
  /** Loads that were put; each may have left a request for every connection whose answer nobody waited for. */
  readonly loads: number
}

/** The rows that each kind of write makes, and what its balance is made of. */
const TABLES = {
  groups: { counted: `select count(*) from cc_card_group where description = 'made by the benchmark'` },
  refills: { counted: 'select count(*) from cc_logrefill' },
} as const

export type Leaves = keyof typeof TABLES

export async function rowsMade(url: string, leaves: Leaves): Promise<number> {
  return on(url, (connection) => numberOf(connection, TABLES[leaves].counted))
}

/**
 * @param rows - made for these requests
 * @throws Error when there are fewer rows than were answered, or more than can have been asked for
 */
export function compareRows(what: string, rows: number, { good, loads }: Answered): void {
  const most = good + loads * CONNECTIONS
  if (rows >= good && rows <= most) return
  throw new Error(`${what}: ${rows} rows were made for ${good} answers, and at most ${most} can have been asked for`)
}

/** @throws Error when the balances are not what they were, and what the log rows say was added */
export async function assertBalances(url: string): Promise<void> {
  await on(url, async (connection) => {
    const [[row] = []] = await connection.query<RowDataPacket[]>(
      `select cast(sum(credit) as char) as is_now, cast(sum((id * 7919 % 10000000) / 1000) + (select count(*) from
         cc_logrefill) * ${AMOUNT} as char) as must_be, sum(credit) = sum(cast((id * 7919 % 10000000) / 1000 as
         decimal(15,5))) + (select coalesce(sum(credit), 0) from cc_logrefill) as is_right from cc_card`,
    )
    if (String(row?.['is_right']) !== '1') {
      throw new Error(`The balances add up to ${row?.['is_now']}, and the refills make them ${row?.['must_be']}`)
    }
  })
}

export async function remove(url: string, leaves: Leaves): Promise<void> {
  await on(url, async (connection) => {
    const own = ['a2b_audit', 'a2b_money_movement', 'a2b_money_key', 'a2b_money_journal']
    const statements =
      leaves === 'groups'
        ? [`delete from cc_card_group where description = 'made by the benchmark'`]
        : [
            'truncate cc_logrefill',
            'truncate cc_logpayment',
            'update cc_card set credit = (id * 7919 % 10000000) / 1000',
            ...own.slice(1).map((table) => `delete from ${table}`),
          ]
    for (const sql of [...statements, 'delete from a2b_audit']) await connection.query(sql)
  })
}

async function numberOf(connection: Connection, sql: string): Promise<number> {
  const [[row] = []] = await connection.query<RowDataPacket[]>({ sql, rowsAsArray: true })
  return Number(row?.[0])
}

async function on<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection({ uri: url })
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
