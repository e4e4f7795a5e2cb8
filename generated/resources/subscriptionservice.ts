// @generated from cc_subscription_service by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, float, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_subscription_service`. */
export const subscriptionService: Resource = {
  name: 'subscriptionservice',
  table: 'cc_subscription_service',
  primaryKey: ['id'],
  label: 'Subscription services',
  section: 'services',
  display: 'label',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'label', type: varchar(200, 'utf8mb3'), blank: '' },
    { name: 'fee', type: float },
    { name: 'status', type: int, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'numberofrun', label: 'Runs', type: int },
    { name: 'datecreate', label: 'Created', type: timestamp() },
    { name: 'datelastrun', label: 'Last run', type: timestamp(), zeroDate: true },
    { name: 'emailreport', label: 'E-mail for reports', type: varchar(100, 'utf8mb3'), blank: '' },
    { name: 'totalcredit', label: 'Sum', type: float },
    { name: 'totalcardperform', label: 'Customers served', type: int },
    { name: 'startdate', label: 'Start', type: timestamp(), zeroDate: true },
    { name: 'stopdate', label: 'End', type: timestamp(), zeroDate: true },
  ],
  relations: {},
  search: ['label'],
}
