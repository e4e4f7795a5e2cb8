/** `a2b serve` and `npm start`: the API in this process, or in as many as `A2B_WORKERS` says. */
import { fileURLToPath } from 'node:url'
import { checkDrift } from './drift.ts'
import { loadConfig } from '../src/config.ts'
import { createLog } from '../src/http/log.ts'
import { type RunningApi, startApi } from '../src/server.ts'
import { StartError } from '../src/start-error.ts'
import { startWorkers } from '../src/workers.ts'
import { reportToPrimary } from '../src/worker-number.ts'

const PROGRAM = fileURLToPath(new URL('a2b.mjs', import.meta.url))

/** @throws {@link StartError} saying what keeps the API from starting, and what to do about it */
export async function startServing(env: NodeJS.ProcessEnv): Promise<RunningApi> {
  const { workers, poolSize, logLevel } = await loadConfig(env, process.cwd())
  if (workers === 1) return startApi(env, { checkDrift })
  const log = createLog(logLevel)
  return startWorkers(env, { program: PROGRAM, args: ['serve'], count: workers, poolSize, log })
}

/** What a worker does: it serves, and tells the process that started it where, or ends after telling why not. */
export async function serveAsWorker(number: number): Promise<RunningApi> {
  try {
    const api = await startApi(process.env, { checkDrift, worker: number })
    await reportToPrimary({ url: api.url })
    return api
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    await reportToPrimary({ failed: error.message })
    process.exit(2)
  }
}
