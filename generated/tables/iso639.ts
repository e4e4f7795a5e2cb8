// @generated from cc_iso639 by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_iso639`. Primary key: `code`. */
export interface Iso639Table {
  /** char(2) */
  code: string

  /** char(16) */
  name: string

  /** char(16) */
  lname: string | null

  /** char(16), default ISO-8859-1 */
  charset: Generated<string>
}

export type Iso639 = Selectable<Iso639Table>

export type NewIso639 = Insertable<Iso639Table>

export type Iso639Patch = Updateable<Iso639Table>
