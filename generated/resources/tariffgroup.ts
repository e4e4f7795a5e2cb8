// @generated from cc_tariffgroup by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, int, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_tariffgroup`. */
export const tariffgroup: Resource = {
  name: 'tariffgroup',
  table: 'cc_tariffgroup',
  primaryKey: ['id'],
  label: 'Call plans',
  section: 'rates',
  display: 'tariffgroupname',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'iduser', label: 'User', type: int },
    { name: 'idtariffplan', label: 'Rate card', type: int },
    { name: 'tariffgroupname', label: 'Name', type: char(50, 'utf8mb3'), blank: '' },
    { name: 'lcrtype', label: 'Least cost by', type: int, codes: { '0': 'least cost by buy price', '1': 'least cost by sell price' } },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'removeinterprefix', label: 'Remove the international prefix', type: int, codes: { '0': 'keep the international prefix', '1': 'remove it' } },
    { name: 'id_cc_package_offer', label: 'Package offer', type: bigint },
  ],
  relations: {
    id_cc_package_offer: { resource: 'packageoffer', column: 'id', none: ['-1'] },
  },
  search: ['tariffgroupname'],
}
