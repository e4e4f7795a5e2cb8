/** Runs one program after the other, each within a time that it must not exceed. */
import { fork, spawn, type ChildProcess } from 'node:child_process'

/** No single run takes a tenth of it; one that hangs must not hang the benchmark. */
const LONGEST_RUN_MS = 180_000

export interface Place {
  readonly cwd: string
  /** Ends the program when it fires. */
  readonly signal: AbortSignal
  readonly env?: NodeJS.ProcessEnv
}

/** @returns milliseconds from its start to its end */
export async function timeProgram(command: readonly string[], { env, ...place }: Place): Promise<number> {
  const [program = '', ...args] = command
  const started = performance.now()
  const child = spawn(program, args, {
    ...place,
    timeout: LONGEST_RUN_MS,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await finished(child, command)
  return performance.now() - started
}

/** Runs a module of ours. @returns what it sends */
export async function askModule<Answer>(
  module: string,
  args: readonly string[],
  { env, ...place }: Place,
): Promise<Answer> {
  const child = fork(module, args, {
    ...place,
    timeout: LONGEST_RUN_MS,
    env: { ...process.env, ...env },
    silent: true,
  })
  let answer: Answer | undefined
  child.once('message', (message) => (answer = message as Answer))
  await finished(child, [module, ...args])
  if (answer === undefined) throw new Error(`${module} ended without an answer`)
  return answer
}

async function finished(child: ChildProcess, command: readonly string[]): Promise<void> {
  let said = ''
  child.stdout?.on('data', (text) => (said += text))
  child.stderr?.on('data', (text) => (said += text))
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject).once('close', (...end) => resolve(end))
  })
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${signal ?? code}:\n${said.trim().slice(-2000)}`)
}
