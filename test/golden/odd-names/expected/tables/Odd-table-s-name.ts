// @generated from Odd *\/ table's name by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/**
 * Table `Odd *\/ table's name`. Primary key: `id`.
 * Ends *\/ here and goes on
 */
export interface OddTableSNameTable {
  /** int unsigned, auto increment */
  id: Generated<number>

  /** int */
  'class': number | null

  /** int */
  'a b': number | null

  /** enum('it''s','a,b','back\\slash') */
  'it\'s': 'it\'s' | 'a,b' | 'back\\slash'

  /** int */
  page: number | null

  /** varchar(15). *\/ boom */
  DEFAULTip: string | null
}

export type OddTableSName = Selectable<OddTableSNameTable>

export type NewOddTableSName = Insertable<OddTableSNameTable>

export type OddTableSNamePatch = Updateable<OddTableSNameTable>
