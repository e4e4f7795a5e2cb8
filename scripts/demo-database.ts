/**
 * The demo database of a machine that has none: a private MariaDB on `.a2b/data`, filled once, kept alive while we are.
 */
import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { ensureDataDirectory } from './mariadb/bootstrap.ts'
import { findOrFetchMariaDB } from './mariadb/fetch.ts'
import { type PrivateServer, startServer } from './mariadb/server.ts'
import { print, shown, step } from './progress.ts'

export interface DemoDatabase {
  /** As `A2B_DATABASE_URL` takes it. */
  readonly url: string
  stop(): Promise<void>
}

const DATABASE = 'a2billing'
/** The pause before a new try, so that a server that cannot run does not keep the machine busy. */
const RESTART_MS = 1000

/** No letter that looks like another one. */
const PASSWORD_LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * Starts the private server, and fills it with the demo unless that was completed before.
 *
 * @param home - the directory of everything private, `.a2b`; it exists and is locked by the caller
 * @throws {@link SetUpError} when there is no MariaDB to be had, or it does not start
 */
export async function openDemoDatabase(home: string): Promise<DemoDatabase> {
  const dataDir = join(home, 'data')
  const binaries = await step('MariaDB', async () => {
    const value = await findOrFetchMariaDB({ directory: join(home, 'mariadb'), log: (line) => print('', line) })
    return { said: `${value.version}, ${shown(value.mariadbd)}`, value }
  })
  const start = async () => startServer({ binaries, dataDir, durability: 'durable' })
  const server = await step('Database', async () => {
    const isNew = await ensureDataDirectory(binaries, dataDir)
    return { said: `private, ${isNew ? 'made' : 'kept'} in ${shown(dataDir)}`, value: await start() }
  })
  try {
    await ensureDemo(server, join(dataDir, 'a2b-demo.json'))
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url: server.url(DATABASE), stop: keepAlive(server, start) }
}

/** Forgets the demo database; the unpacked MariaDB stays. */
export function removeDemoDatabase(home: string): void {
  for (const name of ['data', 'admin-password']) rmSync(join(home, name), { recursive: true, force: true })
}

/**
 * The password of the demo's `admin`, made at the first start and kept.
 *
 * @param wanted - the setting `A2B_ADMIN_PASSWORD`; counts only at the first start, when the user is made
 */
export function demoPassword(home: string, wanted: string | undefined): string {
  const path = join(home, 'admin-password')
  if (!existsSync(path)) writeFileSync(path, `${wanted || randomPassword()}\n`, { mode: 0o600 })
  const password = readFileSync(path, 'utf8').trim()
  if (wanted && wanted !== password) {
    print('Note', `A2B_ADMIN_PASSWORD is ignored: admin has the password in ${shown(path)}. --fresh starts over.`)
  }
  return password
}

function randomPassword(): string {
  return Array.from({ length: 20 }, () => PASSWORD_LETTERS[randomInt(PASSWORD_LETTERS.length)]).join('')
}

/** e.g. `28,282` */
function grouped(count: number): string {
  return count.toLocaleString('en')
}

/** The mark is written last, so an interrupted first start starts over. */
async function ensureDemo(server: PrivateServer, mark: string): Promise<void> {
  if (existsSync(mark)) {
    const { tables, rows } = JSON.parse(readFileSync(mark, 'utf8')) as { tables: number; rows: number }
    print('Demo data', `${tables} tables, ${grouped(rows)} rows at first; your changes are kept (--fresh starts over)`)
    return
  }
  await step('Demo data', async () => {
    const connection = await createConnection(server.url(''))
    await connection.query(`drop database if exists ${DATABASE}`)
    await connection.end()
    const { createDemo } = await import('./demo/create.ts')
    const made = await createDemo({
      socketPath: server.socketPath,
      database: DATABASE,
      onProgress: (line) => print('', line),
    })
    writeFileSync(mark, JSON.stringify(made))
    return { said: `${made.tables} tables, ${grouped(made.rows)} rows`, value: undefined }
  })
}

/**
 * Starts the server again whenever it ends unasked.
 *
 * @returns ends the server for good
 */
function keepAlive(first: PrivateServer, start: () => Promise<PrivateServer>): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  let server = first
  const restarted = async (): Promise<PrivateServer> => {
    for (;;) {
      await delay(RESTART_MS, undefined, { signal })
      try {
        return await start()
      } catch (error) {
        print('Database', `MariaDB does not start, next try in ${RESTART_MS / 1000} s: ${String(error)}`)
      }
    }
  }
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      const reason = await server.ended
      if (signal.aborted) return
      print('Database', `MariaDB ended (${reason}), starting it again in ${RESTART_MS / 1000} s`)
      server = await restarted()
      print('Database', 'MariaDB is back')
    }
    await server.stop()
  }
  const watching = watch().catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  return async () => {
    stopping.abort()
    await server.stop()
    await watching
  }
}
