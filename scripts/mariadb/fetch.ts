/** Brings a MariaDB server to a machine that has none: the distribution's own package, unpacked into the project. */
import { AptError, unpackPackage } from './apt.ts'
import { SetUpError } from './errors.ts'
import { type Binaries, findMariaDB } from './find.ts'
import { installLineHere } from './install-line.ts'

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

async function fetchMariaDB({ directory, log }: FetchOptions): Promise<void> {
  try {
    log("Not installed here. Unpacking the distribution's own package, once: no root, no system change")
    await unpackPackage({ directory, prefix: PACKAGE, choose: newestPackage, log })
  } catch (error) {
    if (!(error instanceof AptError)) throw error
    throw unavailable(`MariaDB is not installed, and apt could not bring it: ${error.message}`, error)
  }
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

function unavailable(reason: string, cause?: unknown): SetUpError {
  const line = installLineHere()
  const steps = [
    line === undefined ? 'Install a MariaDB server and run this again,' : `Install it and run this again:  ${line}`,
    'or use a database you have:     A2B_DATABASE_URL=mysql://user:password@host:3306/a2billing npm start',
  ]
  return new SetUpError([reason, ...steps].join('\n'), UNAVAILABLE, { cause })
}
