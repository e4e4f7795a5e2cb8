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
  /** Resolves when the last victim is up again. */
  readonly ended: Promise<void>
}

/** Milliseconds for which all processes are up, on average. */
const API_PAUSE_MS = 800
const DATABASE_PAUSE_MS = 5000

export function killApis(apis: readonly ApiProcess[], random: Random, until: AbortSignal): Killer {
  return repeat(API_PAUSE_MS, random, until, async () => {
    const victim = random.pick(apis)
    await victim.serving()
    await victim.killAndRestart()
  })
}

export function killDatabase(
  database: KillableDatabase,
  random: Random,
  until: AbortSignal,
  pauseMs = DATABASE_PAUSE_MS,
): Killer {
  return repeat(pauseMs, random, until, () => database.killAndRestart())
}

function repeat(pauseMs: number, random: Random, until: AbortSignal, kill: () => Promise<void>): Killer {
  let kills = 0
  const work = async (): Promise<void> => {
    for (;;) {
      // Its end is what the signal is for.
      await delay(pauseMs * (0.5 + random.fraction()), undefined, { signal: until }).catch(() => undefined)
      if (until.aborted) return
      kills += 1
      await kill()
    }
  }
  const ended = work()
  return {
    get kills() {
      return kills
    },
    ended,
  }
}
