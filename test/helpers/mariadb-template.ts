/**
 * One prepared data directory per server version, and servers that run on copies of it.
 *
 * Used by the global setup on Vitest's main thread and by the helpers inside the test processes.
 */
import { randomUUID } from 'node:crypto'
import { constants, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDataDirectory } from '../../scripts/mariadb/bootstrap.ts'
import type { Binaries } from '../../scripts/mariadb/find.ts'
import { isRunning } from '../../scripts/mariadb/lock.ts'
import { type PrivateServer, startServer } from '../../scripts/mariadb/server.ts'

/** Where the set-up keeps everything it makes; the same directory as the main job's. */
export const PRIVATE_DIRECTORY = fileURLToPath(new URL('../../.a2b', import.meta.url))

/** One directory per server, named after the process that owns it: `<pid>-<random>`. */
const RUN_DIRECTORY = join(PRIVATE_DIRECTORY, 'run')

/**
 * Starts a server on a copy of the template. `stop()` also removes the copy.
 *
 * @param options.sqlMode - e.g. `STRICT_ALL_TABLES`; left out is the lenient `''`
 */
export async function startFromTemplate(
  binaries: Binaries,
  template: string,
  { sqlMode = '', extraArguments }: { sqlMode?: string; extraArguments?: string[] } = {},
): Promise<PrivateServer> {
  const { directory, dataDir } = copyTemplate(template)
  const server = await startServer({ binaries, dataDir, durability: 'test', sqlMode, extraArguments })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** @returns a data directory of our own, and the directory around it, to be removed when the server has ended */
export function copyTemplate(template: string): { directory: string; dataDir: string } {
  const directory = join(RUN_DIRECTORY, `${process.pid}-${randomUUID().slice(0, 8)}`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const dataDir = join(directory, 'data')
  cpSync(template, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return { directory, dataDir }
}

/** The prepared data directory of this server version, made by the first run and kept. */
export async function ensureTemplate(binaries: Binaries): Promise<string> {
  const cache = join(PRIVATE_DIRECTORY, 'cache')
  mkdirSync(cache, { recursive: true, mode: 0o700 })
  const template = join(cache, `mariadb-${binaries.version}`)
  await ensureDataDirectory(binaries, template)
  return template
}

/** Removes what test processes that were killed have left. */
export function sweepRunDirectory(): void {
  mkdirSync(RUN_DIRECTORY, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(RUN_DIRECTORY)) {
    if (!isRunning(Number.parseInt(name, 10))) rmSync(join(RUN_DIRECTORY, name), { recursive: true, force: true })
  }
}
