/** The real command, as a person runs it: what it printed and how it ended. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const A2B = fileURLToPath(new URL('../../bin/a2b.mjs', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/**
 * @param until - the process gets SIGTERM as soon as it has printed this
 * @param cwd - where it looks for `a2b.config.ts`
 * @param input - what it reads from standard input; nothing unless given
 */
export async function runA2b(
  args: readonly string[],
  settings: NodeJS.ProcessEnv,
  until?: string,
  cwd = process.cwd(),
  input?: string,
): Promise<Ran> {
  const env = { ...process.env, A2B_PORT: '0', ...settings }
  const child = spawn(process.execPath, [A2B, ...args], { env, cwd, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  const ended = once(child, 'exit')
  if (until !== undefined) {
    child.stdout.on('data', (data: Buffer) => {
      if (String(data).includes(until)) child.kill('SIGTERM')
    })
  }
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}
