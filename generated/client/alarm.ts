// @generated from cc_alarm by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_alarm`, at `/api/alarm/`. */
export interface Alarm {
  /** bigint */
  id: number
  /** text */
  name: string
  /** int. 1 hourly; 2 daily; 3 weekly; 4 monthly */
  periode: number
  /** int. 1 average length of call; 2 answer seizure ratio; 3 consecutive incomplete calls */
  type: number
  /** float */
  maxvalue: number
  /** float */
  minvalue: number
  /** int */
  id_trunk: number | null
  /** int. 0 inactive; 1 active */
  status: number
  /** int */
  numberofrun: number
  /** int */
  numberofalarm: number
  /** timestamp */
  datecreate: string | null
  /** timestamp */
  datelastrun: string | null
  /** varchar(50) */
  emailreport: string | null
}

/** What a new row takes. */
export interface NewAlarm {
  /** bigint */
  id?: number | string
  /** text */
  name?: string
  /** int. 1 hourly; 2 daily; 3 weekly; 4 monthly */
  periode?: number | string
  /** int. 1 average length of call; 2 answer seizure ratio; 3 consecutive incomplete calls */
  type?: number | string
  /** float */
  maxvalue?: number | string
  /** float */
  minvalue?: number | string
  /** int */
  id_trunk?: number | string | null
  /** int. 0 inactive; 1 active */
  status?: number | string
  /** int */
  numberofrun?: number | string
  /** int */
  numberofalarm?: number | string
  /** timestamp */
  datecreate?: string
  /** timestamp */
  datelastrun?: string | null
  /** varchar(50) */
  emailreport?: string | null
}

/** What of a row can be changed. */
export type AlarmPatch = Changes<NewAlarm, 'id', 'numberofrun' | 'numberofalarm'>
