// @generated from cc_voucher by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, float, int, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_voucher`. */
export const voucher: Resource = {
  name: 'voucher',
  table: 'cc_voucher',
  primaryKey: ['id'],
  label: 'Vouchers',
  section: 'money',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'usedate', label: 'Used on', type: timestamp(), zeroDate: true },
    { name: 'expirationdate', label: 'Expiry date', type: timestamp(), zeroDate: true },
    { name: 'voucher', type: char(50, 'utf8mb3'), required: true, secret: true },
    { name: 'usedcardnumber', label: 'Used by the account', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'tag', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'credit', label: 'Amount', type: float },
    { name: 'activated', type: char(1, 'utf8mb3'), codes: { t: 'usable', f: 'not usable / used' } },
    { name: 'used', label: 'Used', type: int, nullable: true, codes: { '0': 'not used', '1': 'used' } },
    { name: 'currency', type: char(3, 'utf8mb3'), nullable: true },
  ],
  indexes: [
    { columns: ['voucher'], unique: true },
  ],
  relations: {
    currency: { resource: 'currencies', column: 'currency' },
    usedcardnumber: { resource: 'card', column: 'username', none: [''] },
  },
  search: ['usedcardnumber', 'tag'],
}
