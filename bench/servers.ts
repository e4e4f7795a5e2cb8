/** Servers on the benchmarks' databases, each a process of its own: the product as it is shipped, and programs of ours. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '..')
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

/** @param program - which says where it listens, as `contenders/program.ts` does */
export async function startProgram(program: string, databaseUrl: string, env: NodeJS.ProcessEnv = {}) {
  const child = fork(program, {
    env: { ...process.env, ...env, BENCH_DATABASE_URL: databaseUrl, BENCH_POOL_SIZE: String(POOL_SIZE) },
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it listened`)))
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
export async function withUsers<Product extends Server>(starting: Promise<Product>): Promise<Product> {
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
