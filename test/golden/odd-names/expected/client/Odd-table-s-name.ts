// @generated from Odd *\/ table's name by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `Odd *\/ table's name`, at `/api/Odd-table-s-name/`. */
export interface OddTableSName {
  /** int unsigned */
  id: number
  /** int */
  class: number | null
  /** int */
  'a b': number | null
  /** enum('it''s','a,b','back\\slash') */
  'it\'s': 'it\'s' | 'a,b' | 'back\\slash' | ''
  /** int */
  page: number | null
  /** varchar(15). *\/ boom */
  DEFAULTip: string | null
}

/** What a new row takes. */
export interface NewOddTableSName {
  /** int unsigned */
  id?: number | string
  /** int */
  class?: number | string | null
  /** int */
  'a b'?: number | string | null
  /** enum('it''s','a,b','back\\slash') */
  'it\'s'?: 'it\'s' | 'a,b' | 'back\\slash' | ''
  /** int */
  page?: number | string | null
  /** varchar(15). *\/ boom */
  DEFAULTip?: string | null
}

/** What of a row can be changed. */
export type OddTableSNamePatch = Changes<NewOddTableSName, 'id', 'class' | 'a b' | 'page'>
