// @generated from cc_iax_buddies by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_iax_buddies`, at `/api/iaxbuddies/`. */
export interface IaxBuddies {
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
  /** char(5) */
  port: string
  /** char(7) */
  qualify: string | null
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
  /** int */
  regseconds: number
  /** char(50) */
  ipaddr: string
  /** char(3) */
  trunk: string | null
  /** varchar(40). Secret: only for holders of secrets:read */
  dbsecret?: string
  /** varchar(40) */
  regcontext: string
  /** varchar(50) */
  sourceaddress: string
  /** varchar(20) */
  mohinterpret: string
  /** varchar(20) */
  mohsuggest: string
  /** varchar(40). Secret: only for holders of secrets:read */
  inkeys?: string
  /** varchar(40). Secret: only for holders of secrets:read */
  outkey?: string
  /** varchar(40) */
  cid_number: string
  /** varchar(10) */
  sendani: string
  /** varchar(40) */
  fullname: string
  /** varchar(20) */
  auth: string
  /** varchar(15) */
  maxauthreq: string
  /** varchar(20) */
  encryption: string
  /** varchar(10) */
  transfer: string
  /** varchar(10) */
  jitterbuffer: string
  /** varchar(10) */
  forcejitterbuffer: string
  /** varchar(40) */
  codecpriority: string
  /** varchar(10) */
  qualifysmoothing: string
  /** varchar(10) */
  qualifyfreqok: string
  /** varchar(10) */
  qualifyfreqnotok: string
  /** varchar(20) */
  timezone: string
  /** varchar(10) */
  adsi: string
  /** varchar(200) */
  setvar: string
  /** varchar(20) */
  requirecalltoken: string
  /** varchar(10) */
  maxcallnumbers: string
  /** varchar(10) */
  maxcallnumbers_nonvalidated: string
}

/** What a new row takes. */
export interface NewIaxBuddies {
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
  /** varchar(80) */
  callerid?: string
  /** varchar(80) */
  context?: string
  /** char(50) */
  DEFAULTip?: string | null
  /** varchar(50) */
  host?: string
  /** char(2) */
  language?: string | null
  /** varchar(95) */
  deny?: string
  /** varchar(95) */
  permit?: string | null
  /** varchar(95) */
  mask?: string
  /** char(5) */
  port?: string
  /** char(7) */
  qualify?: string | null
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
  /** int */
  regseconds?: number | string
  /** char(50) */
  ipaddr?: string
  /** char(3) */
  trunk?: string | null
  /** varchar(40). Secret: only for holders of secrets:read */
  dbsecret?: string
  /** varchar(40) */
  regcontext?: string
  /** varchar(50) */
  sourceaddress?: string
  /** varchar(20) */
  mohinterpret?: string
  /** varchar(20) */
  mohsuggest?: string
  /** varchar(40). Secret: only for holders of secrets:read */
  inkeys?: string
  /** varchar(40). Secret: only for holders of secrets:read */
  outkey?: string
  /** varchar(40) */
  cid_number?: string
  /** varchar(10) */
  sendani?: string
  /** varchar(40) */
  fullname?: string
  /** varchar(20) */
  auth?: string
  /** varchar(15) */
  maxauthreq?: string
  /** varchar(20) */
  encryption?: string
  /** varchar(10) */
  transfer?: string
  /** varchar(10) */
  jitterbuffer?: string
  /** varchar(10) */
  forcejitterbuffer?: string
  /** varchar(40) */
  codecpriority?: string
  /** varchar(10) */
  qualifysmoothing?: string
  /** varchar(10) */
  qualifyfreqok?: string
  /** varchar(10) */
  qualifyfreqnotok?: string
  /** varchar(20) */
  timezone?: string
  /** varchar(10) */
  adsi?: string
  /** varchar(200) */
  setvar?: string
  /** varchar(20) */
  requirecalltoken?: string
  /** varchar(10) */
  maxcallnumbers?: string
  /** varchar(10) */
  maxcallnumbers_nonvalidated?: string
}

/** What of a row can be changed. */
export type IaxBuddiesPatch = Changes<NewIaxBuddies, 'id', 'regseconds'>
