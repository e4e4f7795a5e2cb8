/** `count=`: when a statement counts, what it is, and when the page itself says it. */
import { describe, expect, it } from 'vitest'
import type { ApiError } from '../../../src/errors.ts'
import type { Row } from '../../../src/db/db.ts'
import { listRows } from '../../helpers/rows.ts'
import { admin, cardgroup, offlineApi } from './resources.ts'

const EXACT = 'select count(*) from `cc_card_group` as `t0` where `t0`.`id` > ?'
const CAPPED =
  'select count(*) from (select 1 as `n` from `cc_card_group` as `t0` where `t0`.`id` > ? limit ?) as `counted`'

/** @param rows - that there are on the page, and behind it */
async function ask(query: string, rows: number, counted = '0', canRollBack = true) {
  const page: Row[] = Array.from({ length: rows }, (_, id) => [id, 'x', null])
  const api = offlineApi({ rows: ({ sql }) => (sql.startsWith('select count') ? [[counted]] : page) })
  const text = await listRows({ ...api, canRollBack: () => canRollBack }, cardgroup, admin, query)
  const { meta } = JSON.parse(text) as { meta: Record<string, unknown> }
  const [, count] = api.db.statements
  return { count: [meta['count'], meta['count_is_exact']], sql: count && api.db.last() }
}

describe('count', () => {
  it.each([
    ['count=exact&limit=2&id__gt=1', 3, '12345', [12345, true], { sql: EXACT, parameters: ['#1'] }],
    ['count=capped&limit=2&id__gt=1', 3, '10001', [10000, false], { sql: CAPPED, parameters: ['#1', 10001] }],
    ['count=auto&limit=2&id__gt=1', 3, '10000', [10000, true], { sql: CAPPED, parameters: ['#1', 10001] }],
    // The last page says it itself, and so does an empty first one.
    ['count=exact&limit=2&page=3', 1, '', [5, true], undefined],
    ['count=capped&limit=2', 2, '', [2, true], undefined],
    ['count=auto', 0, '', [0, true], undefined],
    ['count=none', 1, '', [undefined, undefined], undefined],
    ['', 1, '', [undefined, undefined], undefined],
  ])('%s', async (query, rows, counted, count, sql) => {
    expect(await ask(query, rows, counted)).toEqual({ count, sql })
  })

  it('is asked for behind the end of a list, where the page says nothing', async () => {
    expect((await ask('count=exact&limit=2&page=9', 0, '5')).count).toEqual([5, true])
  })

  it('by auto is exact where the table knows it', async () => {
    const want = { sql: 'select count(*) from `cc_card_group` as `t0`', parameters: [] }
    expect(await ask('count=auto&limit=1', 2, '70000', false)).toEqual({ count: [70000, true], sql: want })
    expect((await ask('count=auto&limit=1&id=1', 2, '10001', false)).count).toEqual([10000, false])
  })

  it('is one of four', async () => {
    const error: unknown = await listRows(offlineApi(), cardgroup, admin, 'count=exat').catch(
      (thrown: unknown) => thrown,
    )
    const detail = 'The parameter "count" must be one of none, auto, capped, exact. Did you mean "exact"?'
    expect((error as ApiError).errors).toEqual([{ parameter: 'count', detail }])
  })
})
