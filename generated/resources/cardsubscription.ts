// @generated from cc_card_subscription by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_card_subscription`. */
export const cardSubscription: Resource = {
  name: 'cardsubscription',
  table: 'cc_card_subscription',
  primaryKey: ['id'],
  label: 'Subscriptions',
  section: 'services',
  display: 'product_name',
  columns: [
    { name: 'id', type: bigint },
    { name: 'id_cc_card', type: bigint, nullable: true },
    { name: 'id_subscription_fee', type: int, nullable: true },
    { name: 'startdate', type: timestamp() },
    { name: 'stopdate', type: timestamp(), zeroDate: true },
    { name: 'product_id', type: varchar(100, 'utf8mb3'), nullable: true },
    { name: 'product_name', type: varchar(100, 'utf8mb3'), nullable: true },
    { name: 'paid_status', type: tinyint, codes: { '0': 'first use', '1': 'billed, waiting for payment', '2': 'paid', '3': 'unpaid (card put in status 8)' } },
    { name: 'last_run', type: timestamp(), zeroDate: true },
    { name: 'next_billing_date', type: timestamp(), zeroDate: true },
    { name: 'limit_pay_date', type: timestamp(), zeroDate: true },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id' },
    id_subscription_fee: { resource: 'subscriptionservice', column: 'id', none: ['-1'] },
  },
}
