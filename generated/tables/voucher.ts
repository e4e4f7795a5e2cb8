// @generated from cc_voucher by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_voucher`. Primary key: `id`. */
export interface VoucherTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  usedate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  expirationdate: Generated<SqlDateTime>

  /** char(50). Secret: bearer code */
  voucher: string

  /** char(50) */
  usedcardnumber: string | null

  /** char(50) */
  tag: string | null

  /** float, default 0 */
  credit: Generated<number>

  /** char(1), default f */
  activated: Generated<string>

  /** int, default 0 */
  used: Generated<number | null>

  /** char(3), default USD */
  currency: Generated<string | null>
}

export type Voucher = Selectable<VoucherTable>

export type NewVoucher = Insertable<VoucherTable>

export type VoucherPatch = Updateable<VoucherTable>
