/**
 * Brings a MariaDB server to a machine that has none: the distribution's own signed package, unpacked into the project.
 *
 * apt works on a private state directory, so neither root nor any change to the system is needed, and the archive's
 * signature is checked as always. Nothing is installed: no service, no user, no file outside the project.
 */
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SetUpError } from './errors.ts'
import { type Binaries, findMariaDB } from './find.ts'
import { installLineHere } from './install-line.ts'
import { makeWorkDirectory, moveInto } from './work-directory.ts'

const execute = promisify(execFile)

/** Exit code of a start that finds no database server and cannot bring one: EX_UNAVAILABLE of sysexits.h. */
const UNAVAILABLE = 69

/** The package with the server program alone; releases before Debian 12 put the version into its name. */
const PACKAGE = 'mariadb-server-core'

export interface FetchOptions {
  /** Where the package's tree is unpacked, e.g. `.a2b/mariadb`. */
  readonly directory: string
  readonly log: (line: string) => void
}

/**
 * The MariaDB of this machine, or one unpacked into `directory`, now or by an earlier run.
 *
 * @throws {@link SetUpError} with exit code 69 when there is none and apt cannot bring one
 */
export async function findOrFetchMariaDB(options: FetchOptions): Promise<Binaries> {
  const found = await findMariaDB(options.directory)
  if (found) return found
  await fetchMariaDB(options)
  const fetched = await findMariaDB(options.directory)
  if (fetched) return fetched
  throw unavailable(`The MariaDB unpacked into ${options.directory} does not run on this machine.`)
}

/**
 * Downloads the server package and unpacks it.
 *
 * @throws {@link SetUpError} with exit code 69 when this system has no apt, or the archive cannot be reached
 */
async function fetchMariaDB({ directory, log }: FetchOptions): Promise<void> {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/var/lib/dpkg/status')) {
    throw unavailable('MariaDB is not installed, and this system has no apt to unpack one from.')
  }
  const work = makeWorkDirectory(directory)
  try {
    const files = await download(work, log)
    const root = join(work, 'root')
    for (const file of files) await execute('dpkg', ['-x', file, root])
    log(`Unpacked ${files.length} packages`)
    // What is there already was found not to run.
    rmSync(directory, { recursive: true, force: true })
    moveInto(directory, root)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function download(work: string, log: (line: string) => void): Promise<string[]> {
  const configuration = writeAptConfiguration(work)
  const apt = (program: string, ...args: string[]) =>
    execute(program, ['-c', configuration, ...args], {
      env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64 * 1024 * 1024,
    })
  let warnings = ''
  try {
    log("Not installed here. Unpacking the distribution's own package, once: no root, no system change")
    log('Reading the package lists')
    // An archive that cannot be reached is a mere warning here, and the reason why there is no package below.
    warnings = (await apt('apt-get', '-qq', 'update')).stderr
    const name = newestPackage((await apt('apt-cache', 'pkgnames', PACKAGE)).stdout)
    log(`Downloading ${name}`)
    await apt('apt-get', '-qq', '-y', 'install', '--download-only', '--no-install-recommends', name)
  } catch (error) {
    throw unavailable(`MariaDB is not installed, and apt could not bring it: ${reasonFor(error, warnings)}`, error)
  }
  const archives = join(work, 'cache/archives')
  return readdirSync(archives).flatMap((name) => (name.endsWith('.deb') ? [join(archives, name)] : []))
}

/**
 * The plain name where there is one, else the highest version.
 *
 * @param names - what `apt-cache pkgnames` prints
 */
export function newestPackage(names: string): string {
  const found = names
    .split('\n')
    .filter((name) => name === PACKAGE || /^-\d+\.\d+$/.test(name.slice(PACKAGE.length)))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return found.includes(PACKAGE) ? PACKAGE : (found.at(-1) ?? PACKAGE)
}

function writeAptConfiguration(work: string): string {
  mkdirSync(join(work, 'state/lists/partial'), { recursive: true })
  mkdirSync(join(work, 'cache/archives/partial'), { recursive: true })
  const path = join(work, 'apt.conf')
  const lines = [
    // The system's hooks clean and refresh the system's own caches, which are none of ours.
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '#clear DPkg::Post-Invoke;',
    `Dir::State "${work}/state";`,
    `Dir::State::lists "${work}/state/lists";`,
    'Dir::State::status "/var/lib/dpkg/status";',
    `Dir::Cache "${work}/cache";`,
    'Dir::Cache::pkgcache "";',
    'Dir::Cache::srcpkgcache "";',
    'Debug::NoLocking "1";',
    // As root, apt would drop to a user who may not write here.
    'APT::Sandbox::User "";',
    'Acquire::Languages "none";',
    'Acquire::Retries "2";',
    ...distributionSources(work),
  ]
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Reads only the distribution's own archive where it can be told apart: a broken third-party source cannot stop us. */
function distributionSources(work: string): string[] {
  const own = ['debian.sources', 'ubuntu.sources'].filter((name) => existsSync(`/etc/apt/sources.list.d/${name}`))
  if (own.length === 0) return []
  const parts = join(work, 'sources.list.d')
  mkdirSync(parts)
  for (const name of own) copyFileSync(`/etc/apt/sources.list.d/${name}`, join(parts, name))
  return [`Dir::Etc::sourceparts "${parts}";`]
}

/** apt's own words, e.g. `Failed to fetch http://…  Could not connect to …`. */
function reasonFor(error: unknown, warnings: string): string {
  const own = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  const lines = `${warnings}\n${own}`.split('\n').filter(Boolean)
  return (lines.find((line) => /^[EW]: /.test(line)) ?? lines[0] ?? '').replace(/^[EW]: /, '')
}

function unavailable(reason: string, cause?: unknown): SetUpError {
  const line = installLineHere()
  const steps = [
    line === undefined ? 'Install a MariaDB server and run this again,' : `Install it and run this again:  ${line}`,
    'or use a database you have:     A2B_DATABASE_URL=mysql://user:password@host:3306/a2billing npm start',
  ]
  return new SetUpError([reason, ...steps].join('\n'), UNAVAILABLE, { cause })
}
