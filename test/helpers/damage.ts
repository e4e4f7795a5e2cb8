/** A crash of the server as MyISAM tables suffer it: the file of the indexes is cut off. */
import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { TestDatabase } from './mariadb.ts'

/** @param statements - run before; every MyISAM table that they make or name cannot be opened afterwards */
export async function damageIndexes(
  { url, name }: Pick<TestDatabase, 'url' | 'name'>,
  ...statements: string[]
): Promise<void> {
  const connection = await createConnection({ uri: url })
  try {
    for (const statement of statements) await connection.query(statement)
    const tables = statements.flatMap((statement) => /\btable (\w+)/.exec(statement)?.[1] ?? [])
    await connection.query('flush tables')
    const [[row]] = await connection.query<RowDataPacket[]>('select @@datadir as place')
    const folder = join(row?.['place'], name)
    for (const file of readdirSync(folder)) {
      if (tables.some((table) => file === `${table}.MYI`)) truncateSync(join(folder, file), 100)
    }
  } finally {
    await connection.end()
  }
}
