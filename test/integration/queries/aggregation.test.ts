/** Figures held against a count of the rows themselves, and buckets against what Node says the clocks showed. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { readCsv } from '../../helpers/csv.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

type Row = Readonly<Record<string, unknown>>

describeDatabase.each([
  { engine: 'InnoDB' as const, timeZone: 'SYSTEM' },
  { engine: undefined, timeZone: '+05:30' },
])('figures, $engine at $timeZone', ({ engine, timeZone }) => {
  let api: TestApi
  let connection: Connection

  beforeAll(async () => {
    api = await startTestApi({ rows: true, engine, env: { A2B_TIME_ZONE: timeZone } })
    connection = await createConnection(api.database.url)
    await connection.query("set sql_mode = '', time_zone = '+00:00'")
    // Around both changes of the clocks of Paris and New York, the hour that comes twice, and no date at all.
    const moments = [
      '2026-03-29 00:59:59',
      '2026-03-29 01:00:00',
      '2026-03-08 06:59:59',
      '2026-03-08 07:00:00',
      '2026-10-24 21:59:59',
      '2026-10-24 22:00:00',
      '2026-10-25 00:30:00',
      '2026-10-25 01:30:00',
      '2026-10-25 23:00:00',
      '2026-11-01 05:30:00',
      '2026-11-01 06:30:00',
      '0000-00-00 00:00:00',
    ]
    for (const [index, moment] of moments.entries()) {
      await connection.query('insert into cc_call (uniqueid, card_id, starttime, sessiontime) values (?, 1, ?, 7)', [
        `clock-${index}`,
        moment,
      ])
    }
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const figures = async (query: string): Promise<readonly Row[]> => {
    const { json, status, text } = await api.request('GET', `/api/call/?limit=1000&${query}`)
    expect(status, text).toBe(200)
    return (json as { objects: Row[] }).objects
  }

  it.each(['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'UTC', '-03:30'])(
    'by hour, day, week, month, year of %s',
    async (tz) => {
      const [rows] = await connection.query<RowDataPacket[]>(
        'select if(starttime = 0, null, unix_timestamp(starttime)) as at, sessiontime from cc_call',
      )
      const clock = clockOf(tz)
      for (const bucket of ['hour', 'day', 'week', 'month', 'year'] as const) {
        const wanted = new Map<string | null, [count: number, sum: number]>()
        for (const { at, sessiontime } of rows) {
          const key = at === null ? null : clock(Number(at), bucket)
          const [count, sum] = wanted.get(key) ?? [0, 0]
          wanted.set(key, [count + 1, sum + Number(sessiontime ?? 0)])
        }
        const found: Row[] = []
        for (let page = 1; found.length === (page - 1) * 1000; page++) {
          const query = `agg=count,sum(sessiontime)&group=starttime:${bucket}&tz=${encodeURIComponent(tz)}&page=${page}`
          found.push(...(await figures(query)))
        }
        const given = found.map((row) => [row[`starttime_${bucket}`], [row['count'], row['sum_sessiontime']]])
        expect(new Map(given as [string | null, [number, number]][]), bucket).toEqual(wanted)
        expect(given.length).toBe(wanted.size)
      }
    },
  )

  it('by card are those of SQL written by hand, ordered, paged, counted and exported', async () => {
    const [wanted] = await connection.query<RowDataPacket[]>(
      'select card_id, count(*) as n, cast(sum(buycost) as char) as cost, min(sessiontime) as least, ' +
        'cast(avg(sessiontime) as char) as mean, count(distinct destination) as places from cc_call ' +
        'where terminatecauseid = 1 group by card_id having n > 30 order by n desc, card_id desc',
    )
    expect(wanted.length).toBeGreaterThan(30)
    const query =
      'agg=count,sum(buycost),min(sessiontime),avg(sessiontime),distinct(destination)&group=card_id&terminatecauseid=1' +
      '&having={"count__gt":30}&ordering=-count&decimals=string'
    const want = wanted.map((row) => ({
      card_id: row['card_id'] as number,
      count: row['n'] as number,
      sum_buycost: row['cost'] as string,
      min_sessiontime: row['least'] as number,
      avg_sessiontime: row['mean'] as string,
      distinct_destination: row['places'] as number,
    }))
    expect(await figures(query)).toEqual(want)
    const { json } = await api.request('GET', `/api/call/?${query}&limit=10&page=2&count=exact`)
    expect(json).toMatchObject({
      meta: { page: 2, count: want.length, count_is_exact: true },
      objects: want.slice(10, 20),
    })
    const { text } = await api.request('GET', `/api/call/?${query.replace('&decimals=string', '')}&format=csv`)
    const [head, ...lines] = readCsv(text)
    expect(head).toEqual(Object.keys(want[0] ?? {}))
    expect(lines.map(([card]) => Number(card))).toEqual(want.map((row) => row.card_id))
  })

  it('are of the rows that filters, where and search leave, and no others', async () => {
    const rows = async (query: string): Promise<number> => {
      const { json } = await api.request('GET', `/api/card/?${query}&limit=1000&fields=id`)
      return (json as { objects: unknown[] }).objects.length
    }
    for (const query of [
      'status=1',
      'id_group__name=Business',
      'search=a',
      'where={"or":[{"status":5},{"id__lt":9}]}',
    ]) {
      const { json } = await api.request('GET', `/api/card/?agg=count&${query}`)
      const count = await rows(query)
      expect([query, (json as { objects: Row[] }).objects]).toEqual([query, [{ count }]])
      expect(count % 402).toBeGreaterThan(0)
    }
  })
})

/** What the clocks of a zone show, as the answers have it. */
function clockOf(tz: string): (second: number, bucket: 'hour' | 'day' | 'week' | 'month' | 'year') => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: tz,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return (second, bucket) => {
    const shown = format.format(second * 1000)
    const [day = '', time = ''] = shown.split(' ')
    const monday = new Date(`${day}T00:00:00Z`)
    monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7))
    const minutes = (Date.parse(`${day}T${time}Z`) / 1000 - second) / 60
    const two = (part: number): string => String(Math.floor(part)).padStart(2, '0')
    const distance = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
    return {
      hour: `${day} ${time.slice(0, 2)}:00:00${distance}`,
      day,
      week: monday.toISOString().slice(0, 10),
      month: `${day.slice(0, 7)}-01`,
      year: `${day.slice(0, 4)}-01-01`,
    }[bucket]
  }
}
