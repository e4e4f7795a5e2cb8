/** Reports against rows that are read one by one and added up here, on both engines. */
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, type Answer, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { JsonNumber, parseExactJson } from '../../../src/json-number.ts'

const AGENT = { name: 'agent', password: 'a password of an agent' } as const
const BLIND = { name: 'blind', password: 'a password of who sees no prices' } as const
const NAMELESS = { name: 'nameless', password: 'a password of who lists nothing' } as const
const NOBODY = { name: 'nobody', password: 'a password of who may do nothing' } as const

interface Login {
  readonly name: string
  readonly password: string
}

interface Figures {
  readonly calls: number
  readonly answered: number
  readonly seconds: number
  /** Hundred-thousandths. */
  readonly sell: bigint
  readonly buy: bigint
}

interface Call {
  readonly card: string | null
  readonly trunk: string | null
  readonly destination: string | null
  readonly cause: string | null
  readonly agent: string | null
  readonly day: string
  readonly seconds: string | null
  readonly sell: string | null
  readonly buy: string | null
}

const units = (text: string | null): bigint => {
  // Of the double that a FLOAT is, exactly rounded.
  return BigInt(
    Number(text ?? 0)
      .toFixed(5)
      .replace('.', ''),
  )
}

const decimal = (value: bigint): string => {
  const text = String(value < 0n ? -value : value).padStart(6, '0')
  return `${value < 0n ? '-' : ''}${text.slice(0, -5)}.${text.slice(-5)}`
}

function addUp(calls: readonly Call[]): Figures {
  return {
    calls: calls.length,
    answered: calls.filter(({ cause }) => cause === '1').length,
    seconds: calls.reduce((sum, { seconds }) => sum + Number(seconds ?? 0), 0),
    sell: calls.reduce((sum, { sell }) => sum + units(sell), 0n),
    buy: calls.reduce((sum, { buy }) => sum + units(buy), 0n),
  }
}

/** What the report says, every number with its digits. */
function shown({ calls, answered, seconds, sell, buy }: Figures): object {
  return {
    calls: String(calls),
    answered: String(answered),
    seconds: String(seconds),
    sell: decimal(sell),
    buy: decimal(buy),
    margin: decimal(sell - buy),
  }
}

/** Numbers as their texts. */
function texts(value: unknown): unknown {
  if (value instanceof JsonNumber) return value.text
  if (Array.isArray(value)) return value.map(texts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, texts(member)]))
}

function exact<Found = Report>(answer: Answer): Found {
  expect(answer.status, answer.text).toBe(200)
  return texts(parseExactJson(answer.text)) as Found
}

interface Row extends Readonly<Record<string, unknown>> {
  readonly key: string | null
  readonly label: string | null
}

interface Report {
  readonly total: Readonly<Record<string, unknown>>
  readonly rows: readonly Row[]
  readonly is_complete?: boolean
}

interface RunningOut {
  readonly customers: readonly Readonly<Record<string, unknown>>[]
}

