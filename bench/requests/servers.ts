/** The servers that are compared, each a process of its own, started when a workload first asks for it. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../..')
const READY_MS = 30_000
/** Of each server, however many processes it has. */
const POOL_SIZE = 10

export interface Server {
  readonly url: string
  /** Of its first process; undefined for a server that somebody else started. */
  readonly pid?: number
  /** Of its users, for the header Authorization. */
  readonly logins?: readonly string[]
}

/** The product and what it is compared with; further names are those of `--vs`. */
export const SERVERS = {
  product: 'a2billing-api',
  productOnMyISAM: 'a2billing-api, MyISAM',
  twoProcesses: 'a2billing-api, two processes',
  limit: 'limit: node:http + mysql2',
  limitOnMyISAM: 'limit, MyISAM',
  naive: 'naive: Koa + Kysely',
  naiveWithoutCount: 'naive without COUNT',
  constant: 'constant body',
} as const

export type ServerName = keyof typeof SERVERS

export interface ServersOptions {
  /** Of the database, by engine. */
  readonly urls: { readonly innodb: string; readonly myisam: string }
  /** For the logs. */
  readonly directory: string
}

export class Servers {
  readonly #options: ServersOptions
  readonly #running = new Map<ServerName, Promise<Server & { stop(): void }>>()

  constructor(options: ServersOptions) {
    this.#options = options
  }

  get(name: ServerName): Promise<Server> {
    const running = this.#running.get(name) ?? this.#start(name)
    this.#running.set(name, running)
    return running
  }

  /** They are started anew when they are asked for again. */
  async stop(): Promise<void> {
    for (const running of this.#running.values()) await running.then((server) => server.stop()).catch(() => {})
    this.#running.clear()
  }

  #start(name: ServerName): Promise<Server & { stop(): void }> {
    const { innodb, myisam } = this.#options.urls
    const log = (of: string): string => join(this.#options.directory, `${of}.log`)
    switch (name) {
      case 'product':
        return withUsers(startProduct(innodb, log('product')))
      case 'productOnMyISAM':
        return withUsers(startProduct(myisam, log('product-myisam')))
      case 'twoProcesses':
        return withUsers(startProduct(innodb, log('two-processes'), { A2B_WORKERS: '2' }))
      case 'limit':
        return startProgram('limit.ts', innodb)
      case 'limitOnMyISAM':
        return startProgram('limit.ts', myisam)
      case 'naive':
        return startProgram('naive.ts', innodb)
      case 'naiveWithoutCount':
        return startProgram('naive.ts', innodb, { BENCH_COUNT: 'none' })
      case 'constant':
        return startProgram('constant.ts', innodb)
    }
  }
}

/** A program of the folder `contenders`. */
async function startProgram(file: string, databaseUrl: string, env: NodeJS.ProcessEnv = {}) {
  const child = fork(join(import.meta.dirname, 'contenders', file), {
    env: { ...process.env, ...env, BENCH_DATABASE_URL: databaseUrl, BENCH_POOL_SIZE: String(POOL_SIZE) },
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it listened`)))
  })
  return asServer(`http://127.0.0.1:${port}`, child)
}

const PASSWORD = 'benchmark-password'
/** One user alone may have no more than three quarters of the connections. */
const USERS = ['admin', 'second'] as const

/**
 * `a2b serve` as it is shipped, its log in a file, with two users.
 *
 * @param env - settings beside those of every product here
 */
export async function startProduct(databaseUrl: string, logFile: string, env: NodeJS.ProcessEnv = {}) {
  const settings = {
    A2B_DATABASE_URL: databaseUrl,
    A2B_PORT: '0',
    A2B_ADMIN_PASSWORD: PASSWORD,
    A2B_POOL_SIZE: String(POOL_SIZE),
    ...env,
  }
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, [join(ROOT, 'bin/a2b.mjs'), 'serve'], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ['ignore', log, 'inherit'],
  })
  const started = performance.now()
  while (performance.now() - started < READY_MS && child.exitCode === null) {
    const url = /^Serving on (\S+)$/m.exec(readFileSync(logFile, 'utf8'))?.[1]
    if (url !== undefined) return { ...asServer(url, child), logins: USERS.map(login) }
    await delay(10)
  }
  child.kill('SIGKILL')
  throw new Error(`The product did not start; its log is ${logFile}`)
}

function login(user: string): string {
  return `Basic ${Buffer.from(`${user}:${PASSWORD}`).toString('base64')}`
}

/** Makes the second user, where there is none. */
async function withUsers<Product extends Server>(starting: Promise<Product>): Promise<Product> {
  const product = await starting
  const { url, logins: [authorization = ''] = [] } = product
  const [, username] = USERS
  const headers = { authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ username, password: PASSWORD, email: '', admin: true })
  const { status } = await fetch(`${url}/api/user/`, { method: 'POST', headers, body })
  if (status !== 200 && status !== 409) throw new Error(`The second user could not be made: ${status}`)
  return product
}

function asServer(url: string, child: ChildProcess) {
  const { pid } = child
  return { url, ...(pid !== undefined && { pid }), stop: () => void child.kill('SIGKILL') }
}
