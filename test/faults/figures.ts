/** The one line that a run prints. */
import type { Verdict } from './audit.ts'

export interface Counts {
  /** What clients were acknowledged. */
  readonly operations: number
  readonly apiKills: number
  readonly databaseKills: number
  readonly cuts: number
  /** Of the cuts, those that the answer to a COMMIT fell victim to. */
  readonly lostCommits: number
}

/** Movements that a crash left half done, or may have. */
export interface Interrupted {
  /** Whoever sends their key is told so, and so is who asks the doctor. */
  readonly reported: number
  /** What clients or the doctor were not told of, and whatever is wrong that no report explains; must be zero. */
  readonly unreported: number
}

export interface Figures extends Counts, Verdict {
  readonly name: string
  readonly seed: number
  readonly seconds: number
  /** Only where crashes may interrupt movements. */
  readonly interrupted?: Interrupted
  /** Answers and ends of processes that nothing explains; none may be there. */
  readonly surprises: readonly string[]
}

export function printFigures(figures: Figures): void {
  const { name, lost, duplicated, wrongBalances, orphans, interrupted, seconds, seed } = figures
  const crashes = interrupted
    ? `, ${interrupted.reported} reported as interrupted, ${interrupted.unreported} unreported`
    : ''
  process.stdout.write(
    `${name}: ${countsLine(figures)}, ${lost} acknowledged but lost, ${duplicated} duplicated, ` +
      `${wrongBalances} wrong balances, ${orphans} orphan rows${crashes}, ${seconds.toFixed(1)} s, seed ${seed}\n`,
  )
}

export function countsLine({ operations, apiKills, databaseKills, cuts, lostCommits }: Counts): string {
  const kills = `${apiKills} API kills, ${databaseKills} database kills`
  return `${operations} operations, ${kills}, ${cuts} cuts (${lostCommits} of a COMMIT's answer)`
}

/** Everything that is wrong, in words; empty after a run that kept its promises. */
export function complaints(figures: Figures): string[] {
  const { lost, duplicated, wrongBalances, orphans, findings, surprises } = figures
  return lost + duplicated + wrongBalances + orphans === 0 ? [...surprises] : [...findings, ...surprises]
}
