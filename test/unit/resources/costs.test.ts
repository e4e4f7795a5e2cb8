/**
 * What requests cost where it can be counted, so that no change makes them dearer unseen: statements, and queries
 * compiled once the server is warm. How long they take is for `npm run bench` to say.
 */
import { describe, expect, it } from 'vitest'
import type { Api } from '../../../src/resources/api.ts'
import { parseListQuery } from '../../../src/resources/query-string.ts'
import type { Row } from '../../../src/db/db.ts'
import { from } from '../../helpers/callers.ts'
import { createRow, listRows, readRow, updateRowByKey } from '../../helpers/rows.ts'
import { JsonNumber } from '../../../src/json-number.ts'
import { admin, card, cardgroup, offlineApi } from './resources.ts'

const groups = offlineApi({ rows: ({ sql }): Row[] => (sql.includes('cc_card`') ? [] : [[1, 'group', null]]) })

/** Without asking the database: a cursor is where the list began, with another value. */
function cursorAt(api: Api, nth: number): string {
  const { list } = parseListQuery(api, cardgroup, 'cursor=').cursor ?? {}
  return Buffer.from(JSON.stringify([list, String(nth)])).toString('base64url')
}

const requests: readonly [name: string, statements: number, send: (api: Api, nth: number) => Promise<unknown>][] = [
  ['a row', 1, (api, nth) => readRow(api, cardgroup, admin, String(nth))],
  ['a list', 1, (api) => listRows(api, cardgroup, admin, '')],
  ['a page of a list', 1, (api, nth) => listRows(api, cardgroup, admin, `page=${nth}&limit=50`)],
  ['a page deep in a list', 1, (api, nth) => listRows(api, cardgroup, admin, `page=${nth + 100}&limit=50`)],
  ['a page by cursor', 1, (api, nth) => listRows(api, cardgroup, admin, `cursor=${cursorAt(api, nth)}`)],
  ['a list of some fields', 1, (api, nth) => listRows(api, cardgroup, admin, `fields=name&labels=1&id__lt=${nth}`)],
  ['a filtered list', 1, (api, nth) => listRows(api, card, admin, `id_group=${nth}&ordering=-id`)],
  ['a filter through a relation', 1, (api, nth) => listRows(api, card, admin, `id_group__name=${nth}`)],
  ['a new row: it, and what it became', 2, (api, nth) => createRow(api, cardgroup, from(admin), { name: `n${nth}` })],
  [
    'a changed row: before, the change, after',
    3,
    (api, nth) => updateRowByKey(api, cardgroup, from(admin), '1', { id_agent: new JsonNumber(String(nth)) }),
  ],
]

describe('requests cost no more than', () => {
  it.each(requests)('%s', async (_, statements, send) => {
    const { db } = groups
    await send(groups, 1)
    const [before, compiled] = [db.statements.length, db.compilations()]
    await send(groups, 2)
    expect(db.statements.length - before).toBe(statements)
    expect(db.compilations() - compiled).toBe(0)
  })

  it('a query for every 32 rows that are asked for at once, beside the first two', async () => {
    const rows = (wanted: readonly unknown[]): Row[] =>
      [...new Set(wanted.map((key) => Number((key as { text: string }).text)))].map((key) => [key, key, 'g', null])
    const api = offlineApi({
      rows: ({ parameters, sql }) => (sql.includes(' in (') ? rows(parameters) : [[1, 'g', null]]),
    })
    const keys = Array.from({ length: 66 }, (_, index) => String(index + 1))
    const answers = await Promise.all(keys.map((key) => readRow(api, cardgroup, admin, key)))
    expect(answers.slice(2).map((text) => JSON.parse(text).id)).toEqual(keys.slice(2).map(Number))
    expect(api.db.statements.length).toBe(4)
    const compiled = api.db.compilations()
    await Promise.all(keys.map((key) => readRow(api, cardgroup, admin, key)))
    expect(api.db.compilations()).toBe(compiled)
  })

  it('a few compilations, however many rows are asked for at once', async () => {
    const api = offlineApi({ rows: () => [] })
    for (let count = 1; count <= 34; count++) {
      const keys = Array.from({ length: count }, (_, index) => String(index + 1))
      await Promise.allSettled(keys.map((key) => readRow(api, cardgroup, admin, key)))
    }
    // One row, and 2, 4, 8, 16 and 32 of them.
    expect(api.db.compilations()).toBe(6)
  })

  it('and one query for the same list asked for thirty times at once, beside the first two', async () => {
    const api = offlineApi({ rows: () => [[1, 'g', null]] })
    const answers = await Promise.all(Array.from({ length: 32 }, () => listRows(api, cardgroup, admin, 'name=g')))
    expect(new Set(answers).size).toBe(1)
    expect(api.db.statements.length).toBe(3)
    // The control: different lists are different queries.
    await Promise.all([1, 2, 3, 4, 5].map((page) => listRows(api, cardgroup, admin, `name=g&page=${page}`)))
    expect(api.db.statements.length).toBe(8)
  })
})
