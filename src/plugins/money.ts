/**
 * What plugins that move money share: the settings of all movements, `/api/movement/`, which is the ledger to read, and
 * the permission of amounts below zero. The moving itself is in src/money.
 */
import { forgetOldKeys } from '../money/keys.ts'
import { LEDGER_SCALE } from '../money/tables.ts'
import { bigint, datetime, decimal, json, unsigned, varchar } from '../resources/column-types.ts'
import type { Resource } from '../resources/resource.ts'
import { definePlugin } from './plugin.ts'

const name = (length: number) => varchar(length, 'utf8mb4')
const amount = decimal(38, LEDGER_SCALE)

const movement: Resource = {
  name: 'movement',
  label: 'Movements of balances',
  section: 'api',
  table: 'a2b_money_movement',
  primaryKey: ['id'],
  readOnly: 'The API keeps it, and nobody changes it.',
  columns: [
    { name: 'id', label: 'ID', type: unsigned.bigint },
    { name: 'at', label: 'When', type: datetime(6) },
    { name: 'operation', type: name(64) },
    { name: 'card_id', label: 'Customer', type: bigint },
    { name: 'delta', label: 'Change', type: amount },
    { name: 'balance_after', label: 'Balance after it', type: amount },
    { name: 'logs', type: json },
    { name: 'user_id', label: 'User number', type: bigint },
    { name: 'user_name', label: 'User', type: name(255) },
    { name: 'key_id', label: 'Key number', type: bigint, nullable: true },
    { name: 'address', label: 'From', type: name(64) },
    { name: 'request_id', label: 'Request', type: name(64) },
    { name: 'reason', type: name(255), nullable: true },
    { name: 'idempotency_key', label: 'Idempotency key', type: name(255), nullable: true },
  ],
  relations: { card_id: { resource: 'card', column: 'id' } },
}

export default definePlugin({
  api: 1,
  name: 'money',
  settings: {
    requireTransactional: {
      type: 'boolean',
      default: false,
      description: 'refuses to move money while a table that is written cannot roll back (MyISAM)',
    },
    requireIdempotencyKey: {
      type: 'boolean',
      default: false,
      description: 'refuses refills and charges without the header Idempotency-Key',
    },
  },
  permissions: { 'money:negative': 'Turn a refill or charge around, by an amount below zero' },
  resources: [movement],
  jobs: [{ name: 'forget-keys', every: 3600, run: async ({ api }) => void (await forgetOldKeys(api.db)) }],
})
