// @generated from cc_iso639 by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_iso639`. */
export const iso639: Resource = {
  name: 'iso639',
  table: 'cc_iso639',
  primaryKey: ['code'],
  label: 'Languages',
  section: 'system',
  display: 'name',
  columns: [
    { name: 'code', type: char(2, 'utf8mb3'), required: true },
    { name: 'name', type: char(16, 'utf8mb3'), required: true },
    { name: 'lname', label: 'Language, in itself', type: char(16, 'utf8mb3'), nullable: true },
    { name: 'charset', type: char(16, 'utf8mb3') },
  ],
  indexes: [
    { columns: ['name'], unique: true },
  ],
  relations: {},
}
