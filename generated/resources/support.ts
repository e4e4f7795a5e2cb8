// @generated from cc_support by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, smallint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_support`. */
export const support: Resource = {
  name: 'support',
  table: 'cc_support',
  primaryKey: ['id'],
  label: 'Support boxes',
  section: 'support',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: smallint },
    { name: 'name', type: varchar(50, 'utf8mb3'), blank: '' },
    { name: 'email', label: 'E-mail', type: varchar(70, 'utf8mb3'), nullable: true },
    { name: 'language', type: char(5, 'utf8mb3') },
  ],
  relations: {},
  search: ['name', 'email'],
}
