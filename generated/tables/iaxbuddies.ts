// @generated from cc_iax_buddies by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_iax_buddies`. Primary key: `id`. */
export interface IaxBuddiesTable {
  /** int, auto increment */
  id: Generated<number>

  /** int, default 0 */
  id_cc_card: Generated<number>

  /** varchar(80) */
  name: string

  /** varchar(20) */
  accountcode: string

  /** varchar(20) */
  regexten: string

  /** char(7) */
  amaflags: string | null

  /** varchar(80) */
  callerid: string

  /** varchar(80) */
  context: string

  /** char(50) */
  DEFAULTip: string | null

  /** varchar(50) */
  host: string

  /** char(2) */
  language: string | null

  /** varchar(95) */
  deny: string

  /** varchar(95) */
  permit: string | null

  /** varchar(95) */
  mask: string

  /** char(5), default '' */
  port: Generated<string>

  /** char(7), default yes */
  qualify: Generated<string | null>

  /** varchar(80). Secret: IAX password or key */
  secret: string

  /** char(6), default friend */
  type: Generated<string>

  /** varchar(80) */
  username: string

  /** varchar(100) */
  disallow: string

  /** varchar(100) */
  allow: string

  /** int, default 0 */
  regseconds: Generated<number>

  /** char(50), default '' */
  ipaddr: Generated<string>

  /** char(3), default no */
  trunk: Generated<string | null>

  /** varchar(40), default ''. Secret: IAX password or key */
  dbsecret: Generated<string>

  /** varchar(40), default '' */
  regcontext: Generated<string>

  /** varchar(50), default '' */
  sourceaddress: Generated<string>

  /** varchar(20), default '' */
  mohinterpret: Generated<string>

  /** varchar(20), default '' */
  mohsuggest: Generated<string>

  /** varchar(40), default ''. Secret: IAX password or key */
  inkeys: Generated<string>

  /** varchar(40), default ''. Secret: IAX password or key */
  outkey: Generated<string>

  /** varchar(40), default '' */
  cid_number: Generated<string>

  /** varchar(10), default '' */
  sendani: Generated<string>

  /** varchar(40), default '' */
  fullname: Generated<string>

  /** varchar(20), default '' */
  auth: Generated<string>

  /** varchar(15), default '' */
  maxauthreq: Generated<string>

  /** varchar(20), default '' */
  encryption: Generated<string>

  /** varchar(10), default '' */
  transfer: Generated<string>

  /** varchar(10), default '' */
  jitterbuffer: Generated<string>

  /** varchar(10), default '' */
  forcejitterbuffer: Generated<string>

  /** varchar(40), default '' */
  codecpriority: Generated<string>

  /** varchar(10), default '' */
  qualifysmoothing: Generated<string>

  /** varchar(10), default '' */
  qualifyfreqok: Generated<string>

  /** varchar(10), default '' */
  qualifyfreqnotok: Generated<string>

  /** varchar(20), default '' */
  timezone: Generated<string>

  /** varchar(10), default '' */
  adsi: Generated<string>

  /** varchar(200), default '' */
  setvar: Generated<string>

  /** varchar(20), default '' */
  requirecalltoken: Generated<string>

  /** varchar(10), default '' */
  maxcallnumbers: Generated<string>

  /** varchar(10), default '' */
  maxcallnumbers_nonvalidated: Generated<string>
}

export type IaxBuddies = Selectable<IaxBuddiesTable>

export type NewIaxBuddies = Insertable<IaxBuddiesTable>

export type IaxBuddiesPatch = Updateable<IaxBuddiesTable>
