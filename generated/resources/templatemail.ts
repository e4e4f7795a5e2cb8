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
    { name: 'id', label: 'ID', type: int },
    { name: 'id_language', label: 'Language', type: char(20, 'utf8mb3') },
    { name: 'mailtype', label: 'Type of mail', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'fromemail', label: 'From e-mail', type: char(70, 'utf8mb3'), nullable: true },
    { name: 'fromname', label: 'From name', type: char(70, 'utf8mb3'), nullable: true },
    { name: 'subject', type: varchar(130, 'utf8mb3'), nullable: true },
    { name: 'messagetext', label: 'Message as text', type: varchar(3000, 'utf8mb3'), nullable: true },
    { name: 'messagehtml', label: 'Message in HTML', type: varchar(3000, 'utf8mb3'), nullable: true },
  ],
  relations: {},
  search: ['mailtype', 'subject', 'fromname', 'fromemail'],
}
