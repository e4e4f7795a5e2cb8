// @generated from cc_campaign_config by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { decimal, int, mediumtext, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_campaign_config`. */
export const campaignConfig: Resource = {
  name: 'campaignconfig',
  table: 'cc_campaign_config',
  primaryKey: ['id'],
  label: 'Campaign settings',
  section: 'services',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'name', type: varchar(40, 'utf8mb3'), blank: '' },
    { name: 'flatrate', label: 'Flat rate', type: decimal(15, 5) },
    { name: 'context', type: varchar(40, 'utf8mb3'), blank: '' },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
  ],
  relations: {},
}
