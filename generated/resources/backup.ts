// @generated from cc_backup by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_backup`. */
export const backup: Resource = {
  name: 'backup',
  table: 'cc_backup',
  primaryKey: ['id'],
  label: 'Backups',
  section: 'system',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'name', type: varchar(255, 'utf8mb3'), required: true },
    { name: 'path', type: varchar(255, 'utf8mb3'), blank: '' },
    { name: 'creationdate', label: 'Created', type: timestamp() },
  ],
  indexes: [
    { columns: ['name'], unique: true },
  ],
  relations: {},
}
