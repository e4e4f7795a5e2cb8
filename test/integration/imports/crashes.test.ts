/** A process that dies at any statement of an import, one after the other: who sends the file again gets each line once. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readLines } from '../../../src/imports/csv-lines.ts'
import { importLines, type Report } from '../../../src/imports/import-lines.ts'
import { begunLineTables, importTables } from '../../../src/imports/tables.ts'
import type { Import } from '../../../src/imports/task.ts'
import type { OwnSession, Session } from '../../../src/db/db.ts'
import { migrate } from '../../../src/own-tables/migrate.ts'
import type { Api } from '../../../src/resources/api.ts'
import type { ResourceHooks } from '../../../src/resources/hooks.ts'
import { parseOn } from '../../../src/resources/upsert.ts'
import { admin, from } from '../../helpers/callers.ts'
import { crashing } from '../../helpers/crashing.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { type Billing, openBilling } from '../server/billing.ts'

const CARD = { tariff: '1', uipass: 'x', credit: '2.50000' }

const FILES = {
  // Two lines are the same: both are meant.
  rates: {
    resource: 'ratecard',
    csv: 'dialprefix,destination,rateinitial,stepchargec\n33,33,0.1,0.3\n34,34,0.2,\n33,33,0.1,0.3\n35,35,0.3,\n',
    set: { idtariffplan: '1' },
    report: { lines: 4, done: 4, created: 4, updated: 0, failed: 0 },
    rows: 'select dialprefix, rateinitial, stepchargec from cc_ratecard order by id',
    stored: [
      ['33', '0.10000', 0.3],
      ['34', '0.20000', 0],
      ['33', '0.10000', 0.3],
      ['35', '0.30000', 0],
    ],
  },
  // Numbers that are given stand beside those that are not.
  numbered: {
    resource: 'ratecard',
    csv: 'id,dialprefix,destination,rateinitial\n5,33,33,0.1\n,55,55,0.2\n20,77,77,0.3\n,55,55,0.2\n',
    set: { idtariffplan: '1' },
    report: { lines: 4, done: 4, created: 4, updated: 0, failed: 0 },
    rows: 'select dialprefix from cc_ratecard order by dialprefix',
    stored: [['33'], ['55'], ['55'], ['77']],
  },
  cards: {
    resource: 'card',
    csv: 'username,useralias\na,a\nb,b\na,c\nd,d\n',
    set: CARD,
    report: { lines: 4, done: 4, created: 3, updated: 0, failed: 1 },
    rows: 'select username, credit from cc_card order by username',
    stored: [
      ['a', '2.50000'],
      ['b', '2.50000'],
      ['d', '2.50000'],
    ],
  },
} as const

describeDatabase.each([undefined, 'InnoDB'] as const)('an import whose process dies, on %s tables', (engine) => {
  let billing: Billing
  beforeAll(async () => {
    billing = await openBilling(engine)
    await migrate(billing.db, [importTables, begunLineTables])
  })
  beforeEach(begin)
  afterAll(() => billing.close())

  async function begin(): Promise<void> {
    for (const table of [
      'cc_ratecard',
      'cc_card',
      'a2b_import',
      'a2b_import_problem',
      'a2b_import_begun',
      'a2b_audit',
    ]) {
      await billing.run(`truncate ${table}`)
    }
  }

  function run(
    api: Api,
    { resource: name, csv, set }: Pick<Import, 'set'> & { readonly resource: string; readonly csv: string },
    on?: string,
  ): Promise<Report> {
    const resource = api.resources.get(name)
    if (!resource) throw new Error(`There is no ${name}`)
    const task: Import = {
      api,
      resource,
      origin: from(admin),
      set,
      omit: [],
      isSkipping: false,
      on: on === undefined ? undefined : parseOn(resource, on),
      run: 'commit',
      key: { userId: 1, resource: name, idempotencyKey: 'k' },
      fingerprint: 'f',
      read: () => readLines(bytesOf(csv), 1000),
    }
    return importLines(
      task,
      async () => {},
      () => undefined,
    )
  }

  const audited = async (): Promise<number> =>
    Number((await billing.query("select count(*) from a2b_audit where operation = 'create'"))[0]?.[0])

  describe.each(['rates', 'numbered', 'cards'] as const)('of %s', (kind) => {
    const file = FILES[kind]

    it.each([false, true])(
      'who sends it again gets each line once (the statement still arrives: %s)',
      async (isSent) => {
        let crashes = 0
        for (let at = 1; ; at++) {
          const { api, hasCrashed } = crashing(billing.api, at, isSent)
          // Whatever it comes to: a process that died has told nobody.
          await run(api, file).catch(() => undefined)
          if (!hasCrashed()) break
          crashes++
          const report = await run(billing.api, file)
          expect(report, `crash at statement ${at}`).toMatchObject(file.report)
          expect(await billing.query(file.rows), `crash at statement ${at}`).toEqual(file.stored)
          expect(await audited(), `crash at statement ${at}`).toBe(file.report.created)
          expect(await run(billing.api, file)).toEqual(report)
          await begin()
        }
        expect(crashes).toBeGreaterThan(10)
      },
    )
  })

  it('with on=, each line is done once, and told as if nothing had happened', async () => {
    let crashes = 0
    for (let at = 1; ; at++) {
      const { api, hasCrashed } = crashing(billing.api, at, true)
      await run(api, FILES.cards, 'username').catch(() => undefined)
      if (!hasCrashed()) break
      crashes++
      const report = await run(billing.api, FILES.cards, 'username')
      const { created, updated, problems } = report
      expect([created + problems.length, updated], `crash at statement ${at}`).toEqual([3, 1])
      // What a later line has changed since, nobody can say of the earlier one.
      expect(problems.every(({ line, problem }) => line === 2 && problem.includes('outcome-unknown'))).toBe(true)
      expect(await billing.query(FILES.cards.rows), `crash at statement ${at}`).toEqual(FILES.cards.stored)
      await begin()
    }
    expect(crashes).toBeGreaterThan(10)
  })

  it('a line that a hook has changed is stored once, and told to be in doubt where nobody can say', async () => {
    const hooks: ResourceHooks = { beforeCreate: ({ values }) => Promise.resolve({ ...values, rateinitial: '7' }) }
    const hooked: Api = { ...billing.api, hooks: { of: (name) => (name === 'ratecard' ? hooks : undefined) } }
    let inDoubt = 0
    for (let at = 1; ; at++) {
      const { api, hasCrashed } = crashing(hooked, at, true)
      await run(api, FILES.rates).catch(() => undefined)
      if (!hasCrashed()) break
      const { created, problems } = await run(hooked, FILES.rates)
      const stored = await billing.query('select count(*), sum(rateinitial = 7) from cc_ratecard')
      expect(stored, `crash at statement ${at}`).toEqual([['4', '4']])
      expect(created + problems.length).toBe(4)
      expect(problems.every(({ problem }) => problem.includes('outcome-unknown'))).toBe(true)
      inDoubt += problems.length
      await begin()
    }
    expect(inDoubt > 0).toBe(engine === undefined)
  })

  it('whoever waits for one whose connection is cut stores nothing twice', async () => {
    const lines = Array.from({ length: 250 }, (_, index) => `9${index},1,0.1`)
    const file = { ...FILES.rates, csv: `dialprefix,destination,rateinitial\n${lines.join('\n')}\n` }
    const isWaitedFor = Promise.withResolvers<void>()
    let inserts = 0
    const slow = watching(billing.api, async (session, sql) => {
      if (!/^insert into .cc_ratecard/i.test(sql)) return
      inserts++
      // The other one has come by then, and waits for these lines.
      if (inserts === 50) {
        isWaitedFor.resolve()
        await delay(300)
      }
      if (inserts !== 140) return
      await delay(300)
      const [[connection] = []] = await session.readRows({ sql: 'select connection_id()', parameters: [] })
      await billing.run(`kill connection ${connection}`)
    })
    const first = run(slow, file)
    await isWaitedFor.promise
    const reports = await Promise.all([first, run(billing.api, file)])
    for (const report of reports) expect(report).toMatchObject({ done: 250, created: 250, failed: 0 })
    expect(await billing.query('select count(*), count(distinct dialprefix) from cc_ratecard')).toEqual([
      ['250', '250'],
    ])
    expect(await audited()).toBe(250)
  })

  it('no number is given that a removed row had: what is left of that would be the new row’s', async () => {
    await run(billing.api, FILES.rates)
    await billing.run('delete from cc_ratecard where id > 2')
    await billing.run('truncate a2b_import')
    await run(billing.api, FILES.rates)
    expect((await billing.query('select id from cc_ratecard order by id')).flat()).toEqual([1, 2, 5, 6, 7, 8])
  })

  it('control: without its notes, a table that cannot roll back has a line twice', async () => {
    const twice = new Set<number>()
    for (let at = 1; ; at++) {
      const { api, hasCrashed } = crashing(billing.api, at, true)
      await run(api, FILES.rates).catch(() => undefined)
      if (!hasCrashed()) break
      await billing.run('truncate a2b_import_begun')
      await run(billing.api, FILES.rates)
      twice.add((await billing.query(FILES.rates.rows)).length)
      await begin()
    }
    expect(Math.max(...twice)).toBe(engine === 'InnoDB' ? 4 : 8)
  })
})

/** @param before - called before each statement of a transaction that writes */
function watching(api: Api, before: (session: Session, sql: string) => Promise<void>): Api {
  const wrap = (session: OwnSession): OwnSession => ({
    get kysely() {
      return session.kysely
    },
    readRows: (statement) => session.readRows(statement),
    async write(statement) {
      await before(session, statement.sql)
      return session.write(statement)
    },
    transaction: (work) => session.transaction(work),
  })
  const db: Api['db'] = {
    ...api.db,
    transaction: (work) => api.db.session((session) => session.transaction(() => work(wrap(session)))),
  }
  return { ...api, db }
}

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
