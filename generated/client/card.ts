// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card`, at `/api/card/`. */
export interface Card {
  /** bigint */
  id: number
  /** timestamp */
  creationdate: string | null
  /** timestamp */
  firstusedate: string | null
  /** timestamp */
  expirationdate: string | null
  /** int. 0 never; 1 on expirationdate; 2 expiredays after first use; 3 expiredays after creation */
  enableexpire: number | null
  /** int */
  expiredays: number | null
  /** varchar(50) */
  username: string
  /** varchar(50) */
  useralias: string
  /** varchar(50). Secret: only for holders of secrets:read */
  uipass?: string
  /** decimal(15,5) */
  credit: string
  /** int */
  tariff: number | null
  /** int */
  id_didgroup: number | null
  /** char(1). t active; f inactive */
  activated: string
  /** int. 0 cancelled; 1 active; 2 new; 3 waiting for mail confirmation; 4 reserved; 5 expired; 6 suspended, underpayment; 7 suspended, litigation; 8 waiting for subscription payment */
  status: number
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
  /** int */
  inuse: number | null
  /** int. 0 one call at a time; 1 simultaneous calls allowed */
  simultaccess: number | null
  /** char(3) */
  currency: string | null
  /** timestamp */
  lastuse: string | null
  /** int */
  nbused: number | null
  /** int. 0 prepaid; 1 postpaid */
  typepaid: number | null
  /** int */
  creditlimit: number | null
  /** int */
  voipcall: number | null
  /** int. 0 no; 1 yes */
  sip_buddy: number | null
  /** int. 0 no; 1 yes */
  iax_buddy: number | null
  /** char(5) */
  language: string | null
  /** varchar(50) */
  redial: string
  /** int. 0 no; 1 yes */
  runservice: number | null
  /** int */
  nbservice: number | null
  /** int */
  id_campaign: number | null
  /** bigint */
  num_trials_done: number | null
  /** float */
  vat: number
  /** timestamp */
  servicelastrun: string | null
  /** decimal(15,5) */
  initialbalance: string
  /** int */
  invoiceday: number | null
  /** int. 0 no; 1 yes */
  autorefill: number | null
  /** varchar(40). Secret: only for holders of secrets:read */
  loginkey?: string
  /** char(17) */
  mac_addr: string
  /** int */
  id_timezone: number | null
  /** varchar(50) */
  tag: string
  /** int. 0 no; 1 yes */
  voicemail_permitted: number
  /** smallint. 0 no; 1 yes */
  voicemail_activated: number
  /** timestamp */
  last_notification: string | null
  /** varchar(70) */
  email_notification: string
  /** smallint. 0 no; 1 yes */
  notify_email: number
  /** int. -1 not defined */
  credit_notification: number
  /** int */
  id_group: number
  /** varchar(50) */
  company_name: string
  /** varchar(60) */
  company_website: string
  /** varchar(40) */
  vat_rn: string | null
  /** bigint */
  traffic: number | null
  /** varchar(300) */
  traffic_target: string
  /** decimal(5,2) */
  discount: string
  /** tinyint. 0 none; 1 may not call the numbers in cc_restricted_phonenumber; 2 may call only those numbers */
  restriction: number
  /** int */
  id_seria: number | null
  /** bigint */
  serial: number | null
  /** tinyint. 0 no; 1 yes */
  block: number
  /** varchar(15). Secret: only for holders of secrets:read */
  lock_pin?: string | null
  /** timestamp */
  lock_date: string | null
  /** int */
  max_concurrent: number
}

