// @generated from cc_ui_authen by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_ui_authen`. Primary key: `userid`. */
export interface UiAuthenTable {
  /** bigint, auto increment */
  userid: Generated<Bigint>

  /** char(50) */
  login: string

  /** varchar(250). Secret: password hash */
  pwd_encoded: string

  /** int */
  groupid: number | null

  /** int */
  perms: number | null

  /** int */
  confaddcust: number | null

  /** char(50) */
  name: string | null

  /** char(80) */
  direction: string | null

  /** char(20) */
  zipcode: string | null

  /** char(20) */
  state: string | null

  /** char(30) */
  phone: string | null

  /** char(30) */
  fax: string | null

  /** timestamp, default CURRENT_TIMESTAMP */
  datecreation: Generated<SqlDateTime>

  /** varchar(70) */
  email: string | null

  /** varchar(40) */
  country: string | null

  /** varchar(40) */
  city: string | null
}

export type UiAuthen = Selectable<UiAuthenTable>

export type NewUiAuthen = Insertable<UiAuthenTable>

export type UiAuthenPatch = Updateable<UiAuthenTable>
