// @generated from cc_templatemail by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_templatemail`, at `/api/templatemail/`. */
export interface Templatemail {
  /** int */
  id: number
  /** char(20) */
  id_language: string
  /** char(50) */
  mailtype: string | null
  /** char(70) */
  fromemail: string | null
  /** char(70) */
  fromname: string | null
  /** varchar(130) */
  subject: string | null
  /** varchar(3000) */
  messagetext: string | null
  /** varchar(3000) */
  messagehtml: string | null
}

/** What a new row takes. */
export interface NewTemplatemail {
  /** int */
  id?: number | string
  /** char(20) */
  id_language?: string
  /** char(50) */
  mailtype?: string | null
  /** char(70) */
  fromemail?: string | null
  /** char(70) */
  fromname?: string | null
  /** varchar(130) */
  subject?: string | null
  /** varchar(3000) */
  messagetext?: string | null
  /** varchar(3000) */
  messagehtml?: string | null
}

/** What of a row can be changed. */
export type TemplatemailPatch = Changes<NewTemplatemail, 'id', never>
