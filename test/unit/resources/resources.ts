/** Small resources that the tests of this folder share: a card, its group, and the calls of it. */
import { admin, apiOn, readerOf } from '../../helpers/callers.ts'
import type { Api } from '../../../src/resources/api.ts'
import {
  bigint,
  char,
  date,
  decimal,
  double,
  enumOf,
  float,
  int,
  json,
  opaque,
  text,
  timestamp,
  varchar,
} from '../../../src/resources/column-types.ts'
import type { Row } from '../../../src/db/db.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { type OfflineAnswers, offlineDb, type OfflineDb } from '../../helpers/offline-db.ts'

export const cardgroup: Resource = {
  name: 'cardgroup',
  table: 'cc_card_group',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: int },
    { name: 'name', type: char(30, 'utf8mb3'), nullable: true },
    { name: 'id_agent', type: int, nullable: true },
  ],
  relations: {},
}

export const card: Resource = {
  name: 'card',
  table: 'cc_card',
  primaryKey: ['id'],
  resetVariables: ['serial'],
  columns: [
    { name: 'id', type: bigint },
    { name: 'firstusedate', type: timestamp(), zeroDate: true, writable: 'create', hint: 'A2Billing keeps it.' },
    { name: 'username', type: varchar(50, 'utf8mb3'), required: 'filled' },
    { name: 'uipass', type: varchar(50, 'utf8mb3'), blank: '', secret: true },
    { name: 'credit', type: decimal(15, 5), required: 'filled', writable: 'create', hint: 'Use the refill call.' },
    { name: 'lastname', type: varchar(50, 'utf8mb3'), blank: '' },
    { name: 'vat', type: float },
    { name: 'id_group', type: int },
    { name: 'serial', type: bigint, nullable: true, writable: 'never' },
    { name: 'birthday', type: date, nullable: true },
    { name: 'page', type: int, nullable: true },
  ],
  relations: { id_group: { resource: 'cardgroup', column: 'id' } },
  search: ['username', 'lastname', 'uipass', { resource: 'call', reference: 'card_id', column: 'src' }],
}

export const call: Resource = {
  name: 'call',
  table: 'cc_call',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: bigint },
    { name: 'card_id', field: 'card', type: bigint },
    { name: 'src', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'starttime', type: timestamp() },
    { name: 'ratio', type: double, nullable: true },
    { name: 'state', type: enumOf('open', 'closed') },
    { name: 'extra', type: json, nullable: true },
    { name: 'place', type: opaque('point'), nullable: true },
    { name: 'username', type: varchar(50, 'utf8mb3'), nullable: true },
  ],
  relations: {
    card_id: { resource: 'card', column: 'id' },
    username: { resource: 'card', column: 'username' },
  },
}

/** A view: its rows have no key. */
export const report: Resource = {
  name: 'report',
  table: 'cc_report',
  primaryKey: [],
  readOnly: 'It is a view.',
  columns: [
    { name: 'card_id', type: bigint },
    { name: 'note', type: text('utf8mb3'), nullable: true },
    { name: 'total', type: decimal(15, 5) },
    { name: 'pin', type: varchar(10, 'utf8mb3'), secret: true },
  ],
  relations: { card_id: { resource: 'card', column: 'id' } },
}

/** Two parts, one of them text. */
export const rate: Resource = {
  name: 'rate',
  table: 'cc_rate',
  primaryKey: ['id_plan', 'prefix'],
  columns: [
    { name: 'id_plan', type: int, required: true },
    { name: 'prefix', type: varchar(20, 'utf8mb3'), required: true },
    { name: 'price', type: decimal(15, 5), blank: '0' },
  ],
  relations: {},
}

export function offlineApi(answers: OfflineAnswers = {}): Api & { readonly db: OfflineDb } {
  const resources = [cardgroup, card, call, report, rate]
  const db = offlineDb(answers)
  return { ...apiOn(db, new Map(resources.map((it) => [it.name, it]))), db }
}

/** A row of {@link card}, as the database gives it. */
export const aCard: Row = ['5', '2026-01-01 00:00:00', 'u', 'secret', '1.00000', 'x', 0, 1, null, null, null]

/** A row of {@link call}. */
export const aCall: Row = ['7', '8', null, '2026-01-01 00:00:00', null, 'open', null, null, null]

export { admin }
export const reader = readerOf(['cardgroup', 'card', 'call', 'report', 'rate'])
