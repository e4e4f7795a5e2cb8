/**
 * A private MySQL, to see that what holds on MariaDB holds there too: fetched, initialised, started.
 *
 * Of Debian's suites only `unstable` has MySQL. It is newer than any system it runs on here, so it comes with its own C
 * library, through whose loader it is started.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { AptError, unpackPackage } from '../mariadb/apt.ts'
import { SetUpError } from '../mariadb/errors.ts'
import { type PrivateServer, startProgram } from '../mariadb/server.ts'
import { makeWorkDirectory, moveInto } from '../mariadb/work-directory.ts'

const execute = promisify(execFile)

const PACKAGE = 'mysql-server-core'

interface MySQL {
  /** Starts the server: the loader of its own C library. */
  readonly path: string
  readonly args: readonly string[]
  /** e.g. `9.7.4` */
  readonly version: string
}

export interface MySQLOptions {
  /** Everything is kept under it: the package's tree and a data directory per version. */
  readonly directory: string
  readonly log: (line: string) => void
}

/**
 * Starts the MySQL unpacked under `directory`, fetched and initialised by the first run.
 *
 * @throws {@link SetUpError} when none can be had here, or it does not start
 */
export async function startMySQL({ directory, log }: MySQLOptions): Promise<PrivateServer> {
  const root = join(directory, 'mysql')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const mysql = (await findIn(root)) ?? (await fetchInto(root, log))
  const dataDir = join(directory, 'cache', `mysql-${mysql.version}`)
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o700 })
  if (!existsSync(dataDir)) {
    log('Making its system tables')
    await initialise(mysql, dataDir)
  }
  return startProgram(dataDir, {
    name: 'MySQL',
    version: mysql.version,
    path: mysql.path,
    env: process.env,
    arguments: ({ socketPath, pidFile, logFile }) => [
      ...commonArguments(mysql, dataDir),
      `--socket=${socketPath}`,
      `--pid-file=${pidFile}`,
      `--log-error=${logFile}`,
      '--skip-networking',
      '--mysqlx=OFF',
      '--skip-log-bin',
      '--performance-schema=OFF',
      '--default-time-zone=+00:00',
      '--innodb-flush-log-at-trx-commit=0',
    ],
  })
}

async function fetchInto(root: string, log: (line: string) => void): Promise<MySQL> {
  try {
    log("Unpacking Debian unstable's own package, once: some 60 MB to download, no root, no system change")
    await unpackPackage({ directory: root, prefix: PACKAGE, choose: () => PACKAGE, suite: 'unstable', log })
  } catch (error) {
    if (!(error instanceof AptError)) throw error
    throw new SetUpError(`No MySQL can be had here: ${error.message}`, 1, { cause: error })
  }
  const found = await findIn(root)
  if (found) return found
  throw new SetUpError(`The MySQL unpacked into ${root} does not run on this machine.`)
}

/** @param root - a directory that looks like `/`; need not exist */
async function findIn(root: string): Promise<MySQL | undefined> {
  const usr = join(root, 'usr')
  const program = join(usr, 'sbin/mysqld')
  if (!existsSync(program)) return undefined
  const libraries = join(usr, 'lib')
  const own = readdirSync(libraries).find((name) => name.includes('-linux-'))
  const directory = join(libraries, own ?? '')
  const loader = readdirSync(directory).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
  if (loader === undefined) return undefined
  const path = join(directory, loader)
  const args = ['--library-path', directory, program]
  // A program that cannot run here is as good as absent.
  const { stdout } = await execute(path, [...args, '--no-defaults', '--version']).catch(() => ({ stdout: '' }))
  const version = /\bVer (\d+\.\d+\.\d+)/.exec(stdout)?.[1]
  if (version === undefined) return undefined
  const share = join(usr, 'share/mysql')
  const places = [
    `--basedir=${usr}`,
    `--lc-messages-dir=${share}`,
    `--character-sets-dir=${join(share, 'charsets')}`,
    `--plugin-dir=${join(libraries, 'mysql/plugin')}`,
  ]
  // `--no-defaults` counts only as the first of the server's own arguments.
  return { path, args: [...args, '--no-defaults', ...places], version }
}

function commonArguments({ args }: MySQL, dataDir: string): string[] {
  return [
    ...args,
    `--datadir=${dataDir}`,
    // MySQL wants root to be asked for by name.
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    // The directory that is compiled in does not exist here.
    '--secure-file-priv=NULL',
    '--innodb-redo-log-capacity=8M',
    '--innodb-buffer-pool-size=32M',
  ]
}

async function initialise(mysql: MySQL, dataDir: string): Promise<void> {
  const work = makeWorkDirectory(dataDir)
  try {
    await execute(mysql.path, [...commonArguments(mysql, work), '--initialize-insecure'])
    moveInto(dataDir, work)
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new SetUpError(`MySQL could not make its system tables in ${dataDir}:\n${words}`, 1, { cause: error })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
