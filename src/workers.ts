/**
 * Several processes behind one port: this one starts them, puts others in the place of those that die, and ends them all.
 *
 * It serves nothing itself. The first worker makes what is to be made, such as tables and the first user, before the others
 * start; it also runs the plugins' jobs. Connections are handed out in turn by node:cluster.
 */
import cluster, { type Worker } from 'node:cluster'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from './http/log.ts'
import type { RunningApi } from './server.ts'
import { StartError } from './start-error.ts'
import { countForWorkers } from './users/failed-logins.ts'
import { NUMBER, type Report } from './worker-number.ts'

export interface WorkersOptions {
  /** Serves, and says so by `reportToPrimary`. */
  readonly program: string
  readonly args: readonly string[]
  readonly count: number
  /** Connections to the database of all of them together. */
  readonly poolSize: number
  readonly log: Logger
}

/** Milliseconds before another takes the place of one that died; doubled while they die young. */
const [SOONEST, LATEST] = [100, 5000]
const YOUNG = 10_000

/**
 * @param env - of the workers
 * @throws {@link StartError} with what kept one of them from starting; none is left then
 */
export async function startWorkers(env: NodeJS.ProcessEnv, options: WorkersOptions): Promise<RunningApi> {
  const { program, args, count, poolSize, log } = options
  cluster.setupPrimary({ exec: program, args: [...args] })
  countForWorkers()
  const running = new Map<number, Worker>()
  let isStopping = false

  const start = async (number: number): Promise<string> => {
    const share = Math.floor(poolSize / count) + (number <= poolSize % count ? 1 : 0)
    const worker = cluster.fork({ ...env, [NUMBER]: String(number), A2B_POOL_SIZE: String(share) })
    running.set(number, worker)
    worker.once('exit', () => running.delete(number))
    // What is sent to a worker that has just died fails here, and its end is told by itself.
    worker.on('error', (error) => log.warn({ worker: number, err: error }, 'a worker could not be reached'))
    return reportOf(worker)
  }

  const keep = async (number: number): Promise<void> => {
    let pause = SOONEST
    for (;;) {
      const worker = running.get(number)
      const since = performance.now()
      if (worker) {
        const [code, signal] = await endOf(worker)
        if (isStopping) return
        log.error({ worker: number, code, signal }, 'a worker has ended; another takes its place')
      }
      pause = performance.now() - since > YOUNG ? SOONEST : Math.min(LATEST, 2 * pause)
      await delay(pause)
      if (isStopping) return
      await start(number).catch((error: unknown) => {
        if (!isStopping) log.error({ worker: number, err: error }, 'a worker could not start')
      })
    }
  }

  const stop = async (): Promise<void> => {
    isStopping = true
    await Promise.all(
      Array.from(running.values(), async (worker) => {
        const ended = endOf(worker)
        worker.process.kill('SIGTERM')
        await ended
      }),
    )
  }

  try {
    const url = await start(1)
    await Promise.all(Array.from({ length: count - 1 }, (_, index) => start(index + 2)))
    for (let number = 1; number <= count; number++) void keep(number)
    let stopped: Promise<void> | undefined
    return { url, close: () => (stopped ??= stop()) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Unlike `once`, not ended by an error that the worker outlives. */
function endOf(worker: Worker): Promise<[code: number | null, signal: string | null]> {
  return new Promise((resolve) => worker.once('exit', (code, signal) => resolve([code, signal])))
}

/** @returns the URL at which it serves */
function reportOf(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void => {
      reject(new StartError(`A worker ended with ${signal ?? code} before it served; why is above.`))
    }
    worker.once('exit', onExit)
    worker.on('message', (message: unknown) => {
      if (!isReport(message)) return
      worker.off('exit', onExit)
      if ('url' in message) resolve(message.url)
      else worker.once('exit', () => reject(new StartError(message.failed)))
    })
  })
}

function isReport(message: unknown): message is Report {
  return typeof message === 'object' && message !== null && ('url' in message || 'failed' in message)
}
