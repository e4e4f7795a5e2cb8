// @generated from cc_service by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, float, int, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_service`. */
export const service: Resource = {
  name: 'service',
  table: 'cc_service',
  primaryKey: ['id'],
  label: 'Recurring services',
  section: 'services',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'name', type: char(100, 'utf8mb3'), blank: '' },
    { name: 'amount', type: float, blank: '0' },
    { name: 'period', type: int },
    { name: 'rule', type: int, codes: { '0': 'no rule', '1': 'if the card was not used in the last days', '2': 'if the card was used in the last days', '3': 'every period days' } },
    { name: 'daynumber', label: 'Days', type: int },
    { name: 'stopmode', label: 'When it ends', type: int, codes: { '0': 'never', '1': 'balance not above zero', '2': 'maximum number of cycles reached' } },
    { name: 'maxnumbercycle', label: 'Runs at most', type: int },
    { name: 'status', type: int, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'numberofrun', label: 'Runs', type: int },
    { name: 'datecreate', label: 'Created', type: timestamp() },
    { name: 'datelastrun', label: 'Last run', type: timestamp(), zeroDate: true },
    { name: 'emailreport', label: 'E-mail for reports', type: char(100, 'utf8mb3'), blank: '' },
    { name: 'totalcredit', label: 'Sum', type: float },
    { name: 'totalcardperform', label: 'Customers served', type: int },
    { name: 'operate_mode', label: 'Mode of operation', type: tinyint, nullable: true, codes: { '0': 'balance may become negative', '1': 'partial charge, never below zero' } },
    { name: 'dialplan', label: 'Dial plan', type: int, nullable: true, codes: { '0': 'any call plan' } },
    { name: 'use_group', label: 'Groups it is for', type: tinyint, nullable: true, codes: { '0': 'only the listed card groups', '1': 'any group' } },
  ],
  relations: {
    dialplan: { resource: 'tariffgroup', column: 'id', none: ['0'] },
  },
  search: ['name'],
}
