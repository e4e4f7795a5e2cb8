/** `GET /custom_api/report/running_out`: customers whose balance will not last, as they have been calling. */
import { sql } from 'kysely'
import type { SchemaObject } from 'openapi3-ts/oas31'
import type { Caller } from '../../caller.ts'
import type { Api } from '../../resources/api.ts'
import { selectRows } from '../../resources/selection.ts'
import { hasColumn } from '../../resources/tables.ts'
import { viewOf } from '../../resources/view.ts'
import type { Answer, PluginRequest, PluginRoute } from '../plugin.ts'
import { moneySql, numberOf, readerOn } from './figures.ts'
import { namesOf } from './names.ts'
import { seenTable } from './seen.ts'

const customer: Record<string, SchemaObject> = {
  card_id: { type: 'integer' },
  label: { type: ['string', 'null'], description: 'The account, for who may list it.' },
  balance: { type: 'number' },
  available: { type: 'number', description: 'With the credit limit of who pays afterwards.' },
  spent: { type: 'number', description: 'On calls of the last `days`.' },
  spent_a_day: { type: 'number' },
  days_left: { type: 'number', description: 'At that rate; zero or less: there is nothing left.' },
}

export const runningOutRoute: PluginRoute = {
  operationId: 'reportRunningOut',
  method: 'GET',
  path: '/custom_api/report/running_out',
  summary: 'Report customers whose balance will not last',
  permission: 'reports:customers',
  parameters: {
    days: {
      type: 'integer',
      default: '7',
      minimum: 1,
      maximum: 90,
      description: 'a number of days from 1 to 90: what was spent in the last of them is taken to go on',
    },
    within: {
      type: 'integer',
      default: '3',
      minimum: 0,
      maximum: 365,
      description: 'a number of days from 0 to 365: who lasts longer is left out',
    },
    limit: { type: 'integer', default: '20', minimum: 1, maximum: 500, description: 'a number from 1 to 500' },
  },
  response: {
    type: 'object',
    required: ['is_complete', 'customers'],
    properties: {
      is_complete: { type: 'boolean', description: 'False: `limit` has left some out.' },
      customers: {
        type: 'array',
        description: 'Those who run out first, first.',
        items: { type: 'object', required: Object.keys(customer), properties: customer },
      },
    },
  },
  handle: ({ query, origin }, { api }) => reportRunningOut(api, origin.caller, query),
}

/** A card's status that lets it call. */
const ACTIVE = 1
/** A card that pays afterwards, up to its credit limit. */
const POSTPAID = 1

async function reportRunningOut(api: Api, caller: Caller, query: PluginRequest['query']): Promise<Answer> {
  const [days, within, limit] = ['days', 'within', 'limit'].map((name) => Number(query[name]))
  const calls = seenTable(api, caller, 'cc_call', ['card_id', 'starttime', 'sessionbill'])
  const cards = seenTable(api, caller, 'cc_card', ['id', 'credit', 'status', 'typepaid', 'creditlimit'])
  const [ofCalls, ofCards] = [calls, cards].map((resource) => selectRows(resource, { conditions: [] }))
  if (!ofCalls || !ofCards || limit === undefined) throw new Error('There are two tables, and a default for the limit')
  const found = await readerOn(viewOf(api, caller))(
    ['running out', ...ofCalls.shape, ...ofCards.shape],
    [...ofCards.values, days, ...ofCalls.values, days, days, within, limit + 1],
    (slot) => {
      const outer = ofCards.build(slot)
      const perDay = sql`${sql.id('s', 'spent')} / ${slot()}`
      const inner = ofCalls.build(slot)
      const since = sql`${sql.id('t0', 'starttime')} >= date_sub(now(), interval ${slot()} day)`
      const spending = sql`select ${sql.id('t0', 'card_id')} as ${sql.id('card_id')}, sum(${moneySql(calls, 'sessionbill')}) as ${sql.id('spent')}
        ${inner.from} where ${sql.join([...inner.terms, since], sql` and `)} group by ${sql.id('t0', 'card_id')}`
      const limitSql =
        hasColumn(cards, 'typepaid') && hasColumn(cards, 'creditlimit')
          ? sql`if(${sql.id('t0', 'typepaid')} = ${sql.lit(POSTPAID)}, coalesce(${sql.id('t0', 'creditlimit')}, 0), 0)`
          : sql`0`
      const available = sql`cast(${moneySql(cards, 'credit')} + ${limitSql} as decimal(35, 5))`
      const active = hasColumn(cards, 'status') ? [sql`${sql.id('t0', 'status')} = ${sql.lit(ACTIVE)}`] : []
      const left = sql`round(${available} / (${sql.id('s', 'spent')} / ${slot()}), 2)`
      return sql`select * from (
        select ${sql.id('t0', 'id')} as ${sql.id('id')},
          ${moneySql(cards, 'credit')} as ${sql.id('balance')}, ${available} as ${sql.id('available')},
          cast(${sql.id('s', 'spent')} as decimal(35, 5)) as ${sql.id('spent')}, cast(${perDay} as decimal(35, 5)) as ${sql.id('per_day')},
          ${left} as ${sql.id('days_left')}
        ${outer.from} join (${spending}) as ${sql.id('s')} on ${sql.id('s', 'card_id')} = ${sql.id('t0', 'id')}
        where ${sql.join([...outer.terms, ...active, sql`${sql.id('s', 'spent')} > 0`], sql` and `)}
      ) as ${sql.id('spenders')} where ${sql.id('days_left')} <= ${slot()} order by ${sql.id('days_left')}, ${sql.id('id')} limit ${slot()}`
    },
  )
  const shown = found.slice(0, limit)
  const keys = shown.map(([id]) => String(id))
  const names = await namesOf(api, caller, { resource: cards.name, column: 'id' }, keys)
  return {
    is_complete: found.length <= limit,
    customers: shown.map(([id, balance, available, spent, perDay, left]) => ({
      card_id: numberOf(id),
      label: names.get(String(id)) ?? null,
      balance: numberOf(balance),
      available: numberOf(available),
      spent: numberOf(spent),
      spent_a_day: numberOf(perDay),
      days_left: numberOf(left),
    })),
  }
}
