/** Load by autocannon, in this process, where there is no wrk. */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { installed } from '../installed.ts'
import { CONNECTIONS, type Generator, type Load, type LoadOptions } from './load.ts'

interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

interface Options {
  readonly url: string
  readonly connections: number
  readonly duration: number
  setupClient(client: { setRequests(requests: readonly Request[]): void }): void
}

interface Result {
  readonly requests: { readonly total: number }
  readonly duration: number
  readonly latency: { readonly p50: number; readonly p99: number }
  readonly non2xx: number
  readonly errors: number
}

type Run = (options: Options) => PromiseLike<Result> & { stop(): void }

export async function autocannon(signal: AbortSignal, log: (line: string) => void): Promise<Generator> {
  const { version, folder } = await installed('autocannon', signal, log)
  const { default: run } = (await import(pathToFileURL(join(folder, 'autocannon.js')).href)) as {
    default: Run
  }
  return { name: `autocannon ${version}`, putLoad: (options) => putLoad(run, options) }
}

async function putLoad(
  run: Run,
  { url, requests: { paths, bodies, isAnonymous }, seconds, logins = [], signal }: LoadOptions,
): Promise<Load> {
  const requests = paths.map((path, index): Request => {
    const body = bodies?.[index]
    const authorization = isAnonymous ? undefined : logins[index % logins.length]
    const headers = {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    return { method: body === undefined ? 'GET' : 'POST', path, headers, ...(body !== undefined && { body }) }
  })
  let count = 0
  const running = run({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    // Each connection has the whole list; begun at the same place, all would ask for the same at the same time.
    setupClient(client) {
      const start = Math.floor((count++ * requests.length) / CONNECTIONS)
      client.setRequests([...requests.slice(start), ...requests.slice(0, start)])
    },
  })
  const stop = (): void => running.stop()
  signal.addEventListener('abort', stop, { once: true })
  const result = await running
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  return {
    requests: result.requests.total,
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}
