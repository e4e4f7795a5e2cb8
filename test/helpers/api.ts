/** The real server on a database of its own. What is sent to it is held against its document: see `test/recorder/`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Snapshot } from '../../codegen/introspection/snapshot.ts'
import { createDemo, createSchema } from '../../scripts/demo/create.ts'
import type { DatabaseObjects } from '../../scripts/demo/ddl.ts'
import { createLog, type LogLevel } from '../../src/http/log.ts'
import { startApi } from '../../src/server.ts'
import { noDrift } from './drift.ts'
import { createTestDatabase, type TestDatabase } from './mariadb.ts'

export const ADMIN = { name: 'admin', password: 'a password for tests' } as const

export interface TestApi {
  readonly url: string
  readonly database: TestDatabase
  /** What the server logged from `logLevel` upwards, one object a line. */
  readonly warnings: readonly Record<string, unknown>[]
  /** Sends as `admin` unless `as` says otherwise; `body` is sent as JSON, text as it is. */
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>
  close(): Promise<void>
}

export interface RequestOptions {
  readonly body?: unknown
  readonly as?: { readonly name: string; readonly password: string } | null
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Parsed, where it is JSON. */
  readonly json: unknown
}

export interface TestApiOptions {
  readonly engine?: 'InnoDB' | undefined
  /** With the demo's rows. */
  readonly rows?: boolean
  /** Another schema than A2Billing 2.3.0, without rows; `objects` are its views and triggers. */
  readonly schema?: { readonly snapshot: Snapshot; readonly objects: DatabaseObjects }
  /** A database that is there already; the caller drops it. */
  readonly database?: TestDatabase
  /** `warn` unless given. */
  readonly logLevel?: LogLevel
  /** Another generated folder than the committed one. */
  readonly generated?: URL
  /** Further settings. */
  readonly env?: NodeJS.ProcessEnv
  /** The section `plugins` of `a2b.config.ts`. */
  readonly plugins?: object
}

export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const { engine, rows = false, schema, generated, logLevel = 'warn' } = options
  const database = options.database ?? (await createTestDatabase())
  const target = { url: database.url, database: database.name, ...(engine && { engine }) }
  if (rows) await createDemo({ ...target, today: '2026-01-31', onProgress: () => undefined })
  else if (!options.database) await createSchema({ ...target, ...schema })
  const env = {
    A2B_DATABASE_URL: database.url,
    A2B_PORT: '0',
    A2B_ADMIN_PASSWORD: ADMIN.password,
    ...options.env,
  }
  const warnings: Record<string, unknown>[] = []
  const log = createLog(logLevel, { write: (line: string) => void warnings.push(JSON.parse(line)) })
  const cwd = options.plugins && configFolder(options.plugins)
  const api = await startApi(env, {
    checkDrift: noDrift,
    print: () => undefined,
    log,
    ...(generated && { generated }),
    ...(cwd !== undefined && { cwd }),
  })
  return {
    url: api.url,
    database,
    warnings,
    request: (method, path, sent) => send(api.url, method, path, sent),
    close: async () => {
      await api.close()
      if (cwd !== undefined) rmSync(cwd, { recursive: true })
      if (!options.database) await database.drop()
    },
  }
}

/** With an `a2b.config.ts` of this section. */
function configFolder(plugins: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'a2b-plugins-'))
  writeFileSync(join(folder, 'a2b.config.ts'), `export default ${JSON.stringify({ plugins })}\n`)
  return folder
}

async function send(base: string, method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
  const { as = ADMIN, body } = options
  const headers: Record<string, string> = {
    ...(as && { Authorization: basicAuth(as.name, as.password) }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...options.headers,
  }
  const response = await fetch(base + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = /\bjson\b/.test(response.headers.get('Content-Type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}

export function basicAuth(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
}
