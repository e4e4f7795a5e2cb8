/**
 * Brings a package and what it depends on into a directory of the project: downloaded by apt, unpacked, not installed.
 *
 * apt works on a private state directory, so neither root nor any change to the system is needed, and the archive's
 * signature is checked as always. No service, no user, no file outside the project.
 */
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeWorkDirectory, moveInto } from './work-directory.ts'

const execute = promisify(execFile)

/** There is no apt here, or it could not bring the package. Its message is a reason, without an advice. */
export class AptError extends Error {
  override readonly name = 'AptError'
}

export interface UnpackOptions {
  /** Where the package's tree will be; what is there already is replaced. */
  readonly directory: string
  /** How the package's name begins. */
  readonly prefix: string
  /** Of the names with that prefix, as `apt-cache pkgnames` prints them, the one to take. */
  readonly choose: (names: string) => string
  /**
   * Another suite of the distribution's archive, e.g. `unstable`, as if nothing were installed: every library comes
   * along, the C library too. Left out, the distribution's own suites, and only what this system lacks.
   */
  readonly suite?: string
  /** Further packages. */
  readonly with?: readonly string[]
  readonly log: (line: string) => void
}

/** @throws {@link AptError} when this system has no apt, or the archive cannot be reached or lacks the package */
export async function unpackPackage(options: UnpackOptions): Promise<void> {
  const { directory, log } = options
  if (!existsSync('/usr/bin/apt-get') || !existsSync(INSTALLED)) {
    throw new AptError('this system has no apt to unpack one from')
  }
  const work = makeWorkDirectory(directory)
  try {
    const files = await download(work, options)
    const root = join(work, 'root')
    for (const file of files) await execute('dpkg', ['-x', file, root])
    log(`Unpacked ${files.length} packages`)
    rmSync(directory, { recursive: true, force: true })
    moveInto(directory, root)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function download(
  work: string,
  { prefix, choose, suite, with: others = [], log }: UnpackOptions,
): Promise<string[]> {
  const configuration = writeAptConfiguration(work, suite)
  const apt = (program: string, ...args: string[]) =>
    execute(program, ['-c', configuration, ...args], {
      env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64 * 1024 * 1024,
    })
  let warnings = ''
  try {
    log('Reading the package lists')
    // An archive that cannot be reached is a mere warning here, and the reason why there is no package below.
    warnings = (await apt('apt-get', '-qq', 'update')).stderr
    const name = choose((await apt('apt-cache', 'pkgnames', prefix)).stdout)
    log(`Downloading ${name}`)
    await apt('apt-get', '-qq', '-y', 'install', '--download-only', '--no-install-recommends', name, ...others)
  } catch (error) {
    throw new AptError(reasonFor(error, warnings), { cause: error })
  }
  const archives = join(work, 'cache/archives')
  return readdirSync(archives).flatMap((name) => (name.endsWith('.deb') ? [join(archives, name)] : []))
}

const INSTALLED = '/var/lib/dpkg/status'

function writeAptConfiguration(work: string, suite: string | undefined): string {
  mkdirSync(join(work, 'state/lists/partial'), { recursive: true })
  mkdirSync(join(work, 'cache/archives/partial'), { recursive: true })
  const path = join(work, 'apt.conf')
  const nothing = join(work, 'status')
  writeFileSync(nothing, '')
  const lines = [
    // The system's hooks clean and refresh the system's own caches, which are none of ours.
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '#clear DPkg::Post-Invoke;',
    `Dir::State "${work}/state";`,
    `Dir::State::lists "${work}/state/lists";`,
    `Dir::State::status "${suite === undefined ? INSTALLED : nothing}";`,
    `Dir::Cache "${work}/cache";`,
    'Dir::Cache::pkgcache "";',
    'Dir::Cache::srcpkgcache "";',
    'Debug::NoLocking "1";',
    // As root, apt would drop to a user who may not write here.
    'APT::Sandbox::User "";',
    'Acquire::Languages "none";',
    'Acquire::Retries "2";',
    ...(suite === undefined ? distributionSources(work) : suiteSources(work, suite)),
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

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** The suite from where this system has its own packages, under the key that it trusts for them. */
function suiteSources(work: string, suite: string): string[] {
  const mirror = debianMirror(
    ['/etc/apt/sources.list.d/debian.sources', '/etc/apt/sources.list']
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8')),
  )
  if (mirror === undefined || !existsSync(KEYRING)) throw new AptError('this system does not know the Debian archive')
  const parts = join(work, 'sources.list.d')
  mkdirSync(parts)
  writeFileSync(join(parts, 'suite.list'), `deb [signed-by=${KEYRING}] ${mirror} ${suite} main\n`)
  return ['Dir::Etc::sourcelist "/dev/null";', `Dir::Etc::sourceparts "${parts}";`]
}

/**
 * @param sources - files as sources.list(5) describes them, one-line or deb822
 * @returns the address of the first Debian archive in them; not that of its security updates
 */
export function debianMirror(sources: readonly string[]): string | undefined {
  const lines = sources.flatMap((text) => text.split('\n')).filter((line) => /^(deb|URIs:)\s/.test(line))
  return lines.flatMap((line) => line.split(/\s+/)).find((word) => /^\w+:\/\/\S+\/debian\/?$/.test(word))
}

/** apt's own words, e.g. `Failed to fetch http://…  Could not connect to …`. */
function reasonFor(error: unknown, warnings: string): string {
  const own = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  const lines = `${warnings}\n${own}`.split('\n').filter(Boolean)
  return (lines.find((line) => /^[EW]: /.test(line)) ?? lines[0] ?? '').replace(/^[EW]: /, '')
}
