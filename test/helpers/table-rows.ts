/** Rows written past the API, into every table there is. */
import type { Connection } from 'mysql2/promise'
import type { Resource } from '../../src/resources/resource.ts'
import { sampleValue } from './sample-row.ts'

/** Views show rows of other tables. */
export function isTable({ table }: Resource): boolean {
  return !['cc_callplan_lcr', 'cc_sip_buddies_empty'].includes(table)
}

/**
 * @param seed - all columns that can hold it have its number, keys and references included
 * @param values - by column name, instead
 */
export async function insertSample(
  connection: Connection,
  { table, columns }: Resource,
  seed: number,
  values: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const row = Object.fromEntries(columns.map(({ name, type }) => [name, sampleValue(type, seed)]))
  await connection.query('insert into ?? set ?', [table, { ...row, ...values }])
}

/** Of the row that {@link insertSample} made, as in its address. */
export function sampleKey({ primaryKey, columns }: Resource, seed: number): string {
  const key = columns.filter(({ name }) => primaryKey.includes(name))
  return primaryKey.map((name) => sampleValue(key.find((column) => column.name === name)!.type, seed)).join()
}
