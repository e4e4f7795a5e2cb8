// @generated from cc_tariffgroup_plan by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_tariffgroup_plan`. */
export const tariffgroupPlan: Resource = {
  name: 'tariffgroupplan',
  table: 'cc_tariffgroup_plan',
  primaryKey: ['idtariffgroup', 'idtariffplan'],
  label: 'Rate cards of call plans',
  section: 'rates',
  display: 'idtariffgroup',
  columns: [
    { name: 'idtariffgroup', label: 'Call plan', type: int, required: true },
    { name: 'idtariffplan', label: 'Rate card', type: int, required: true },
  ],
  relations: {
    idtariffgroup: { resource: 'tariffgroup', column: 'id' },
    idtariffplan: { resource: 'tariffplan', column: 'id' },
  },
}
