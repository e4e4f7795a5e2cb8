/** A MariaDB of the run's own that is killed with -9 and started again on what it has left behind. */
import { rmSync } from 'node:fs'
import type { Binaries } from '../../scripts/mariadb/find.ts'
import { type PrivateServer, socketUrl, startServer } from '../../scripts/mariadb/server.ts'
import { copyTemplate } from '../helpers/mariadb-template.ts'

export interface KillableDatabase {
  readonly socketPath: string
  /** As `A2B_DATABASE_URL` takes it, without a proxy in between. */
  url(database: string): string
  /** Resolves when it is up again. */
  killAndRestart(): Promise<void>
  /** Also removes its data. */
  stop(): Promise<void>
}

export interface DatabaseOptions {
  readonly binaries: Binaries
  /** A data directory with system tables only, to copy. */
  readonly template: string
  /** Left out, a commit is on the disk before it is acknowledged. */
  readonly extraArguments?: readonly string[] | undefined
}

export async function startKillableDatabase(options: DatabaseOptions): Promise<KillableDatabase> {
  const { directory, dataDir } = copyTemplate(options.template)
  const { binaries, extraArguments } = options
  const start = (): Promise<PrivateServer> =>
    startServer({ binaries, dataDir, durability: 'durable', sqlMode: '', extraArguments })
  let server = await start()
  return {
    socketPath: server.socketPath,
    url: (database) => socketUrl(server.socketPath, database),
    async killAndRestart() {
      process.kill(server.pid, 'SIGKILL')
      await server.ended
      server = await start()
    },
    async stop() {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
