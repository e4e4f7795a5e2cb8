// @generated from cc_templatemail by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_templatemail`. Primary key: `id`. */
export interface TemplatemailTable {
  /** int, auto increment */
  id: Generated<number>

  /** char(20), default en */
  id_language: Generated<string>

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

export type Templatemail = Selectable<TemplatemailTable>

export type NewTemplatemail = Insertable<TemplatemailTable>

export type TemplatemailPatch = Updateable<TemplatemailTable>
