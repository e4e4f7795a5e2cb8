// @generated from cc_speeddial by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_speeddial`, at `/api/speeddial/`. */
export interface Speeddial {
  /** bigint */
  id: number
  /** bigint */
  id_cc_card: number
  /** varchar(100) */
  phone: string
  /** varchar(100) */
  name: string
  /** int */
  speeddial: number | null
  /** timestamp */
  creationdate: string | null
}

/** What a new row takes. */
export interface NewSpeeddial {
  /** bigint */
  id?: number | string
  /** bigint */
  id_cc_card?: number | string
  /** varchar(100) */
  phone?: string
  /** varchar(100) */
  name?: string
  /** int */
  speeddial?: number | string | null
  /** timestamp */
  creationdate?: string
}

/** What of a row can be changed. */
export type SpeeddialPatch = Changes<NewSpeeddial, 'id', 'speeddial'>
