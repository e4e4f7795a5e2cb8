/**
 * Turns rows into multi-row INSERT statements of some hundred kilobytes each.
 *
 * A2Billing has 229 columns that are NOT NULL without a default and relies on a lenient session to blank them.
 * A strict session does not, so the blanks are written here, from the snapshot.
 */
import type { SnapshotColumn, SnapshotTable } from '../../../codegen/introspection/snapshot.ts'
import { quoteName, writeValue } from '../sql-text.ts'
import type { SqlValue } from '../sql-text.ts'
import type { Row } from './rows.ts'

/** Far below the 16 MB a server takes at once, large enough that round trips do not count. */
const STATEMENT_LENGTH = 400_000

/** One INSERT and how many rows it brings. */
export interface Insert {
  readonly sql: string
  readonly rows: number
}

/**
 * Writes the rows of one table.
 *
 * @param table - the facts of the table, for its columns and blanks
 * @throws Error when a row names a column the table does not have
 */
export function writeInserts(table: SnapshotTable, rows: readonly Row[]): Insert[] {
  const used = new Set<string>()
  for (const row of rows) for (const column in row) used.add(column)
  const columns = table.columns.filter((column) => used.delete(column.name) || blank(column) !== undefined)
  for (const unknown of used) throw new Error(`${table.name}: the demo rows have a column "${unknown}" the table lacks`)

  const head = `INSERT INTO ${quoteName(table.name)} (${columns.map((column) => quoteName(column.name)).join(', ')}) VALUES\n`
  const fillers = columns.map((column) => {
    const value = blank(column)
    return value === undefined ? 'DEFAULT' : writeValue(value)
  })
  const inserts: Insert[] = []
  let [tuples, length]: [string[], number] = [[], 0]
  const flush = () => {
    if (tuples.length > 0) inserts.push({ sql: head + tuples.join(',\n'), rows: tuples.length })
    ;[tuples, length] = [[], 0]
  }
  for (const row of rows) {
    const values = columns.map(({ name }, index) => {
      const value = row[name]
      return value === undefined ? fillers[index] : writeValue(value)
    })
    const tuple = `(${values.join(',')})`
    tuples.push(tuple)
    length += tuple.length
    if (length > STATEMENT_LENGTH) flush()
  }
  flush()
  return inserts
}

/** What a lenient session would store in a column that has neither a default nor NULL. */
function blank(column: SnapshotColumn): SqlValue | undefined {
  if (column.nullable || column.default || column.autoIncrement || column.generated) return undefined
  if (/^(?:date|timestamp)/.test(column.type)) return '0000-00-00 00:00:00'
  return column.charset || /char|text|blob|binary/.test(column.type) ? '' : 0
}
