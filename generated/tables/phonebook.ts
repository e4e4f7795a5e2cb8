// @generated from cc_phonebook by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_phonebook`. Primary key: `id`. */
export interface PhonebookTable {
  /** int, auto increment */
  id: Generated<number>

  /** char(30) */
  name: string

  /** mediumtext */
  description: string | null

  /** bigint */
  id_card: Bigint
}

export type Phonebook = Selectable<PhonebookTable>

export type NewPhonebook = Insertable<PhonebookTable>

export type PhonebookPatch = Updateable<PhonebookTable>
