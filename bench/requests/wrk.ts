/** Load by wrk, in one thread of its own process. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONNECTIONS, type Load, type LoadOptions, type Requests } from './load.ts'

/** @throws Error when wrk is not there or fails */
export async function putLoadByWrk({
  url,
  requests,
  seconds,
  logins = [],
  directory,
  signal,
}: LoadOptions): Promise<Load> {
  const script = join(directory, 'requests.lua')
  writeFileSync(script, luaScript(requests, logins))
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-s', script, url]
  const child = spawn('wrk', args, { signal, timeout: (seconds + 20) * 1000, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.on('data', (chunk) => (text += chunk))
  child.stderr.on('data', (chunk) => (text += chunk))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`wrk ended with ${code}:\n${text}`)
  return readReport(text)
}

function luaScript({ paths, bodies, isAnonymous }: Requests, logins: readonly string[]): string {
  const list = (texts: readonly string[]): string => `{${texts.join(',')}}`
  const texts = (all: readonly string[]): string => list(all.map((text) => JSON.stringify(text)))
  const fixed = bodies ? ['["Content-Type"]="application/json"'] : []
  const headers = (isAnonymous || logins.length === 0 ? [[]] : logins.map(header)).map((own) =>
    list([...own, ...fixed]),
  )
  return `local paths = ${texts(paths)}
local bodies = ${texts(bodies ?? [])}
local headers = ${list(headers)}
local next, login = 0, 0
request = function()
  next, login = next % #paths + 1, login % #headers + 1
  return wrk.format(bodies[next] and "POST" or "GET", paths[next], headers[login], bodies[next])
end
`
}

function header(login: string): string[] {
  return [`["Authorization"]=${JSON.stringify(login)}`]
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
  // What takes longer than two seconds is also told there as a timeout; it is slow, and has not failed.
  const socketErrors = /Socket errors: connect (\d+), read (\d+), write (\d+)/.exec(text)?.slice(1) ?? []
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0)
  return {
    requests: number(/(\d+) requests in/),
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50: milliseconds(50),
    p99: milliseconds(99),
    failed: refused + socketErrors.reduce((sum, count) => sum + Number(count), 0),
  }
}
