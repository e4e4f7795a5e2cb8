/** `a2b serve` as a person runs it, until the test has asked what it wants to know. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const A2B = fileURLToPath(new URL('../../bin/a2b.mjs', import.meta.url))

/**
 * @param cwd - where it looks for `a2b.config.ts`
 * @param work - is given its URL
 * @throws Error with what it printed when it ends before it serves
 */
export async function whileServing<T>(
  cwd: string,
  settings: NodeJS.ProcessEnv,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const env = { ...process.env, A2B_LOG_LEVEL: 'warn', ...settings, A2B_PORT: '0' }
  // The channel closes with us, however we end, and the server with it.
  const child = fork(A2B, ['serve'], { cwd, env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const ended = once(child, 'exit')
  let printed = ''
  const url = new Promise<string>((resolve) => {
    const listen = (data: Buffer): void => {
      printed += String(data)
      const [, found] = /^Serving on (http:\S+)$/m.exec(printed) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
  })
  const early = ended.then(() => {
    throw new Error(printed)
  })
  try {
    return await work(await Promise.race([url, early]))
  } finally {
    early.catch(() => undefined)
    child.kill('SIGTERM')
    await ended
  }
}
