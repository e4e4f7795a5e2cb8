/** What is asked for, and beside what: a list beside a list of the product's own, or SQL that a person would write. */
import { CARDS } from '../seed.ts'

export interface Question {
  readonly name: string
  /** Of the product, with its query. */
  readonly path?: string
  /** Of who writes by hand. */
  readonly sql?: string
  /** Rows of several tables. */
  readonly isJoined?: true
  /** Shown beside the others and not judged. */
  readonly isAside?: true
}

/** How much more than the base a question may take: so many times its time, or so many milliseconds beside it. */
export type Bound = { readonly times: number } | { readonly more: number }

export interface Workload {
  readonly id: string
  readonly title: string
  readonly base: Question
  readonly others: readonly Question[]
  readonly bound: Bound
  /** The objects of the others must be the rows of the base. */
  readonly isSame?: true
}

/** Rows of a page that relations are put into. */
const PAGE = 100

/** @returns a cursor of the list with this path, which goes on behind so many rows */
export type CursorAt = (path: string, rows: number) => string

/** @param calls - that there are */
export function workloads(calls: number, cursorAt: CursorAt): readonly Workload[] {
  return [
    ...paging(calls, cursorAt),
    counting('of all calls', ''),
    counting('of a fifth of the calls, by an index', 'terminatecauseid=1'),
    counting('of half of the calls, by no index', 'sessiontime__gte=300'),
    counting('of one call in 600, by no index', 'sessiontime=599'),
    expanding('call', 'card_id', 'a different customer each', 'cc_call', 'cc_card on cc_card.id = t.card_id'),
    expanding('card', 'id_group', '10 groups', 'cc_card', 'cc_card_group on cc_card_group.id = t.id_group'),
    expanding('call', 'id_trunk', '3 trunks', 'cc_call', 'cc_trunk on cc_trunk.id_trunk = t.id_trunk'),
    figures('of one customer', 'agg=count,sum(sessiontime)&card_id=7', [
      'select count(*) as count, sum(sessiontime) as sum_sessiontime from cc_call where card_id = 7',
    ]),
    figures('of all calls', 'agg=count,sum(sessiontime),max(sessiontime)', [
      'select count(*) as count, sum(sessiontime) as sum_sessiontime, max(sessiontime) as max_sessiontime from cc_call',
    ]),
    figures('by cause', 'agg=count,sum(sessiontime)&group=terminatecauseid', [
      'select terminatecauseid, count(*) as count, sum(sessiontime) as sum_sessiontime from cc_call',
      'group by terminatecauseid order by terminatecauseid limit 20',
    ]),
    figures('by day, of a month', `agg=count,sum(sessiontime)&group=starttime:day&${MONTH.query}&limit=100`, [
      'select date(starttime) as starttime_day, count(*) as count, sum(sessiontime) as sum_sessiontime from cc_call',
      `where ${MONTH.sql} group by date(starttime) order by starttime_day limit 100`,
    ]),
  ]
}

const MONTH = {
  query: 'starttime__gte=2022-01-01&starttime__lt=2022-02-01',
  sql: "starttime >= '2022-01-01' and starttime < '2022-02-01'",
}

/** Lists that go by an index, whose order has values one apart. */
export const ORDERED = [
  { title: '20 calls, by id', path: '/api/call/?', step: 1 },
  { title: '20 calls, newest first', path: '/api/call/?ordering=-id&', step: -1 },
  { title: '20 customers, by name', path: '/api/card/?ordering=username&', step: 1 },
] as const

function paging(calls: number, cursorAt: CursorAt): Workload[] {
  return ORDERED.map(({ title, path }) => ({
    id: 'cursor',
    title: `pages of ${title}, by cursor`,
    base: { name: 'first page', path: `${path}cursor=` },
    others: [0.01, 0.5, 0.99].map((depth) => {
      const rows = Math.floor(depth * (path.startsWith('/api/call/') ? calls : CARDS))
      return { name: `behind ${depth * 100} % of all`, path: `${path}cursor=${cursorAt(path, rows)}` }
    }),
    bound: { times: 1.3 },
  }))
}

function counting(title: string, query: string): Workload {
  const path = `/api/call/?${query}`
  return {
    id: 'count',
    title: `a list with a capped count, ${title}`,
    base: { name: 'the list', path },
    others: [{ name: 'with count=capped', path: `${path}&count=capped` }],
    bound: { more: 20 },
  }
}

function expanding(resource: string, relation: string, of: string, table: string, join: string): Workload {
  const path = `/api/${resource}/?limit=${PAGE}`
  const most = `order by t.id limit ${PAGE + 1}`
  return {
    id: 'expand',
    title: `${PAGE} rows of ${resource} with ${relation}, ${of}`,
    base: { name: 'the list', path },
    others: [
      { name: `with expand=${relation}`, path: `${path}&expand=${relation}` },
      { name: 'the list by hand', sql: `select * from ${table} t ${most}`, isAside: true },
      {
        name: 'by hand, with a JOIN',
        sql: `select * from ${table} t left join ${join} ${most}`,
        isJoined: true,
        isAside: true,
      },
    ],
    bound: { times: 1.5 },
  }
}

function figures(title: string, query: string, sql: readonly string[]): Workload {
  return {
    id: 'figures',
    title: `figures ${title}`,
    base: { name: 'SQL by hand', sql: sql.join(' ') },
    others: [{ name: 'agg=', path: `/api/call/?${query}` }],
    bound: { times: 1.1 },
    isSame: true,
  }
}
