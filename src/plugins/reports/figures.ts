/** Numbers of reports: exact in the database, with their digits on the wire. */
import { type RawBuilder, sql } from 'kysely'
import type { Cell } from '../../db/db.ts'
import { type NextSlot, statementsOf } from '../../db/statements.ts'
import { JsonNumber } from '../../json-number.ts'
import type { Api } from '../../resources/api.ts'
import type { Resource } from '../../resources/resource.ts'

/**
 * The value of a column that holds money, as DECIMAL. Of a FLOAT it is what a row shows: its six digits, and not what
 * is behind them, so the sum is that of the rows as one sees them.
 *
 * @returns 0 where the table has no such column, or the row no value
 */
export function moneySql(resource: Resource, name: string): RawBuilder<unknown> {
  const column = resource.columns.find((it) => it.name === name)
  if (!column) return sql`0`
  const stored = sql`${sql.id('t0', name)}`
  const { kind } = column.type
  const shown = kind === 'float' || kind === 'double' ? sql`cast(${stored} as char)` : stored
  return sql`coalesce(cast(${shown} as decimal(30, 5)), 0)`
}

/** With the digits that the database gives it, or nothing. */
export function numberOf(cell: Cell | undefined): JsonNumber | null {
  return cell === null || cell === undefined ? null : new JsonNumber(String(cell))
}

export type Reader = (
  shape: readonly unknown[],
  values: readonly unknown[],
  build: (slot: NextSlot) => RawBuilder<unknown>,
) => Promise<readonly (readonly Cell[])[]>

/** @returns what reads a statement's rows; compiled once for each shape */
export function readerOn({ db }: Api): Reader {
  return (shape, values, build) =>
    db.readRows(statementsOf(db.kysely)(JSON.stringify(['report', ...shape]), build)(values))
}
