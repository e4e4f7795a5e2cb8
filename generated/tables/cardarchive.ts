// @generated from cc_card_archive by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Bigint, Generated, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_card_archive`. Primary key: `id`. */
export interface CardArchiveTable {
  /** bigint */
  id: Bigint

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

  /** char(50) */
  username: string

  /** char(50) */
  useralias: string

  /** char(50). Secret: password, clear text */
  uipass: string | null

  /** decimal(15,5), default 0.00000 */
  credit: Generated<Decimal>

  /** int, default 0 */
  tariff: Generated<number | null>

  /** int, default 0 */
  id_didgroup: Generated<number | null>

  /** char(1), default f */
  activated: Generated<string>

  /** int, default 1 */
  status: Generated<number | null>

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

  /** char(50) */
  redial: string | null

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

  /** char(40). Secret: one-time token */
  loginkey: string | null

  /** char(1), default t */
  activatedbyuser: Generated<string>

  /** int, default 0 */
  id_timezone: Generated<number | null>

  /** char(50) */
  tag: string | null

  /** int, default 0 */
  voicemail_permitted: Generated<number>

  /** smallint, default 0 */
  voicemail_activated: Generated<number>

  /** timestamp */
  last_notification: SqlDateTime | null

  /** char(70) */
  email_notification: string | null

  /** smallint, default 0 */
  notify_email: Generated<number>

  /** int, default -1 */
  credit_notification: Generated<number>

  /** int, default 1 */
  id_group: Generated<number>

  /** varchar(50) */
  company_name: string | null

  /** varchar(60) */
  company_website: string | null

  /** varchar(40) */
  VAT_RN: string | null

  /** bigint */
  traffic: Bigint | null

  /** mediumtext */
  traffic_target: string | null

  /** decimal(5,2), default 0.00 */
  discount: Generated<Decimal>

  /** tinyint, default 0 */
  restriction: Generated<number>

  /** char(17), default 00-00-00-00-00-00 */
  mac_addr: Generated<string>
}

export type CardArchive = Selectable<CardArchiveTable>

export type NewCardArchive = Insertable<CardArchiveTable>

export type CardArchivePatch = Updateable<CardArchiveTable>
