// @generated from cc_alarm by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_alarm`. Primary key: `id`. */
export interface AlarmTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** text */
  name: string

  /** int, default 1 */
  periode: Generated<number>

  /** int, default 1 */
  type: Generated<number>

  /** float */
  maxvalue: number

  /** float, default -1 */
  minvalue: Generated<number>

  /** int */
  id_trunk: number | null

  /** int, default 0 */
  status: Generated<number>

  /** int, default 0 */
  numberofrun: Generated<number>

  /** int, default 0 */
  numberofalarm: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  datecreate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  datelastrun: Generated<SqlDateTime>

  /** varchar(50) */
  emailreport: string | null
}

export type Alarm = Selectable<AlarmTable>

export type NewAlarm = Insertable<AlarmTable>

export type AlarmPatch = Updateable<AlarmTable>
