/** What is committed in `generated/` does what it promises: once on MyISAM, once on InnoDB. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { testEveryResource } from '../../helpers/every-resource.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

it('there is something for each case', () => {
  const all = [...resources.values()]
  const withKey = all.filter((resource) => resource.primaryKey.length > 0)
  const writable = withKey.filter((resource) => !resource.readOnly)
  expect(all.length).toBeGreaterThanOrEqual(97)
  expect(writable.length).toBeGreaterThan(80)
  expect(withKey.length - writable.length).toBeGreaterThan(0)
  expect(all.length - withKey.length).toBeGreaterThan(0)
})

describeDatabase.each([{ engine: 'MyISAM' as const }, { engine: 'InnoDB' as const }])('on $engine', ({ engine }) => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi(engine === 'InnoDB' ? { engine } : {})
  })
  afterAll(() => api.close())
  testEveryResource({ resources }, () => api)
})
