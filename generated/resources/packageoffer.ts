// @generated from cc_package_offer by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_package_offer`. */
export const packageOffer: Resource = {
  name: 'packageoffer',
  table: 'cc_package_offer',
  primaryKey: ['id'],
  label: 'Package offers',
  section: 'rates',
  display: 'label',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'label', type: varchar(70, 'utf8mb3'), blank: '' },
    { name: 'packagetype', label: 'Type of package', type: int, blank: '0', codes: { '0': 'unlimited calls', '1': 'number of free calls', '2': 'free seconds' } },
    { name: 'billingtype', label: 'Billing type', type: int, blank: '0', codes: { '0': 'monthly', '1': 'weekly' } },
    { name: 'startday', label: 'Day it starts', type: int, blank: '0' },
    { name: 'freetimetocall', label: 'Free time or calls', type: int, blank: '0' },
  ],
  relations: {},
  search: ['label'],
}
