/** Every block of docs/cookbook.md, run as it stands there: by a shell and by the client. SQL says what it should have come to. */
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createClient } from 'a2billing-api/client'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { PRIVATE_DIRECTORY } from '../../helpers/mariadb-template.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const folder = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-cookbook`)
const text = readFileSync(join(root, 'docs/cookbook.md'), 'utf8')
const tasks = Array.from(
  text.matchAll(/^## (.+?)\n.*?```sh\n(.*?)```\s*```ts\n(.*?)```/gms),
  ([, title = '', shell = '', program = '']) => ({ title, shell, program }),
)

type Rows = RowDataPacket[]
/** What a block printed: JSON where it is, of the client the arguments of `console.log`. */
interface Outcome {
  readonly shell: string
  readonly printed: readonly unknown[]
}
interface Expectation {
  /** Asked behind both blocks. */
  readonly sql: string
  readonly holds: (outcome: Outcome, rows: Rows) => void
}

const objects = (shell: string) => (JSON.parse(shell) as { objects: Record<string, unknown>[] }).objects
const numbers = (rows: Rows) => rows.map(({ id }) => Number(id))
const ids = (rows: unknown) => (rows as { id: number }[]).map(({ id }) => id)
const sameIds = ({ shell, printed }: Outcome, rows: Rows): void => {
  expect(rows.length).toBeGreaterThan(0)
  expect(ids(objects(shell)).sort((a, b) => a - b)).toEqual(numbers(rows))
  expect(ids(printed[0]).sort((a, b) => a - b)).toEqual(numbers(rows))
}
const JANUARY = "starttime >= '2026-01-01' AND starttime < '2026-02-01'"

const expectations: Record<string, Expectation> = {
  'Find a customer by telephone number': {
    sql: "SELECT id_cc_card AS id FROM cc_callerid WHERE cid = '4917604069031'",
    holds: sameIds,
  },
  'Create a customer': {
    sql: "SELECT id, lastname FROM cc_card WHERE username IN ('7700000001', '7700000002') ORDER BY id",
    holds: ({ shell, printed }, rows) => {
      expect(rows.map(({ lastname }) => lastname)).toEqual(['Curl', 'Client'])
      expect([JSON.parse(shell).id, (printed[0] as { id: number }).id]).toEqual(numbers(rows))
    },
  },
  'Refill, and be able to try again': {
    sql: 'SELECT credit FROM cc_logrefill WHERE card_id = 3 AND credit = 12.5',
    holds: ({ shell, printed }, rows) => {
      expect(rows).toHaveLength(2)
      expect([JSON.parse(shell).credited, ...printed]).toEqual([12.5, '12.50000'])
    },
  },
  'Charge something extra': {
    sql: 'SELECT amount FROM cc_charge WHERE id_cc_card = 3 AND amount = 2.25 AND chargetype = 4',
    holds: ({ shell, printed }, rows) => {
      expect(rows).toHaveLength(2)
      expect([JSON.parse(shell).amount, ...printed]).toEqual([2.25, '2.25000'])
    },
  },
  'Read a balance': {
    sql: 'SELECT credit FROM cc_card WHERE id = 3',
    holds: ({ shell, printed }, [row]) =>
      expect([JSON.parse(shell).credit, ...printed]).toEqual([row?.['credit'], row?.['credit']]),
  },
  'Calls of a customer in a month': {
    sql: `SELECT COUNT(*) AS id FROM cc_call WHERE card_id = 240 AND ${JANUARY}`,
    holds: ({ shell, printed }, rows) => {
      expect(numbers(rows)[0]).toBeGreaterThan(0)
      expect([JSON.parse(shell).meta.count, ...printed]).toEqual([...numbers(rows), ...numbers(rows)])
    },
  },
  "A day's income, cost and margin by trunk": {
    sql: "SELECT id_trunk AS `key`, SUM(CAST(sessionbill AS DECIMAL(30, 5))) AS sell, SUM(buycost) AS buy FROM cc_call WHERE starttime >= '2026-01-30' AND starttime < '2026-01-31' GROUP BY id_trunk ORDER BY SUM(CAST(sessionbill AS DECIMAL(30, 5))) - SUM(buycost) DESC, id_trunk",
    holds: ({ shell, printed }, rows) => {
      expect(rows.length).toBeGreaterThan(1)
      expect(printed[0]).toMatchObject(rows)
      const inNumbers = rows.map(({ key, sell, buy }) => ({ key, sell: Number(sell), buy: Number(buy) }))
      expect((JSON.parse(shell) as { rows: unknown }).rows).toMatchObject(inNumbers)
    },
  },
  'Export a month': {
    sql: `SELECT COUNT(*) AS id, SUM(sessionbill IS NOT NULL) AS billed FROM cc_call WHERE ${JANUARY}`,
    holds: ({ shell, printed }, [row]) => {
      expect(shell.trim().split('\r\n').length - 1).toBe(Number(row?.['id']))
      expect(printed).toEqual([Number(row?.['billed'])])
    },
  },
  'Import a price list': {
    sql: "SELECT id FROM cc_ratecard WHERE dialprefix LIKE '9981_' AND idtariffplan = 1",
    holds: ({ shell, printed }, rows) => {
      expect(rows).toHaveLength(4)
      expect(JSON.parse(shell)).toMatchObject({ lines: 2, created: 2, failed: 0 })
      expect(printed).toEqual([2, []])
    },
  },
  'Keep a copy of the customers up to date': {
    sql: 'SELECT id FROM cc_card WHERE id > 300 ORDER BY id',
    holds: ({ shell, printed }, rows) =>
      expect([ids(objects(shell)), printed[0]]).toEqual([numbers(rows), numbers(rows)]),
  },
  'Rates of a destination': {
    sql: "SELECT r.id FROM cc_ratecard r JOIN cc_prefix p ON p.prefix = r.destination WHERE LOWER(CONVERT(p.destination USING utf8mb4)) LIKE '%france%' ORDER BY r.id",
    holds: sameIds,
  },
  'Block a customer, and say why': {
    sql: 'SELECT status FROM cc_card WHERE id IN (5, 6)',
    holds: ({ shell, printed }, rows) => {
      expect(rows).toEqual([{ status: 6 }, { status: 6 }])
      expect([JSON.parse(shell).status, ...printed]).toEqual([6, 6])
    },
  },
  'Charges that are not paid': {
    sql: 'SELECT id FROM cc_charge WHERE charged_status = 0 AND invoiced_status = 0 ORDER BY id',
    holds: sameIds,
  },
  'Destinations with the most calls': {
    sql: 'SELECT destination, COUNT(*) AS n FROM cc_call GROUP BY destination ORDER BY n DESC, destination LIMIT 5',
    holds: ({ shell, printed }, rows) => {
      const want = rows.map(({ destination, n }) => ({ destination, count: Number(n) }))
      expect(objects(shell)).toMatchObject(want)
      expect(printed[0]).toMatchObject(want)
    },
  },
  'Change a rate': {
    sql: 'SELECT rateinitial FROM cc_ratecard WHERE id IN (1, 2)',
    holds: ({ shell, printed }, rows) => {
      expect(rows).toEqual([{ rateinitial: '0.23450' }, { rateinitial: '0.23450' }])
      expect([JSON.parse(shell).rateinitial, ...printed]).toEqual([0.2345, '0.23450'])
    },
  },
  'Caller ids of a customer': {
    sql: 'SELECT cid FROM cc_callerid WHERE id_cc_card = 4 ORDER BY id',
    holds: ({ shell, printed }, rows) => {
      expect(JSON.parse(shell).cid).toBe('33123450001')
      expect(rows.map(({ cid }) => cid)).toEqual(expect.arrayContaining(['33123450001', '33123450002']))
      expect((printed[0] as { cid: string }[]).map(({ cid }) => cid)).toEqual(rows.map(({ cid }) => cid))
    },
  },
  'Issue a key that may do little': {
    sql: 'SELECT id FROM a2b_users_key ORDER BY id',
    holds: ({ shell, printed }, rows) => {
      expect(rows).toHaveLength(2)
      expect([JSON.parse(shell).key, ...printed]).toEqual(
        numbers(rows).map((id) => expect.stringMatching(`^a2b_${id}_`)),
      )
    },
  },
  'Walk through all calls': {
    sql: 'SELECT COUNT(*) AS id FROM cc_call',
    holds: ({ shell, printed }, rows) => {
      const walked = shell
        .trim()
        .split('\n')
        .flatMap((page) => ids(objects(page)))
      expect(new Set(walked).size).toBe(walked.length)
      expect([walked.length, ...printed]).toEqual([...numbers(rows), ...numbers(rows)])
    },
  },
  'Deal with errors': {
    sql: 'SELECT 1',
    holds: ({ shell, printed }) => {
      expect(JSON.parse(shell).type).toBe('urn:a2billing-api:error:unknown-parameter')
      expect(printed).toEqual(['unknown_parameter', [expect.objectContaining({ parameter: 'lastname__nearly' })]])
    },
  },
  'See whether it is well': {
    sql: 'SELECT 1',
    holds: ({ shell, printed }) => {
      expect(JSON.parse(shell)).toMatchObject({ status: 'ready', schema: { status: 'equal' } })
      expect(printed).toEqual(['ready', 'equal'])
    },
  },
  'Who changed what': {
    sql: "SELECT user_name, reason FROM a2b_audit WHERE resource = 'card' AND row_key IN ('5', '6') ORDER BY id",
    holds: ({ shell, printed }, rows) => {
      expect(rows).toEqual([
        { user_name: ADMIN.name, reason: 'stolen SIM' },
        { user_name: ADMIN.name, reason: 'stolen SIM' },
      ])
      expect(objects(shell)[0]).toMatchObject(rows[0] ?? {})
      expect(printed.slice(0, 2)).toEqual([ADMIN.name, 'stolen SIM'])
    },
  },
}

it('has its tasks, each with a curl, a program and an answer', () => {
  expect(tasks.map(({ title }) => title)).toEqual(Object.keys(expectations))
  expect(tasks).toHaveLength(21)
  expect(text.match(/```(sh|ts)\n/g)).toHaveLength(42)
})

describeDatabase('docs/cookbook.md', () => {
  type Program = (api: ReturnType<typeof createClient>, console: { log(...values: unknown[]): void }) => Promise<void>
  const module = join(folder, 'programs.ts')
  let api: TestApi
  let connection: Connection
  let programs: readonly Program[]
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    const functions = tasks.map(
      ({ program }) => `  async (api: Api, console: { log(...values: unknown[]): void }) => {\n${program}},\n`,
    )
    writeFileSync(
      module,
      `import { type createClient, ProblemError } from 'a2billing-api/client'\ntype Api = ReturnType<typeof createClient>\nvoid ProblemError\nexport const programs = [\n${functions.join('')}]\n`,
    )
    programs = ((await import(pathToFileURL(module).href)) as { programs: readonly Program[] }).programs
    api = await startTestApi({ engine: 'InnoDB', rows: true })
    connection = await createConnection({ uri: api.database.url })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await connection.end()
    await api.close()
  })

  it('its programs have the right types', async () => {
    const config = join(folder, 'tsconfig.json')
    writeFileSync(
      config,
      JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['programs.ts'], exclude: [] }),
    )
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const said = await run(process.execPath, [tsc, '-p', folder]).catch((error: { stdout: string }) => error)
    expect(said.stdout).toBe('')
  })

  it.each(tasks.map((task, index) => ({ ...task, index })))('$title', async ({ title, shell, index }) => {
    const env = { ...process.env, A2B: api.url, LOGIN: `${ADMIN.name}:${ADMIN.password}` }
    const { stdout } = await run('sh', ['-ec', shell], { env, maxBuffer: 1e9 })
    const printed: unknown[] = []
    const client = createClient({ baseUrl: api.url, credentials: ADMIN })
    await programs[index]?.(client, { log: (...values) => void printed.push(...values) })
    const [rows] = await connection.query<Rows>(expectations[title]?.sql ?? '')
    expectations[title]?.holds({ shell: stdout, printed }, rows)
  })
})
