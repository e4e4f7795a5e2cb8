/** `explain=1`: of the plans that servers make only what they read, and by which index. */
import { expect, it } from 'vitest'
import type { ApiError } from '../../../src/errors.ts'
import type { Row } from '../../../src/db/db.ts'
import { listRows } from '../../helpers/rows.ts'
import { admin, call, offlineApi, reader } from './resources.ts'

const PLANS: Readonly<Record<string, readonly Row[]>> = {
  MariaDB: [
    [1, 'PRIMARY', 't0', 'ALL', null, null, null, null, '9', 'Using where; Using filesort'],
    [1, 'PRIMARY', '<derived2>', 'ref', 'key0', 'key0', '8', 'a', '3', ''],
    [1, 'SIMPLE', null, null, null, null, null, null, null, 'Impossible WHERE'],
  ],
  MySQL: [
    [1, 'PRIMARY', 't0', null, 'ALL', null, null, null, null, '9', '33.33', 'Using where; Using filesort'],
    [1, 'PRIMARY', '<derived2>', null, 'ref', 'key0', 'key0', '8', 'a', '3', '100.00', null],
    [1, 'SIMPLE', null, null, null, null, null, null, null, null, null, 'Impossible WHERE'],
  ],
}

it.each(Object.entries(PLANS))('says what %s would read', async (_, plan) => {
  const api = offlineApi({ rows: () => plan })
  const text = await listRows(api, call, admin, 'card=5&explain=1')
  expect(api.db.statements).toHaveLength(1)
  expect(api.db.last().sql).toMatch(/^explain format=traditional select .* where `t0`.`card_id` = \?/)
  const { meta, objects } = JSON.parse(text) as { meta: { explain: unknown }; objects: unknown[] }
  expect(objects).toEqual([])
  expect(meta.explain).toEqual({
    tables: [
      { name: 't0', access: 'ALL', index: null, rows: 9 },
      { name: '<derived2>', access: 'ref', index: 'key0', rows: 3 },
    ],
    notes: [
      'All of t0 is read, about 9 rows: no index serves what is asked of it.',
      'Rows are sorted: no index holds them in the order that is asked for.',
    ],
  })
})

it('is for who may see it', async () => {
  const api = offlineApi()
  const error: unknown = await listRows(api, call, reader, 'explain=1').catch((thrown: unknown) => thrown)
  expect((error as ApiError).code).toBe('forbidden')
  expect(api.db.statements).toEqual([])
})
