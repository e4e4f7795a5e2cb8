// @generated from cc_phonebook by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_phonebook`, at `/api/phonebook/`. */
export interface Phonebook {
  /** int */
  id: number
  /** char(30) */
  name: string
  /** mediumtext */
  description: string | null
  /** bigint */
  id_card: number
}

/** What a new row takes. */
export interface NewPhonebook {
  /** int */
  id?: number | string
  /** char(30) */
  name?: string
  /** mediumtext */
  description?: string | null
  /** bigint */
  id_card?: number | string
}

/** What of a row can be changed. */
export type PhonebookPatch = Changes<NewPhonebook, 'id', never>
