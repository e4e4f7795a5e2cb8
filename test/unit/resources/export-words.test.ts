/** Which words of a query an export takes, and that it refuses the others by their names. */
import { expect, it } from 'vitest'
import type { ApiError } from '../../../src/errors.ts'
import { exportRows } from '../../../src/resources/export-rows.ts'
import type { ExportFormat } from '../../../src/resources/format.ts'
import { admin, card, offlineApi } from './resources.ts'

const start = (format: ExportFormat, query: string): string => {
  try {
    exportRows(offlineApi(), card, admin, format, query)
    return 'taken'
  } catch (error) {
    return (error as ApiError).errors?.[0]?.parameter ?? 'refused'
  }
}

it.each([
  ['page=1', 'page', 'page'],
  ['cursor=', 'taken', 'taken'],
  ['cursor=&ordering=lastname', 'cursor', 'cursor'],
  ['count=exact', 'count', 'taken'],
  ['count=capped', 'count', 'count'],
  ['count=none', 'taken', 'taken'],
  ['expand=id_group', 'expand', 'expand'],
  ['explain=1', 'explain', 'explain'],
  ['labels=1', 'labels', 'taken'],
  ['decimals=string', 'decimals', 'taken'],
  ['fields=id,credit', 'taken', 'taken'],
  ['omit=credit', 'taken', 'taken'],
  ['search=anna', 'taken', 'taken'],
  ['where={"id":1}', 'taken', 'taken'],
  ['limit=100000', 'taken', 'taken'],
  ['agg=sum(credit)&group=id_group&having={"sum_credit__gt":1}&ordering=-sum_credit', 'taken', 'taken'],
])('%s', (query, csv, ndjson) => {
  expect([start('csv', query), start('ndjson', query)]).toEqual([csv, ndjson])
})
