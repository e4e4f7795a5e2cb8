/** `GET /custom_api/report/traffic`: calls of a period, by time or by what they have in common. */
import { type RawBuilder, sql } from 'kysely'
import type { SchemaObject } from 'openapi3-ts/oas31'
import type { Caller } from '../../caller.ts'
import type { Cell } from '../../db/db.ts'
import { ApiError } from '../../errors.ts'
import type { Api } from '../../resources/api.ts'
import { bucketSql, BUCKETS, type Bucket } from '../../resources/buckets.ts'
import { parseFilters } from '../../resources/filters.ts'
import { type Column, fieldOf, type Resource } from '../../resources/resource.ts'
import type { Search } from '../../resources/search.ts'
import { selectRows } from '../../resources/selection.ts'
import { findTable, hasColumn } from '../../resources/tables.ts'
import { viewOf } from '../../resources/view.ts'
import type { Answer, ParameterSchema, PluginRoute } from '../plugin.ts'
import { moneySql, numberOf, readerOn } from './figures.ts'
import { namesOf } from './names.ts'
import { boundsInDatabase, bucketsIn, PERIOD, type Period, readPeriod, withinPeriod } from './period.ts'
import { joinedTable, seenTable } from './seen.ts'

/** A2Billing's column, or the way to it from the call. */
const GROUPS = {
  destination: 'destination',
  trunk: 'id_trunk',
  customer: 'card_id',
  cause: 'terminatecauseid',
  agent: 'card_id.id_group.id_agent',
} as const
type Group = keyof typeof GROUPS

/** In the order of the answer; what each is, `docs/reports.md` says. */
const MEASURES = ['calls', 'answered', 'seconds', 'minutes', 'asr', 'acd', 'sell', 'buy', 'margin', 'margin_percent']

const NUMBERS: ParameterSchema = {
  type: 'string',
  pattern: '^\\d{1,18}(,\\d{1,18}){0,99}$',
  description: 'a number, or up to 100 of them with commas between',
}

const figures: Record<string, SchemaObject> = {
  calls: { type: 'integer', description: 'Attempts.' },
  answered: { type: 'integer' },
  seconds: { type: 'integer', description: 'Of conversation.' },
  minutes: { type: 'number' },
  asr: { type: ['number', 'null'], description: 'Answered of attempted, per cent; null of none.' },
  acd: { type: ['number', 'null'], description: 'Seconds of an answered call; null where none was.' },
  sell: { type: 'number', description: 'Taken from customers, in the base currency.' },
  buy: { type: 'number', description: 'Owed to carriers, in the base currency.' },
  margin: { type: 'number', description: '`sell` less `buy`.' },
  margin_percent: { type: ['number', 'null'], description: 'Of `sell`; null where nothing was sold.' },
}

export const trafficRoute: PluginRoute = {
  operationId: 'reportTraffic',
  method: 'GET',
  path: '/custom_api/report/traffic',
  summary: 'Report calls, minutes, ASR, ACD, sell, buy and margin of a period',
  permission: 'reports:traffic',
  parameters: {
    ...PERIOD,
    by: {
      type: 'string',
      default: 'day',
      values: [...BUCKETS, ...Object.keys(GROUPS), 'none'],
      description: `one of ${BUCKETS.join(', ')}, ${Object.keys(GROUPS).join(', ')}, none`,
    },
    order: {
      type: 'string',
      default: '-seconds',
      values: MEASURES.flatMap((name) => [name, `-${name}`]),
      description: `one of ${MEASURES.join(', ')}, with a minus for the largest first; hours, days and so on stand in their order`,
    },
    limit: {
      type: 'integer',
      default: '20',
      minimum: 1,
      maximum: 500,
      description: 'a number from 1 to 500: how many rows there are of what is not time',
    },
    ...Object.fromEntries(
      Object.keys(GROUPS).map((name) => [
        name,
        { ...NUMBERS, description: `${NUMBERS.description}: only calls of these` },
      ]),
    ),
  },
  response: {
    type: 'object',
    required: ['by', 'from', 'to', 'tz', 'database', 'is_complete', 'total', 'rows'],
    properties: {
      by: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      tz: { type: ['string', 'null'] },
      database: {
        type: 'object',
        description: 'The period by the clocks of the database, in which filters of lists are written.',
        required: ['from', 'to'],
        properties: { from: { type: 'string' }, to: { type: 'string' } },
      },
      is_complete: {
        type: 'boolean',
        description: 'False: `limit` has left some out, which `total` has all the same.',
      },
      total: { type: 'object', required: MEASURES, properties: figures },
      rows: {
        type: 'array',
        items: {
          type: 'object',
          required: ['key', 'label', ...MEASURES],
          properties: {
            key: { type: ['string', 'integer', 'null'], description: 'The beginning of the time, or the number.' },
            label: { type: ['string', 'null'], description: 'Its name, where it has one and you may list it.' },
            ...figures,
          },
        },
      },
    },
  },
  handle: ({ query, origin }, { api }) => reportTraffic(api, origin.caller, query),
}

