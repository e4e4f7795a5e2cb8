/** The two ways of ending with one's parent, wherever this runs: by signal (Linux) and by the end of a pipe (anywhere). */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isRunning } from '../../../scripts/mariadb/lock.ts'

const MODULE = fileURLToPath(new URL('../../../scripts/mariadb/guarded-process.ts', import.meta.url))
const PATIENCE = { timeout: 10_000, interval: 20 }

describe.each(['setpriv', 'pipe'])('a guarded process, by %s', (way) => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'a2b-guard-'))
    // A PATH without setpriv: just what the shell and its program need.
    for (const program of ['sh', 'sleep']) symlinkSync(where(program), join(home, program))
  })
  afterEach(() => rmSync(home, { recursive: true }))

  /** Runs `script` in a process that has started `sh -c program` guarded as `guarded`. */
  function own(program: string, script: string): { ended: Promise<string>; pid: () => Promise<number> } {
    const owner = join(home, 'owner.ts')
    const pidFile = join(home, 'pid')
    writeFileSync(
      owner,
      `import { startGuarded } from ${JSON.stringify(MODULE)}
       import { statSync } from 'node:fs'
       import { setTimeout as delay } from 'node:timers/promises'
       const guarded = await startGuarded('sh', ['-c', ${JSON.stringify(`echo $$ > ${pidFile}; ${program}`)}], process.env)
       while (!statSync(${JSON.stringify(pidFile)}, { throwIfNoEntry: false })?.size) await delay(10)
       ${script}`,
    )
    const PATH = way === 'pipe' ? home : [process.env['PATH'], '/usr/bin'].join(delimiter)
    const child = spawn(process.execPath, [owner], {
      env: { ...process.env, PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const output = text(child.stdout)
    return {
      ended: once(child, 'exit').then(() => output),
      pid: async () =>
        vi.waitFor(() => {
          const pid = Number(readFileSync(pidFile, 'utf8'))
          expect(pid).toBeGreaterThan(0)
          return pid
        }, PATIENCE),
    }
  }

  it('ends when its owner is killed with -9', async () => {
    const { ended, pid } = own('exec sleep 60', `process.kill(process.pid, 'SIGKILL')`)
    const program = await pid()
    await ended
    await vi.waitFor(() => expect(isRunning(program)).toBe(false), PATIENCE)
  })

  it('ends when it is told to', async () => {
    const { ended, pid } = own('exec sleep 60', 'guarded.terminate(); await guarded.ended')
    await ended
    expect(isRunning(await pid())).toBe(false)
  })

  it('reports its own end', async () => {
    const { ended } = own('exit 3', 'console.log(await guarded.ended)')
    expect(await ended).toBe('exit code 3\n')
  })
})

function where(program: string): string {
  const found = ['/bin', '/usr/bin'].map((path) => join(path, program)).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`${program} is neither in /bin nor in /usr/bin.`)
  return found
}
