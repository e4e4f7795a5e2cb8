/**
 * Makes a data directory: MariaDB's system tables and nothing else, stamped with the version that wrote it.
 *
 * `mariadbd --bootstrap` is fed the SQL files directly: `mariadb-install-db` needs a program that the server package
 * does not bring. Help texts and the sys schema are left out, which makes it 17 MB instead of 114.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { commonArguments } from './arguments.ts'
import { SetUpError } from './errors.ts'
import { type Binaries, environmentFor, systemTablesScripts } from './find.ts'
import { makeWorkDirectory, moveInto } from './work-directory.ts'

const STAMP = 'a2b-server-version'

/**
 * Makes the data directory unless a usable one is there.
 *
 * @returns whether it was made now
 * @throws {@link SetUpError} when the directory was written by another major version, or by something else
 */
export async function ensureDataDirectory(binaries: Binaries, dataDir: string): Promise<boolean> {
  if (existsSync(dataDir)) {
    refuseForeign(dataDir, binaries.version)
    return false
  }
  const work = makeWorkDirectory(dataDir)
  try {
    await bootstrap(binaries, work)
    writeFileSync(join(work, STAMP), `${binaries.version}\n`)
    moveInto(dataDir, work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return true
}

/** MariaDB upgrades a directory in place within `major.minor`; across them it wants an upgrade run, or refuses. */
export function isSameSeries(a: string, b: string): boolean {
  return seriesOf(a) === seriesOf(b)
}

/** e.g. `10.11` */
function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.')
}

function refuseForeign(dataDir: string, version: string): void {
  const stamp = join(dataDir, STAMP)
  if (!existsSync(stamp)) {
    throw new SetUpError(`${dataDir} was not made by this program, so it is left alone. Move it away and start again.`)
  }
  const written = readFileSync(stamp, 'utf8').trim()
  if (isSameSeries(written, version)) return
  throw new SetUpError(
    `${dataDir} was written by MariaDB ${written}, and this machine now has ${version}.\n` +
      'To make a new demo database (changes to the old one are lost):  npm start -- --fresh',
  )
}

async function bootstrap(binaries: Binaries, dataDir: string): Promise<void> {
  const child = spawn(binaries.mariadbd, [...commonArguments(binaries, dataDir), '--bootstrap'], {
    env: environmentFor(binaries),
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  // A server that refuses its arguments is gone before it has read its input; its exit code tells the story.
  child.stdin.on('error', () => undefined).end(systemTablesSql(binaries.shareDirectory))
  const [code, errors] = await Promise.all([ended, text(child.stderr)])
  if (code === 0) return
  throw new SetUpError(`MariaDB could not make its system tables in ${dataDir}:\n${errors.trim()}`)
}

/** Lines about this machine's name are left out, as `mariadb-install-db --cross-bootstrap` does: we log in locally. */
function systemTablesSql(shareDirectory: string): string {
  const lines = systemTablesScripts(shareDirectory)
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => !line.includes('@current_hostname'))
  return ['create database mysql;', 'use mysql;', 'set @auth_root_socket = null;', ...lines, ''].join('\n')
}
