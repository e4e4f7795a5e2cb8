/** What is asked for, and of whom: requests that walk over the whole tables, the same ones for all who are compared. */
import { CALLS, CARDS } from '../seed.ts'
import type { Requests } from './load.ts'
import { type ServerName, SERVERS } from './servers.ts'

/** What one server is asked. */
export interface Entry {
  readonly name: string
  readonly server: ServerName
  readonly requests: Requests
}

export interface Wanted {
  readonly floor: number
  readonly aim: number
}

export interface Workload {
  readonly id: string
  readonly title: string
  readonly entries: readonly Entry[]
  /** Name of the entry that the others' requests a second are divided by. */
  readonly base: string
  /** Of the entry in question, to the base. */
  readonly wanted?: Wanted & { readonly of: string }
  /** Answers that must be the same, byte for byte, while the first one is under load. */
  readonly same?: readonly [of: string, as: string]
  /** The servers of `--vs` answer these, too. */
  readonly others?: Requests
  /** Rows that it leaves behind, which are looked at and removed. */
  readonly leaves?: 'groups' | 'refills'
}

/** So many different rows are asked for, spread evenly. */
const KEYS = 5000

/** What every row adds to a balance. */
export const AMOUNT = '0.50000'

const someCards = spreadOver(CARDS)

export function spreadOver(count: number): readonly number[] {
  return Array.from({ length: KEYS }, (_, index) => 1 + ((index * 7919) % count))
}

/** The same requests, to the product, the limit and those that most people would write. */
function everywhere(paths: readonly string[], names = READERS): Entry[] {
  return names.map((server) => ({ name: SERVERS[server], server, requests: { paths } }))
}

const READERS: readonly ServerName[] = ['product', 'limit', 'naive', 'naiveWithoutCount', 'constant']
const wanted = { of: SERVERS.product, floor: 1.3, aim: 2 }
const same = [SERVERS.product, SERVERS.limit] as const

function reading(id: string, title: string, paths: readonly string[], isJudged = true): Workload {
  return {
    id,
    title,
    entries: everywhere(paths),
    base: SERVERS.limit,
    same,
    others: { paths },
    ...(isJudged && { wanted }),
  }
}

/** A row more for each request: card groups, whose names may be the same. */
const groups: Requests = {
  paths: someCards.map(() => '/api/cardgroup/'),
  bodies: someCards.map((id) => JSON.stringify({ name: `Group of ${id}`, description: 'made by the benchmark' })),
}

const refills: Requests = {
  paths: someCards.map((id) => `/custom_api/refill/${id}`),
  bodies: someCards.map(() => JSON.stringify({ credit: AMOUNT })),
}

const at = (requests: Requests, prefix: string): Requests => ({
  ...requests,
  paths: requests.paths.map((path) => prefix + path),
})

function refilling(id: string, engine: string, product: ServerName, limit: ServerName): Workload {
  return {
    id,
    title: `refills, ${engine}`,
    entries: [
      { name: SERVERS[product], server: product, requests: refills },
      { name: `${SERVERS[limit]}: the same statements`, server: limit, requests: refills },
      {
        name: `${SERVERS[limit]}: the balance and two log rows alone`,
        server: limit,
        requests: at(refills, '/bare'),
      },
    ],
    base: `${SERVERS[limit]}: the same statements`,
    wanted: { of: SERVERS[product], floor: 0.95, aim: 1.1 },
    leaves: 'refills',
  }
}

/** Where a page begins that lies beyond nearly all calls. */
const DEEP_PAGE = Math.floor(CALLS / 20) - 2

/** @param cursorAt - of the product's list of calls, going on behind the call with this id */
export function workloads(cursorAt: (id: number) => string): readonly Workload[] {
  const behind = (id: number): string => `/api/call/?cursor=${cursorAt(id)}`
  const deep = spreadOver(CALLS - 100)
  return [
    reading(
      'W1',
      'one card of 100,000 by id',
      someCards.map((id) => `/api/card/${id}/`),
    ),
    reading('W1h', 'the same card again and again', ['/api/card/7/'], false),
    reading('W2', 'the list of 20 countries', ['/api/country/']),
    reading('W3', 'first page of 2,000,000 calls', ['/api/call/']),
    {
      id: 'W4',
      title: 'pages deep in 2,000,000 calls',
      entries: [
        { name: 'first page', server: 'product', requests: { paths: ['/api/call/'] } },
        { name: 'by cursor, the same deep page', server: 'product', requests: { paths: [behind(CALLS - 500)] } },
        {
          name: 'by cursor, 5,000 pages near the beginning',
          server: 'product',
          requests: { paths: deep.map((id) => behind(id % 20_000)) },
        },
        {
          name: 'by cursor, 5,000 pages everywhere',
          server: 'product',
          requests: { paths: deep.map(behind) },
        },
        {
          name: 'limit, `id > ?`, 5,000 pages everywhere',
          server: 'limit',
          requests: { paths: deep.map((id) => `/api/call/?after=${id}`) },
        },
        {
          name: 'by page, far behind',
          server: 'product',
          requests: { paths: Array.from({ length: 50 }, (_, index) => `/api/call/?page=${DEEP_PAGE - index}`) },
        },
      ],
      base: 'first page',
      wanted: { of: 'by cursor, the same deep page', floor: 0.75, aim: 0.95 },
    },
    reading(
      'W5',
      'calls of one card, newest first',
      someCards.map((id) => `/api/call/?card_id=${id}&ordering=-starttime`),
    ),
    {
      id: 'W6',
      title: 'new card groups',
      entries: [
        ...everywhere([], ['product']).map((entry) => ({ ...entry, requests: groups })),
        { name: 'limit, with audit in a transaction', server: 'limit', requests: groups },
        { name: 'limit, INSERT and SELECT alone', server: 'limit', requests: at(groups, '/bare') },
        { name: SERVERS.naive, server: 'naive', requests: groups },
      ],
      base: 'limit, with audit in a transaction',
      wanted: { of: SERVERS.product, floor: 1, aim: 1.3 },
      leaves: 'groups',
    },
    refilling('W7', 'InnoDB', 'product', 'limit'),
    refilling('W7m', 'MyISAM', 'productOnMyISAM', 'limitOnMyISAM'),
    {
      id: 'W9',
      title: 'what a login costs: a fixed text with one, and one without',
      entries: [
        { name: 'with a login', server: 'product', requests: { paths: ['/api/'] } },
        { name: 'without', server: 'product', requests: { paths: ['/'], isAnonymous: true } },
      ],
      base: 'without',
      wanted: { of: 'with a login', floor: 0.9, aim: 0.97 },
    },
    {
      id: 'W10',
      title: 'one card by id, two processes and one',
      entries: everywhere(
        someCards.map((id) => `/api/card/${id}/`),
        ['twoProcesses', 'product'],
      ),
      base: SERVERS.product,
      wanted: { of: SERVERS.twoProcesses, floor: 1.5, aim: 1.8 },
    },
  ]
}
