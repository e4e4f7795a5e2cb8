/** `a2b serve` as a process that is killed with -9 and started again, as a supervisor would. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const A2B = fileURLToPath(new URL('../../bin/a2b.mjs', import.meta.url))

export interface ApiProcess {
  /** Port that it serves on; undefined while it does not. */
  readonly port: number | undefined
  /** Resolves when it serves. @throws Error with what it printed when it does not within a minute */
  serving(): Promise<void>
  /** Resolves when it serves again. */
  killAndRestart(): Promise<void>
  stop(): Promise<void>
}

export interface ApiProcessOptions {
  readonly settings: Readonly<Record<string, string>>
  /** Told when the process ends while it serves although nobody has killed it. */
  readonly onCrash: (reason: string) => void
}

const START_MS = 60_000
const RESTART_MS = 50

/** Returns at once; see {@link ApiProcess.serving}. */
export function superviseApi({ settings, onCrash }: ApiProcessOptions): ApiProcess {
  const state: { child?: ChildProcess; port?: number | undefined; printed: string; isStopping: boolean } = {
    printed: '',
    isStopping: false,
  }

  const run = async (): Promise<void> => {
    while (!state.isStopping) {
      const env = { ...process.env, A2B_LOG_LEVEL: 'error', ...settings, A2B_PORT: '0' }
      // The channel closes with us, however we end, and the server with it.
      const child = fork(A2B, ['serve'], { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
      const listen = (data: Buffer): void => {
        state.printed = (state.printed + String(data)).slice(-4000)
        const [, port] = /^Serving on http:\S+:(\d+)/m.exec(state.printed) ?? []
        if (port !== undefined) state.port ??= Number(port)
      }
      child.stdout?.on('data', listen)
      child.stderr?.on('data', listen)
      Object.assign(state, { child, printed: '' })
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
      // Without a database it cannot start; whoever waits for it is told if that lasts.
      const isCrash = state.port !== undefined && signal !== 'SIGKILL' && !state.isStopping
      if (isCrash) onCrash(`exit ${code ?? signal}: ${state.printed}`)
      state.port = undefined
      await delay(RESTART_MS)
    }
  }
  const ended = run()

  const serving = async (): Promise<void> => {
    const deadline = Date.now() + START_MS
    while (state.port === undefined) {
      if (Date.now() > deadline) throw new Error(`The API did not start:\n${state.printed}`)
      await delay(10)
    }
  }
  return {
    get port() {
      return state.port
    },
    serving,
    async killAndRestart() {
      const victim = state.child
      victim?.kill('SIGKILL')
      while (state.child === victim) await delay(5)
      await serving()
    },
    async stop() {
      state.isStopping = true
      state.child?.kill('SIGKILL')
      await ended
    },
  }
}
