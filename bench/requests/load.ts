/** Load on one server by wrk: one thread, 32 connections that stay open, each path in turn. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const CONNECTIONS = 32

export interface Load {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Answers that were no 2xx, and connections that failed. */
  readonly failed: number
}

export interface LoadOptions {
  readonly url: string
  readonly paths: readonly string[]
  readonly seconds: number
  /** Of the header Authorization. */
  readonly authorization?: string
  /** For the script that names the paths. */
  readonly directory: string
  readonly signal: AbortSignal
}

/** @throws Error when wrk is not there or fails */
export async function putLoad({ url, paths, seconds, authorization, directory, signal }: LoadOptions): Promise<Load> {
  const script = join(directory, 'paths.lua')
  writeFileSync(script, luaScript(paths, authorization))
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-s', script, url]
  const child = spawn('wrk', args, { signal, timeout: (seconds + 20) * 1000, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.on('data', (chunk) => (text += chunk))
  child.stderr.on('data', (chunk) => (text += chunk))
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT' ? new Error('The load is put by wrk: install it, e.g. apt-get install wrk') : error,
      ),
    )
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`wrk ended with ${code}:\n${text}`)
  return readReport(text)
}

function luaScript(paths: readonly string[], authorization: string | undefined): string {
  const headers = authorization === undefined ? '{}' : `{["Authorization"]=${JSON.stringify(authorization)}}`
  return `local paths = {${paths.map((path) => JSON.stringify(path)).join(',')}}
local headers = ${headers}
local next = 0
request = function()
  next = next % #paths + 1
  return wrk.format("GET", paths[next], headers)
end
`
}

/** @throws Error for what is no report of wrk with `--latency` */
export function readReport(text: string): Load {
  const number = (pattern: RegExp): number => {
    const found = pattern.exec(text)?.[1]
    if (found === undefined) throw new Error(`wrk did not say ${pattern}:\n${text}`)
    return Number(found)
  }
  const milliseconds = (percent: number): number => {
    const [, value = '', unit = ''] = new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`).exec(text) ?? []
    const factor = { us: 0.001, ms: 1, s: 1000 }[unit]
    if (factor === undefined) throw new Error(`wrk gave no ${percent} % latency:\n${text}`)
    return Number(value) * factor
  }
  const socketErrors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text)?.slice(1) ?? []
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0)
  return {
    requests: number(/(\d+) requests in/),
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50: milliseconds(50),
    p99: milliseconds(99),
    failed: refused + socketErrors.reduce((sum, count) => sum + Number(count), 0),
  }
}
