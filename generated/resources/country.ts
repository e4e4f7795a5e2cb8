// @generated from cc_country by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_country`. */
export const country: Resource = {
  name: 'country',
  table: 'cc_country',
  primaryKey: ['id'],
  label: 'Countries',
  section: 'rates',
  display: 'countryname',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'countrycode', label: 'Country code', type: char(80, 'utf8mb3'), blank: '' },
    { name: 'countryprefix', label: 'Country prefix', type: char(80, 'utf8mb3'), blank: '' },
    { name: 'countryname', label: 'Country', type: char(80, 'utf8mb3'), blank: '' },
  ],
  relations: {},
  search: ['countrycode', 'countryname', 'countryprefix'],
}
