// @generated from cc_sip_buddies by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_sip_buddies`. Primary key: `id`. */
export interface SipBuddiesTable {
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

  /** char(10) */
  callgroup: string | null

  /** varchar(80) */
  callerid: string

  /** varchar(20), default YES */
  canreinvite: Generated<string>

  /** varchar(80) */
  context: string

  /** char(50) */
  DEFAULTip: string | null

  /** char(7), default RFC2833 */
  dtmfmode: Generated<string>

  /** varchar(80) */
  fromuser: string

  /** varchar(80) */
  fromdomain: string

  /** varchar(50) */
  host: string

  /** varchar(20) */
  insecure: string

  /** char(2) */
  language: string | null

  /** varchar(50) */
  mailbox: string

  /** varchar(80). Secret: SIP password */
  md5secret: string

  /** char(30), default yes */
  nat: Generated<string | null>

  /** varchar(95) */
  deny: string

  /** varchar(95) */
  permit: string | null

  /** varchar(95) */
  mask: string

  /** char(10) */
  pickupgroup: string | null

  /** char(5), default '' */
  port: Generated<string>

  /** char(7), default yes */
  qualify: Generated<string | null>

  /** char(1) */
  restrictcid: string | null

  /** char(3) */
  rtptimeout: string | null

  /** char(3) */
  rtpholdtimeout: string | null

  /** varchar(80). Secret: SIP password */
  secret: string

  /** char(6), default friend */
  type: Generated<string>

  /** varchar(80) */
  username: string

  /** varchar(100), default ALL */
  disallow: Generated<string>

  /** varchar(100) */
  allow: string

  /** varchar(100) */
  musiconhold: string

  /** int, default 0 */
  regseconds: Generated<number>

  /** char(50), default '' */
  ipaddr: Generated<string>

  /** char(3), default yes */
  cancallforward: Generated<string | null>

  /** varchar(80) */
  fullcontact: string

  /** varchar(100) */
  setvar: string

  /** varchar(20) */
  regserver: string | null

  /** varchar(11) */
  lastms: string | null

  /** varchar(40), default '' */
  defaultuser: Generated<string>

  /** varchar(10), default '' */
  auth: Generated<string>

  /** varchar(10), default '' */
  subscribemwi: Generated<string>

  /** varchar(20), default '' */
  vmexten: Generated<string>

  /** varchar(40), default '' */
  cid_number: Generated<string>

  /** varchar(20), default '' */
  callingpres: Generated<string>

  /** varchar(10), default '' */
  usereqphone: Generated<string>

  /** varchar(10), default '' */
  incominglimit: Generated<string>

  /** varchar(40), default '' */
  subscribecontext: Generated<string>

  /** varchar(20), default '' */
  musicclass: Generated<string>

  /** varchar(20), default '' */
  mohsuggest: Generated<string>

  /** varchar(20), default '' */
  allowtransfer: Generated<string>

  /** varchar(10), default '' */
  autoframing: Generated<string>

  /** varchar(15), default '' */
  maxcallbitrate: Generated<string>

  /** varchar(40), default '' */
  outboundproxy: Generated<string>

  /** varchar(15), default 0 */
  rtpkeepalive: Generated<string>

  /** varchar(80) */
  useragent: string | null

  /** varchar(40) */
  callbackextension: string | null
}

export type SipBuddies = Selectable<SipBuddiesTable>

export type NewSipBuddies = Insertable<SipBuddiesTable>

export type SipBuddiesPatch = Updateable<SipBuddiesTable>