/** What a new row takes. */
export interface NewCard {
  /** bigint */
  id?: number | string
  /** timestamp */
  creationdate?: string
  /** timestamp */
  firstusedate?: string | null
  /** timestamp */
  expirationdate?: string | null
  /** int. 0 never; 1 on expirationdate; 2 expiredays after first use; 3 expiredays after creation */
  enableexpire?: number | string | null
  /** int */
  expiredays?: number | string | null
  /** varchar(50) */
  username: string
  /** varchar(50) */
  useralias: string
  /** varchar(50). Secret: only for holders of secrets:read */
  uipass: string
  /** decimal(15,5) */
  credit: string
  /** int */
  tariff: number | string | null
  /** int */
  id_didgroup?: number | string | null
  /** char(1). t active; f inactive */
  activated?: string
  /** int. 0 cancelled; 1 active; 2 new; 3 waiting for mail confirmation; 4 reserved; 5 expired; 6 suspended, underpayment; 7 suspended, litigation; 8 waiting for subscription payment */
  status?: number | string
  /** varchar(50) */
  lastname?: string
  /** varchar(50) */
  firstname?: string
  /** varchar(100) */
  address?: string
  /** varchar(40) */
  city?: string
  /** varchar(40) */
  state?: string
  /** varchar(40) */
  country?: string
  /** varchar(20) */
  zipcode?: string
  /** varchar(20) */
  phone?: string
  /** varchar(70) */
  email?: string
  /** varchar(20) */
  fax?: string
  /** int */
  inuse?: number | string | null
  /** int. 0 one call at a time; 1 simultaneous calls allowed */
  simultaccess?: number | string | null
  /** char(3) */
  currency?: string | null
  /** timestamp */
  lastuse?: string | null
  /** int */
  nbused?: number | string | null
  /** int. 0 prepaid; 1 postpaid */
  typepaid?: number | string | null
  /** int */
  creditlimit?: number | string | null
  /** int */
  voipcall?: number | string | null
  /** int. 0 no; 1 yes */
  sip_buddy?: number | string | null
  /** int. 0 no; 1 yes */
  iax_buddy?: number | string | null
  /** char(5) */
  language?: string | null
  /** varchar(50) */
  redial?: string
  /** int. 0 no; 1 yes */
  runservice?: number | string | null
  /** int */
  nbservice?: number | string | null
  /** int */
  id_campaign?: number | string | null
  /** bigint */
  num_trials_done?: number | string | null
  /** float */
  vat?: number | string
  /** timestamp */
  servicelastrun?: string | null
  /** decimal(15,5) */
  initialbalance?: string
  /** int */
  invoiceday?: number | string | null
  /** int. 0 no; 1 yes */
  autorefill?: number | string | null
  /** varchar(40). Secret: only for holders of secrets:read */
  loginkey?: string
  /** char(17) */
  mac_addr?: string
  /** int */
  id_timezone?: number | string | null
  /** varchar(50) */
  tag?: string
  /** int. 0 no; 1 yes */
  voicemail_permitted?: number | string
  /** smallint. 0 no; 1 yes */
  voicemail_activated?: number | string
  /** timestamp */
  last_notification?: string | null
  /** varchar(70) */
  email_notification?: string
  /** smallint. 0 no; 1 yes */
  notify_email?: number | string
  /** int. -1 not defined */
  credit_notification?: number | string
  /** int */
  id_group?: number | string
  /** varchar(50) */
  company_name?: string
  /** varchar(60) */
  company_website?: string
  /** varchar(40) */
  vat_rn?: string | null
  /** bigint */
  traffic?: number | string | null
  /** varchar(300) */
  traffic_target?: string
  /** decimal(5,2) */
  discount?: string
  /** tinyint. 0 none; 1 may not call the numbers in cc_restricted_phonenumber; 2 may call only those numbers */
  restriction?: number | string
  /** int */
  id_seria?: number | string | null
  /** tinyint. 0 no; 1 yes */
  block?: number | string
  /** varchar(15). Secret: only for holders of secrets:read */
  lock_pin?: string | null
  /** timestamp */
  lock_date?: string | null
  /** int */
  max_concurrent?: number | string
}

/** What of a row can be changed. */
export type CardPatch = Changes<NewCard, 'id' | 'firstusedate' | 'credit' | 'inuse' | 'lastuse' | 'nbused' | 'redial' | 'servicelastrun' | 'last_notification', 'expiredays' | 'creditlimit' | 'voipcall' | 'nbservice' | 'num_trials_done' | 'initialbalance' | 'invoiceday' | 'traffic' | 'discount' | 'max_concurrent'>
