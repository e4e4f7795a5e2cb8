// @generated from cc_billing_customer by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_billing_customer`. Primary key: `id`. */
export interface BillingCustomerTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_card: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** bigint */
  id_invoice: Bigint

  /** timestamp */
  start_date: SqlDateTime | null
}

export type BillingCustomer = Selectable<BillingCustomerTable>

export type NewBillingCustomer = Insertable<BillingCustomerTable>

export type BillingCustomerPatch = Updateable<BillingCustomerTable>
