import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { fromDriverError } from '../../../../src/db/errors.ts'
import { readerOn } from '../../../../src/plugins/reports/figures.ts'
import { offlineDb } from '../../../helpers/offline-db.ts'

it('a report that the database ended is told what to do; another failure stays what it is', async () => {
  const refusal = async (errno: number): Promise<unknown> => {
    const readRows = async (): Promise<never> => {
      throw fromDriverError(
        Object.assign(new Error('x'), { errno, code: 'ER_X', sqlState: 'HY000', sqlMessage: 'the statement' }),
      )
    }
    const read = readerOn({ db: { ...offlineDb(), kysely: offlineDb().kysely, readRows } })
    return read(['x'], [], () => sql`select 1`).catch((error: unknown) => error)
  }
  for (const errno of [1969, 3024]) {
    expect(await refusal(errno)).toMatchObject({
      code: 'database_busy',
      message: expect.stringContaining('shorter period'),
    })
  }
  expect(await refusal(1205)).toMatchObject({
    code: 'database_busy',
    message: expect.not.stringContaining('shorter period'),
  })
})
