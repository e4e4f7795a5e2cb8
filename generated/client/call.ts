// @generated from cc_call by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_call`, at `/api/call/`. */
export interface Call {
  /** bigint */
  id: number
  /** varchar(40) */
  sessionid: string
  /** varchar(30) */
  uniqueid: string
  /** bigint */
  card_id: number
  /** varchar(30) */
  nasipaddress: string
  /** timestamp */
  starttime: string | null
  /** timestamp */
  stoptime: string | null
  /** int */
  sessiontime: number | null
  /** varchar(100) */
  calledstation: string
  /** float */
  sessionbill: number | null
  /** int */
  id_tariffgroup: number | null
  /** int */
  id_tariffplan: number | null
  /** int */
  id_ratecard: number | null
  /** int */
  id_trunk: number | null
  /** int. 0 standard; 1 SIP/IAX call; 2 DID call; 3 DID to VoIP; 4 callback; 5 predictive; 6 auto dialler; 7 DID A-leg */
  sipiax: number | null
  /** varchar(40) */
  src: string
  /** int */
  id_did: number | null
  /** decimal(15,5) */
  buycost: string | null
  /** int */
  id_card_package_offer: number | null
  /** int */
  real_sessiontime: number | null
  /** varchar(40) */
  dnid: string
  /** int. 0 unknown; 1 answer; 2 busy; 3 no answer; 4 cancel; 5 congestion; 6 channel unavailable; 7 dontcall; 8 torture; 9 invalid args */
  terminatecauseid: number | null
  /** int */
  destination: number | null
  /** varchar(20) */
  a2b_custom1: string | null
  /** varchar(20) */
  a2b_custom2: string | null
}

/** What a new row takes. */
export interface NewCall {
  /** bigint */
  id?: number | string
  /** varchar(40) */
  sessionid?: string
  /** varchar(30) */
  uniqueid?: string
  /** bigint */
  card_id?: number | string
  /** varchar(30) */
  nasipaddress?: string
  /** timestamp */
  starttime?: string
  /** timestamp */
  stoptime?: string | null
  /** int */
  sessiontime?: number | string | null
  /** varchar(100) */
  calledstation?: string
  /** float */
  sessionbill?: number | string | null
  /** int */
  id_tariffgroup?: number | string | null
  /** int */
  id_tariffplan?: number | string | null
  /** int */
  id_ratecard?: number | string | null
  /** int */
  id_trunk?: number | string | null
  /** int. 0 standard; 1 SIP/IAX call; 2 DID call; 3 DID to VoIP; 4 callback; 5 predictive; 6 auto dialler; 7 DID A-leg */
  sipiax?: number | string | null
  /** varchar(40) */
  src?: string
  /** int */
  id_did?: number | string | null
  /** decimal(15,5) */
  buycost?: string | null
  /** int */
  id_card_package_offer?: number | string | null
  /** int */
  real_sessiontime?: number | string | null
  /** varchar(40) */
  dnid?: string
  /** int. 0 unknown; 1 answer; 2 busy; 3 no answer; 4 cancel; 5 congestion; 6 channel unavailable; 7 dontcall; 8 torture; 9 invalid args */
  terminatecauseid?: number | string | null
  /** int */
  destination?: number | string | null
  /** varchar(20) */
  a2b_custom1?: string | null
  /** varchar(20) */
  a2b_custom2?: string | null
}

/** What of a row can be changed. */
export type CallPatch = Changes<NewCall, 'id', 'sessiontime' | 'buycost' | 'real_sessiontime'>
