/** A process that dies at any statement of an import, one after the other: who sends the file again gets each line once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readLines } from '../../../src/imports/csv-lines.ts'
import { type Import, importLines, type Report } from '../../../src/imports/import-lines.ts'
import { importTables } from '../../../src/imports/tables.ts'
import { migrate } from '../../../src/own-tables/migrate.ts'
import type { Api } from '../../../src/resources/api.ts'
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
    await migrate(billing.db, [importTables])
  })
  beforeEach(begin)
  afterAll(() => billing.close())

  async function begin(): Promise<void> {
    for (const table of ['cc_ratecard', 'cc_card', 'a2b_import', 'a2b_import_problem', 'a2b_audit']) {
      await billing.run(`truncate ${table}`)
    }
  }

  function run(
    api: Api,
    { resource: name, csv, set }: (typeof FILES)[keyof typeof FILES],
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

  describe.each(['rates', 'cards'] as const)('of %s', (kind) => {
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

  it('with on=, what was stored by the one that died is not stored again', async () => {
    for (let at = 1; ; at++) {
      const { api, hasCrashed } = crashing(billing.api, at, true)
      await run(api, FILES.cards, 'username').catch(() => undefined)
      if (!hasCrashed()) break
      await run(billing.api, FILES.cards, 'username')
      expect(await billing.query(FILES.cards.rows), `crash at statement ${at}`).toEqual(FILES.cards.stored)
      await begin()
    }
  })

  it('control: without the look at what is stored, a table that cannot roll back has a line twice', async () => {
    const twice = new Set<number>()
    for (let at = 1; ; at++) {
      const { api, hasCrashed } = crashing(billing.api, at, true)
      await run(api, FILES.rates).catch(() => undefined)
      if (!hasCrashed()) break
      await run({ ...billing.api, canRollBack: () => true }, FILES.rates)
      twice.add((await billing.query(FILES.rates.rows)).length)
      await begin()
    }
    expect(Math.max(...twice)).toBe(engine === 'InnoDB' ? 4 : 8)
  })
})

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
