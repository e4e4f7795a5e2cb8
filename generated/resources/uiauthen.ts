// @generated from cc_ui_authen by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_ui_authen`. */
export const uiAuthen: Resource = {
  name: 'uiauthen',
  table: 'cc_ui_authen',
  primaryKey: ['userid'],
  label: 'A2Billing administrators',
  section: 'system',
  display: 'login',
  columns: [
    { name: 'userid', label: 'ID', type: bigint },
    { name: 'login', type: char(50, 'utf8mb3'), required: true },
    { name: 'pwd_encoded', label: 'Password', type: varchar(250, 'utf8mb3'), blank: '', secret: true },
    { name: 'groupid', label: 'Group', type: int, nullable: true, codes: { '0': 'root (all rights)', '1': 'administrator (rights in perms)' } },
    { name: 'perms', label: 'Rights', type: int, nullable: true, codes: { '1': 'customers', '2': 'billing', '4': 'rate card', '8': 'trunk', '16': 'call report', '32': 'cron service', '64': 'agent/admin', '128': 'maintenance', '256': 'mail', '512': 'DID', '1024': 'callback', '2048': 'outbound CID', '4096': 'package offer', '8192': 'predictive dialler', '16384': 'invoices', '32768': 'support', '65536': 'dashboard', '131072': 'system settings', '262144': 'edit refills', '524288': 'edit payments', '1048576': 'edit customers', '2097152': 'delete notifications', '4194304': 'delete CDR', '8388608': 'edit admins', '16777216': 'edit agents' }, sums: true },
    { name: 'confaddcust', label: 'Confirmation of new customers', type: int, nullable: true },
    { name: 'name', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'direction', type: char(80, 'utf8mb3'), nullable: true },
    { name: 'zipcode', label: 'Postal code', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'state', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'phone', type: char(30, 'utf8mb3'), nullable: true },
    { name: 'fax', type: char(30, 'utf8mb3'), nullable: true },
    { name: 'datecreation', label: 'Created', type: timestamp() },
    { name: 'email', label: 'E-mail', type: varchar(70, 'utf8mb3'), nullable: true },
    { name: 'country', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'city', type: varchar(40, 'utf8mb3'), nullable: true },
  ],
  indexes: [
    { columns: ['login'], unique: true },
  ],
  relations: {},
  search: ['login', 'name', 'email', 'phone'],
}
