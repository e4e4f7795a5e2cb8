/**
 * Guesses which of the names that went and the names that came are one thing. A guess is never acted on: the report
 * says it, with what speaks for it.
 */
import type { SnapshotColumn, SnapshotTable } from '../introspection/snapshot.ts'

export interface Guess<T> {
  readonly from: T
  readonly to: T
  /** `same type, same neighbours` */
  readonly because: string
}

interface Candidate<T> extends Guess<T> {
  readonly score: number
}

/** Two tables are alike when most of their columns are the same. */
const ALIKE = 0.6

export function guessTables(gone: readonly SnapshotTable[], added: readonly SnapshotTable[]): Guess<SnapshotTable>[] {
  const signatures = new Map(added.map((table) => [table, new Set(table.columns.map(signature))]))
  const candidates = gone.flatMap((from) =>
    added
      .filter((to) => to.kind === from.kind)
      .map((to): Candidate<SnapshotTable> => {
        const common = from.columns.filter((column) => signatures.get(to)?.has(signature(column))).length
        const score = common / Math.max(from.columns.length, to.columns.length)
        return { from, to, score, because: `${common} of ${from.columns.length} columns are the same` }
      }),
  )
  return best(candidates.filter(({ score }) => score >= ALIKE))
}

export interface ColumnLists {
  /** All columns before and after, in their order. */
  readonly before: readonly SnapshotColumn[]
  readonly after: readonly SnapshotColumn[]
}

/**
 * @param gone - of `before`, those without a counterpart
 * @param added - of `after`, those without a counterpart
 */
export function guessColumns(
  lists: ColumnLists,
  gone: readonly SnapshotColumn[],
  added: readonly SnapshotColumn[],
): Guess<SnapshotColumn>[] {
  const candidates = gone.flatMap((from) => added.map((to) => weighColumns(lists, gone, added, from, to)))
  return best(candidates.filter(({ score }) => score >= 3))
}

function weighColumns(
  { before, after }: ColumnLists,
  gone: readonly SnapshotColumn[],
  added: readonly SnapshotColumn[],
  from: SnapshotColumn,
  to: SnapshotColumn,
): Candidate<SnapshotColumn> {
  const [at, now] = [before.indexOf(from), after.indexOf(to)]
  const isNeighbour = (step: -1 | 1): boolean => {
    const [old, fresh] = [before[at + step], after[now + step]]
    if (!old || !fresh) return !old && !fresh
    // Two renamed columns side by side are each other's neighbours still.
    return old.name === fresh.name || (gone.includes(old) && added.includes(fresh))
  }
  const signs: readonly (readonly [boolean, number, string])[] = [
    [from.type === to.type, 2, 'same type'],
    [isNeighbour(-1) && isNeighbour(1), 1, 'same neighbours'],
    [at === now, 0.5, 'same place'],
    [plain(from.name) === plain(to.name), 3, 'same letters'],
    [plain(from.name) !== plain(to.name) && similarity(plain(from.name), plain(to.name)) >= 0.5, 1, 'similar name'],
    [from.type === to.type && omitted(from) === omitted(to), 0.25, 'same default'],
  ]
  const speaking = signs.filter(([applies]) => applies)
  return {
    from,
    to,
    score: speaking.reduce((sum, [, weight]) => sum + weight, 0),
    because: speaking.map(([, , words]) => words).join(', '),
  }
}

/** Each name once, the likeliest pairs first. */
function best<T>(candidates: readonly Candidate<T>[]): Guess<T>[] {
  const taken = new Set<T>()
  const chosen: Guess<T>[] = []
  for (const { from, to, because } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (taken.has(from) || taken.has(to)) continue
    taken.add(from).add(to)
    chosen.push({ from, to, because })
  }
  return chosen
}

function signature({ name, type }: SnapshotColumn): string {
  return `${name} ${type}`
}

function omitted({ nullable, default: value }: SnapshotColumn): string {
  return JSON.stringify([nullable, value])
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('_', '')
}

/** Share of the pairs of letters that two names have in common (Dice's coefficient). */
function similarity(left: string, right: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2))
  const [a, b] = [pairs(left), pairs(right)]
  const rest = [...b]
  const common = a.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length)
}
