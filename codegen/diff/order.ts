/** Columns in another order: as few as have to move to make the new order of the old one. */
import type { Change, Effect } from './change.ts'
import { columnScope } from './scope.ts'
import { type ColumnSide, onTable, type Pair } from './sides.ts'

/** @param common - columns that stand on both sides, as they are after, in the order of before */
export function reorderedColumns({ before, after, referrers }: Pair, common: readonly ColumnSide[]): Change[] {
  const wanted = common.map(({ fact }) => after.fact.columns.indexOf(fact))
  const stay = longestRise(wanted)
  const moved = common.filter((_, index) => !stay.has(index))
  if (moved.length === 0) return []
  const effect: Effect = {
    kind: 'columns-reordered',
    severity: 'neutral',
    what: 'in another place',
    why: 'Answers and types name their columns, so only who counts on the order of members notices.',
    for: ['reads', 'types'],
  }
  const columns = moved.map(({ column }) => column)
  return [
    {
      ...onTable(before, effect),
      columns: columns.map(({ name }) => name),
      ...columnScope(after.table, columns, effect.for, referrers.after),
    },
  ]
}

/** @returns the indexes of a longest rising run, gaps allowed */
function longestRise(numbers: readonly number[]): Set<number> {
  const lengths: number[] = []
  const from: number[] = []
  numbers.forEach((number, index) => {
    lengths[index] = 1
    from[index] = -1
    for (let earlier = 0; earlier < index; earlier++) {
      const length = (lengths[earlier] ?? 0) + 1
      if ((numbers[earlier] ?? 0) < number && length > (lengths[index] ?? 0)) {
        lengths[index] = length
        from[index] = earlier
      }
    }
  })
  const rise = new Set<number>()
  for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = from[at] ?? -1) rise.add(at)
  return rise
}
