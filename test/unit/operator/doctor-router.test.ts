import { expect, it } from 'vitest'
import { doctorRouter } from '../../../src/operator/doctor-router.ts'
import type { Report } from '../../../src/doctor/finding.ts'

const REPORT = { findings: [] } as unknown as Report

/** Answers as the server would, without one. */
function handlerOf(examine: () => Promise<Report>) {
  const router = doctorRouter({ examine, readFacts: () => Promise.reject(new Error('not asked')) })
  const handler = router.match('/api/doctor', 'GET').pathAndMethod.at(-1)?.stack[0]
  return async () => {
    const ctx = { querystring: '', state: {} as { json?: { latin1: string } } }
    await handler?.(ctx as never, async () => undefined)
    return ctx.state.json?.latin1
  }
}

it('examines once for all who ask at the same time, and again for who asks later', async () => {
  let count = 0
  const waiting: ((report: Report) => void)[] = []
  const ask = handlerOf(() => {
    count++
    return new Promise((resolve) => waiting.push(resolve))
  })
  const answers = [ask(), ask()]
  waiting.shift()?.(REPORT)
  expect(await Promise.all(answers)).toEqual([JSON.stringify(REPORT), JSON.stringify(REPORT)])
  expect(count).toBe(1)
  const later = ask()
  waiting.shift()?.(REPORT)
  await later
  expect(count).toBe(2)
})

it('keeps no failure', async () => {
  let isWell = false
  const ask = handlerOf(async () => {
    if (!isWell) throw new Error('gone')
    return REPORT
  })
  await expect(ask()).rejects.toThrow('gone')
  isWell = true
  expect(await ask()).toBe(JSON.stringify(REPORT))
})
