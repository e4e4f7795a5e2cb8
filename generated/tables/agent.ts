// @generated from cc_agent by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_agent`. Primary key: `id`. */
export interface AgentTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  datecreation: Generated<SqlDateTime>

  /** char(1), default f */
  active: Generated<string>

  /** char(20) */
  login: string

  /** char(40). Secret: password, clear text */
  passwd: string | null

  /** text */
  location: string | null

  /** char(5), default en */
  language: Generated<string | null>

  /** int */
  id_tariffgroup: number | null

  /** int, default 0 */
  options: Generated<number>

  /** decimal(15,5), default 0.00000 */
  credit: Generated<Decimal>

  /** char(3), default USD */
  currency: Generated<string | null>

  /** char(10), default C */
  locale: Generated<string | null>

  /** decimal(10,4), default 0.0000 */
  commission: Generated<Decimal>

  /** decimal(10,4), default 0.0000 */
  vat: Generated<Decimal>

  /** text */
  banner: string | null

  /** int */
  perms: number | null

  /** char(50) */
  lastname: string | null

  /** char(50) */
  firstname: string | null

  /** char(100) */
  address: string | null

  /** char(40) */
  city: string | null

  /** char(40) */
  state: string | null

  /** char(40) */
  country: string | null

  /** char(20) */
  zipcode: string | null

  /** char(20) */
  phone: string | null

  /** char(70) */
  email: string | null

  /** char(20) */
  fax: string | null

  /** varchar(50) */
  company: string | null

  /** decimal(15,5) */
  com_balance: Decimal

  /** decimal(15,5) */
  threshold_remittance: Decimal

  /** mediumtext */
  bank_info: string | null
}

export type Agent = Selectable<AgentTable>

export type NewAgent = Insertable<AgentTable>

export type AgentPatch = Updateable<AgentTable>
