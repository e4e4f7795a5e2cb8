/** No query makes SQL of its own: nothing of what it says stands in a statement, and every name there is the model's. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { ApiError } from '../../../src/errors.ts'
import { fieldOf } from '../../../src/resources/resource.ts'
import { admin, apiOn } from '../../helpers/callers.ts'
import { offlineDb } from '../../helpers/offline-db.ts'
import { MARK, queryOf } from '../../helpers/random-query.ts'
import { listRows } from '../../helpers/rows.ts'

const known = new Set([
  ...[...resources.values()].flatMap(({ table, columns }) => [
    table,
    ...columns.flatMap((column) => [column.name, fieldOf(column)]),
  ]),
  'page',
  'counted',
])
const ALIAS = /^([a-z]\d{0,3}s?|n\d*|k\d|c\d)$/

/** The same queries each time, and others where someone asks for many. */
const SEED = process.env['A2B_TEST_RUNS'] ? {} : { seed: 20_261_126 }

it('puts nothing of a query into a statement', async () => {
  const all = [...resources.values()]
  const query = fc
    .constantFrom(...all)
    .chain((resource) => fc.tuple(fc.constant(resource), queryOf(resource, resources)))
  let [answered, refused, bound] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(query, async ([resource, text]) => {
      const db = offlineDb()
      try {
        await listRows(apiOn(db, resources), resource, admin, text)
        answered++
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        expect(error.code).toMatch(/^(invalid|unknown)_parameter$/)
        expect(error.message).not.toBe('')
        refused++
      }
      for (const { sql, parameters } of db.statements) {
        expect(sql).not.toContain(MARK)
        const names = Array.from(sql.matchAll(/`((?:[^`]|``)*)`/g), ([, name = '']) => name)
        expect(names.filter((name) => !known.has(name) && !ALIAS.test(name))).toEqual([])
        if (parameters.some((value) => String(value).includes(MARK))) bound++
      }
    }),
    { numRuns: Number(process.env['A2B_TEST_RUNS'] ?? 1500), ...SEED },
  )
  // The control: values did come, and were bound.
  expect(Math.min(answered, refused, bound)).toBeGreaterThan(100)
})
