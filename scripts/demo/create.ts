/**
 * Creates an A2Billing 2.3.0 database with demo rows: schema from the committed snapshot, rows from `seed/`.
 *
 * Tables first, then rows, then views and triggers, as a dump does it: the serial trigger would otherwise renumber
 * the cards. The rows are one transaction, which saves InnoDB a sync per statement and means nothing to MyISAM.
 */
import { readFileSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'
import type { Connection, ConnectionOptions } from 'mysql2/promise'
import { parseSnapshot } from '../../codegen/introspection/snapshot.ts'
import type { Snapshot } from '../../codegen/introspection/snapshot.ts'
import { type DatabaseObjects, type DdlOptions, writeObjects, writeTables } from './ddl.ts'
import { a2billingObjects } from './objects.ts'
import { writeInserts } from './seed/insert.ts'
import { seedRows } from './seed/seed.ts'
import { SESSION_SETTINGS, quoteName } from './sql-text.ts'

/** Where the database is to be. One of `socketPath` and `url` is needed. */
export interface Target {
  /** Unix socket; the login is `root` without a password. */
  readonly socketPath?: string
  /** `mysql://user:password@host:3306/`; a database in it is ignored. */
  readonly url?: string
  /** Created when missing. */
  readonly database: string
}

export interface DemoOptions extends Target {
  /** Makes every table InnoDB; left out, they are MyISAM as A2Billing's own. */
  readonly engine?: 'InnoDB'
  /** The day after the last call, e.g. `2026-11-23`; left out is the current date in UTC. */
  readonly today?: string
  /** Receives short lines such as `calls 10,000 of 24,000`. */
  onProgress(line: string): void
}

export interface SchemaOptions extends Target, DdlOptions {
  /** Left out, A2Billing 2.3.0. */
  readonly snapshot?: Snapshot
  /** Left out, those of A2Billing 2.3.0. */
  readonly objects?: DatabaseObjects
}

/** Tables whose rows get a progress line, in the order they are loaded. */
const REPORTED: Readonly<Record<string, string>> = { cc_ratecard: 'rates', cc_card: 'customers', cc_call: 'calls' }
/** Calls between two progress lines. */
const REPORT_EVERY = 10_000

/** The facts of A2Billing 2.3.0, as introspected from an installation. */
export function a2billingSnapshot(): Snapshot {
  const file = new URL('a2billing-2.3.0.snapshot.json', import.meta.url)
  return parseSnapshot(readFileSync(file, 'utf8'), 'scripts/demo/a2billing-2.3.0.snapshot.json')
}

/**
 * Creates the demo database; it must have no table of A2Billing's yet.
 *
 * @returns how many tables and rows there are now; views not counted
 * @throws the server's error when it refuses a statement, e.g. because a table exists
 */
export async function createDemo(options: DemoOptions): Promise<{ tables: number; rows: number }> {
  const snapshot = a2billingSnapshot()
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const ddl: DdlOptions = options.engine ? { engine: options.engine } : {}
  return onDatabase(options, async (connection) => {
    const tables = snapshot.tables.filter((table) => table.kind === 'table')
    await connection.query(writeTables(snapshot, ddl).join(';\n'))
    options.onProgress(`tables ${tables.length}`)
    const rows = await loadRows(connection, snapshot, today, options.onProgress)
    await connection.query(writeObjects(snapshot, a2billingObjects, ddl).join(';\n'))
    return { tables: tables.length, rows }
  })
}

/**
 * Creates a schema without rows: A2Billing 2.3.0, or any other snapshot.
 *
 * @throws Error naming the view or trigger whose SQL is missing; the server's error when it refuses a statement
 */
export async function createSchema(options: SchemaOptions): Promise<void> {
  const { snapshot = a2billingSnapshot(), objects = a2billingObjects } = options
  const statements = [...writeTables(snapshot, options), ...writeObjects(snapshot, objects, options)]
  await onDatabase(options, (connection) => connection.query(statements.join(';\n')))
}

async function loadRows(
  connection: Connection,
  snapshot: Snapshot,
  today: string,
  onProgress: DemoOptions['onProgress'],
): Promise<number> {
  const seeded = seedRows(today)
  await connection.beginTransaction()
  let total = 0
  for (const { table: name, rows } of seeded) {
    const table = snapshot.tables.find((candidate) => candidate.name === name)
    if (!table) throw new Error(`${name}: the demo has rows for it but the snapshot has no such table`)
    const label = REPORTED[name]
    let loaded = 0
    for (const insert of writeInserts(table, rows)) {
      await connection.query(insert.sql)
      const before = loaded
      loaded += insert.rows
      const rest = loaded === rows.length ? '' : ` of ${count(rows.length)}`
      const isDue = !rest || loaded % REPORT_EVERY < before % REPORT_EVERY
      if (label && isDue) onProgress(`${label} ${count(loaded)}${rest}`)
    }
    total += loaded
  }
  await connection.commit()
  onProgress(`rows ${count(total)} in ${seeded.length} tables`)
  return total
}

/** Runs `work` in the target database, made if missing, on a connection of its own with the session it needs. */
async function onDatabase<T>(target: Target, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection(connectionOptions(target))
  try {
    const name = quoteName(target.database)
    await connection.query(SESSION_SETTINGS)
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS ${name} DEFAULT CHARSET utf8mb3 COLLATE utf8mb3_bin; USE ${name}`,
    )
    return await work(connection)
  } finally {
    await connection.end()
  }
}

function connectionOptions({ socketPath, url }: Target): ConnectionOptions {
  const common = { multipleStatements: true, charset: 'utf8mb4' }
  if (url !== undefined) {
    const server = new URL(url)
    server.pathname = '/'
    return { ...common, uri: server.href }
  }
  if (socketPath === undefined) throw new Error('Say where the database is to be: give a socketPath or a url.')
  return { ...common, socketPath, user: 'root' }
}

function count(rows: number): string {
  return rows.toLocaleString('en')
}
