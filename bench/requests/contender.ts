/** The servers that are compared, each a process of its own. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../..')
const READY_MS = 30_000

export interface Contender {
  readonly name: string
  readonly url: string
  /** Of the process; undefined for a server that somebody else started. */
  readonly pid?: number
  readonly authorization?: string
  stop(): void
}

/** A program of the folder `contenders`. */
export async function startProgram(name: string, file: string, env: NodeJS.ProcessEnv): Promise<Contender> {
  const child = fork(join(import.meta.dirname, 'contenders', file), { env: { ...process.env, ...env } })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it listened`)))
  })
  return running(name, `http://127.0.0.1:${port}`, child)
}

/** `a2b serve` as it is shipped, its log in a file. */
export async function startProduct(databaseUrl: string, logFile: string): Promise<Contender> {
  const password = 'benchmark-password'
  const env = { A2B_DATABASE_URL: databaseUrl, A2B_PORT: '0', A2B_ADMIN_PASSWORD: password, A2B_POOL_SIZE: '10' }
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, [join(ROOT, 'bin/a2b.mjs'), 'serve'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, 'inherit'],
  })
  const started = performance.now()
  while (performance.now() - started < READY_MS && child.exitCode === null) {
    const url = /"url":"([^"]+)","msg":"listening"/.exec(readFileSync(logFile, 'utf8'))?.[1]
    const authorization = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`
    if (url !== undefined) return { ...running('a2billing-api', url, child), authorization }
    await delay(20)
  }
  child.kill('SIGKILL')
  throw new Error(`The product did not start; its log is ${logFile}`)
}

function running(name: string, url: string, child: ChildProcess): Contender {
  const { pid } = child
  return { name, url, ...(pid !== undefined && { pid }), stop: () => void child.kill('SIGKILL') }
}
