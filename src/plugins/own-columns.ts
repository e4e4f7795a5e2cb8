/** The tables that plugins have made, held against what their resources say of them, before anybody asks for a row. */
import type { Db } from '../db/db.ts'
import { didYouMean } from '../nearest-name.ts'
import { StartError } from '../start-error.ts'
import type { FoundPlugin } from './load.ts'

/**
 * After the migrations.
 *
 * @throws {@link StartError} naming the plugin and the column that its table lacks
 */
export async function assertOwnColumns(db: Db, plugins: readonly FoundPlugin[]): Promise<void> {
  for (const { plugin, source } of plugins) {
    for (const { name, table, columns } of plugin.resources ?? []) {
      const known = await columnsOf(db, table)
      const missing = columns.find((column) => !known.includes(column.name))
      if (!missing) continue
      throw new StartError(
        `Plugin "${plugin.name}" (${source ?? 'comes with the server'}), resource ${name}: the table ${table} has no ` +
          `column ${missing.name}.${didYouMean(missing.name, known)}`,
      )
    }
  }
}

async function columnsOf(db: Db, table: string): Promise<string[]> {
  const sql = 'select column_name from information_schema.columns where table_schema = database() and table_name = ?'
  return (await db.readRows({ sql, parameters: [table] })).map(([name]) => String(name))
}
