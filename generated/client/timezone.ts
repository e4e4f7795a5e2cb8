// @generated from cc_timezone by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_timezone`, at `/api/timezone/`. */
export interface Timezone {
  /** int */
  id: number
  /** varchar(255) */
  gmtzone: string | null
  /** varchar(255) */
  gmttime: string | null
  /** bigint */
  gmtoffset: number
}

/** What a new row takes. */
export interface NewTimezone {
  /** int */
  id?: number | string
  /** varchar(255) */
  gmtzone?: string | null
  /** varchar(255) */
  gmttime?: string | null
  /** bigint */
  gmtoffset?: number | string
}

/** What of a row can be changed. */
export type TimezonePatch = Changes<NewTimezone, 'id', 'gmtoffset'>
