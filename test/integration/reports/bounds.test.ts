/** What a report must not tell beyond a scope, and for how long and of which time it can be asked. */
import { sql } from 'kysely'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepare } from '../../../src/db/statements.ts'
import { readPeriod, withinPeriod } from '../../../src/plugins/reports/period.ts'
import { offlineDb } from '../../helpers/offline-db.ts'
import { ADMIN, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

const JANUARY = 'from=2026-01-01&to=2026-02-01&tz=UTC'

interface Report {
  readonly rows: readonly { readonly key: number | string | null; readonly calls: number }[]
  readonly total: { readonly calls: number }
}

describeDatabase.each(['InnoDB', undefined] as const)('bounds of reports, on %s tables', (engine) => {
  let api: TestApi
  let connection: Connection

  beforeAll(async () => {
    api = await startTestApi({ rows: true, engine })
    connection = await createConnection(api.database.url)
    await connection.query("set sql_mode = '', time_zone = '+00:00'")
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const report = async (query: string, as: { name: string; password: string } = ADMIN): Promise<Report> => {
    const { json, status, text } = await api.request('GET', `/custom_api/report/traffic?${query}`, { as })
    expect(status, text).toBe(200)
    return json as Report
  }
  const userWith = async (name: string, ...grants: readonly string[]) => {
    const user = { name, password: 'as long as they must be' }
    const { json } = await api.request('POST', '/api/user/', {
      body: { username: name, password: user.password, email: '' },
    })
    for (const grant of grants) {
      const { status, text } = await api.request('POST', '/api/grant/', {
        body: { user: (json as { id: number }).id, grant },
      })
      expect(status, text).toBe(200)
    }
    return user
  }
  const rowsOf = async (statement: string): Promise<RowDataPacket[]> =>
    (await connection.query<RowDataPacket[]>(statement))[0]

  it('of customers outside of a scope it does not tell the agent', async () => {
    const [one] = await rowsOf(`select d.id from cc_card d join cc_card_group g on g.id = d.id_group
      join cc_call c on c.card_id = d.id where g.id_agent = 1 and c.starttime >= '2026-01-01' limit 1`)
    const grants = ['reports:traffic', 'call:list', 'card:list', 'cardgroup:list', 'agent:list']
    const limited = await userWith('limited', ...grants, `scope:card?id=${one?.['id']}`)
    const { rows, total } = await report(`${JANUARY}&by=agent`, limited)
    expect(rows.map(({ key }) => key).toSorted()).toEqual([1, null].toSorted())
    // Calls have no scope here, so all are counted.
    expect(total.calls).toBe((await report(JANUARY)).total.calls)
    const free = await report(`${JANUARY}&by=agent`, await userWith('free', ...grants))
    expect(free.rows.filter(({ key }) => key !== null).length).toBeGreaterThan(1)
  })

  it('a period is a range of the index on starttime', async () => {
    const { values, sql: within } = withinPeriod(
      readPeriod({ from: '2026-01-10', to: '2026-01-11', tz: 'Europe/Berlin' }),
    )
    const { sql: text, parameters } = prepare(
      offlineDb().kysely,
      (slot) => sql`explain select sum(sessiontime) from cc_call where ${within(sql`starttime`, slot)}`,
    )(values)
    const [plan] = await connection.query<RowDataPacket[]>(text, [...parameters])
    expect(plan[0]).toMatchObject({ type: 'range', key: 'starttime' })
    const moment = 'explain select sum(sessiontime) from cc_call where unix_timestamp(starttime) > 1'
    expect((await rowsOf(moment))[0]).toMatchObject({ type: 'ALL', key: null })
  })

  it('is answered, and not waited for without end, while nobody may read calls', async () => {
    await connection.query('lock tables cc_call write')
    const { status, json } = await api.request('GET', `/custom_api/report/traffic?${JANUARY}`)
    await connection.query('unlock tables')
    expect([status, (json as { type: string }).type]).toEqual([503, expect.stringMatching(/database[-_]busy/)])
    expect((await report(JANUARY)).total.calls).toBeGreaterThan(100)
  }, 30_000)

  describe('years', () => {
    it.each(['from=1970-12-31&to=2026-01-01', 'from=2026-01-01&to=2038-01-01'])('%s are refused', async (period) => {
      const { status, json } = await api.request('GET', `/custom_api/report/traffic?${period}&by=none&tz=UTC`)
      expect(status).toBe(400)
      expect(json).toMatchObject({ errors: [{ detail: expect.stringContaining('from 1971 to 2037') }] })
    })

    it('all others are counted', async () => {
      const [all] = await rowsOf('select count(*) as n from cc_call where starttime > 0')
      const { total } = await report('from=1971-01-02&to=2037-12-31&by=none&tz=UTC')
      expect(total.calls).toBe(Number(all?.['n']))
    })
  })
})
