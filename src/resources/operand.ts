/** A column as a comparison sees it, in the WHERE of a list as in that of a single row. */
import { type RawBuilder, sql } from 'kysely'
import { codecOf } from './column-codec.ts'
import type { Column } from './resource.ts'

export interface Operand {
  readonly stored: RawBuilder<unknown>
  /** As it is compared: the 6 digits of a FLOAT, the text of a JSON. */
  readonly compared: RawBuilder<unknown>
}

/** @param alias - of the table, where the statement gives it one */
export function operandOf({ name, type }: Column, alias?: string): Operand {
  const stored = sql`${alias === undefined ? sql.id(name) : sql.id(alias, name)}`
  const { compareAs } = codecOf(type)
  // A FLOAT equals nothing but its own bits; what the client saw are the digits of its text.
  if (compareAs === 'shownNumber') return { stored, compared: sql`(cast(${stored} as char) + 0e0)` }
  if (compareAs === 'char') return { stored, compared: sql`cast(${stored} as char)` }
  return { stored, compared: stored }
}
