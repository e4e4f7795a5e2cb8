// @generated from cc_subscription_signup by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_subscription_signup`. */
export const subscriptionSignup: Resource = {
  name: 'subscriptionsignup',
  table: 'cc_subscription_signup',
  primaryKey: ['id'],
  label: 'Subscriptions offered',
  section: 'services',
  display: 'label',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'label', type: varchar(50, 'utf8mb3'), blank: '' },
    { name: 'id_subscription', type: bigint, nullable: true },
    { name: 'description', type: varchar(500, 'utf8mb3'), nullable: true },
    { name: 'enable', label: 'Enabled', type: tinyint, codes: { '0': 'no', '1': 'yes' } },
    { name: 'id_callplan', label: 'Call plan', type: bigint, nullable: true },
  ],
  relations: {
    id_callplan: { resource: 'tariffgroup', column: 'id' },
    id_subscription: { resource: 'subscriptionservice', column: 'id' },
  },
  search: ['label', 'description'],
}
