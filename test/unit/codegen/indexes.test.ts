import { expect, it } from 'vitest'
import type { SnapshotIndex, SnapshotTable } from '../../../codegen/introspection/snapshot.ts'
import { orderingIndexes } from '../../../codegen/model/indexes.ts'
import { column, id, table } from '../../helpers/snapshot.ts'

const columns = [id, column('a', 'int'), column('b', 'int'), column('n', 'int', { nullable: true })]

function ordersOf(indexes: readonly Partial<SnapshotIndex>[], rest: Partial<SnapshotTable> = {}): string[] {
  const named = indexes.map((index, place) => ({ name: `i${place}`, columns: [], ...index }))
  return orderingIndexes(table('cc_t', columns, { indexes: named, ...rest })).map(
    ({ columns: names, unique }) => names.join() + (unique ? ' unique' : ''),
  )
}

const innodb = { engine: 'InnoDB' }

it.each([
  { what: 'one without the key, on MyISAM', indexes: [{ columns: ['a'] }], want: [] },
  { what: 'the same on InnoDB, which ends it in the key', indexes: [{ columns: ['a'] }], rest: innodb, want: ['a,id'] },
  { what: 'one that ends in the key itself', indexes: [{ columns: ['a', 'id'] }], want: ['a,id'] },
  { what: 'one that begins with the key', indexes: [{ columns: ['id', 'a'] }], rest: innodb, want: [] },
  { what: 'a unique one', indexes: [{ columns: ['a', 'b'], unique: true as const }], want: ['a,b unique'] },
  { what: 'a unique one where null may repeat', indexes: [{ columns: ['a', 'n'], unique: true as const }], want: [] },
  { what: 'a prefix of a column', indexes: [{ columns: ['b', 'a(4)'] }], rest: innodb, want: [] },
  { what: 'an expression', indexes: [{ columns: ['(lower(`a`))'] }], rest: innodb, want: [] },
  { what: 'one downwards, whose key goes up', indexes: [{ columns: ['a DESC'] }], rest: innodb, want: [] },
  { what: 'one downwards throughout', indexes: [{ columns: ['a DESC', 'id DESC'] }], want: ['a,id'] },
  { what: 'one in both directions', indexes: [{ columns: ['a', 'id DESC'] }], want: [] },
  { what: 'words', indexes: [{ columns: ['a'], type: 'FULLTEXT' }], rest: innodb, want: [] },
  {
    what: 'one that the server ignores',
    indexes: [{ columns: ['a'], ignored: true as const }],
    rest: innodb,
    want: [],
  },
  {
    what: 'two of which one has the order of the other',
    indexes: [{ columns: ['a', 'id'] }, { columns: ['a', 'id', 'b'] }],
    want: ['a,id,b'],
  },
  { what: 'two alike', indexes: [{ columns: ['a'] }, { columns: ['a'] }], rest: innodb, want: ['a,id'] },
  { what: 'a table without a key', indexes: [{ columns: ['a'] }], rest: { ...innodb, primaryKey: [] }, want: [] },
])('$what', ({ indexes, rest, want }) => {
  expect(ordersOf(indexes, rest)).toEqual(want)
})
