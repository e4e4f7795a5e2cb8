/** Settings -> a listening server, and its orderly end. */
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createApp } from './app.ts'
import { compactHeap } from './heap.ts'
import { explained, moneyOptionsOf, openBackend } from './backend.ts'
import { loadConfig } from './config.ts'
import type { Config } from './config.ts'
import { type CheckDrift, countOf } from './drift/drift.ts'
import { examine } from './doctor/doctor.ts'
import { readServerFacts } from './operator/server-facts.ts'
import { GENERATED, loadGenerated } from './drift/generated-folder.ts'
import { createReadiness } from './http/health.ts'
import { closeHttpServer, createHttpServer } from './http/http-server.ts'
import { createLog } from './http/log.ts'
import type { Logger } from './http/log.ts'
import { announceTables } from './money/announce.ts'
import { startJobs } from './plugins/jobs.ts'
import { startPlugins } from './plugins/lifecycle.ts'
import { StartError } from './start-error.ts'
import { prepareUsers } from './users/first-user.ts'

export interface RunningApi {
  /** E.g. `http://127.0.0.1:8008`. */
  readonly url: string
  /**
   * Stops accepting, lets running requests finish within 25 seconds, stops the plugins, then closes the database. Where
   * `/health/ready` has been asked, it says `draining` for one second before connections are refused.
   */
  close(): Promise<void>
}

export interface StartOptions {
  /** Compares the database with what was generated from it. Required, so that no way to start can forget it. */
  readonly checkDrift: CheckDrift
  /** Where `a2b.config.ts` is looked for. */
  readonly cwd?: string
  /** The generated folder. */
  readonly generated?: URL
  /** Of several processes, which one this is: what is done once is done by the first. */
  readonly worker?: number
  /** Shows a line to the person at the console. */
  readonly print?: (line: string) => void
  readonly log?: Logger
}

/**
 * Whoever calls this also listens to signals, and calls `close`.
 *
 * @throws {@link StartError} saying what keeps the server from starting, and what to do about it
 */
export async function startApi(env: NodeJS.ProcessEnv, options: StartOptions): Promise<RunningApi> {
  const { checkDrift, cwd = process.cwd(), generated = GENERATED, print = printLine, worker } = options
  const isFirst = worker === undefined || worker === 1
  const config = await loadConfig(env, cwd)
  const log = options.log ?? createLog(config.logLevel, undefined, worker)
  const backend = await openBackend({ config, checkDrift, generated, log, isFirst })
  const { db, drift, api, routers, openapi, plugins, passwords, authenticator, sessions } = backend
  try {
    const { adminPassword, authAllowDefaultPassword: allowDefaultPassword } = config
    if (isFirst) {
      await prepareUsers(db, { passwords, adminPassword, allowDefaultPassword, print })
      announceTables(api, moneyOptionsOf(config), log)
    }
    let isDraining = false
    let isWatched = false
    const readiness = createReadiness(
      () => db.ping(),
      () => isDraining,
    )
    const app = createApp({
      api,
      routers,
      openapi,
      plugins,
      authentication: authenticator,
      sessions,
      doctor: {
        examine: async () =>
          examine({
            db,
            // What was generated: the doctor looks for drift himself.
            resources: (await loadGenerated(generated)).resources,
            poolSize: config.poolSize,
            checkDrift: () => checkDrift(config.databaseUrl, generated),
          }),
        readFacts: () => readServerFacts(db, drift, plugins),
      },
      readiness() {
        isWatched = true
        return readiness()
      },
      schema: { status: drift.status, breaking: countOf(drift, 'breaking'), additive: countOf(drift, 'additive') },
      isDraining: () => isDraining,
      log,
      bodyLimit: config.bodyLimit,
      importLimit: config.importLimit,
      callerLimit: callerLimit(config.poolSize),
    })
    const stopPlugins = await startPlugins(plugins)
    const server = await listen(app.callback(), config, log).catch(async (error: unknown) => {
      await stopPlugins()
      throw error
    })
    const stopJobs = startJobs(isFirst ? plugins : [])
    const url = urlOf(server)
    log.info({ url }, 'listening')
    const compacting = setTimeout(compactHeap, COMPACT_AFTER_MS).unref()
    const close = async (): Promise<void> => {
      isDraining = true
      clearTimeout(compacting)
      log.info('stopping')
      if (isWatched) await delay(NOTICE_MS)
      await closeHttpServer(server, GRACE_MS - NOTICE_MS)
      await stopJobs()
      await stopPlugins()
      await db.close()
      log.flush()
    }
    let closed: Promise<void> | undefined
    return { url, close: () => (closed ??= close()) }
  } catch (error) {
    await db.close()
    throw explained(error)
  }
}

/** For whoever watches, to send new requests elsewhere; nobody is kept waiting where nobody does. */
const NOTICE_MS = 1000
const GRACE_MS = 25_000
/** Whoever waited for the server to listen has been answered by then. */
const COMPACT_AFTER_MS = 1000

/** A quarter of the connections is left to the other callers. */
function callerLimit(poolSize: number): number {
  return Math.max(1, poolSize - Math.ceil(poolSize / 4))
}

function printLine(line: string): void {
  process.stderr.write(`${line}\n`)
}

function listen(onRequest: RequestListener, config: Config, log: Logger): Promise<Server> {
  const server = createHttpServer(onRequest, { requestTimeout: config.requestTimeout, log })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, config)))
    server.listen(config.port, config.host, () => resolve(server))
  })
}

function explainListenError(error: NodeJS.ErrnoException, { host, port }: Config): StartError {
  const reason = {
    EADDRINUSE: `port ${port} is taken by another program. Set A2B_PORT to a free one`,
    EACCES: `this account may not use port ${port}. Set A2B_PORT to one above 1023`,
    EADDRNOTAVAIL: `this machine has no address ${host}. Set A2B_HOST to one of its own`,
    ENOTFOUND: `there is no host ${host}. Set A2B_HOST to an address of this machine`,
  }[error.code ?? '']
  return new StartError(`Cannot listen on ${host}:${port}: ${reason ?? error.message}.`, { cause: error })
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
