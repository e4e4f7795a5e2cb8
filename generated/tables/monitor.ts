// @generated from cc_monitor by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_monitor`. Primary key: `id`. */
export interface MonitorTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(50) */
  label: string

  /** int */
  dial_code: number | null

  /** varchar(250) */
  description: string | null

  /** varchar(250) */
  text_intro: string | null

  /** tinyint, default 1 */
  query_type: Generated<number>

  /** varchar(1000). Secret: SQL or script name executed by the IVR */
  query: string | null

  /** tinyint, default 1 */
  result_type: Generated<number>

  /** tinyint, default 1 */
  enable: Generated<number>
}

export type Monitor = Selectable<MonitorTable>

export type NewMonitor = Insertable<MonitorTable>

export type MonitorPatch = Updateable<MonitorTable>
