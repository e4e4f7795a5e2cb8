// @generated from cc_service by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_service`. Primary key: `id`. */
export interface ServiceTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** char(100) */
  name: string

  /** float */
  amount: number

  /** int, default 1 */
  period: Generated<number>

  /** int, default 0 */
  rule: Generated<number>

  /** int, default 0 */
  daynumber: Generated<number>

  /** int, default 0 */
  stopmode: Generated<number>

  /** int, default 0 */
  maxnumbercycle: Generated<number>

  /** int, default 0 */
  status: Generated<number>

  /** int, default 0 */
  numberofrun: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  datecreate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  datelastrun: Generated<SqlDateTime>

  /** char(100) */
  emailreport: string

  /** float, default 0 */
  totalcredit: Generated<number>

  /** int, default 0 */
  totalcardperform: Generated<number>

  /** tinyint, default 0 */
  operate_mode: Generated<number | null>

  /** int, default 0 */
  dialplan: Generated<number | null>

  /** tinyint, default 0 */
  use_group: Generated<number | null>
}

export type Service = Selectable<ServiceTable>

export type NewService = Insertable<ServiceTable>

export type ServicePatch = Updateable<ServiceTable>
