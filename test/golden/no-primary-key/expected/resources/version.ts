// @generated from cc_version by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_version`. */
export const version: Resource = {
  name: 'version',
  table: 'cc_version',
  primaryKey: [],
  label: 'A2Billing version',
  section: 'system',
  display: 'version',
  readOnly: 'It has no primary key, so no row has an address.',
  columns: [
    { name: 'version', type: varchar(30, 'utf8mb3'), blank: '' },
  ],
  relations: {},
}
