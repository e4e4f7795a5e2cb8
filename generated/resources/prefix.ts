// @generated from cc_prefix by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_prefix`. */
export const prefix: Resource = {
  name: 'prefix',
  table: 'cc_prefix',
  primaryKey: ['prefix'],
  label: 'Destinations',
  section: 'rates',
  display: 'destination',
  columns: [
    { name: 'prefix', type: bigint, required: true, counted: true },
    { name: 'destination', type: varchar(60, 'utf8mb3'), blank: '' },
  ],
  relations: {},
  search: ['prefix', 'destination'],
}