type Query = Readonly<Record<string, string>>

async function reportTraffic(api: Api, caller: Caller, query: Query): Promise<Answer> {
  const { by = '', order = '', limit = '' } = query
  const period = readPeriod(query)
  const calls = seenTable(api, caller, 'cc_call', [
    'starttime',
    'sessiontime',
    'terminatecauseid',
    'sessionbill',
    'buycost',
    ...[...(isGroup(by) ? [by] : []), ...Object.keys(query).filter(isGroup)].map(
      (name) => GROUPS[name].split('.')[0] ?? '',
    ),
  ])
  const bucket = BUCKETS.find((known) => known === by)
  const buckets = bucket && bucketsIn(period, bucket)
  const agents = [by, ...Object.keys(query)].includes('agent') ? agentsOf(api, caller) : undefined
  const grouping =
    by === 'agent' ? agents : isGroup(by) ? groupingOf(api, caller, calls, by) : bucket && timeOf(calls, bucket, period)
  const statement = statementOn(api, caller, calls, period, query)
  const [[total = []], found, database] = await Promise.all([
    statement({ shape: ['total'] }),
    grouping
      ? statement({
          shape: ['groups', by, order, period.zone?.name ?? null],
          ...grouping,
          ...(!buckets && { order, limit: Number(limit) + 1 }),
        })
      : [],
    boundsInDatabase(period, readerOn(viewOf(api, caller))),
  ])
  const { rows, isComplete } = buckets
    ? { rows: filled(found, buckets), isComplete: true }
    : { rows: found.slice(0, Number(limit)), isComplete: found.length <= Number(limit) }
  const labels = grouping?.label ? await grouping.label(rows.map(([key]) => String(key ?? ''))) : new Map()
  return {
    by,
    from: period.from,
    to: period.to,
    tz: period.zone?.name ?? null,
    database,
    is_complete: isComplete,
    total: figuresOf(total.slice(1)),
    rows: rows.map(([key, ...cells]) => ({
      key: buckets ? String(key) : numberOf(key),
      label: labels.get(String(key)) ?? null,
      ...figuresOf(cells),
    })),
  }
}

function isGroup(name: string): name is Group {
  return Object.hasOwn(GROUPS, name)
}

interface Grouping {
  readonly key: RawBuilder<unknown>
  /** What is joined to the calls, as a search joins it: within the scopes of the caller. */
  readonly joined?: Search
  readonly label?: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

function timeOf(calls: Resource, bucket: Bucket, { zone }: Period): Grouping {
  const start = columnOf(calls, 'starttime')
  return { key: bucketSql(sql`${sql.id('t0', start.name)}`, bucket, zone, start.nullable === true) }
}

/** @throws ApiError `invalid_parameter` where this version of A2Billing does not know it */
function groupingOf(api: Api, caller: Caller, calls: Resource, group: Group): Grouping {
  const column = columnOf(calls, GROUPS[group])
  const relation = Object.hasOwn(calls.relations, column.name) ? calls.relations[column.name] : undefined
  const { codes } = column
  return {
    key: sql`${sql.id('t0', column.name)}`,
    label: async (keys) => {
      if (codes) return new Map(Object.entries(codes))
      const known = keys.filter((key) => key !== '' && !relation?.none?.includes(key))
      return relation ? namesOf(api, caller, relation, known) : new Map()
    },
  }
}

/**
 * Of a call: that of its customer's group. Whether calls are put together by it or chosen by it, it takes the same.
 *
 * @throws ApiError `invalid_parameter` as {@link groupingOf}; `forbidden` for who may not list what it is read from
 */
function agentsOf(api: Api, caller: Caller): Grouping {
  const isThere = hasColumn(findTable(api, 'cc_card'), 'id_group')
  if (!isThere || !hasColumn(findTable(api, 'cc_card_group'), 'id_agent')) unknown('agent')
  const cards = joinedTable(api, caller, 'cc_card', ['id', 'id_group'])
  const groups = joinedTable(api, caller, 'cc_card_group', ['id', 'id_agent'])
  const agent = Object.hasOwn(groups.relations, 'id_agent') ? groups.relations['id_agent'] : undefined
  return {
    // Neither is zero a group of its own.
    key: sql`nullif(${sql.id('g0', 'id_agent')}, 0)`,
    joined: {
      shape: 'agents',
      values: [],
      resources: [cards, groups],
      sql: (row, scopes) => ({
        joins: [
          sql` left join ${sql.id(cards.table)} as ${sql.id('c0')} on ${sql.id('c0', 'id')} = ${sql.id(row, 'card_id')}${scopes.and(cards, 'c0')}`,
          sql` left join ${sql.id(groups.table)} as ${sql.id('g0')} on ${sql.id('g0', 'id')} = ${sql.id('c0', 'id_group')}${scopes.and(groups, 'g0')}`,
        ],
        terms: [],
      }),
    },
    label: async (keys) =>
      agent
        ? namesOf(
            api,
            caller,
            agent,
            keys.filter((key) => key !== ''),
          )
        : new Map(),
  }
}

function columnOf(calls: Resource, name: string): Column {
  return calls.columns.find((column) => column.name === name) ?? unknown(name)
}

function unknown(name: string): never {
  const detail = `Calls of this A2Billing have no ${name}, or you do not see it.`
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'by', detail }] })
}

