// @generated from cc_card_package_offer by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_card_package_offer`. */
export const cardPackageOffer: Resource = {
  name: 'cardpackageoffer',
  table: 'cc_card_package_offer',
  primaryKey: ['id'],
  label: 'Packages used',
  section: 'rates',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_cc_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'id_cc_package_offer', label: 'Package offer', type: bigint, blank: '0' },
    { name: 'date_consumption', label: 'Used on', type: timestamp() },
    { name: 'used_secondes', label: 'Seconds used', type: bigint, blank: '0' },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id' },
    id_cc_package_offer: { resource: 'packageoffer', column: 'id' },
  },
}