describeDatabase.each(['MyISAM', 'InnoDB'] as const)('reports on %s tables', (engine) => {
  let api: TestApi
  let connection: Connection
  let calls: readonly Call[]
  const january = 'from=2026-01-01&to=2026-02-01'
  const report = (name: string, query: string, as: Login | null = ADMIN) =>
    api.request('GET', `/custom_api/report/${name}/?${query}`, { as })

  beforeAll(async () => {
    api = await startTestApi({ rows: true, ...(engine === 'InnoDB' && { engine }) })
    connection = await createConnection({ uri: api.database.url, dateStrings: true })
    for (const [{ name, password }, grants] of [
      [AGENT, ['reports:traffic', 'reports:money', 'reports:customers', 'card:list', 'scope:agent=1']],
      [BLIND, ['reports:traffic', 'call:list', 'mask:call.sessionbill']],
      [NAMELESS, ['reports:traffic']],
      [NOBODY, ['call:list', 'card:list']],
    ] as const) {
      const { json } = await api.request('POST', '/api/user/', { body: { username: name, password } })
      for (const grant of grants) {
        const given = await api.request('POST', '/api/grant/', { body: { user: (json as { id: number }).id, grant } })
        expect(given.status, given.text).toBe(200)
      }
    }
    const [rows] = await connection.query<RowDataPacket[]>(
      `select concat(c.card_id) card, concat(c.id_trunk) trunk, concat(c.destination) destination,
         concat(c.terminatecauseid) cause, concat(nullif(g.id_agent, 0)) agent, left(c.starttime, 10) day,
         concat(c.sessiontime) seconds, concat(c.sessionbill + 0e0) sell, concat(c.buycost) buy
       from cc_call c left join cc_card k on k.id = c.card_id left join cc_card_group g on g.id = k.id_group
       where c.starttime >= '2026-01-01' and c.starttime < '2026-02-01'`,
    )
    calls = rows as unknown as readonly Call[]
    expect(calls.length).toBeGreaterThan(1000)
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  describe('traffic', () => {
    it.each([
      { by: 'customer', of: 'card' },
      { by: 'trunk', of: 'trunk' },
      { by: 'destination', of: 'destination' },
      { by: 'cause', of: 'cause' },
      { by: 'agent', of: 'agent' },
      { by: 'day', of: 'day' },
    ] as const)('by $by is what the rows add up to', async ({ by, of }) => {
      const { total, rows } = exact(await report('traffic', `${january}&by=${by}&limit=500`))
      expect(total).toMatchObject(shown(addUp(calls)))
      const groups = Map.groupBy(calls, (call) => call[of])
      expect(rows.filter((row) => row['calls'] !== '0').length).toBe(groups.size)
      for (const row of rows) {
        const own = groups.get(row.key) ?? []
        expect(row, `${by} ${String(row.key)}`).toMatchObject(shown(addUp(own)))
      }
    })

    it('loses no cents of large calls, though their rows show six digits', async () => {
      await connection.query('set sql_mode = ""')
      await connection.query(
        `insert into cc_call (sessionid, uniqueid, card_id, starttime, sessionbill)
         values ('large', 'large', 987655, '2024-01-05', 12345.67), ('large', 'large2', 987655, '2024-01-05', 0.00001)`,
      )
      const { total } = exact(await report('traffic', 'from=2024-01-01&to=2024-02-01&by=none&customer=987655'))
      // What is stored is the nearest FLOAT.
      expect(total['sell']).toBe('12345.66993')
      const rows = await api.request(
        'GET',
        '/api/call/?card_id=987655&fields=sessionbill&ordering=-sessionbill&limit=1',
      )
      expect(rows.text).toContain('"sessionbill":12345.7')
      await connection.query("delete from cc_call where sessionid = 'large'")
    })

    it('derives what follows from the sums', async () => {
      const { total } = exact(await report('traffic', `${january}&by=none`))
      const { answered, seconds, sell, buy } = addUp(calls)
      expect(total).toMatchObject({
        minutes: (Math.round((seconds / 60) * 100) / 100).toFixed(2),
        asr: ((100 * answered) / calls.length).toFixed(2),
        acd: (seconds / answered).toFixed(1),
        margin_percent: ((100 * Number(sell - buy)) / Number(sell)).toFixed(2),
      })
    })

    it('has every day and hour of the period, those without calls with nothing', async () => {
      const days = exact(await report('traffic', 'from=2030-01-30&to=2030-03-02&by=day'))
      expect(days.rows.length).toBe(31)
      expect(days.rows.at(-1)).toMatchObject({ key: '2030-03-01', calls: '0', sell: '0.00000', asr: null })
      const hours = exact(await report('traffic', 'from=2026-01-05 08:00:00&to=2026-01-05T10:00:00&by=hour'))
      expect(hours.rows.map(({ key }) => key)).toEqual(['2026-01-05 08:00:00', '2026-01-05 09:00:00'])
      const weeks = exact(await report('traffic', 'from=2026-01-01&to=2026-01-13&by=week'))
      expect(weeks.rows.map(({ key }) => key)).toEqual(['2025-12-29', '2026-01-05', '2026-01-12'])
      const months = exact(await report('traffic', 'from=2025-12-15&to=2026-02-02&by=month'))
      expect(months.rows.map(({ key }) => key)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01'])
    })

    it('shows the largest first, and says whether that is all', async () => {
      const all = exact(await report('traffic', `${january}&by=customer&order=-margin&limit=500`))
      const top = exact(await report('traffic', `${january}&by=customer&order=-margin&limit=3`))
      expect(top.rows).toEqual(all.rows.slice(0, 3))
      expect([all.is_complete, top.is_complete]).toEqual([true, false])
      const margins = all.rows.map((row) => Number(row['margin']))
      expect(margins).toEqual(margins.toSorted((a, b) => b - a))
      expect(top.total).toEqual(all.total)
    })

    it('counts only the calls that are asked for', async () => {
      const cards = [...new Set(calls.map(({ card }) => card ?? ''))].slice(0, 2)
      const { total } = exact(await report('traffic', `${january}&by=none&customer=${cards.join()}&cause=1`))
      const wanted = calls.filter(({ card, cause }) => cards.includes(card ?? '') && cause === '1')
      expect(total).toMatchObject(shown(addUp(wanted)))
      const ofAgent = exact(await report('traffic', `${january}&by=none&agent=1`))
      expect(ofAgent.total).toMatchObject(shown(addUp(calls.filter(({ agent }) => agent === '1'))))
    })

    it.each(['Asia/Tokyo', 'America/New_York', '+05:30', undefined])(
      'says of %s in which bounds a list has its calls',
      async (tz) => {
        const query = `from=2026-01-10&to=2026-01-11&by=none${tz === undefined ? '' : `&tz=${encodeURIComponent(tz)}`}`
        const { json } = await report('traffic', query)
        const { database, total } = json as { database: { from: string; to: string }; total: { calls: number } }
        const counted = async (from: string, to: string): Promise<unknown> => {
          const list = new URLSearchParams({ starttime__gte: from, starttime__lt: to, count: 'exact', limit: '1' })
          return ((await api.request('GET', `/api/call/?${list}`)).json as { meta: { count: number } }).meta.count
        }
        expect(database.from).toMatch(/^2026-01-(09|10) \d\d:\d\d:00$/)
        expect(await counted(database.from, database.to)).toBe(total.calls)
        // The control: the days themselves are other calls.
        if (tz !== undefined) expect(await counted('2026-01-10', '2026-01-11')).not.toBe(total.calls)
      },
    )

    it('names customers, trunks, destinations, agents and causes', async () => {
      const [[card], [trunk]] = await Promise.all([
        connection.query<RowDataPacket[]>('select id, username from cc_card'),
        connection.query<RowDataPacket[]>('select id_trunk, trunkcode from cc_trunk'),
      ])
      const customers = exact(await report('traffic', `${january}&by=customer&limit=500`))
      const account = new Map(card.map(({ id, username }) => [String(id), String(username)]))
      for (const { key, label } of customers.rows) expect(label).toBe(account.get(String(key)) ?? null)
      const trunks = exact(await report('traffic', `${january}&by=trunk`))
      const code = new Map(trunk.map((row) => [String(row['id_trunk']), String(row['trunkcode'])]))
      for (const { key, label } of trunks.rows) expect(label).toBe(code.get(String(key)) ?? null)
      const causes = exact(await report('traffic', `${january}&by=cause`))
      expect(causes.rows.find(({ key }) => key === '1')?.label).toBe('answer')
      const unnamed = exact(await report('traffic', `${january}&by=trunk`, NAMELESS))
      expect(unnamed.rows.map(({ label }) => label)).toEqual(unnamed.rows.map(() => null))
      expect(unnamed.rows.map(({ key }) => key)).toEqual(trunks.rows.map(({ key }) => key))
    })

    it.each([
      { day: '2025-10-26', begins: '2025-10-25T22:00:00Z', hours: 25, twice: ['02:00:00+02:00', '02:00:00+01:00'] },
      { day: '2025-03-30', begins: '2025-03-29T23:00:00Z', hours: 23, twice: ['01:00:00+01:00', '03:00:00+02:00'] },
    ])('knows that $day has $hours hours in Berlin', async ({ day, begins, hours, twice }) => {
      await connection.query('set sql_mode = ""')
      await connection.query("delete from cc_call where sessionid = 'clocks'")
      const first = Date.parse(begins) / 1000
      // One call in each hour, and one on either side.
      for (let at = -1; at <= hours; at++) {
        await connection.query(
          `insert into cc_call (sessionid, card_id, starttime, sessiontime, terminatecauseid)
           values ('clocks', 987654, from_unixtime(?), 60, 1)`,
          [first + at * 3600 + 1800],
        )
      }
      const [next] = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().split('T')
      const query = `from=${day}&to=${next}&tz=Europe/Berlin&customer=987654`
      const days = exact(await report('traffic', `${query}&by=day`))
      expect(days.rows).toMatchObject([{ key: day, calls: String(hours) }])
      const byHour = exact(await report('traffic', `${query}&by=hour`))
      expect(byHour.rows.map((row) => row['calls'])).toEqual(Array(hours).fill('1'))
      expect(byHour.rows.map(({ key }) => String(key)).filter((key) => twice.some((end) => key.endsWith(end)))).toEqual(
        twice.map((end) => `${day} ${end}`),
      )
      // The control: where no clocks are changed, a day has 24.
      const elsewhere = exact(await report('traffic', `from=${day}&to=${next}&customer=987654&tz=%2B01:00`))
      expect(elsewhere.total).toMatchObject({ calls: '24' })
      await connection.query("delete from cc_call where sessionid = 'clocks'")
    })

    it.each([
      ['from=2026-01-01', 'to', 'must be the day or moment before which it ends'],
      ['from=2026-02-30&to=2026-03-02', 'from', 'a moment that there is'],
      ['from=2026-03-02&to=2026-03-02', 'to', 'must be later'],
      [`${january}&tz=Europe/Berlim`, 'tz', 'Did you mean "Europe/Berlin"?'],
      [`${january}&by=dya`, 'by', 'must be one of hour, day'],
      [`${january}&customers=1`, 'customers', 'Did you mean "customer"?'],
      [`${january}&customer=1;drop`, 'customer', 'must be a number'],
      [`${january}&limit=501`, 'limit', 'from 1 to 500'],
      [`${january}&limit=2&limit=3`, 'limit', 'is given 2 times'],
      ['from=2020-01-01&to=2026-01-01&by=hour', 'by', 'more than 1000'],
    ])('refuses %s, naming %s', async (query, parameter, why) => {
      const { status, json } = await report('traffic', query)
      expect(status).toBe(400)
      const { errors } = json as { errors: { parameter: string; detail: string }[] }
      expect(errors.find((error) => error.parameter === parameter)?.detail).toContain(why)
    })
  })

  it('reports money by day as the rows add up', async () => {
    const { total, rows } = exact(await report('money', january))
    expect(rows.length).toBe(31)
    const logs = [
      ['refills', 'cc_logrefill', 'date', 'credit'],
      ['payments', 'cc_logpayment', 'date', 'payment'],
      ['charges', 'cc_charge', 'creationdate', 'amount'],
    ] as const
    for (const [name, table, moment, amount] of logs) {
      const [found] = await connection.query<RowDataPacket[]>(
        `select left(${moment}, 10) day, concat(${amount} + 0e0) amount from ${table}
         where ${moment} >= '2026-01-01' and ${moment} < '2026-02-01'`,
      )
      const sum = (some: readonly RowDataPacket[]): object => ({
        count: String(some.length),
        amount: decimal(some.reduce((whole, row) => whole + units(row['amount']), 0n)),
      })
      expect(found.length).toBeGreaterThan(10)
      expect(total[name]).toEqual(sum(found))
      for (const row of rows) {
        expect(row[name], `${name} of ${row.key}`).toEqual(sum(found.filter(({ day }) => day === row.key)))
      }
    }
  })

  it('finds who runs out, the credit limit of who pays afterwards among it', async () => {
    await connection.query('set sql_mode = ""')
    await connection.query("delete from cc_call where sessionid = 'spender'")
    const card = (id: number, credit: string, typepaid: number, limit: number, status = 1): Promise<unknown> =>
      connection.query('update cc_card set credit = ?, typepaid = ?, creditlimit = ?, status = ? where id = ?', [
        credit,
        typepaid,
        limit,
        status,
        id,
      ])
    await card(21, '5.00000', 0, 100)
    await card(22, '-5.00000', 1, 10)
    await card(23, '50.00000', 0, 0)
    await card(24, '1.00000', 0, 0, 0)
    for (const id of [21, 22, 23, 24]) {
      for (const daysAgo of [1, 2, 9]) {
        await connection.query(
          `insert into cc_call (sessionid, card_id, starttime, sessionbill) values ('spender', ?, date_sub(now(), interval ? day), 7)`,
          [id, daysAgo],
        )
      }
    }
    const answer = await report('running_out', 'days=7&within=3&limit=500')
    const { customers } = exact<RunningOut>(answer)
    const mine = customers.filter(({ card_id: id }) => ['21', '22', '23', '24'].includes(String(id)))
    // 14 in 7 days: 2 a day. The third lasts, the fourth may not call.
    expect(mine).toEqual([
      {
        card_id: '21',
        label: expect.any(String),
        balance: '5.00000',
        available: '5.00000',
        spent: '14.00000',
        spent_a_day: '2.00000',
        days_left: '2.50',
      },
      {
        card_id: '22',
        label: expect.any(String),
        balance: '-5.00000',
        available: '5.00000',
        spent: '14.00000',
        spent_a_day: '2.00000',
        days_left: '2.50',
      },
    ])
    const longer = exact<RunningOut>(await report('running_out', 'days=7&within=30&limit=500'))
    expect(longer.customers.map(({ card_id: id }) => id)).toContain('23')
    await connection.query("delete from cc_call where sessionid = 'spender'")
  })

  describe('what a caller does not see', () => {
    it('is not counted', async () => {
      const own = exact(await report('traffic', `${january}&by=customer&limit=500`, AGENT))
      const wanted = exact(await report('traffic', `${january}&by=customer&limit=500&agent=1`))
      expect(own).toEqual({ ...wanted, rows: wanted.rows })
      expect(own.total).not.toEqual(exact(await report('traffic', `${january}&by=none`)).total)
      const money = exact(await report('money', january, AGENT))
      const [[refills]] = await connection.query<RowDataPacket[]>(
        `select count(*) n from cc_logrefill l join cc_card c on c.id = l.card_id join cc_card_group g on g.id = c.id_group
         where g.id_agent = 1 and l.date >= '2026-01-01' and l.date < '2026-02-01'`,
      )
      expect(money.total['refills']).toMatchObject({ count: String(refills?.['n']) })
      const out = exact<RunningOut>(await report('running_out', 'within=365&days=90&limit=500', AGENT))
      const [mine] = await connection.query<RowDataPacket[]>(
        'select concat(c.id) id from cc_card c join cc_card_group g on g.id = c.id_group where g.id_agent = 1',
      )
      const ids = new Set(mine.map(({ id }) => String(id)))
      expect(out.customers.filter(({ card_id: id }) => !ids.has(String(id)))).toEqual([])
    })

    it.each([
      { grants: [], isTold: false },
      { grants: ['card:list'], isTold: false },
      { grants: ['cardgroup:list', 'agent:list'], isTold: false },
      { grants: ['card:list', 'cardgroup:list', 'mask:card.id_group'], isTold: false },
      { grants: ['card:list', 'cardgroup:list', 'mask:cardgroup.id_agent'], isTold: false },
      { grants: ['card:list', 'cardgroup:list', 'mask:call.card_id'], isTold: false },
      { grants: ['card:list', 'cardgroup:list'], isTold: true },
    ])('is not told by agents either, whichever way they are asked for: $grants', async ({ grants, isTold }) => {
      const narrow = { name: `narrow${grants.join('').replaceAll(/\W/g, '')}`, password: AGENT.password }
      const { json: made } = await api.request('POST', '/api/user/', {
        body: { username: narrow.name, password: narrow.password },
      })
      for (const grant of ['reports:traffic', 'call:list', ...grants]) {
        await api.request('POST', '/api/grant/', { body: { user: (made as { id: number }).id, grant } })
      }
      for (const [parameter, query] of [
        ['by', `${january}&by=agent`],
        ['agent', `${january}&by=none&agent=1`],
      ] as const) {
        const { status, json } = await report('traffic', query, narrow)
        expect([parameter, status]).toEqual([parameter, isTold ? 200 : 403])
        if (!isTold) expect((json as { detail: string }).detail).toMatch(/card|cardgroup/)
      }
      expect((await report('traffic', `${january}&by=none`, narrow)).status).toBe(200)
    })

    it('is no part of a figure, masked columns among it', async () => {
      const { status, json } = await report('traffic', january, BLIND)
      expect(status).toBe(403)
      expect((json as { detail: string }).detail).toContain('call.sessionbill')
    })

    it.each(['traffic', 'money', 'running_out'])('needs the permission for %s', async (name) => {
      const query = name === 'running_out' ? '' : january
      expect((await report(name, query, NOBODY)).status).toBe(403)
      expect((await report(name, query, null)).status).toBe(401)
      expect((await report(name, query)).status).toBe(200)
    })
  })
})