interface Asked extends Partial<Grouping> {
  readonly shape: readonly unknown[]
  readonly order?: string
  readonly limit?: number
}

/** @returns what reads the key and the figures of each group, or of all calls */
function statementOn(api: Api, caller: Caller, calls: Resource, period: Period, query: Query) {
  const view = viewOf(api, caller)
  const conditions = conditionsOf(view, calls, query)
  const within = withinPeriod(period)
  const read = readerOn(view)
  return ({ shape, key, joined, order, limit }: Asked): Promise<readonly (readonly Cell[])[]> => {
    const rows = selectRows(calls, { conditions, search: joined })
    return read(
      ['traffic', calls.name, period.zone === undefined, ...shape, ...rows.shape],
      [...rows.values, ...within.values, ...(limit === undefined ? [] : [limit])],
      (slot) => {
        const { from, terms } = rows.build(slot)
        const start = sql`${sql.id('t0', 'starttime')}`
        const where = sql.join([...terms, within.sql(start, slot)], sql` and `)
        const sums = sql`select ${key ?? sql`null`} as ${sql.id('k')}, ${summed(calls)}${from} where ${where}`
        const grouped = key ? sql`${sums} group by ${key}` : sums
        return sql`select ${sql.id('k')}, ${sql.raw(DERIVED)} from (${grouped}) as ${sql.id('sums')}${inOrder(order)}${
          limit === undefined ? sql`` : sql` limit ${slot()}`
        }`
      },
    )
  }
}

/** @throws ApiError `invalid_parameter` for a number that the column cannot hold */
function conditionsOf(view: Api, calls: Resource, query: Query) {
  return Object.keys(query)
    .filter(isGroup)
    .flatMap((group) => {
      const [first = '', ...rest] = GROUPS[group].split('.')
      const field = [fieldOf(columnOf(calls, first)), ...rest, 'in'].join('__')
      try {
        return parseFilters(view, calls, new Map([[field, [query[group] ?? '']]]), [])
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        const detail = `The parameter "${group}" cannot be used here. ${error.message}`
        throw new ApiError('invalid_parameter', detail, { errors: [{ parameter: group, detail }], cause: error })
      }
    })
}

function summed(calls: Resource): RawBuilder<unknown> {
  const answered = hasColumn(calls, 'terminatecauseid')
    ? sql`${sql.id('t0', 'terminatecauseid')} = 1`
    : sql`${sql.id('t0', 'sessiontime')} > 0`
  return sql`count(*) as ${sql.id('calls')},
    cast(coalesce(sum(${answered}), 0) as signed) as ${sql.id('answered')},
    cast(coalesce(sum(${sql.id('t0', 'sessiontime')}), 0) as signed) as ${sql.id('seconds')},
    coalesce(sum(${moneySql(calls, 'sessionbill')}), 0) as ${sql.id('sell')},
    coalesce(sum(${moneySql(calls, 'buycost')}), 0) as ${sql.id('buy')}`
}

/** Of constants alone, in the order of {@link MEASURES}. */
const DERIVED = [
  'calls, answered, seconds',
  'round(seconds / 60, 2) as minutes',
  'round(100 * answered / nullif(calls, 0), 2) as asr',
  'round(seconds / nullif(answered, 0), 1) as acd',
  'cast(sell as decimal(35, 5)) as sell, cast(buy as decimal(35, 5)) as buy',
  'cast(sell - buy as decimal(35, 5)) as margin',
  'round(100 * (sell - buy) / nullif(sell, 0), 2) as margin_percent',
].join(', ')

function inOrder(order: string | undefined): RawBuilder<unknown> {
  if (order === undefined) return sql``
  const name = sql.id(order.replace('-', ''))
  return order.startsWith('-') ? sql` order by ${name} desc, ${sql.id('k')}` : sql` order by ${name}, ${sql.id('k')}`
}

function figuresOf(cells: readonly Cell[]): Record<string, unknown> {
  return Object.fromEntries(MEASURES.map((name, index) => [name, numberOf(cells[index] ?? null)]))
}

const NOTHING: readonly Cell[] = [0, 0, 0, '0.00', null, null, '0.00000', '0.00000', '0.00000', null]

/** All of the period, those without calls with nothing. */
function filled(found: readonly (readonly Cell[])[], buckets: readonly string[]): (readonly Cell[])[] {
  const known = new Map(found.map((row) => [String(row[0]), row]))
  return buckets.map((name) => known.get(name) ?? [name, ...NOTHING])
}
