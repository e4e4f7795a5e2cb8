/**
 * Every version of A2Billing there is a schema of: built, read back, generated, compiled, served, written to, and money
 * moved in it. Generated from the snapshot, which the database is shown to read back to the byte.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { introspect } from '../../../codegen/introspection/introspect.ts'
import { formatSnapshot } from '../../../codegen/introspection/snapshot.ts'
import { objectsOf, versionSnapshot, VERSIONS } from '../../helpers/a2billing-versions.ts'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { testEveryResource } from '../../helpers/every-resource.ts'
import { projectFolder } from '../../helpers/generated-project.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { moveMoney } from '../../helpers/money.ts'

const folder = projectFolder('versions')
/** But for the newest, which `every-resource.test.ts` has on both engines. */
const versions = await Promise.all(
  VERSIONS.filter((version) => version !== '2.3.0').map(async (version) => {
    const snapshot = versionSnapshot(version)
    return { version, snapshot, project: await folder.add(version, snapshot) }
  }),
)
afterAll(() => folder.remove())

it('all of it compiles', { timeout: 60_000 }, async () => {
  expect(await folder.compile()).toBe('')
})

/** The oldest is converted to InnoDB as well, as many an operator has done. */
const databases = versions.flatMap((one) => [
  { ...one, engine: 'MyISAM' as const },
  ...(one.version === '1.4.0' ? [{ ...one, engine: 'InnoDB' as const }] : []),
])

describeDatabase.each(databases)('A2Billing $version on $engine', ({ snapshot, engine, project }) => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({
      schema: { snapshot, objects: objectsOf(snapshot) },
      generated: project.generated,
      ...(engine === 'InnoDB' && { engine }),
    })
  })
  afterAll(() => api.close())

  it('is read back as the snapshot it was built from, to the byte', async () => {
    const read = await introspect(api.database.url)
    // The server has made its own tables meanwhile.
    const tables = read.tables.filter(({ name }) => name !== 'user' && !name.startsWith('a2b_'))
    const built = snapshot.tables.map((table) => (table.engine ? { ...table, engine } : table))
    expect(formatSnapshot({ ...read, tables })).toBe(formatSnapshot({ ...snapshot, tables: built }))
  })

  testEveryResource(project, () => api)

  it('money moves, exact to the last digit', async () => {
    expect(await moveMoney(api, project.resources)).toEqual({
      refill: 200,
      afterRefill: '6511.25001',
      charge: 200,
      afterCharge: '6509.75001',
      balance: '6509.75001',
      logrefill: [5.25],
      logpayment: [5.25],
      charges: [1.5],
    })
    expect(api.warnings.filter(({ plugin }) => plugin)).toEqual([])
  })
})

describeDatabase('a database served with the code of another version', () => {
  it('is found out', async () => {
    const [oldest, newest] = [versions[0], versions.at(-1)]
    if (!oldest || !newest) throw new Error('no versions')
    const { snapshot } = oldest
    const start = startTestApi({
      schema: { snapshot, objects: objectsOf(snapshot) },
      generated: newest.project.generated,
    })
    const outcomes = await start.then(
      async (api) => {
        const answers = await Promise.all(
          [...newest.project.resources.keys()].map((name) => api.request('GET', `/api/${name}/`)),
        )
        await api.close()
        return answers.map(({ status }) => status)
      },
      // A start that is refused has found it out as well.
      () => [500],
    )
    expect(outcomes.filter((status) => status !== 200)).not.toEqual([])
  })
})
