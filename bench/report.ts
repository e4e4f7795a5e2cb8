/** What was measured -> the tables that are printed. */
import { availableParallelism, loadavg } from 'node:os'
import { formatTable, median, spread, whole } from './figures.ts'
import type { Run } from './one-run.ts'

/** The runs of one schema. */
export interface Measured {
  readonly title: string
  readonly tables: number
  /** What is hoped for, once connected. */
  readonly wanted?: { readonly milliseconds: number; readonly megabytes?: number }
  readonly runs: readonly Run[]
}

/** @param base - the one whose time per table the others are compared with */
export function showStages(all: readonly Measured[], base: Measured): string {
  const row = (name: string, value: (run: Run) => number): string[] => [
    name,
    ...all.map(({ runs }) => spread(runs.map(value), whole)),
  ]
  const wanted = (value: (wanted: NonNullable<Measured['wanted']>) => number | undefined): string[] => [
    '  wanted: under',
    ...all.map((each) => {
      const limit = each.wanted && value(each.wanted)
      return limit === undefined ? '' : whole(limit)
    }),
  ]
  const timePerTable = ({ runs, tables }: Measured): number => median(runs.map(onceConnected)) / tables
  return formatTable([
    ['ms: median (least-most)', ...all.map(({ title, tables }) => `${title}, ${whole(tables)} tables`)],
    ...Object.keys(base.runs[0]?.stages ?? {}).map((stage) => row(stage, ({ stages }) => stages[stage] ?? 0)),
    row('once connected', onceConnected),
    wanted(({ milliseconds }) => milliseconds),
    [
      `per table, to that of ${whole(base.tables)}`,
      ...all.map((each) => (timePerTable(each) / timePerTable(base)).toFixed(2)),
    ],
    row('processor time of it', ({ processor }) => processor),
    row('most memory, MB', ({ peakMegabytes }) => peakMegabytes),
    wanted(({ megabytes }) => megabytes),
  ])
}

function onceConnected({ stages }: Run): number {
  return Object.entries(stages).reduce((sum, [stage, time]) => (stage === 'connected' ? sum : sum + time), 0)
}

/** @param ours - milliseconds, run by run in turn with `theirs` */
export function showProcesses(
  tables: number,
  peer: string,
  ours: readonly number[],
  theirs: readonly number[],
): string {
  const pairs = ours.map((time, index) => time / (theirs[index] ?? Number.NaN))
  const decimals = (value: number): string => value.toFixed(2)
  const ratio = decimals(median(ours) / median(theirs))
  const table = formatTable([
    [`Whole process, ${tables} tables`, 'ms: median (least-most)'],
    ['a2b generate', spread(ours, whole)],
    [peer, spread(theirs, whole)],
    ['ratio of the medians; pair by pair', `${ratio}; ${spread(pairs, decimals)}`],
    ['  wanted: at most', '2.00'],
  ])
  return `${table}\n\n  ${peer} writes table types; a2b writes descriptors, routers and the OpenAPI document as well.`
}

export function describeMachine(): string {
  const processors = availableParallelism()
  const [load = 0] = loadavg()
  const busy = load > processors ? ': other work slows this down, read the ratios' : ''
  return `Node ${process.version}, ${processors} processors, load ${load.toFixed(1)}${busy}`
}
