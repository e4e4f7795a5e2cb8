// @generated from cc_service by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, float, int, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_service`. */
export const service: Resource = {
  name: 'service',
  table: 'cc_service',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: bigint },
    { name: 'name', type: char(100, 'utf8mb3'), blank: '' },
    { name: 'amount', type: float, blank: '0' },
    { name: 'period', type: int },
    { name: 'rule', type: int },
    { name: 'daynumber', type: int },
    { name: 'stopmode', type: int },
    { name: 'maxnumbercycle', type: int },
    { name: 'status', type: int },
    { name: 'numberofrun', type: int },
    { name: 'datecreate', type: timestamp() },
    { name: 'datelastrun', type: timestamp(), zeroDate: true },
    { name: 'emailreport', type: char(100, 'utf8mb3'), blank: '' },
    { name: 'totalcredit', type: float },
    { name: 'totalcardperform', type: int },
    { name: 'operate_mode', type: tinyint, nullable: true },
    { name: 'dialplan', type: int, nullable: true },
    { name: 'use_group', type: tinyint, nullable: true },
  ],
  relations: {
    dialplan: { resource: 'tariffgroup', column: 'id', none: ['0'] },
  },
  search: ['name'],
}
