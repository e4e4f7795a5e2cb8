// @generated from cc_service by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_service`, at `/api/service/`. */
export interface Service {
  /** bigint */
  id: number
  /** char(100) */
  name: string
  /** float */
  amount: number
  /** int */
  period: number
  /** int. 0 no rule; 1 if the card was not used in the last days; 2 if the card was used in the last days; 3 every period days */
  rule: number
  /** int */
  daynumber: number
  /** int. 0 never; 1 balance not above zero; 2 maximum number of cycles reached */
  stopmode: number
  /** int */
  maxnumbercycle: number
  /** int. 0 inactive; 1 active */
  status: number
  /** int */
  numberofrun: number
  /** timestamp */
  datecreate: string | null
  /** timestamp */
  datelastrun: string | null
  /** char(100) */
  emailreport: string
  /** float */
  totalcredit: number
  /** int */
  totalcardperform: number
  /** tinyint. 0 balance may become negative; 1 partial charge, never below zero */
  operate_mode: number | null
  /** int. 0 any call plan */
  dialplan: number | null
  /** tinyint. 0 only the listed card groups; 1 any group */
  use_group: number | null
}

/** What a new row takes. */
export interface NewService {
  /** bigint */
  id?: number | string
  /** char(100) */
  name?: string
  /** float */
  amount?: number | string
  /** int */
  period?: number | string
  /** int. 0 no rule; 1 if the card was not used in the last days; 2 if the card was used in the last days; 3 every period days */
  rule?: number | string
  /** int */
  daynumber?: number | string
  /** int. 0 never; 1 balance not above zero; 2 maximum number of cycles reached */
  stopmode?: number | string
  /** int */
  maxnumbercycle?: number | string
  /** int. 0 inactive; 1 active */
  status?: number | string
  /** int */
  numberofrun?: number | string
  /** timestamp */
  datecreate?: string
  /** timestamp */
  datelastrun?: string | null
  /** char(100) */
  emailreport?: string
  /** float */
  totalcredit?: number | string
  /** int */
  totalcardperform?: number | string
  /** tinyint. 0 balance may become negative; 1 partial charge, never below zero */
  operate_mode?: number | string | null
  /** int. 0 any call plan */
  dialplan?: number | string | null
  /** tinyint. 0 only the listed card groups; 1 any group */
  use_group?: number | string | null
}

/** What of a row can be changed. */
export type ServicePatch = Changes<NewService, 'id', 'period' | 'daynumber' | 'maxnumbercycle' | 'numberofrun' | 'totalcardperform'>
