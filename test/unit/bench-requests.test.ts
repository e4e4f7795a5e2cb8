import { describe, expect, it } from 'vitest'
import { readReport } from '../../bench/requests/load.ts'
import { isNoisy } from '../../bench/requests/report.ts'

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

  it('counts what was refused, and what did not come back', () => {
    const more = REPORT.replace(
      'Requests/sec',
      '  Socket errors: connect 1, read 2, write 0, timeout 4\n  Non-2xx or 3xx responses: 30\nRequests/sec',
    )
    expect(readReport(more).failed).toBe(37)
  })

  it('is refused when a figure is missing', () => {
    expect(() => readReport(REPORT.replace(/ {5}99%.*\n/, ''))).toThrow('99 % latency')
    expect(() => readReport('unable to connect')).toThrow('requests in')
  })
})

it('rounds that differ much say nothing', () => {
  const rounds = (...rates: number[]) => rates.map((perSecond) => ({ perSecond }))
  expect(isNoisy(rounds(100, 110, 120))).toBe(false)
  expect(isNoisy(rounds(100, 110, 130))).toBe(true)
})
