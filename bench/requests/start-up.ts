/** W11: from the start of the command until it serves, and the memory it has then, with a hundred resources. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { residentMemory } from '../process.ts'
import { startProduct } from '../servers.ts'

export interface Start {
  readonly milliseconds: number
  /** MB, two seconds later. */
  readonly memory: number
}

const RUNS = 7
const SETTLED_MS = 2000

export interface StartUp {
  readonly product: readonly Start[]
  /** Milliseconds of a Node.js that does nothing, in the same run. */
  readonly bare: readonly number[]
}

export async function measureStartUp(databaseUrl: string, directory: string, signal: AbortSignal): Promise<StartUp> {
  const product: Start[] = []
  const bare: number[] = []
  for (let run = 0; run < RUNS; run++) {
    signal.throwIfAborted()
    const empty = performance.now()
    await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit')
    bare.push(performance.now() - empty)
    const started = performance.now()
    const server = await startProduct(databaseUrl, join(directory, 'start-up.log'))
    const milliseconds = performance.now() - started
    await delay(SETTLED_MS)
    product.push({ milliseconds, memory: server.pid === undefined ? Number.NaN : residentMemory(server.pid) })
    server.stop()
  }
  return { product, bare }
}
