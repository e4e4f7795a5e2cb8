// @generated from cc_ui_authen by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_ui_authen`, at `/api/uiauthen/`. */
export interface UiAuthen {
  /** bigint */
  userid: number
  /** char(50) */
  login: string
  /** varchar(250). Secret: only for holders of secrets:read */
  pwd_encoded?: string
  /** int. 0 root (all rights); 1 administrator (rights in perms) */
  groupid: number | null
  /** int. 1 customers; 2 billing; 4 rate card; 8 trunk; 16 call report; 32 cron service; 64 agent/admin; 128 maintenance; 256 mail; 512 DID; 1024 callback; 2048 outbound CID; 4096 package offer; 8192 predictive dialler; 16384 invoices; 32768 support; 65536 dashboard; 131072 system settings; 262144 edit refills; 524288 edit payments; 1048576 edit customers; 2097152 delete notifications; 4194304 delete CDR; 8388608 edit admins; 16777216 edit agents */
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
  /** timestamp */
  datecreation: string | null
  /** varchar(70) */
  email: string | null
  /** varchar(40) */
  country: string | null
  /** varchar(40) */
  city: string | null
}

/** What a new row takes. */
export interface NewUiAuthen {
  /** bigint */
  userid?: number | string
  /** char(50) */
  login: string
  /** varchar(250). Secret: only for holders of secrets:read */
  pwd_encoded?: string
  /** int. 0 root (all rights); 1 administrator (rights in perms) */
  groupid?: number | string | null
  /** int. 1 customers; 2 billing; 4 rate card; 8 trunk; 16 call report; 32 cron service; 64 agent/admin; 128 maintenance; 256 mail; 512 DID; 1024 callback; 2048 outbound CID; 4096 package offer; 8192 predictive dialler; 16384 invoices; 32768 support; 65536 dashboard; 131072 system settings; 262144 edit refills; 524288 edit payments; 1048576 edit customers; 2097152 delete notifications; 4194304 delete CDR; 8388608 edit admins; 16777216 edit agents */
  perms?: number | string | null
  /** int */
  confaddcust?: number | string | null
  /** char(50) */
  name?: string | null
  /** char(80) */
  direction?: string | null
  /** char(20) */
  zipcode?: string | null
  /** char(20) */
  state?: string | null
  /** char(30) */
  phone?: string | null
  /** char(30) */
  fax?: string | null
  /** timestamp */
  datecreation?: string
  /** varchar(70) */
  email?: string | null
  /** varchar(40) */
  country?: string | null
  /** varchar(40) */
  city?: string | null
}

/** What of a row can be changed. */
export type UiAuthenPatch = Changes<NewUiAuthen, 'userid', 'confaddcust'>
