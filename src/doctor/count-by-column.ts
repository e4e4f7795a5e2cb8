/** How many rows meet a condition, column by column: one statement for each table, as long as there is time. */
import type { Column } from '../resources/resource.ts'
import { scanAll, type Unseen } from './check.ts'
import { type Patient, rowsOf } from './patient.ts'
import { name } from './sql.ts'

export interface Counts {
  readonly total: number
  /** Columns with such rows: `cc_card.uipass: 400`. */
  readonly details: readonly string[]
  /** Tables that were not looked at. */
  readonly unseen: Unseen<string>
}

/**
 * @param isMeant - of which columns it is asked
 * @param condition - SQL about a column, whose quoted name it is given
 */
export async function countByColumn(
  { db, resources, tables }: Patient,
  isMeant: (column: Column) => boolean,
  condition: (column: string) => string,
): Promise<Counts> {
  const places = resources.flatMap(({ table, columns }) => {
    const names = columns.filter(isMeant).map((column) => column.name)
    return names.length > 0 && tables.has(table) ? [{ table, names }] : []
  })
  const { found, ...unseen } = await scanAll(places, async ({ table, names }) => {
    const counts = names.map((column) => `coalesce(sum(${condition(name(column))}), 0)`)
    const [row = []] = await rowsOf(db, `select ${counts.join(', ')} from ${name(table)}`)
    return names
      .map((column, index) => ({ where: `${table}.${column}`, rows: Number(row[index]) }))
      .filter(({ rows }) => rows > 0)
  })
  return {
    total: found.reduce((sum, { rows }) => sum + rows, 0),
    details: found.map(({ where, rows }) => `${where}: ${rows.toLocaleString('en')}`),
    unseen: {
      unfinished: unseen.unfinished.map(({ table }) => table),
      failed: unseen.failed.map(({ place, reason }) => ({ place: place.table, reason })),
    },
  }
}
