/**
 * A lock file that names its holder: one process at a time works on a directory, and the next one can say who does.
 *
 * MariaDB has a lock of its own, but a second server waits 30 seconds on it before it gives up.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { SetUpError } from './errors.ts'

/** A process, recognisable after its number has been given to another one. */
interface ProcessMark {
  readonly pid: number
  /** In clock ticks since boot; empty where the system does not tell (everything but Linux). */
  readonly startTime: string
}

/** What the lock file says. */
export interface Holder {
  readonly owner: ProcessMark
  /** The database server the owner started; may outlive it by moments. */
  readonly server?: ProcessMark
  /** Where the owner serves, once it does. */
  readonly url?: string
}

export interface Lock {
  /** Adds to what the lock file says, for the message another process prints. */
  note(addition: { serverPid?: number; url?: string }): void
  release(): void
}

/** Another live process holds the lock. */
export class LockedError extends SetUpError {
  readonly holder: Holder

  constructor(path: string, holder: Holder) {
    const { pid } = holder.owner
    super(
      `Already running${holder.url === undefined ? '' : `: ${holder.url}`} (pid ${pid}, lock ${path}).\n` +
        `Use that one, or stop it first:  kill ${pid}`,
    )
    this.name = 'LockedError'
    this.holder = holder
  }
}

/** Stands for the start time of a process that is no more. */
const ENDED = 'ended'

/** How long a server whose owner was killed may take to end. */
const SERVER_END_MS = 10_000

/**
 * Takes the lock, also from a holder that is no longer alive.
 *
 * @param path - the lock file; its directory must exist
 * @throws {@link LockedError} when its holder is alive
 */
export async function acquireLock(path: string): Promise<Lock> {
  let holder: Holder = { owner: markOf(process.pid) }
  const deadline = Date.now() + SERVER_END_MS
  while (!create(path, holder)) {
    const other = read(path)
    if (other && (isAlive(other.owner) || (isAlive(other.server) && Date.now() > deadline))) {
      throw new LockedError(path, other)
    }
    if (isAlive(other?.server)) await delay(50)
    else rmSync(path, { force: true })
  }
  return {
    note({ serverPid, url }) {
      holder = {
        ...holder,
        ...(serverPid !== undefined && { server: markOf(serverPid) }),
        ...(url !== undefined && { url }),
      }
      renameSync(writeBeside(path, holder), path)
    },
    release: () => rmSync(path, { force: true }),
  }
}

/** A link appears with its contents or not at all, so nobody reads half a lock file. */
function create(path: string, holder: Holder): boolean {
  const temporary = writeBeside(path, holder)
  try {
    linkSync(temporary, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

function writeBeside(path: string, holder: Holder): string {
  const temporary = `${path}.${process.pid}`
  writeFileSync(temporary, JSON.stringify(holder), { mode: 0o600 })
  return temporary
}

/** Undefined when the holder has just released it. */
function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function markOf(pid: number): ProcessMark {
  return { pid, startTime: startTimeOf(pid) }
}

function isAlive(mark: ProcessMark | undefined): boolean {
  return mark !== undefined && isRunning(mark.pid) && startTimeOf(mark.pid) === mark.startTime
}

/**
 * Whether a process has this number. Another user's process counts; one that has ended and that its parent has not
 * collected does not: in a container nobody may ever collect it.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return startTimeOf(pid) !== ENDED
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** Field 22 of /proc/PID/stat; the second field, the program's name in parentheses, may hold anything. */
function startTimeOf(pid: number): string {
  if (process.platform !== 'linux') return ''
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? ENDED : (fields[18] ?? '')
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return ENDED
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
