/**
 * Once per run of the integration tests: a MariaDB found or fetched, a prepared data directory, one shared server.
 *
 * Vitest calls this on its main thread, so the shared server lives as long as the run and no longer.
 */
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { SetUpError } from '../../scripts/mariadb/errors.ts'
import { findOrFetchMariaDB } from '../../scripts/mariadb/fetch.ts'
import type { Binaries } from '../../scripts/mariadb/find.ts'
import { ensureTemplate, PRIVATE_DIRECTORY, startFromTemplate, sweepRunDirectory } from './mariadb-template.ts'

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  // The launcher holds a channel to us; when it is killed, so are the tests.
  if (process.connected) process.once('disconnect', () => process.exit(1))
  // Listening alone would keep the process, and vitest waiting for its end.
  process.channel?.unref()
  sweepRunDirectory()
  const binaries = await findOrSayWhyNot()
  if (binaries === undefined) {
    provide('mariadb', null)
    return async () => undefined
  }
  const template = await ensureTemplate(binaries)
  const shared = await startFromTemplate(binaries, template)
  provide('mariadb', { binaries, template, sharedSocket: shared.socketPath })
  return shared.stop
}

async function findOrSayWhyNot(): Promise<Binaries | undefined> {
  try {
    return await findOrFetchMariaDB({ directory: join(PRIVATE_DIRECTORY, 'mariadb'), log: print })
  } catch (error) {
    // Nobody reads on a CI machine that half of the tests were skipped.
    if (!(error instanceof SetUpError) || process.env['CI']) throw error
    print(`integration tests are skipped. ${error.message}`)
    return undefined
  }
}

function print(line: string): void {
  process.stderr.write(`MariaDB: ${line}\n`)
}
