/** Walking through lists by cursor: every row once, in every order, whatever its values, also when clocks go back. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import { ApiError } from '../../../src/errors.ts'
import type { Api } from '../../../src/resources/api.ts'
import {
  bigint,
  date,
  datetime,
  decimal,
  enumOf,
  float,
  int,
  timestamp,
  varbinary,
  varchar,
} from '../../../src/resources/column-types.ts'
import { listStatement } from '../../../src/resources/list-statement.ts'
import { projectionOf } from '../../../src/resources/projection.ts'
import { parseListQuery } from '../../../src/resources/query-string.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { admin, apiOn } from '../../helpers/callers.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { listRows } from '../../helpers/rows.ts'
import type { Engine } from './every-type.ts'

const SORTED = ['number', 'price', 'name', 'day', 'moment', 'stamp', 'spot', 'raw']

const event: Resource = {
  name: 'event',
  table: 'cc_event',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: bigint },
    { name: 'card_id', type: int },
    { name: 'number', type: int, nullable: true },
    { name: 'price', type: decimal(15, 5), nullable: true },
    { name: 'name', type: varchar(80, 'utf8mb4'), nullable: true },
    { name: 'day', type: date, nullable: true },
    { name: 'moment', type: datetime(3), nullable: true },
    { name: 'stamp', type: timestamp(), nullable: true },
    { name: 'spot', type: timestamp(3), zeroDate: true },
    { name: 'raw', type: varbinary(8), nullable: true },
    { name: 'code', type: varchar(20, 'latin1') },
    { name: 'state', type: enumOf('b', 'a') },
    { name: 'rate', type: float },
  ],
  indexes: [
    ...SORTED.map((name) => ({ columns: [name, 'id'] })),
    { columns: ['card_id', 'stamp', 'id'] },
    { columns: ['code'], unique: true },
  ],
  relations: {},
}

const TABLE = `create table cc_event (
  id bigint primary key, card_id int not null, number int, price decimal(15,5),
  name varchar(80) character set utf8mb4 collate utf8mb4_general_ci, day date, moment datetime(3), stamp timestamp null,
  spot timestamp(3) not null default '2020-01-01 00:00:00', raw varbinary(8), code varchar(20) character set latin1 not null,
  state enum('b','a') not null, rate float not null, ${SORTED.map((name) => `key (${name}, id)`).join(', ')},
  key (card_id, stamp, id), unique key (code))`

/** Ties, nulls, zero dates, texts that are equal without being the same, and what needs quoting. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  number: ['null', '0', '-5', '5', '2147483647'],
  price: ['null', '0', '-0.00001', '12.5', '9999999999.99999'],
  name: ['null', "''", "'a'", "'A'", "'a '", "'é'", `'say "x", it''s 100%'`, "'日本'", "'z'"],
  day: ['null', "'0000-00-00'", "'2020-00-00'", "'2020-05-00'", "'2024-02-29'", "'2020-01-01'"],
  moment: ['null', "'0000-00-00'", "'2020-00-00 01:00:00'", "'2024-02-29 12:00:00.123'", "'2024-02-29 12:00:00.124'"],
  stamp: ['null', "'0000-00-00'", "'2024-02-29 12:00:00'", "'1970-01-02 00:00:01'", "'2038-01-18 00:00:00'"],
  spot: ["'0000-00-00'", "'2024-02-29 12:00:00.5'", "'2024-02-29 12:00:00.501'"],
  raw: ['null', "''", "x'00'", "x'ff00'", "x'fffe'"],
}

const ROWS = 120

function rowOf(id: number): string {
  const values = SORTED.map((name, index) => {
    const choices = VALUES[name] as readonly string[]
    return choices[(id * (index + 3) + Math.floor(id / 7)) % choices.length]
  })
  return `(${id * 3}, ${id % 4}, ${values.join(', ')}, 'c${(id * 37) % 1000}', ${1 + (id % 2)}, ${id / 3})`
}

describeDatabase.each<Engine>(['MyISAM', 'InnoDB'])('a cursor over %s', (engine) => {
  let database: TestDatabase
  let api: Api

  beforeAll(async () => {
    database = await createTestDatabase()
    api = apiOn(openDb({ url: database.url, connectionLimit: 2 }), new Map([['event', event]]))
    await run(`${TABLE} engine=${engine}`)
    const columns = ['id', 'card_id', ...SORTED, 'code', 'state', 'rate']
    const rows = Array.from({ length: ROWS }, (_, index) => rowOf(index + 1))
    await run(`insert into cc_event (${columns.join()}) values ${rows.join()}`)
    await run('analyze table cc_event')
  })
  afterAll(async () => {
    await api.db.close()
    await database.drop()
  })

  const run = (sql: string): Promise<unknown> => api.db.readRows({ sql, parameters: [] })

  async function page(query: string): Promise<{ meta: Record<string, unknown>; ids: unknown[] }> {
    const { meta, objects } = JSON.parse(await listRows(api, event, admin, query)) as {
      meta: Record<string, unknown>
      objects: { id: unknown }[]
    }
    return { meta, ids: objects.map(({ id }) => id) }
  }

  async function walk(query: string, between?: (ids: readonly unknown[]) => Promise<unknown>) {
    const ids: unknown[] = []
    for (let next = `${query}&cursor=`; next !== '';) {
      const { meta, ids: more } = await page(next)
      ids.push(...more)
      if (ids.length > 2 * ROWS) throw new Error(`"${query}" does not end`)
      next = String(meta['next']).replace('/api/event/?', '')
      await between?.(ids)
    }
    return ids
  }

  it('begins with an empty one, and says where it goes on', async () => {
    const first = await page('limit=2&cursor=')
    expect(first).toEqual({
      ids: [3, 6],
      meta: {
        model: 'event',
        next: `/api/event/?limit=2&cursor=${first.meta['next_cursor']}`,
        page: null,
        previous: '',
        next_cursor: expect.stringMatching(/^[\w-]+$/),
      },
    })
    const last = await page(`limit=1000&cursor=${first.meta['next_cursor']}`)
    expect(last.ids).toHaveLength(ROWS - 2)
    expect(last.meta).toEqual({ model: 'event', next: '', page: null, previous: '', next_cursor: null })
  })

  const orderings = ['id', ...SORTED, 'code'].flatMap((name) => [name, `-${name}`])
  it.each(orderings)('walks by %s over every row once, in its order', async (ordering) => {
    const { ids: all } = await page(`ordering=${ordering}&limit=1000`)
    expect(all).toHaveLength(ROWS)
    for (const limit of [1, 7]) expect(await walk(`ordering=${ordering}&limit=${limit}`)).toEqual(all)
  })

  it.each([
    'card_id=2&ordering=-stamp',
    'card_id=2&card_id__gt=1&stamp__is_null=false&ordering=-stamp',
    'card_id=2&ordering=card_id,stamp',
    'number__gt=0&name__ne=z&ordering=number',
  ])('walks over the rows of %s', async (query) => {
    const { ids: all } = await page(`${query}&limit=1000`)
    expect(all.length).toBeGreaterThan(10)
    expect(await walk(`${query}&limit=4`)).toEqual(all)
  })

  it('neither repeats nor loses rows when others come and go', async () => {
    const { ids: all } = await page('ordering=-number&limit=1000')
    let count = 0
    const seen = await walk('ordering=-number&limit=10', async (ids) => {
      // The last row that was shown is the one that the cursor goes by.
      if (count === 0) await run(`update cc_event set number = null where id = ${String(ids.at(-1))}`)
      await run(
        `insert into cc_event (id, card_id, number, code, state, rate) values (${1000 + count}, 0, 2147483647, 'n${count++}', 'a', 0)`,
      )
    })
    const moved = all[9]
    expect(seen.filter((id) => id !== moved)).toEqual(all.filter((id) => id !== moved))
    await run(`delete from cc_event where id >= 1000`)
  })

  const first = async (query: string): Promise<string> => String((await page(`${query}&cursor=`)).meta['next_cursor'])

  it.each([
    ['of other filters', async () => `limit=2&number__gt=1&cursor=${await first('limit=2&number__gt=0')}`],
    ['of another order', async () => `limit=2&ordering=-id&cursor=${await first('limit=2')}`],
    ['that is cut', async () => `limit=2&cursor=${(await first('limit=2')).slice(0, -3)}`],
    ['that is made up', () => `cursor=${Buffer.from('["x",1]').toString('base64url')}`],
    ['that is no base64', () => 'cursor=!'],
    ['whose value the column cannot have', async () => `limit=2&cursor=${forged(await first('limit=2'), ['1 or 1'])}`],
    ['whose value is no text', async () => `limit=2&cursor=${forged(await first('limit=2'), [{}])}`],
    ['with null where none can be', async () => `limit=2&cursor=${forged(await first('limit=2'), [null])}`],
  ])('refuses a cursor %s', async (_, query) => {
    expect(await refusalOf(await query())).toEqual([
      'cursor',
      'The cursor is not of this list. Repeat its filters and ordering, or begin with an empty cursor.',
    ])
  })

  it('takes the same filters in another order, and another limit', async () => {
    const { ids: all } = await page('number__gt=0&card_id__gt=0&limit=1000')
    const cursor = await first('number__gt=0&card_id__gt=0&limit=2')
    expect((await page(`card_id__gt=0&number__gt=0&limit=5&cursor=${cursor}`)).ids).toEqual(all.slice(2, 7))
  })

  it.each([
    ['page=2&cursor=', 'page', /cannot be given beside "cursor"/],
    ['ordering=card_id&cursor=', 'cursor', /An index on \(card_id, id\) of cc_event would/],
    [
      'card_id=1&ordering=-price,-number&cursor=',
      'cursor',
      /An index on \(card_id, price, number, id\) of cc_event would/,
    ],
    ['card_id__gt=1&ordering=-stamp,-price&cursor=', 'cursor', /An index on \(stamp, price, id\) of cc_event would/],
    ['ordering=-number,id&cursor=', 'cursor', /go in one direction/],
    ['ordering=state&cursor=', 'cursor', /cannot follow the order of state/],
    ['ordering=rate&cursor=', 'cursor', /cannot follow the order of rate/],
    ['cursor=&cursor=', 'cursor', /given 2 times/],
  ])('refuses %s', async (query, parameter, detail) => {
    expect(await refusalOf(query)).toEqual([parameter, expect.stringMatching(detail)])
  })

  it('is not given where rows have no key for the caller, and nothing else tells them apart', async () => {
    const { indexes: _, ...keyless } = { ...event, primaryKey: [] }
    const refused = listRows(api, keyless, admin, 'ordering=id&cursor=')
    await expect(refused).rejects.toThrow('Rows of event have no key, so a cursor has nothing to go by. Use "page".')
    // The control: a unique index does.
    await listRows(api, { ...event, primaryKey: [] }, admin, 'ordering=code&cursor=')
  })

  async function refusalOf(query: string): Promise<unknown[]> {
    const error: unknown = await page(query).catch((thrown: unknown) => thrown)
    if (!(error instanceof ApiError)) throw new Error(`"${query}" was not refused`)
    expect(error.code).toBe('invalid_parameter')
    return [error.errors?.[0]?.parameter, error.errors?.[0]?.detail]
  }

  it('enters the index, and sorts nothing', async () => {
    const query = 'ordering=-stamp&limit=2'
    const queries = ['limit=2', query, `card_id=2&${query}`, 'ordering=code&limit=2']
    const cursors = new Map<string, string>()
    for (const each of queries) cursors.set(each, await first(each))
    // Of few rows, servers read all.
    await run(`insert into cc_event (id, card_id, stamp, code, state, rate)
      select 10000 + 120 * a.id + b.id, b.card_id, b.stamp, concat(a.id, ' ', b.code), 'a', 0
      from cc_event a join cc_event b where a.id <= 240`)
    await run('analyze table cc_event')
    for (const each of queries) {
      const parsed = parseListQuery(api, event, `${each}&cursor=${cursors.get(each)}`)
      const { sql, parameters } = listStatement(api, event, projectionOf(event, true), parsed)
      const [keyword, type, extra] = inject('mysql') ? ['explain format=traditional', 4, 11] : ['explain', 3, 9]
      const [plan] = await api.db.readRows({ sql: `${keyword} ${sql}`, parameters })
      expect([each, plan?.[type]]).toEqual([each, 'range'])
      expect([each, plan?.[extra]]).toEqual([each, expect.not.stringContaining('filesort')])
    }
    await run('delete from cc_event where id > 10000')
  })

  it('passes the hour that comes twice when clocks go back, forwards and backwards', async () => {
    const zone = 'A2b/Back'
    await addZone(zone)
    const there = openDb({ url: database.url, connectionLimit: 2, timeZone: zone })
    const before = api
    try {
      // From 22:00 UTC: two hours before the clock goes back from 03:00 to 02:00 until four after.
      await run(`insert into cc_event (id, card_id, stamp, spot, code, state, rate)
        select 2000 + n, 9, from_unixtime(1667080800) + interval n * 15 minute, '2024-01-01', concat('d', n), 'a', 0
        from (select a.id div 3 + 8 * (b.id div 3) as n from cc_event a join cc_event b where a.id <= 24 and b.id <= 9) as numbers`)
      api = apiOn(there, before.resources)
      const [texts] = await there.readRows({
        sql: 'select count(distinct cast(stamp as char)) from cc_event where card_id = 9',
        parameters: [],
      })
      expect(Number(texts?.[0])).toBeLessThan(24)
      for (const ordering of ['stamp', '-stamp']) {
        const { ids: all } = await page(`card_id=9&ordering=${ordering}&limit=1000`)
        expect(all).toHaveLength(24)
        for (const limit of [1, 5]) expect(await walk(`card_id=9&ordering=${ordering}&limit=${limit}`)).toEqual(all)
      }
    } finally {
      api = before
      await there.close()
      await run('delete from cc_event where card_id = 9')
      await removeZone(zone)
    }
  })

  /** Two hours before UTC until 2022-10-30 01:00:00 UTC, one hour afterwards. */
  async function addZone(name: string): Promise<void> {
    await removeZone(name)
    await run("insert into mysql.time_zone (Time_zone_id, Use_leap_seconds) values (9901, 'N')")
    await run(`insert into mysql.time_zone_name (Name, Time_zone_id) values ('${name}', 9901)`)
    await run(`insert into mysql.time_zone_transition_type (Time_zone_id, Transition_type_id, \`Offset\`, Is_DST, Abbreviation)
      values (9901, 0, 7200, 1, 'CEST'), (9901, 1, 3600, 0, 'CET')`)
    await run(
      'insert into mysql.time_zone_transition (Time_zone_id, Transition_time, Transition_type_id) values (9901, 1648342800, 0), (9901, 1667091600, 1)',
    )
  }

  async function removeZone(name: string): Promise<void> {
    await run(`delete from mysql.time_zone_name where Name = '${name}'`)
    for (const table of ['', '_transition_type', '_transition'])
      await run(`delete from mysql.time_zone${table} where Time_zone_id = 9901`)
  }
})

/** A cursor of this list with other values. */
function forged(cursor: string, values: readonly unknown[]): string {
  const [list] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
  return Buffer.from(JSON.stringify([list, ...values])).toString('base64url')
}
