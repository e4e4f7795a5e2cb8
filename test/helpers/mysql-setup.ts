/**
 * Once per run of the tests on MySQL: the server that `A2B_TEST_MYSQL_URL` names, or a private one, fetched by the first
 * run. Where neither can be had, one line says why and the tests are skipped; a server that was named has to be there.
 */
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { TestProject } from 'vitest/node'
import { SetUpError } from '../../scripts/mariadb/errors.ts'
import { startMySQL } from '../../scripts/mysql/server.ts'
import { PRIVATE_DIRECTORY, sweepRunDirectory } from './mariadb-template.ts'

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  // The launcher holds a channel to us; when it is killed, so are the tests.
  if (process.connected) process.once('disconnect', () => process.exit(1))
  // Listening alone would keep the process, and vitest waiting for its end.
  process.channel?.unref()
  sweepRunDirectory()
  const given = process.env['A2B_TEST_MYSQL_URL']
  // The servers that tests start refuse a setting that is none of theirs.
  delete process.env['A2B_TEST_MYSQL_URL']
  const server = given ? { url: withoutDatabase(given), stop: async () => undefined } : await startOrSayWhyNot()
  if (server === undefined) {
    provide('mysql', null)
    return async () => undefined
  }
  const version = await versionOf(server.url)
  print(version)
  provide('mysql', { url: server.url, version })
  return server.stop
}

async function startOrSayWhyNot(): Promise<{ url: string; stop: () => Promise<void> } | undefined> {
  try {
    const server = await startMySQL({ directory: PRIVATE_DIRECTORY, log: print })
    return { url: server.url(''), stop: server.stop }
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    print(`tests are skipped. ${error.message} Name a server: A2B_TEST_MYSQL_URL=mysql://user:password@host:3306/`)
    return undefined
  }
}

async function versionOf(url: string): Promise<string> {
  const connection = await createConnection({ uri: url }).catch((error: Error) => {
    throw new Error(`MySQL: no server can be reached to run the tests on: ${error.message}`, { cause: error })
  })
  try {
    const [[row]] = await connection.query<RowDataPacket[]>('select version() as version')
    const version = String(row?.['version'])
    if (/mariadb/i.test(version))
      throw new Error(`A2B_TEST_MYSQL_URL names a MariaDB ${version}: npm test runs on those.`)
    return version
  } finally {
    await connection.end()
  }
}

/** Tests make databases of their own there. */
function withoutDatabase(text: string): string {
  if (!URL.canParse(text)) throw new Error('A2B_TEST_MYSQL_URL has to look like mysql://user:password@host:3306/')
  const url = new URL(text)
  url.pathname = '/'
  return url.href
}

function print(line: string): void {
  process.stderr.write(`MySQL: ${line}\n`)
}
