// @generated from crm_mail_queue by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `crm_mail_queue`. */
export const crmMailQueue: Resource = {
  name: 'crmmailqueue',
  table: 'crm_mail_queue',
  primaryKey: ['id'],
  label: 'Crm mail queue',
  section: 'other',
  display: 'id',
  readOnly: 'A row here sends a mail.',
  pageSize: { default: 50 },
  columns: [
    { name: 'id', label: 'ID', type: int },
  ],
  relations: {},
}
