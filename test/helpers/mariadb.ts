/**
 * Databases for integration tests: one shared server for the whole run, or a server of one's own.
 *
 *     describeDatabase('refill', () => {
 *       let database: TestDatabase
 *       beforeAll(async () => { database = await createTestDatabase() })
 *       afterAll(() => database.drop())
 *
 * Every server starts from a copy of one prepared data directory, so a server costs a tenth of a second each. Test files
 * run in processes of their own (`pool: 'forks'`), because a private server ends with the thread that started it.
 *
 * In the project `mysql` the shared server is a MySQL, and there are no others.
 */
import { randomUUID } from 'node:crypto'
import { createConnection } from 'mysql2/promise'
import { describe, inject } from 'vitest'
import type { Binaries } from '../../scripts/mariadb/find.ts'
import { type PrivateServer, socketUrl } from '../../scripts/mariadb/server.ts'
import { startFromTemplate } from './mariadb-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What `global-setup.ts` found; null when this machine has no MariaDB and cannot fetch one. */
    mariadb: TestMariaDB | null | undefined
    /** What `mysql-setup.ts` found, in the project `mysql` only; null when there is none to be had. */
    mysql: TestMySQL | null | undefined
  }
}

export interface TestMySQL {
  /** Of the server, without a database: `mysql://root@localhost/?socketPath=…`. */
  readonly url: string
  /** e.g. `9.7.4-2` */
  readonly version: string
}

/** Handed from the global setup to every test process. */
export interface TestMariaDB {
  readonly binaries: Binaries
  /** A data directory with system tables only, to copy. */
  readonly template: string
  /** Socket of the shared server; it runs with sql_mode `''`, as A2Billing's own servers mostly do. */
  readonly sharedSocket: string
}

export interface TestDatabase {
  readonly name: string
  /** As `A2B_DATABASE_URL` takes it. */
  readonly url: string
  /** Empty where the server is reached over the network. */
  readonly socketPath: string
  drop(): Promise<void>
}

/** `describe` where a server is at hand; elsewhere the block is skipped, and the global setup has printed why. */
export const describeDatabase: typeof describe | typeof describe.skip =
  inject('mysql') || inject('mariadb') ? describe : describe.skip

/** An empty database on the shared server, under a name no other test uses. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = new URL(sharedServer())
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onSharedServer(`create database ${name} character set utf8mb4`)
  url.pathname = `/${name}`
  return {
    name,
    socketPath: url.searchParams.get('socketPath') ?? '',
    url: url.href,
    drop: () => onSharedServer(`drop database ${name}`),
  }
}

/**
 * A server of the test's own, for another sql_mode or for being killed. `stop()` also removes its directory.
 *
 * @param options.sqlMode - e.g. `STRICT_ALL_TABLES`; left out is the lenient `''`
 */
export async function startTestServer(
  options: { sqlMode?: string; extraArguments?: string[] } = {},
): Promise<PrivateServer> {
  const { binaries, template } = testMariaDB()
  return startFromTemplate(binaries, template, options)
}

/** What is needed to start servers; for tests within {@link describeDatabase}. */
export function testMariaDB(): TestMariaDB {
  const mariadb = inject('mariadb')
  if (!mariadb) throw new Error('No MariaDB here: wrap the test in describeDatabase, which then skips it.')
  return mariadb
}

function sharedServer(): string {
  return inject('mysql')?.url ?? socketUrl(testMariaDB().sharedSocket, '')
}

async function onSharedServer(statement: string): Promise<void> {
  const connection = await createConnection({ uri: sharedServer() })
  try {
    await connection.query(statement)
  } finally {
    await connection.end()
  }
}
