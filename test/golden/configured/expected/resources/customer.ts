// @generated from crm_customers by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, enumOf, flag, int, json, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `crm_customers`. */
export const customer: Resource = {
  name: 'customer',
  table: 'crm_customers',
  primaryKey: ['id'],
  label: 'Crm customers',
  section: 'other',
  display: 'id',
  pageSize: { default: 50 },
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'number', type: int, blank: '0', writable: 'never', hint: 'The shop gives the numbers.' },
    { name: 'card_id', field: 'card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'level', type: char(1, 'utf8mb4'), nullable: true, codes: { G: 'gold', S: 'silver' } },
    { name: 'iban', type: varchar(34, 'utf8mb4'), nullable: true, secret: true },
    { name: 'vip', type: flag(char(1, 'utf8mb4'), 'Y', 'N'), required: true, codes: { false: 'is not', true: 'is called first' } },
    { name: 'blocked', type: flag(tinyint, 1, 0), blank: '0' },
    { name: 'mails', type: flag(enumOf('f', 't', 'later'), 't', 'f'), nullable: true },
    { name: 'settings', type: json, nullable: true },
  ],
  relations: {
    card_id: { resource: 'card', column: 'id', none: ['0'] },
  },
}
