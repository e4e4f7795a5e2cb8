/** A table's contents in two numbers that do not depend on its engine, to be compared before and after. */
import type { Session } from '../db/db.ts'
import { quoteName } from '../resources/tables.ts'

export interface Contents {
  readonly rows: string
  /** Of every value of every row, in no order. */
  readonly digest: string
}

/** CHECKSUM TABLE is not used: its value depends on how an engine lays out a row. */
export async function contentsOf(session: Session, table: string): Promise<Contents> {
  const columns = await session.readRows({
    sql:
      'select column_name, data_type from information_schema.columns where table_schema = database() and table_name = ? ' +
      'order by ordinal_position',
    parameters: [table],
  })
  const values = columns.map(([name, type]) => valueSql(quoteName(String(name)), String(type)))
  // Two sums over different halves: rows that swap a value would cancel out in one of their values alone.
  const row = `sha2(concat_ws(',', ${values.join(', ')}), 256)`
  const half = (from: number): string => `coalesce(sum(cast(conv(substr(${row}, ${from}, 15), 16, 10) as unsigned)), 0)`
  const sql = `select count(*), concat(${half(1)}, '-', ${half(16)}) from ${quoteName(table)}`
  const [[rows, digest] = []] = await session.readRows({ sql, parameters: [] })
  return { rows: String(rows), digest: String(digest) }
}

/** Numbers and times as they are printed; everything else by its bytes, whatever character set they are in. */
function valueSql(column: string, type: string): string {
  if (type === 'bit') return `quote(${column} + 0)`
  return PRINTED.has(type) ? `quote(${column})` : `coalesce(hex(${column}), 'NULL')`
}

const PRINTED: ReadonlySet<string> = new Set(
  'tinyint smallint mediumint int bigint decimal float double date time datetime timestamp year'.split(' '),
)
