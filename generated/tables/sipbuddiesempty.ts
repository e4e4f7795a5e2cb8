// @generated from cc_sip_buddies_empty by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { ReadOnly } from '../../src/db/column-types.ts'
import type { Selectable } from 'kysely'

/** View `cc_sip_buddies_empty`. */
export interface SipBuddiesEmptyTable {
  /** int */
  id: ReadOnly<number>

  /** int */
  id_cc_card: ReadOnly<number>

  /** varchar(80) */
  name: ReadOnly<string>

  /** varchar(20) */
  accountcode: ReadOnly<string>

  /** varchar(20) */
  regexten: ReadOnly<string>

  /** char(7) */
  amaflags: ReadOnly<string | null>

  /** char(10) */
  callgroup: ReadOnly<string | null>

  /** varchar(80) */
  callerid: ReadOnly<string>

  /** varchar(20) */
  canreinvite: ReadOnly<string>

  /** varchar(80) */
  context: ReadOnly<string>

  /** char(50) */
  DEFAULTip: ReadOnly<string | null>

  /** char(7) */
  dtmfmode: ReadOnly<string>

  /** varchar(80) */
  fromuser: ReadOnly<string>

  /** varchar(80) */
  fromdomain: ReadOnly<string>

  /** varchar(50) */
  host: ReadOnly<string>

  /** varchar(20) */
  insecure: ReadOnly<string>

  /** char(2) */
  language: ReadOnly<string | null>

  /** varchar(50) */
  mailbox: ReadOnly<string>

  /** char(0). Secret: secret by its name */
  md5secret: ReadOnly<string>

  /** char(30) */
  nat: ReadOnly<string | null>

  /** varchar(95) */
  deny: ReadOnly<string>

  /** varchar(95) */
  permit: ReadOnly<string | null>

  /** varchar(95) */
  mask: ReadOnly<string>

  /** char(10) */
  pickupgroup: ReadOnly<string | null>

  /** char(5) */
  port: ReadOnly<string>

  /** char(7) */
  qualify: ReadOnly<string | null>

  /** char(1) */
  restrictcid: ReadOnly<string | null>

  /** char(3) */
  rtptimeout: ReadOnly<string | null>

  /** char(3) */
  rtpholdtimeout: ReadOnly<string | null>

  /** char(0). Secret: secret by its name */
  secret: ReadOnly<string>

  /** char(6) */
  type: ReadOnly<string>

  /** varchar(80) */
  username: ReadOnly<string>

  /** varchar(100) */
  disallow: ReadOnly<string>

  /** varchar(100) */
  allow: ReadOnly<string>

  /** varchar(100) */
  musiconhold: ReadOnly<string>

  /** int */
  regseconds: ReadOnly<number>

  /** char(50) */
  ipaddr: ReadOnly<string>

  /** char(3) */
  cancallforward: ReadOnly<string | null>

  /** varchar(80) */
  fullcontact: ReadOnly<string>

  /** varchar(100) */
  setvar: ReadOnly<string>

  /** varchar(20) */
  regserver: ReadOnly<string | null>

  /** varchar(11) */
  lastms: ReadOnly<string | null>

  /** varchar(40) */
  defaultuser: ReadOnly<string>

  /** varchar(10) */
  auth: ReadOnly<string>

  /** varchar(10) */
  subscribemwi: ReadOnly<string>

  /** varchar(20) */
  vmexten: ReadOnly<string>

  /** varchar(40) */
  cid_number: ReadOnly<string>

  /** varchar(20) */
  callingpres: ReadOnly<string>

  /** varchar(10) */
  usereqphone: ReadOnly<string>

  /** varchar(10) */
  incominglimit: ReadOnly<string>

  /** varchar(40) */
  subscribecontext: ReadOnly<string>

  /** varchar(20) */
  musicclass: ReadOnly<string>

  /** varchar(20) */
  mohsuggest: ReadOnly<string>

  /** varchar(20) */
  allowtransfer: ReadOnly<string>

  /** varchar(10) */
  autoframing: ReadOnly<string>

  /** varchar(15) */
  maxcallbitrate: ReadOnly<string>

  /** varchar(40) */
  outboundproxy: ReadOnly<string>

  /** varchar(15) */
  rtpkeepalive: ReadOnly<string>

  /** varchar(80) */
  useragent: ReadOnly<string | null>

  /** varchar(40) */
  callbackextension: ReadOnly<string | null>
}

export type SipBuddiesEmpty = Selectable<SipBuddiesEmptyTable>
