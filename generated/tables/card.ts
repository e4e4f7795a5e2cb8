// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_card`. Primary key: `id`. */
export interface CardTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  firstusedate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  expirationdate: Generated<SqlDateTime>

  /** int, default 0 */
  enableexpire: Generated<number | null>

  /** int, default 0 */
  expiredays: Generated<number | null>

  /** varchar(50) */
  username: string

  /** varchar(50) */
  useralias: string

  /** varchar(50). Secret: password, clear text */
  uipass: string

  /** decimal(15,5), default 0.00000 */
  credit: Generated<Decimal>

  /** int, default 0 */
  tariff: Generated<number | null>

  /** int, default 0 */
  id_didgroup: Generated<number | null>

  /** char(1), default f */
  activated: Generated<string>

  /** int, default 1 */
  status: Generated<number>

  /** varchar(50) */
  lastname: string

  /** varchar(50) */
  firstname: string

  /** varchar(100) */
  address: string

  /** varchar(40) */
  city: string

  /** varchar(40) */
  state: string

  /** varchar(40) */
  country: string

  /** varchar(20) */
  zipcode: string

  /** varchar(20) */
  phone: string

  /** varchar(70) */
  email: string

  /** varchar(20) */
  fax: string

  /** int, default 0 */
  inuse: Generated<number | null>

  /** int, default 0 */
  simultaccess: Generated<number | null>

  /** char(3), default USD */
  currency: Generated<string | null>

  /** timestamp, default 0000-00-00 00:00:00 */
  lastuse: Generated<SqlDateTime>

  /** int, default 0 */
  nbused: Generated<number | null>

  /** int, default 0 */
  typepaid: Generated<number | null>

  /** int, default 0 */
  creditlimit: Generated<number | null>

  /** int, default 0 */
  voipcall: Generated<number | null>

  /** int, default 0 */
  sip_buddy: Generated<number | null>

  /** int, default 0 */
  iax_buddy: Generated<number | null>

  /** char(5), default en */
  language: Generated<string | null>

  /** varchar(50) */
  redial: string

  /** int, default 0 */
  runservice: Generated<number | null>

  /** int, default 0 */
  nbservice: Generated<number | null>

  /** int, default 0 */
  id_campaign: Generated<number | null>

  /** bigint, default 0 */
  num_trials_done: Generated<Bigint | null>

  /** float, default 0 */
  vat: Generated<number>

  /** timestamp, default 0000-00-00 00:00:00 */
  servicelastrun: Generated<SqlDateTime>

  /** decimal(15,5), default 0.00000 */
  initialbalance: Generated<Decimal>

  /** int, default 1 */
  invoiceday: Generated<number | null>

  /** int, default 0 */
  autorefill: Generated<number | null>

  /** varchar(40). Secret: one-time token */
  loginkey: string

  /** char(17), default 00-00-00-00-00-00 */
  mac_addr: Generated<string>

  /** int, default 0 */
  id_timezone: Generated<number | null>

  /** varchar(50) */
  tag: string

  /** int, default 0 */
  voicemail_permitted: Generated<number>

  /** smallint, default 0 */
  voicemail_activated: Generated<number>

  /** timestamp */
  last_notification: SqlDateTime | null

  /** varchar(70) */
  email_notification: string

  /** smallint, default 0 */
  notify_email: Generated<number>

  /** int, default -1 */
  credit_notification: Generated<number>

  /** int, default 1 */
  id_group: Generated<number>

  /** varchar(50) */
  company_name: string

  /** varchar(60) */
  company_website: string

  /** varchar(40) */
  vat_rn: string | null

  /** bigint */
  traffic: Bigint | null

  /** varchar(300) */
  traffic_target: string

  /** decimal(5,2), default 0.00 */
  discount: Generated<Decimal>

  /** tinyint, default 0 */
  restriction: Generated<number>

  /** int */
  id_seria: number | null

  /** bigint */
  serial: Bigint | null

  /** tinyint, default 0 */
  block: Generated<number>

  /** varchar(15). Secret: PIN, clear text */
  lock_pin: string | null

  /** timestamp */
  lock_date: SqlDateTime | null

  /** int, default 10 */
  max_concurrent: Generated<number>
}

export type Card = Selectable<CardTable>

export type NewCard = Insertable<CardTable>

export type CardPatch = Updateable<CardTable>
