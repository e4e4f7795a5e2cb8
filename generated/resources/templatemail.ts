// @generated from cc_templatemail by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_templatemail`. */
export const templatemail: Resource = {
  name: 'templatemail',
  table: 'cc_templatemail',
  primaryKey: ['id'],
  label: 'Mail templates',
  section: 'support',
  display: 'mailtype',
  columns: [
    { name: 'id', type: int },
    { name: 'id_language', type: char(20, 'utf8mb3') },
    { name: 'mailtype', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'fromemail', type: char(70, 'utf8mb3'), nullable: true },
    { name: 'fromname', type: char(70, 'utf8mb3'), nullable: true },
    { name: 'subject', type: varchar(130, 'utf8mb3'), nullable: true },
    { name: 'messagetext', type: varchar(3000, 'utf8mb3'), nullable: true },
    { name: 'messagehtml', type: varchar(3000, 'utf8mb3'), nullable: true },
  ],
  relations: {},
  search: ['mailtype', 'subject', 'fromname', 'fromemail'],
}
