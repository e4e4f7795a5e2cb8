import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createReadiness } from '../../../src/http/health.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

it('asks the database at most once a second, however often it is asked', async () => {
  const ping = vi.fn(async () => {})
  const readiness = createReadiness(ping, () => false)
  for (let second = 0; second < 3; second++) {
    const answers = await Promise.all([readiness(), readiness(), readiness()])
    expect(answers).toEqual(['ready', 'ready', 'ready'])
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect(ping).toHaveBeenCalledTimes(3)
})

it('notices that the database is gone, and that it is back', async () => {
  const ping = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('gone')).mockResolvedValue()
  const readiness = createReadiness(ping, () => false)
  expect(await readiness()).toBe('unavailable')
  await vi.advanceTimersByTimeAsync(1000)
  expect(await readiness()).toBe('ready')
})

it('does not wait for a database that keeps silent', async () => {
  const readiness = createReadiness(
    () => new Promise(() => {}),
    () => false,
    500,
  )
  const answer = readiness()
  await vi.advanceTimersByTimeAsync(500)
  expect(await answer).toBe('unavailable')
})

it('is draining from the moment the server stops, without asking', async () => {
  let isDraining = false
  const ping = vi.fn(async () => {})
  const readiness = createReadiness(ping, () => isDraining)
  expect(await readiness()).toBe('ready')
  isDraining = true
  expect(await readiness()).toBe('draining')
  expect(ping).toHaveBeenCalledTimes(1)
})
