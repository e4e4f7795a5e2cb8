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
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_cc_card', label: 'Customer', type: bigint, nullable: true },
    { name: 'id_subscription_fee', label: 'Subscription service', type: int, nullable: true },
    { name: 'startdate', label: 'Start', type: timestamp() },
    { name: 'stopdate', label: 'End', type: timestamp(), zeroDate: true },
    { name: 'product_id', label: 'Product number', type: varchar(100, 'utf8mb3'), nullable: true },
    { name: 'product_name', label: 'Product', type: varchar(100, 'utf8mb3'), nullable: true },
    { name: 'paid_status', label: 'Paid', type: tinyint, codes: { '0': 'first use', '1': 'billed, waiting for payment', '2': 'paid', '3': 'unpaid (card put in status 8)' } },
    { name: 'last_run', type: timestamp(), zeroDate: true },
    { name: 'next_billing_date', label: 'Next billing', type: timestamp(), zeroDate: true },
    { name: 'limit_pay_date', label: 'Pay until', type: timestamp(), zeroDate: true },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id' },
    id_subscription_fee: { resource: 'subscriptionservice', column: 'id', none: ['-1'] },
  },
}
