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
    { name: 'id', type: int },
    { name: 'iduser', type: int },
    { name: 'idtariffplan', type: int },
    { name: 'tariffgroupname', type: char(50, 'utf8mb3'), blank: '' },
    { name: 'lcrtype', type: int, codes: { '0': 'least cost by buy price', '1': 'least cost by sell price' } },
    { name: 'creationdate', type: timestamp() },
    { name: 'removeinterprefix', type: int, codes: { '0': 'keep the international prefix', '1': 'remove it' } },
    { name: 'id_cc_package_offer', type: bigint },
  ],
  relations: {
    id_cc_package_offer: { resource: 'packageoffer', column: 'id', none: ['-1'] },
  },
  search: ['tariffgroupname'],
}
