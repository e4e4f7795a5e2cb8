// @generated from cc_monitor by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_monitor`. */
export const monitor: Resource = {
  name: 'monitor',
  table: 'cc_monitor',
  primaryKey: ['id'],
  label: 'Monitors',
  section: 'system',
  display: 'label',
  readOnly: 'A query here is executed by the voice menus.',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'label', type: varchar(50, 'utf8mb3'), blank: '' },
    { name: 'dial_code', label: 'Code to dial', type: int, nullable: true },
    { name: 'description', type: varchar(250, 'utf8mb3'), nullable: true },
    { name: 'text_intro', label: 'Introduction', type: varchar(250, 'utf8mb3'), nullable: true },
    { name: 'query_type', type: tinyint, codes: { '1': 'SQL', '2': 'shell script' } },
    { name: 'query', type: varchar(1000, 'utf8mb3'), nullable: true, secret: true },
    { name: 'result_type', type: tinyint, codes: { '1': 'text to speech', '2': 'unix time', '3': 'number', '4': 'digits' } },
    { name: 'enable', label: 'Enabled', type: tinyint, codes: { '0': 'no', '1': 'yes' } },
  ],
  relations: {},
}
