// @generated from cc_agent by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, decimal, int, mediumtext, text, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_agent`. */
export const agent: Resource = {
  name: 'agent',
  table: 'cc_agent',
  primaryKey: ['id'],
  label: 'Agents',
  section: 'agents',
  display: 'login',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'datecreation', label: 'Created', type: timestamp() },
    { name: 'active', type: char(1, 'utf8mb3'), codes: { t: 'active', f: 'inactive' } },
    { name: 'login', type: char(20, 'utf8mb3'), required: true },
    { name: 'passwd', label: 'Password', type: char(40, 'utf8mb3'), nullable: true, secret: true },
    { name: 'location', type: text('utf8mb3'), nullable: true },
    { name: 'language', type: char(5, 'utf8mb3'), nullable: true },
    { name: 'id_tariffgroup', label: 'Call plan', type: int, nullable: true },
    { name: 'options', type: int },
    { name: 'credit', label: 'Balance', type: decimal(15, 5), writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'currency', type: char(3, 'utf8mb3'), nullable: true },
    { name: 'locale', type: char(10, 'utf8mb3'), nullable: true },
    { name: 'commission', label: 'Commission, %', type: decimal(10, 4) },
    { name: 'vat', label: 'VAT, %', type: decimal(10, 4) },
    { name: 'banner', type: text('utf8mb3'), nullable: true },
    { name: 'perms', label: 'Rights', type: int, nullable: true, codes: { '1': 'customers', '2': 'billing', '4': 'rate card', '8': 'call report', '16': 'my account', '32': 'support', '64': 'create customer', '128': 'edit customer', '256': 'delete customer', '512': 'generate customers', '1024': 'signup', '2048': 'VoIP configuration', '4096': 'see caller ids' }, sums: true },
    { name: 'lastname', label: 'Last name', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'firstname', label: 'First name', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'address', type: char(100, 'utf8mb3'), nullable: true },
    { name: 'city', type: char(40, 'utf8mb3'), nullable: true },
    { name: 'state', type: char(40, 'utf8mb3'), nullable: true },
    { name: 'country', type: char(40, 'utf8mb3'), nullable: true },
    { name: 'zipcode', label: 'Postal code', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'phone', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'email', label: 'E-mail', type: char(70, 'utf8mb3'), nullable: true },
    { name: 'fax', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'company', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'com_balance', label: 'Balance of commissions', type: decimal(15, 5), blank: '0', writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'threshold_remittance', label: 'Least remittance', type: decimal(15, 5), blank: '0' },
    { name: 'bank_info', label: 'Bank details', type: mediumtext('utf8mb3'), nullable: true },
  ],
  indexes: [
    { columns: ['login'], unique: true },
  ],
  relations: {
    currency: { resource: 'currencies', column: 'currency' },
    id_tariffgroup: { resource: 'tariffgroup', column: 'id', none: ['0'] },
  },
  search: ['login', 'lastname', 'firstname', 'email', 'phone', 'company'],
}
