/**
 * Requests made up from the document, sent to a server on the demo: whatever they say, each is answered as the document has
 * it and never with a 5xx, what is refused has changed nothing, and balances move by movements of money alone.
 */
import { fileURLToPath } from 'node:url'
import { createConnection } from 'mysql2/promise'
import { expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { fuzz, type Fuzzed } from '../../fuzz/check.ts'
import { startTestApi, type TestApiOptions } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

/** The same requests each time, and others where someone asks for many. */
const { A2B_TEST_RUNS: ASKED } = process.env
const EVERY_DAY = { runs: 800, seed: 20_261_127 }

async function fuzzOn(options: TestApiOptions, { runs, seed }: { runs: number; seed?: number }): Promise<Fuzzed> {
  const api = await startTestApi({ rows: true, logLevel: 'silent', ...options })
  const connection = await createConnection(api.database.url)
  try {
    return await fuzz({ api, connection, resources, runs, ...(seed !== undefined && { seed }) })
  } finally {
    await connection.end()
    await api.close()
  }
}

/** With a plugin of ours loaded, fewer will do. */
function control(name: string): Promise<Fuzzed> {
  const load = [fileURLToPath(new URL(name, import.meta.url))]
  return fuzzOn({ plugins: { load } }, { ...EVERY_DAY, runs: 1000 })
}

describeDatabase('made up', () => {
  it.each(['MyISAM', 'InnoDB'] as const)(
    'on %s, none is answered wrongly, and none does damage',
    { timeout: 7_200_000 },
    async (engine) => {
      const asked = ASKED === undefined ? EVERY_DAY : { runs: Number(ASKED) }
      const { statuses, failure } = await fuzzOn(engine === 'InnoDB' ? { engine } : {}, asked)
      expect(failure).toBeUndefined()
      const counts = [...statuses]
        .toSorted(([one], [other]) => one - other)
        .map(([status, count]) => `${count} x ${status}`)
      process.stdout.write(`made up, ${engine}: ${counts.join(', ')}\n`)
      // Requests that are all refused at the door would tell nothing.
      for (const status of [200, 400, 404, 409, 422])
        expect(statuses.get(status) ?? 0).toBeGreaterThan(asked.runs / 100)
    },
  )

  it('control: a server that fails is found out', async () => {
    expect((await control('../contract/fixtures/broken.ts')).failure).toContain('to be less than 500')
  })

  it('control: a refusal that leaves something is found out', async () => {
    expect((await control('fixtures/refusing.ts')).failure).toContain('It comes too late')
  })
})
