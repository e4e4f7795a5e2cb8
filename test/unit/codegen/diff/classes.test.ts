/** Each class of change by itself: how severe it is, and for whom. */
import { expect, it } from 'vitest'
import { column, id, table } from '../../../helpers/snapshot.ts'
import type { SnapshotTable } from '../../../../codegen/introspection/snapshot.ts'
import { CASES } from './cases.ts'
import { changes, shown, t } from './compared.ts'

it.each(CASES)('$what', ({ before, after, want, configured }) => {
  expect(shown(changes(before, after, configured))).toEqual(want)
})

it('says of every kind what it is, and why', () => {
  const all = CASES.flatMap(({ before, after, configured }) => changes(before, after, configured))
  for (const { what, why } of all) {
    expect(what).not.toBe('')
    expect(why).toMatch(/^[A-Z`].*[.…]$/)
    expect(`${what} ${why}`).not.toContain('undefined')
  }
})

it('says alike changes of one table once', () => {
  const texts = (collation: string): SnapshotTable =>
    t(['a', 'b', 'c'].map((name) => column(name, 'varchar(9)', { charset: 'utf8mb4', collation })))
  const found = changes([texts('utf8mb4_bin')], [texts('utf8mb4_general_ci')])
  expect(found.map(({ columns }) => columns)).toEqual([['a', 'b', 'c']])
})

it('puts resources with breaking changes first, and these first in each', () => {
  const found = changes(
    [table('cc_a', [id]), table('cc_z', [id, column('x', 'int')])],
    [table('cc_a', [id, column('n', 'int', { nullable: true })]), table('cc_z', [id], { comment: 'last' })],
  )
  expect(found.map(({ resource, severity }) => `${resource} ${severity}`)).toEqual([
    'z breaking',
    'z neutral',
    'a additive',
  ])
})
