// @generated from cc_sip_buddies by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_sip_buddies`, at `/api/sipbuddies/`. */
export interface SipBuddies {
  /** int */
  id: number
  /** int */
  id_cc_card: number
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
  /** varchar(20) */
  canreinvite: string
  /** varchar(80) */
  context: string
  /** char(50) */
  DEFAULTip: string | null
  /** char(7) */
  dtmfmode: string
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
  /** varchar(80). Secret: only for holders of secrets:read */
  md5secret?: string
  /** char(30) */
  nat: string | null
  /** varchar(95) */
  deny: string
  /** varchar(95) */
  permit: string | null
  /** varchar(95) */
  mask: string
  /** char(10) */
  pickupgroup: string | null
  /** char(5) */
  port: string
  /** char(7) */
  qualify: string | null
  /** char(1) */
  restrictcid: string | null
  /** char(3) */
  rtptimeout: string | null
  /** char(3) */
  rtpholdtimeout: string | null
  /** varchar(80). Secret: only for holders of secrets:read */
  secret?: string
  /** char(6). friend friend; peer peer; user user */
  type: string
  /** varchar(80) */
  username: string
  /** varchar(100) */
  disallow: string
  /** varchar(100) */
  allow: string
  /** varchar(100) */
  musiconhold: string
  /** int */
  regseconds: number
  /** char(50) */
  ipaddr: string
  /** char(3) */
  cancallforward: string | null
  /** varchar(80) */
  fullcontact: string
  /** varchar(100) */
  setvar: string
  /** varchar(20) */
  regserver: string | null
  /** varchar(11) */
  lastms: string | null
  /** varchar(40) */
  defaultuser: string
  /** varchar(10) */
  auth: string
  /** varchar(10) */
  subscribemwi: string
  /** varchar(20) */
  vmexten: string
  /** varchar(40) */
  cid_number: string
  /** varchar(20) */
  callingpres: string
  /** varchar(10) */
  usereqphone: string
  /** varchar(10) */
  incominglimit: string
  /** varchar(40) */
  subscribecontext: string
  /** varchar(20) */
  musicclass: string
  /** varchar(20) */
  mohsuggest: string
  /** varchar(20) */
  allowtransfer: string
  /** varchar(10) */
  autoframing: string
  /** varchar(15) */
  maxcallbitrate: string
  /** varchar(40) */
  outboundproxy: string
  /** varchar(15) */
  rtpkeepalive: string
  /** varchar(80) */
  useragent: string | null
  /** varchar(40) */
  callbackextension: string | null
}

/** What a new row takes. */
export interface NewSipBuddies {
  /** int */
  id?: number | string
  /** int */
  id_cc_card?: number | string
  /** varchar(80) */
  name: string
  /** varchar(20) */
  accountcode?: string
  /** varchar(20) */
  regexten?: string
  /** char(7) */
  amaflags?: string | null
  /** char(10) */
  callgroup?: string | null
  /** varchar(80) */
  callerid?: string
  /** varchar(20) */
  canreinvite?: string
  /** varchar(80) */
  context?: string
  /** char(50) */
  DEFAULTip?: string | null
  /** char(7) */
  dtmfmode?: string
  /** varchar(80) */
  fromuser?: string
  /** varchar(80) */
  fromdomain?: string
  /** varchar(50) */
  host?: string
  /** varchar(20) */
  insecure?: string
  /** char(2) */
  language?: string | null
  /** varchar(50) */
  mailbox?: string
  /** varchar(80). Secret: only for holders of secrets:read */
  md5secret?: string
  /** char(30) */
  nat?: string | null
  /** varchar(95) */
  deny?: string
  /** varchar(95) */
  permit?: string | null
  /** varchar(95) */
  mask?: string
  /** char(10) */
  pickupgroup?: string | null
  /** char(5) */
  port?: string
  /** char(7) */
  qualify?: string | null
  /** char(1) */
  restrictcid?: string | null
  /** char(3) */
  rtptimeout?: string | null
  /** char(3) */
  rtpholdtimeout?: string | null
  /** varchar(80). Secret: only for holders of secrets:read */
  secret?: string
  /** char(6). friend friend; peer peer; user user */
  type?: string
  /** varchar(80) */
  username?: string
  /** varchar(100) */
  disallow?: string
  /** varchar(100) */
  allow?: string
  /** varchar(100) */
  musiconhold?: string
  /** int */
  regseconds?: number | string
  /** char(50) */
  ipaddr?: string
  /** char(3) */
  cancallforward?: string | null
  /** varchar(80) */
  fullcontact?: string
  /** varchar(100) */
  setvar?: string
  /** varchar(20) */
  regserver?: string | null
  /** varchar(11) */
  lastms?: string | null
  /** varchar(40) */
  defaultuser?: string
  /** varchar(10) */
  auth?: string
  /** varchar(10) */
  subscribemwi?: string
  /** varchar(20) */
  vmexten?: string
  /** varchar(40) */
  cid_number?: string
  /** varchar(20) */
  callingpres?: string
  /** varchar(10) */
  usereqphone?: string
  /** varchar(10) */
  incominglimit?: string
  /** varchar(40) */
  subscribecontext?: string
  /** varchar(20) */
  musicclass?: string
  /** varchar(20) */
  mohsuggest?: string
  /** varchar(20) */
  allowtransfer?: string
  /** varchar(10) */
  autoframing?: string
  /** varchar(15) */
  maxcallbitrate?: string
  /** varchar(40) */
  outboundproxy?: string
  /** varchar(15) */
  rtpkeepalive?: string
  /** varchar(80) */
  useragent?: string | null
  /** varchar(40) */
  callbackextension?: string | null
}

/** What of a row can be changed. */
export type SipBuddiesPatch = Changes<NewSipBuddies, 'id', 'regseconds'>
