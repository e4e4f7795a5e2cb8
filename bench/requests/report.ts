/** Rounds of the servers -> a table of medians and ratios. */
import { formatTable, median, spread, whole } from '../figures.ts'
import type { Compared, Round } from './compare.ts'
import type { Start, StartUp } from './start-up.ts'
import type { Workload } from './workloads.ts'

/** Ratios of the same two that differ by more from round to round say nothing. */
const TOO_NOISY = 0.3

/** @returns the rows of the table, with an empty one before each workload, and what could not be concluded */
export function showComparison(results: ReadonlyMap<Workload, Compared>): string {
  const heading = [
    '',
    'requests/s: median (least-most)',
    'ratio (least-most)',
    'p50 ms',
    'p99 ms',
    'server µs',
    'database µs',
    'peak MB',
  ]
  const line = (text: string): string[] => [text, ...heading.slice(1).map(() => '')]
  const rows = [...results].flatMap(([workload, { rounds, checks }]) => {
    const { id, title, base, wanted } = workload
    const baseRounds = rounds.get(base) ?? []
    return [
      line(''),
      line(`${id} ${title}${checks > 0 ? `; ${checks} answers checked` : ''}`),
      ...[...rounds].map(([name, found]) => [
        `  ${name}`,
        spread(
          found.map(({ perSecond }) => perSecond),
          whole,
        ),
        name === base ? 'to this' : showRatios(ratios(found, baseRounds)),
        of(found, ({ p50 }) => p50, 1),
        of(found, ({ p99 }) => p99, 1),
        of(found, ({ server }) => server, 0),
        of(found, ({ database }) => database, 0),
        of(found, ({ peak }) => peak, 0),
      ]),
      ...(wanted ? [line(`  wanted of ${wanted.of}: at least ${wanted.floor}, better ${wanted.aim}`)] : []),
      ...[...rounds]
        .filter(([, found]) => failures(found) > 0)
        .map(([name, found]) => line(`  ${name} failed ${failures(found)} requests`)),
    ]
  })
  const noisy = inconclusive(results)
  return `${formatTable([heading, ...rows])}\n\n  ${
    noisy.length === 0
      ? `No ratio differed by more than ${TOO_NOISY * 100} % between rounds.`
      : `Too noisy to conclude, because the ratio differed by more than ${TOO_NOISY * 100} % between rounds:\n${noisy.map((each) => `    ${each}`).join('\n')}`
  }`
}

export function showStartUp({ product, bare }: StartUp): string {
  const figures = (value: (start: Start) => number): string => spread(product.map(value), whole)
  return formatTable([
    ['W11 start-up, about 100 resources', 'median (least-most)', 'wanted: at most', 'better'],
    ['  ms until it serves', figures(({ milliseconds }) => milliseconds), '600', '300'],
    ['  MB resident two seconds later', figures(({ memory }) => memory), '120', '90'],
    ['  ms of a Node.js that does nothing', spread(bare, whole), '', ''],
  ])
}

/** Of what is judged: names of entries whose ratio to the base differs too much between rounds. */
export function inconclusive(results: ReadonlyMap<Pick<Workload, 'id' | 'base'>, Pick<Compared, 'rounds'>>): string[] {
  return [...results].flatMap(([{ id, base }, { rounds }]) =>
    [...rounds].flatMap(([name, found]) => {
      const all = ratios(found, rounds.get(base) ?? [])
      if (name === base || all.length < 2) return []
      return (Math.max(...all) - Math.min(...all)) / median(all) > TOO_NOISY ? [`${id} ${name}`] : []
    }),
  )
}

/**
 * Round by round: what slows the machine down for a while slows both of a round.
 *
 * @returns none where the base did not answer a single request in time
 */
export function ratios(rounds: readonly Round[], base: readonly Round[]): number[] {
  return rounds.flatMap(({ perSecond }, index) => {
    const other = base[index]?.perSecond ?? 0
    return other > 0 ? [perSecond / other] : []
  })
}

function showRatios(all: readonly number[]): string {
  return all.length > 0 ? spread(all, (ratio) => ratio.toFixed(2)) : ''
}

function of(found: readonly Round[], value: (round: Round) => number | undefined, digits: number): string {
  const values = found.map(value).filter((it) => it !== undefined)
  return values.every(Number.isFinite) && values.length > 0 ? median(values).toFixed(digits) : ''
}

function failures(rounds: readonly Round[]): number {
  return rounds.reduce((sum, { failed }) => sum + failed, 0)
}
