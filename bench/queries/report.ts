/** What was measured -> the tables that are printed: medians, what is more than the base, and whether the bound is held. */
import { formatTable, median, spread, whole } from '../figures.ts'
import type { Round } from './compare.ts'
import type { Exported } from './exports.ts'
import type { Asked } from './statements.ts'
import type { Bound, Workload } from './workloads.ts'

/** Of the bare driver's rows a second. */
const LEAST_RATE = 0.7
/** MB. */
const MOST_MEMORY = 200

export function showWorkload(
  { title, base, others, bound }: Workload,
  engine: string,
  rounds: readonly Round[],
): string {
  const times = (name: string): number[] => rounds.map((round) => round.get(name) ?? Number.NaN)
  const row = (name: string, ...more: string[]): string[] => [`  ${name}`, spread(times(name), milliseconds), ...more]
  return formatTable([
    [`${engine}: ${title}`, 'ms: median (least-most)', 'to the first (least-most)', 'wanted', ''],
    row(base.name, 'to this', '', ''),
    ...others.map(({ name, isAside }) => {
      const all = costs(times(name), times(base.name), bound)
      const show = 'times' in bound ? (value: number) => value.toFixed(2) : milliseconds
      return row(name, spread(all, show), ...(isAside ? ['', ''] : [wanted(bound), held(isWithin(all, bound))]))
    }),
  ])
}

/** Round by round: what slows the machine down for a while slows both of a round. */
export function costs(times: readonly number[], base: readonly number[], bound: Bound): number[] {
  return times.map((time, round) => {
    const other = base[round] ?? Number.NaN
    return 'times' in bound ? time / other : time - other
  })
}

/** By the middle one of the rounds. */
export function isWithin(all: readonly number[], bound: Bound): boolean {
  return median(all) <= ('times' in bound ? bound.times : bound.more)
}

function wanted(bound: Bound): string {
  return 'times' in bound ? `at most ${bound.times}` : `at most ${bound.more} ms more`
}

function held(isHeld: boolean): string {
  return isHeld ? 'held' : 'NOT HELD'
}

function milliseconds(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0)
}

export function showStatements(engine: string, all: readonly Asked[]): string {
  return formatTable([
    [`${engine}: what a list asks the database`, 'statements', 'of them COUNT', 'wanted', ''],
    ...all.map(({ path, statements, counts }) => {
      const most = path.includes('count=') ? undefined : 0
      const judged = most === undefined ? ['', ''] : ['none', held(counts === 0)]
      return [`  ${path}`, String(statements), String(counts), ...judged]
    }),
  ])
}

export function showExports(engine: string, all: readonly Exported[]): string {
  return formatTable([
    [`${engine}: exports`, 'rows/s: median (least-most)', "to the driver's stream", 'wanted', ''],
    ...all.flatMap(({ format, few, rounds }) => {
      const ratios = rounds.map(({ product, bare }) => product.perSecond / bare.perSecond)
      const rates = (of: 'product' | 'bare'): string =>
        spread(
          rounds.map((round) => round[of].perSecond),
          whole,
        )
      const peaks = [few, ...rounds.map(({ product }) => product)]
      const rows = peaks.map((_, index) => peaks.slice(0, index + 1).reduce((sum, peak) => sum + peak.rows, 0))
      const shown = [0, 1, peaks.length - 1].filter((index, at, indexes) => indexes.indexOf(index) === at)
      return [
        [
          `  ${format}`,
          rates('product'),
          spread(ratios, (ratio) => ratio.toFixed(2)),
          `at least ${LEAST_RATE}`,
          held(median(ratios) >= LEAST_RATE),
        ],
        ["  the driver's stream, thrown away", rates('bare'), 'to this', '', ''],
        ...shown.map((index) => {
          const { peak } = peaks[index] ?? few
          return [
            `  ${format}, most MB after ${whole(rows[index] ?? 0)} rows`,
            whole(peak),
            '',
            `under ${MOST_MEMORY}`,
            held(peak < MOST_MEMORY),
          ]
        }),
      ]
    }),
  ])
}
