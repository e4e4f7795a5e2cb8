/** What breaks while clients work: starts it, counts it, and ends it with everything up again. */
import { createRandom } from '../../scripts/demo/seed/random.ts'
import type { Bank } from './bank.ts'
import { killApis, killDatabase, type Killer } from './killers.ts'

export interface Faults {
  /** Connections are cut, between clients and the API and between the API and the database. */
  readonly cuts?: boolean
  /** API processes are killed. */
  readonly api?: boolean
  /** The database is killed. */
  readonly database?: boolean
  /** Milliseconds between two kills of the database, on average. */
  readonly databasePauseMs?: number
}

export interface RunningFaults {
  readonly apiKills: number
  readonly databaseKills: number
  end(): Promise<void>
}

export function startFaults(bank: Bank, faults: Faults, seed: number): RunningFaults {
  const { cuts = false, api = false, database = false, databasePauseMs } = faults
  const end = new AbortController()
  const apiKiller = api ? killApis(bank.apis, createRandom(seed + 101), end.signal) : NOBODY
  const databaseKiller = database
    ? killDatabase(
        { database: bank.vault.database, apis: bank.apis },
        createRandom(seed + 102),
        end.signal,
        databasePauseMs,
      )
    : NOBODY
  bank.isCutting = cuts
  return {
    get apiKills() {
      return apiKiller.kills
    },
    get databaseKills() {
      return databaseKiller.kills
    },
    async end() {
      bank.isCutting = false
      end.abort()
      await Promise.all([apiKiller.ended, databaseKiller.ended])
    },
  }
}

const NOBODY: Killer = { kills: 0, ended: Promise.resolve() }
