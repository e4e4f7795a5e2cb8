/** `GET /custom_api/report/money`: what was refilled, paid and charged, by day, week, month or year. */
import { sql } from 'kysely'
import type { SchemaObject } from 'openapi3-ts/oas31'
import type { Caller } from '../../caller.ts'
import type { Cell } from '../../db/db.ts'
import { JsonNumber } from '../../json-number.ts'
import type { Api } from '../../resources/api.ts'
import { bucketSql } from '../../resources/buckets.ts'
import { selectRows } from '../../resources/selection.ts'
import { findTable } from '../../resources/tables.ts'
import type { Answer, PluginRequest, PluginRoute } from '../plugin.ts'
import { moneySql, numberOf, readerOn } from './figures.ts'
import { bucketsIn, PERIOD, type Period, readPeriod, withinPeriod } from './period.ts'
import { seenTable } from './seen.ts'

const LOGS = {
  refills: { table: 'cc_logrefill', moment: 'date', amount: 'credit' },
  payments: { table: 'cc_logpayment', moment: 'date', amount: 'payment' },
  charges: { table: 'cc_charge', moment: 'creationdate', amount: 'amount' },
} as const
type Log = keyof typeof LOGS
const NAMES = Object.keys(LOGS) as Log[]

const BY = ['day', 'week', 'month', 'year'] as const

const sums: SchemaObject = {
  type: ['object', 'null'],
  required: ['count', 'amount'],
  properties: {
    count: { type: 'integer' },
    amount: { type: 'number', description: 'In the base currency.' },
  },
  description: 'Null where this A2Billing has no such table.',
}
const logs = Object.fromEntries(NAMES.map((name) => [name, sums]))

export const moneyRoute: PluginRoute = {
  operationId: 'reportMoney',
  method: 'GET',
  path: '/custom_api/report/money',
  summary: 'Report refills, payments and charges by day, week, month or year',
  permission: 'reports:money',
  parameters: {
    ...PERIOD,
    by: { type: 'string', default: 'day', values: BY, description: `one of ${BY.join(', ')}` },
  },
  response: {
    type: 'object',
    required: ['by', 'from', 'to', 'tz', 'total', 'rows'],
    properties: {
      by: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      tz: { type: ['string', 'null'] },
      total: { type: 'object', required: NAMES, properties: logs },
      rows: {
        type: 'array',
        items: { type: 'object', required: ['key', ...NAMES], properties: { key: { type: 'string' }, ...logs } },
      },
    },
  },
  handle: ({ query, origin }, { api }) => reportMoney(api, origin.caller, query),
}

async function reportMoney(api: Api, caller: Caller, query: PluginRequest['query']): Promise<Answer> {
  const period = readPeriod(query)
  const by = BY.find((known) => known === query['by']) ?? 'day'
  const buckets = bucketsIn(period, by)
  const read = await Promise.all(NAMES.map((name) => readLog(api, caller, name, period, by)))
  const figures = (name: Log, at: string | null): object | null => {
    const found = read[NAMES.indexOf(name)]
    if (!found) return null
    const [, count = 0, amount = '0.00000'] = found.get(at) ?? []
    return { count: numberOf(count) ?? new JsonNumber('0'), amount: numberOf(amount) }
  }
  const of = (at: string | null): Record<string, unknown> =>
    Object.fromEntries(NAMES.map((name) => [name, figures(name, at)]))
  return {
    by,
    from: period.from,
    to: period.to,
    tz: period.zone?.name ?? null,
    total: of(null),
    rows: buckets.map((key) => ({ key, ...of(key) })),
  }
}

type Sums = ReadonlyMap<string | null, readonly Cell[]>

/** @returns by bucket, and under null of the whole period; undefined where there is no such table */
async function readLog(
  api: Api,
  caller: Caller,
  name: Log,
  period: Period,
  by: (typeof BY)[number],
): Promise<Sums | undefined> {
  const { table, moment, amount } = LOGS[name]
  if (!findTable(api, table)) return undefined
  const log = seenTable(api, caller, table, [moment, amount])
  const isNullable = log.columns.find((column) => column.name === moment)?.nullable === true
  const rows = selectRows(log, { conditions: [] })
  const within = withinPeriod(period)
  const found = await readerOn(api)(
    ['money', log.name, by, period.zone?.name ?? null, ...rows.shape],
    [...rows.values, ...within.values],
    (slot) => {
      const { from, terms } = rows.build(slot)
      const at = sql`${sql.id('t0', moment)}`
      const where = sql.join([...terms, within.sql(at, slot)], sql` and `)
      const key = bucketSql(at, by, period.zone, isNullable)
      // The last row is of all together.
      return sql`select ${key}, count(*), cast(sum(${moneySql(log, amount)}) as decimal(35, 5))${from}
        where ${where} group by ${key} with rollup`
    },
  )
  return new Map(found.map((row) => [row[0] === null || row[0] === undefined ? null : String(row[0]), row]))
}
