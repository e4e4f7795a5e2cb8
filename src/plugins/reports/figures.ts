/** Numbers of reports: exact in the database, with their digits on the wire. */
import { type RawBuilder, sql } from 'kysely'
import type { Cell } from '../../db/db.ts'
import { isTooSlow } from '../../db/errors.ts'
import { type NextSlot, statementsOf } from '../../db/statements.ts'
import { ApiError } from '../../errors.ts'
import { JsonNumber } from '../../json-number.ts'
import type { Api } from '../../resources/api.ts'
import type { Resource } from '../../resources/resource.ts'

/**
 * The value of a column that holds money, as DECIMAL with five digits. Of a FLOAT that is what is stored, which has more
 * than the six digits that a row shows: in those, a call for 12345.67 would have lost its cents.
 *
 * @returns 0 where the table has no such column, or the row no value
 */
export function moneySql(resource: Resource, name: string): RawBuilder<unknown> {
  const column = resource.columns.find((it) => it.name === name)
  if (!column) return sql`0`
  return sql`coalesce(cast(${sql.id('t0', name)} as decimal(30, 5)), 0)`
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

/**
 * @returns what reads a statement's rows; compiled once for each shape
 * @throws ApiError `database_busy`, saying what to do, where it takes longer than a statement may
 */
export function readerOn({ db }: Pick<Api, 'db'>): Reader {
  return async (shape, values, build) => {
    try {
      return await db.readRows(statementsOf(db.kysely)(JSON.stringify(['report', ...shape]), build)(values))
    } catch (error) {
      if (!isTooSlow(error)) throw error
      const detail =
        'The report took longer than the database may work on one. Ask for a shorter period, or of fewer days.'
      throw new ApiError('database_busy', detail, { cause: error })
    }
  }
}
