/**
 * Finds a MariaDB server on this machine: a path and a version, or nothing.
 *
 * `mysqld` is MariaDB on some systems and MySQL on others, so only what `--version` says counts. A server is of use
 * only with the SQL files that make its system tables; they lie under `share/mysql` up to 10.11 and under
 * `share/mariadb` later.
 */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** A MariaDB server program and the directories it needs to be told about. */
export interface Binaries {
  /** Path of the server program. */
  readonly mariadbd: string
  /** e.g. `10.11.19` */
  readonly version: string
  /** Holds `english/errmsg.sys`, `charsets/` and the `*_system_tables.sql` files. */
  readonly shareDirectory: string
  readonly charsetsDirectory: string
  /** Absent where the package brings no plugins; the compiled-in default then stands. */
  readonly pluginDirectory?: string
  /** For `LD_LIBRARY_PATH`; empty for an installed server. */
  readonly libraryDirectories: readonly string[]
}

const PROGRAMS = ['mariadbd', 'mysqld']

/** Where servers are that are not on an ordinary user's PATH: Debian, RHEL, Homebrew, FreeBSD. */
const USUAL_DIRECTORIES = [
  '/usr/sbin',
  '/usr/libexec',
  '/usr/local/sbin',
  '/usr/local/libexec',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
  '/home/linuxbrew/.linuxbrew/opt/mariadb/bin',
]

/**
 * Looks on PATH, in the usual directories, then in a tree unpacked by `fetch.ts`.
 *
 * @param unpackedRoot - a directory that looks like `/`, e.g. `.a2b/mariadb`; need not exist
 * @returns the first MariaDB found, or undefined
 */
export async function findMariaDB(unpackedRoot: string): Promise<Binaries | undefined> {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...USUAL_DIRECTORIES]
  for (const directory of directories) {
    const found = await inspectServer(directory, [])
    if (found) return found
  }
  return inspectServer(join(unpackedRoot, 'usr/sbin'), librariesUnder(unpackedRoot))
}

/**
 * Reads the answer to `mariadbd --version`.
 *
 * @param text - e.g. `mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)`
 * @returns e.g. `10.11.19`; undefined when the program is not MariaDB
 */
export function parseVersion(text: string): string | undefined {
  return /\bVer (\d+\.\d+\.\d+)-MariaDB\b/.exec(text)?.[1]
}

/** The environment in which a program of these binaries runs. */
export function environmentFor({ libraryDirectories }: Pick<Binaries, 'libraryDirectories'>): NodeJS.ProcessEnv {
  if (libraryDirectories.length === 0) return process.env
  return { ...process.env, LD_LIBRARY_PATH: libraryDirectories.join(delimiter) }
}

async function inspectServer(directory: string, libraryDirectories: readonly string[]): Promise<Binaries | undefined> {
  for (const program of PROGRAMS) {
    const path = join(directory, program)
    if (!existsSync(path)) continue
    const mariadbd = realpathSync(path)
    const version = await readVersion(mariadbd, libraryDirectories)
    const directories = version === undefined ? undefined : dataDirectories(dirname(dirname(mariadbd)))
    if (version !== undefined && directories) return { mariadbd, version, ...directories, libraryDirectories }
  }
  return undefined
}

/** A program that cannot run here (another architecture, a missing library) is as good as absent. */
async function readVersion(mariadbd: string, libraryDirectories: readonly string[]): Promise<string | undefined> {
  const env = environmentFor({ libraryDirectories })
  return execute(mariadbd, ['--no-defaults', '--version'], { env, timeout: 20_000 }).then(
    ({ stdout }) => parseVersion(stdout),
    () => undefined,
  )
}

function dataDirectories(
  prefix: string,
): Pick<Binaries, 'shareDirectory' | 'charsetsDirectory' | 'pluginDirectory'> | undefined {
  const shareDirectory = ['share/mariadb', 'share/mysql', 'share']
    .map((path) => join(prefix, path))
    .find((path) => existsSync(join(path, 'charsets')) && systemTablesScripts(path).length > 0)
  if (shareDirectory === undefined) return undefined
  const pluginDirectory = ['lib/mysql/plugin', 'lib/mariadb/plugin', 'lib64/mariadb/plugin', 'lib/plugin']
    .map((path) => join(prefix, path))
    .find((path) => existsSync(path))
  return {
    shareDirectory,
    charsetsDirectory: join(shareDirectory, 'charsets'),
    ...(pluginDirectory !== undefined && { pluginDirectory }),
  }
}

/** The SQL files that make the system tables and their first rows, in the order they must run. */
export function systemTablesScripts(shareDirectory: string): string[] {
  const names = readdirSync(shareDirectory)
  return ['_system_tables.sql', '_performance_tables.sql', '_system_tables_data.sql']
    .flatMap((ending) => names.find((name) => name.endsWith(ending)) ?? [])
    .map((name) => join(shareDirectory, name))
}

/** `usr/lib/x86_64-linux-gnu` and its like. */
function librariesUnder(root: string): string[] {
  return ['usr/lib', 'lib']
    .map((path) => join(root, path))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).flatMap((name) => (name.includes('-linux-') ? [join(path, name)] : [])))
}
