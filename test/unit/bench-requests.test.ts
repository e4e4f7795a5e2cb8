import { describe, expect, it } from 'vitest'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { compare, type Contender, type Round } from '../../bench/requests/compare.ts'
import { compareRows } from '../../bench/requests/leftovers.ts'
import type { Load, LoadOptions } from '../../bench/requests/load.ts'
import { untilQuiet } from '../../bench/quiet.ts'
import { inconclusive, ratios } from '../../bench/requests/report.ts'
import { workloads } from '../../bench/requests/workloads.ts'
import { readReport } from '../../bench/requests/wrk.ts'

const REPORT = `Running 4s test @ http://127.0.0.1:8101
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     4.02ms    1.22ms  31.40ms   91.02%
    Req/Sec     8.12k   812.91     9.11k    77.50%
  Latency Distribution
     50%    3.71ms
     75%  980.00us
     90%    5.10ms
     99%    1.20s
  32334 requests in 4.00s, 81.20MB read
Requests/sec:   8083.12
Transfer/sec:     20.30MB
`

describe('the report of wrk', () => {
  it('is read', () => {
    expect(readReport(REPORT)).toEqual({ requests: 32_334, perSecond: 8083.12, p50: 3.71, p99: 1200, failed: 0 })
  })

  it('counts what was refused or broken off, and not what was slow', () => {
    const more = REPORT.replace(
      'Requests/sec',
      '  Socket errors: connect 1, read 2, write 0, timeout 4\n  Non-2xx or 3xx responses: 30\nRequests/sec',
    )
    expect(readReport(more).failed).toBe(33)
  })

  it('is refused when a figure is missing', () => {
    expect(() => readReport(REPORT.replace(/ {5}99%.*\n/, ''))).toThrow('99 % latency')
    expect(() => readReport('unable to connect')).toThrow('requests in')
  })
})

const rates = (...all: number[]): Round[] =>
  all.map((perSecond) => ({ perSecond, requests: 1, p50: 1, p99: 1, failed: 0, database: 0 }))

describe('ratios', () => {
  it('are those of each round, so that a slow minute of the machine changes none', () => {
    expect(ratios(rates(200, 100, 20), rates(100, 50, 10))).toEqual([2, 2, 2])
    expect(ratios(rates(200), rates(0))).toEqual([])
  })

  it('that differ much from round to round are said to say nothing', () => {
    const of = (...product: number[]) =>
      inconclusive(
        new Map([
          [
            { id: 'W', base: 'limit' },
            {
              rounds: new Map([
                ['limit', rates(100, 50, 10)],
                ['product', rates(...product)],
              ]),
            },
          ],
        ]),
      )
    expect(of(200, 100, 20)).toEqual([])
    expect(of(200, 100, 30)).toEqual(['W product'])
  })
})

describe('the database is waited for', () => {
  it('until what another load has left it is done', async () => {
    const used = [0, 0.3, 0.5, 0.7, 0.701, 0.8]
    await untilQuiet(1, { used: () => used.shift() ?? 9 })
    expect(used).toEqual([0.8])
  })

  it('and not for ever', async () => {
    let now = 0
    await expect(untilQuiet(1, { used: () => now++, patience: 300 })).rejects.toThrow('still at work')
  })
})

describe('rows that were made are', () => {
  it.each([
    { rows: 100, verdict: true },
    { rows: 132, verdict: true },
    { rows: 99, verdict: false },
    { rows: 133, verdict: false },
  ])('$rows for 100 answers: $verdict', ({ rows, verdict }) => {
    const look = (): void => compareRows('W', rows, { good: 100, loads: 1 })
    if (verdict) expect(look).not.toThrow()
    else expect(look).toThrow('W: ')
  })
})

describe('servers of others', () => {
  const server = { url: 'http://127.0.0.1:1' }
  const load: Load = { requests: 10, perSecond: 10, p50: 1, p99: 2, failed: 0 }
  const compareWith = (other: (options: LoadOptions) => Promise<Load>, isForeign: boolean) => {
    const contenders: Contender[] = [
      { name: 'ours', server, requests: { paths: ['/ours'] } },
      { name: 'other', server, requests: { paths: ['/other'] }, ...(isForeign && { isForeign }) },
    ]
    const putLoad = (options: LoadOptions): Promise<Load> =>
      options.requests.paths[0] === '/ours' ? Promise.resolve(load) : other(options)
    const options = { rounds: 2, seconds: 1, directory: '', signal: new AbortController().signal, putLoad }
    return compare('W', contenders, { ...options, databasePid: process.pid, quiet: async () => {} }, async () => {})
  }

  it('may fail requests, which is told', async () => {
    const { rounds } = await compareWith(async () => ({ ...load, failed: 3 }), true)
    expect(rounds.get('other')?.map(({ failed }) => failed)).toEqual([3, 3])
  })

  it('are left out when they cannot be asked at all, and nothing else ends', async () => {
    const { rounds } = await compareWith(() => Promise.reject(new Error('refused')), true)
    expect([...rounds.keys()]).toEqual(['ours'])
    expect(rounds.get('ours')).toHaveLength(2)
  })

  it('while ours end the run', async () => {
    await expect(compareWith(async () => ({ ...load, failed: 1 }), false)).rejects.toThrow('W: other failed 1 of 10')
    await expect(compareWith(() => Promise.reject(new Error('refused')), false)).rejects.toThrow('W: refused')
  })
})

it('an answer under load that is not the other ends the run', async () => {
  const servers = ['{"id":1}', '{"id":1}', '{"id":2}'].map((body) => createServer((_, response) => response.end(body)))
  for (const each of servers) await once(each.listen(0, '127.0.0.1'), 'listening')
  const [product, limit, other] = servers.map((each, index): Contender => {
    const { port } = each.address() as AddressInfo
    return { name: String(index), server: { url: `http://127.0.0.1:${port}` }, requests: { paths: ['/'] } }
  }) as [Contender, Contender, Contender]
  const putLoad = async (): Promise<Load> => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { requests: 10, perSecond: 10, p50: 1, p99: 2, failed: 0 }
  }
  const options = { rounds: 1, seconds: 1, directory: '', signal: new AbortController().signal, putLoad }
  const run = (as: Contender) =>
    compare(
      'W',
      [product, as],
      { ...options, databasePid: process.pid, quiet: async () => {}, same: [product, as] },
      async () => {},
    )
  try {
    expect((await run(limit)).checks).toBeGreaterThan(0)
    await expect(run(other)).rejects.toThrow('under load it was answered')
  } finally {
    for (const each of servers) each.close()
  }
})

it('every workload is divided by one of its own entries', () => {
  for (const { id, base, entries, wanted, same = [] } of workloads(String)) {
    const names = entries.map(({ name }) => name)
    expect([id, ...[base, wanted?.of ?? base, ...same].filter((name) => !names.includes(name))]).toEqual([id])
    expect(new Set(names).size).toBe(names.length)
  }
})
