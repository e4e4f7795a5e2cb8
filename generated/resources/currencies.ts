// @generated from cc_currencies by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, timestamp, unsigned, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_currencies`. */
export const currencies: Resource = {
  name: 'currencies',
  table: 'cc_currencies',
  primaryKey: ['id'],
  label: 'Currencies',
  section: 'money',
  display: 'currency',
  columns: [
    { name: 'id', label: 'ID', type: unsigned.smallint },
    { name: 'currency', type: char(3, 'utf8mb3') },
    { name: 'name', type: varchar(30, 'utf8mb3') },
    { name: 'value', label: 'Rate to the base currency', type: unsigned.decimal(12, 5) },
    { name: 'lastupdate', label: 'Updated', type: timestamp() },
    { name: 'basecurrency', label: 'Base currency', type: char(3, 'utf8mb3') },
  ],
  indexes: [
    { columns: ['currency'], unique: true },
  ],
  relations: {
    basecurrency: { resource: 'currencies', column: 'currency' },
  },
  search: ['currency', 'name'],
}
