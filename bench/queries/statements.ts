/** What the database is asked for a list, from its own log of statements. */
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { type Answering, ask } from './compare.ts'

export interface Asked {
  readonly path: string
  /** Statements that name the table of the list. */
  readonly statements: number
  readonly counts: number
}

/** Lists as they come, and one that is counted, without which nothing would show that a COUNT is seen. */
const LISTS = [
  '/api/call/',
  '/api/call/?page=3',
  '/api/call/?cursor=',
  '/api/call/?ordering=-starttime&terminatecauseid=1',
  '/api/card/?search=garcia',
  '/api/call/?count=exact',
]

/** @param databaseUrl - of a server of ours: its log is switched on, emptied and switched off */
export async function statementsOfLists(databaseUrl: string, answering: Answering): Promise<Asked[]> {
  const connection = await createConnection({ uri: databaseUrl })
  try {
    await connection.query(`set global log_output = 'TABLE'`)
    const found: Asked[] = []
    for (const path of LISTS) {
      await connection.query('truncate mysql.general_log')
      await connection.query('set global general_log = on')
      await ask({ name: path, path }, answering)
      await connection.query('set global general_log = off')
      const [rows] = await connection.query<RowDataPacket[]>(
        `select convert(argument using utf8mb4) as text from mysql.general_log
         where command_type in ('Query', 'Execute') and (argument like '%cc_call%' or argument like '%cc_card%')`,
      )
      const counts = rows.filter(({ text }) => /\bcount\s*\(/i.test(text)).length
      found.push({ path, statements: rows.length, counts })
    }
    return found
  } finally {
    await connection.query('set global general_log = off')
    await connection.end()
  }
}
