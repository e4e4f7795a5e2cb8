// @generated from Odd *\/ table's name by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { enumOf, int, unsigned, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `Odd *\/ table's name`. */
export const oddTableSName: Resource = {
  name: 'Odd-table-s-name',
  table: 'Odd */ table\'s name',
  primaryKey: ['id'],
  label: 'Odd */ table\'s name',
  section: 'other',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: unsigned.int },
    { name: 'class', type: int, nullable: true },
    { name: 'a b', type: int, nullable: true },
    { name: 'it\'s', type: enumOf('it\'s', 'a,b', 'back\\slash'), blank: 'it\'s' },
    { name: 'page', type: int, nullable: true },
    { name: 'DEFAULTip', label: 'Default address', type: varchar(15, 'latin1'), nullable: true },
  ],
  relations: {},
}
