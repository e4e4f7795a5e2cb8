/** What was compared -> the table that is printed. */
import { formatTable, median, spread, whole } from '../figures.ts'
import type { Compared, Round } from './compare.ts'
import type { Contender } from './contender.ts'
import type { Workload } from './workloads.ts'

/** Rounds of the same that differ by more say nothing. */
const TOO_NOISY = 0.25

/** @returns the rows of the table, with an empty one before each workload */
export function showComparison(results: ReadonlyMap<Workload, Compared>, limit: Contender, naive: Contender): string {
  const heading = [
    '',
    'requests/s: median (least-most)',
    'to the limit',
    'to the naive',
    'p50 ms',
    'p99 ms',
    'server µs',
    'database µs',
    'peak MB',
  ]
  const rows = [...results].flatMap(([{ id, title, wanted }, { rounds, checks }]) => {
    const rate = (contender: Contender): number =>
      median((rounds.get(contender) ?? []).map(({ perSecond }) => perSecond))
    const of = (found: readonly Round[], value: (round: Round) => number | undefined, digits: number): string => {
      const values = found.map(value).filter((it) => it !== undefined)
      return values.every(Number.isFinite) && values.length > 0 ? median(values).toFixed(digits) : ''
    }
    return [
      heading.map(() => ''),
      [`${id} ${title}${checks > 0 ? `; ${checks} answers checked` : ''}`, ...heading.slice(1).map(() => '')],
      ...[...rounds].map(([contender, found]) => [
        `  ${contender.name}${isNoisy(found) ? ' (too noisy to conclude)' : ''}`,
        spread(
          found.map(({ perSecond }) => perSecond),
          whole,
        ),
        ratio(rate(contender), rate(limit)),
        ratio(rate(contender), rate(naive)),
        of(found, ({ p50 }) => p50, 1),
        of(found, ({ p99 }) => p99, 1),
        of(found, ({ server }) => server, 0),
        of(found, ({ database }) => database, 0),
        of(found, ({ peak }) => peak, 0),
      ]),
      ...(wanted
        ? [
            [
              `  wanted: at least ${wanted.floor}, better ${wanted.aim}, to the limit; 3 to the naive`,
              ...heading.slice(1).map(() => ''),
            ],
          ]
        : []),
    ]
  })
  return formatTable([heading, ...rows])
}

/** Empty where the other did not answer a single request in time. */
function ratio(rate: number, other: number): string {
  return other === 0 ? '' : (rate / other).toFixed(2)
}

/** Whether the rounds of the same server differ so much that their median says nothing. */
export function isNoisy(rounds: readonly Pick<Round, 'perSecond'>[]): boolean {
  const rates = rounds.map(({ perSecond }) => perSecond)
  return (Math.max(...rates) - Math.min(...rates)) / median(rates) > TOO_NOISY
}
