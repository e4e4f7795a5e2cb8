/**
 * Whoever kills. Each waits until the last victim is back, so that a slow machine gets on with its work between two
 * kills as a fast one does.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Random } from '../../scripts/demo/seed/random.ts'
import type { ApiProcess } from './api-process.ts'
import type { KillableDatabase } from './killable-database.ts'

export interface Killer {
  readonly kills: number
  /** Resolves when the last victim is up again; rejects when one did not come back. */
  readonly ended: Promise<void>
}

/** Milliseconds before a kill, on average. */
const API_PAUSE_MS = 800
const DATABASE_PAUSE_MS = 5000

export function killApis(apis: readonly ApiProcess[], random: Random, until: AbortSignal): Killer {
  return repeat(API_PAUSE_MS, random, until, async () => {
    const victim = random.pick(apis)
    await victim.serving()
    return () => victim.killAndRestart()
  })
}

/**
 * An API process that starts needs its database. So that there will be some again on a machine that is too busy to start
 * one between two kills, all are waited for; the pause comes after that, and others may be starting by its end.
 */
export function killDatabase(
  { database, apis }: { readonly database: KillableDatabase; readonly apis: readonly ApiProcess[] },
  random: Random,
  until: AbortSignal,
  pauseMs = DATABASE_PAUSE_MS,
): Killer {
  return repeat(pauseMs, random, until, async () => {
    await Promise.all(apis.map((api) => api.serving()))
    return () => database.killAndRestart()
  })
}

/** @param prepare - waits for whatever has to be up before the pause, and gives what to do after it */
function repeat(
  pauseMs: number,
  random: Random,
  until: AbortSignal,
  prepare: () => Promise<() => Promise<void>>,
): Killer {
  let kills = 0
  const work = async (): Promise<void> => {
    for (;;) {
      const kill = await prepare()
      // Its end is what the signal is for.
      await delay(pauseMs * (0.5 + random.fraction()), undefined, { signal: until }).catch(() => undefined)
      if (until.aborted) return
      kills += 1
      await kill()
    }
  }
  const ended = work()
  // Whoever awaits it is told in the end, however early it came.
  ended.catch(() => undefined)
  return {
    get kills() {
      return kills
    },
    ended,
  }
}
