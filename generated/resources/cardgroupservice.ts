// @generated from cc_cardgroup_service by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_cardgroup_service`. */
export const cardgroupService: Resource = {
  name: 'cardgroupservice',
  table: 'cc_cardgroup_service',
  primaryKey: ['id_card_group', 'id_service'],
  label: 'Services of groups',
  section: 'services',
  display: 'id_card_group',
  columns: [
    { name: 'id_card_group', label: 'Customer group', type: int, required: true },
    { name: 'id_service', type: int, required: true },
  ],
  relations: {
    id_card_group: { resource: 'cardgroup', column: 'id' },
    id_service: { resource: 'service', column: 'id' },
  },
}
