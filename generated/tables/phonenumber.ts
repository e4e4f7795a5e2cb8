// @generated from cc_phonenumber by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_phonenumber`. Primary key: `id`. */
export interface PhonenumberTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** int */
  id_phonebook: number

  /** char(30) */
  number: string

  /** char(40) */
  name: string | null

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** smallint, default 1 */
  status: Generated<number>

  /** mediumtext */
  info: string | null

  /** int, default 0 */
  amount: Generated<number>
}

export type Phonenumber = Selectable<PhonenumberTable>

export type NewPhonenumber = Insertable<PhonenumberTable>

export type PhonenumberPatch = Updateable<PhonenumberTable>
