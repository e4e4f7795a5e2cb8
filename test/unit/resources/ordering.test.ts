import { expect, it } from 'vitest'
import { int } from '../../../src/resources/column-types.ts'
import { parseOrdering } from '../../../src/resources/ordering.ts'
import type { Resource } from '../../../src/resources/resource.ts'

const rate: Resource = {
  name: 'rate',
  table: 'cc_rate',
  primaryKey: ['plan', 'prefix'],
  columns: ['price', 'prefix', 'plan'].map((name) => ({ name, type: int })),
  relations: {},
}

it.each([
  { given: undefined, want: ['plan', 'prefix'] },
  { given: '-price', want: ['-price', '-plan', '-prefix'] },
  { given: 'prefix', want: ['prefix', 'plan'] },
])('ends $given with the key in the order its index has', ({ given, want }) => {
  const terms = parseOrdering(rate, given)
  expect(terms.map(({ column, isDescending }) => `${isDescending ? '-' : ''}${column.name}`)).toEqual(want)
})
