/**
 * Starts a program that ends with the process that started it, even when that one is killed with -9.
 *
 * Linux has a signal for it (`setpriv --pdeathsig`); elsewhere a shell waits for the end of a pipe that only we hold.
 * The signal follows the *thread* that started the program, so call this from a main thread, not from a worker thread.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

export interface GuardedProcess {
  /** Resolves with the reason, e.g. `exit code 1` or `signal SIGKILL`, when the program has ended. */
  readonly ended: Promise<string>
  /** Number of the started process: the program, or the shell that watches over it. */
  readonly pid: number
  /** Asks the program to end. */
  terminate(): void
}

/** Ends the program when its standard input does, and itself when the program does. */
const WATCH = `
exec 3<&0
"$@" 3<&- & program=$!
trap '' INT HUP TERM
(read -r _ <&3; kill "$program" 2>/dev/null) &
exec 3<&-
wait "$program"`

/**
 * Starts the program in a session of its own: a Ctrl-C at the terminal is its owner's to handle, in order.
 *
 * @throws what `spawn` reports when the program cannot be started
 */
export async function startGuarded(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<GuardedProcess> {
  const bySignal = hasParentDeathSignal()
  const child = bySignal
    ? spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], { env, detached: true, stdio: 'ignore' })
    : spawn('sh', ['-c', WATCH, 'sh', program, ...args], {
        env,
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
      })
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`))
  })
  const pid = await started(child)
  return { ended, pid, terminate: () => (bySignal ? child.kill('SIGTERM') : child.stdin?.end()) }
}

async function started(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => resolve(child.pid ?? 0))
  })
}

/** util-linux has it; the setpriv of busybox does not. */
function hasParentDeathSignal(): boolean {
  return process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0
}
