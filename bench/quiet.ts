/** Waits until the database has done with what another load has left it: queries of clients that are gone go on. */
import { setTimeout as delay } from 'node:timers/promises'
import { processorTime } from './process.ts'

const LOOK_MS = 250
/** Share of a processor that a database which nobody asks for anything may take. */
const IDLE = 0.05
const PATIENCE_MS = 60_000

export interface QuietOptions {
  /** Seconds of processor time so far. */
  readonly used?: (pid: number) => number
  readonly patience?: number
}

/** @throws Error when it is still at work after a minute */
export async function untilQuiet(
  pid: number,
  { used = processorTime, patience = PATIENCE_MS }: QuietOptions = {},
): Promise<void> {
  const end = performance.now() + patience
  let before = used(pid)
  while (performance.now() < end) {
    await delay(LOOK_MS)
    const now = used(pid)
    if (now - before <= (IDLE * LOOK_MS) / 1000) return
    before = now
  }
  throw new Error(
    `The database is still at work ${Math.round(patience / 1000)} seconds after the load before has ended`,
  )
}
