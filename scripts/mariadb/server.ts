/**
 * Runs a private database server on a data directory: a socket in a directory of its owner's, no port, no password, and gone
 * when its owner is.
 */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { type Durability, serverArguments } from './arguments.ts'
import { SetUpError } from './errors.ts'
import { type Binaries, environmentFor } from './find.ts'
import { startGuarded } from './guarded-process.ts'
import { acquireLock } from './lock.ts'

/** A running server. */
export interface PrivateServer {
  readonly socketPath: string
  /** e.g. `10.11.19` */
  readonly version: string
  readonly pid: number
  /** Resolves when the server has ended, asked or not, with the reason, e.g. `signal SIGKILL`. */
  readonly ended: Promise<string>
  /** e.g. `mysql://root@localhost/a2billing?socketPath=%2Ftmp%2Fmariadb.sock` */
  url(database: string): string
  /** Ends the server and waits until it has; a second call waits for the same end. */
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly binaries: Binaries
  /** Made by `ensureDataDirectory`, or a copy of one. */
  readonly dataDir: string
  readonly durability: Durability
  /** e.g. `STRICT_ALL_TABLES`; empty is MySQL's lenient mode; left out is the server's default. */
  readonly sqlMode?: string | undefined
  readonly extraArguments?: readonly string[] | undefined
}

/** What to start on a data directory. */
export interface ServerProgram {
  /** For messages: `MariaDB`. */
  readonly name: string
  /** e.g. `10.11.19` */
  readonly version: string
  readonly path: string
  readonly env: NodeJS.ProcessEnv
  arguments(files: ServerFiles): readonly string[]
}

export interface ServerFiles {
  readonly socketPath: string
  readonly pidFile: string
  readonly logFile: string
}

const START_MS = 30_000
const STOP_MS = 15_000

/** The kernel's limit is 107 bytes on Linux, 103 on macOS. */
const LONGEST_SOCKET_PATH = 100

/**
 * Starts a MariaDB and waits until it answers.
 *
 * @throws as {@link startProgram} does
 */
export async function startServer(options: ServerOptions): Promise<PrivateServer> {
  const { binaries, dataDir } = options
  return startProgram(dataDir, {
    name: 'MariaDB',
    version: binaries.version,
    path: binaries.mariadbd,
    env: environmentFor(binaries),
    arguments: (files) => serverArguments(binaries, { ...options, ...files }),
  })
}

/**
 * Starts a server and waits until it answers. Call it from a main thread (see `guarded-process.ts`).
 *
 * @param dataDir - made by the same program
 * @throws {@link LockedError} when another server runs on the directory
 * @throws {@link SetUpError} with the end of the server's log when it does not start
 */
export async function startProgram(dataDir: string, program: ServerProgram): Promise<PrivateServer> {
  const lock = await acquireLock(`${dataDir}.lock`)
  try {
    const socketPath = socketPathFor(dataDir)
    const pidFile = join(dataDir, 'mariadbd.pid')
    const logFile = join(dataDir, 'mariadbd.log')
    rmSync(logFile, { force: true })
    const server = await startGuarded(program.path, program.arguments({ socketPath, pidFile, logFile }), program.env)
    lock.note({ serverPid: server.pid })
    const ended = server.ended.finally(() => lock.release())
    try {
      await answering(socketPath, ended)
    } catch (error) {
      server.terminate()
      await ended
      throw new SetUpError(`${program.name} did not start on ${dataDir}.\n${endOfLog(logFile)}`, 1, { cause: error })
    }
    const pid = Number(readFileSync(pidFile, 'utf8'))
    let stopped: Promise<void> | undefined
    const stop = async () => {
      server.terminate()
      const inTime = await Promise.race([ended.then(() => true), delay(STOP_MS, false, { ref: false })])
      if (!inTime) process.kill(pid, 'SIGKILL')
      await ended
    }
    return {
      socketPath,
      version: program.version,
      pid,
      ended,
      url: (database) => socketUrl(socketPath, database),
      stop: () => (stopped ??= stop()),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The address of a database behind a socket, as mysql2 and `A2B_DATABASE_URL` take it. */
export function socketUrl(socketPath: string, database: string): string {
  return `mysql://root@localhost/${encodeURIComponent(database)}?socketPath=${encodeURIComponent(socketPath)}`
}

/**
 * Inside the data directory, which only its owner can enter; for a long path, a directory of that kind in the temporary
 * directory.
 */
export function socketPathFor(dataDir: string, temporary = tmpdir()): string {
  const path = join(dataDir, 'mariadbd.sock')
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return path
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const directory = join(temporary, `a2b-${digest}`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  // Anyone can make a directory of this name there first, and would own our socket.
  const { uid } = lstatSync(directory)
  if (process.getuid !== undefined && uid !== process.getuid()) {
    throw new SetUpError(`${directory} belongs to another user. Remove it, or set TMPDIR to a directory of your own.`)
  }
  chmodSync(directory, 0o700)
  return join(directory, 'mariadbd.sock')
}

async function answering(socketPath: string, ended: Promise<string>): Promise<void> {
  const deadline = Date.now() + START_MS
  let reason: string | undefined
  void ended.then((value) => (reason = value))
  for (;;) {
    try {
      const connection = await createConnection({ socketPath, user: 'root' })
      return await connection.end()
    } catch (error) {
      if (reason !== undefined) throw new Error(`The server ended with ${reason}`, { cause: error })
      if (Date.now() > deadline) throw error
    }
    await delay(15)
  }
}

/** The server's own words about why it did not start. */
function endOfLog(logFile: string): string {
  if (!existsSync(logFile)) return 'It ended before it wrote a log.'
  const lines = readFileSync(logFile, 'utf8').trim().split('\n')
  const errors = lines.filter((line) => line.includes('[ERROR]'))
  return [...(errors.length > 0 ? errors : lines).slice(-8), `Its log: ${logFile}`].join('\n')
}
