/** `a2b doctor` on the bank's database, as an operator runs it after a crash. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const A2B = fileURLToPath(new URL('../../bin/a2b.mjs', import.meta.url))

/**
 * @param url - of the database
 * @returns its report, JSON
 * @throws Error with what it printed when it could not run
 */
export async function runDoctor(url: string, ...flags: readonly string[]): Promise<string> {
  const env = { ...process.env, A2B_DATABASE_URL: url }
  const child = spawn(process.execPath, [A2B, 'doctor', '--json', ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  // 1 says that it has found something, and a database as A2Billing leaves it always has something.
  if (code !== 0 && code !== 1) throw new Error(`a2b doctor ended with ${code}: ${err}${out}`)
  return out
}
