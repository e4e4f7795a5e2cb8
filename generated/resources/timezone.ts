// @generated from cc_timezone by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_timezone`. */
export const timezone: Resource = {
  name: 'timezone',
  table: 'cc_timezone',
  primaryKey: ['id'],
  label: 'Time zones',
  section: 'system',
  display: 'gmtzone',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'gmtzone', label: 'Zone', type: varchar(255, 'utf8mb3'), nullable: true },
    { name: 'gmttime', label: 'GMT time', type: varchar(255, 'utf8mb3'), nullable: true },
    { name: 'gmtoffset', label: 'Seconds from GMT', type: bigint },
  ],
  relations: {},
  search: ['gmtzone'],
}
