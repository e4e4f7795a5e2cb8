/** What puts the load: wrk where this machine has it, else autocannon. */
import { spawnSync } from 'node:child_process'
import { SetUpError } from '../../scripts/mariadb/errors.ts'
import { autocannon } from './autocannon.ts'
import type { Generator } from './load.ts'
import { putLoadByWrk } from './wrk.ts'

/**
 * wrk takes a tenth of the processor time; autocannon comes from npm and runs everywhere.
 *
 * @param name - undefined: wrk where this machine has it
 * @throws SetUpError when wrk is wanted and not there
 */
export async function findGenerator(
  name: string | undefined,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<Generator> {
  const [, version] = /^wrk (\S+)/.exec(spawnSync('wrk', ['-v'], { encoding: 'utf8' }).stdout ?? '') ?? []
  if (name !== 'autocannon' && version !== undefined) return { name: `wrk ${version}`, putLoad: putLoadByWrk }
  if (name === 'wrk')
    throw new SetUpError('There is no wrk here: install it, e.g. apt-get install wrk, or take autocannon')
  return autocannon(signal, log)
}
