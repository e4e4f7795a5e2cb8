import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../../src/errors.ts'
import { addressBlock, FailedLogins } from '../../../src/users/failed-logins.ts'

describe('failed logins', () => {
  // The clock is set, not waited for.
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const wrong = (): Promise<never> => Promise.reject(new ApiError('authentication_failed', 'no'))
  const right = (): Promise<string> => Promise.resolve('in')
  const codeOf = (login: Promise<unknown>): Promise<unknown> => login.then(String, (error: ApiError) => error.code)

  async function fail(failed: FailedLogins, times: number, name: string, block: (n: number) => string): Promise<void> {
    for (let n = 0; n < times; n++) {
      expect(await codeOf(failed.watch(name, block(n), wrong))).toBe('authentication_failed')
    }
  }

  it.each([
    ['from anywhere', () => '192.0.2.1', 'name', 'elsewhere'],
    ['spread over addresses', (n: number) => `192.0.2.${n}`, 'name', 'elsewhere'],
  ])('ten for a name, %s, and not even the right password is looked at', async (_, block, name, from) => {
    const failed = new FailedLogins()
    await fail(failed, 10, name, block)
    const login = vi.fn(right)
    const refused = await failed.watch(name, from, login).catch((error: ApiError) => error)
    expect(refused).toMatchObject({ code: 'too_many_attempts', headers: { 'Retry-After': '900' } })
    expect(login).not.toHaveBeenCalled()
    expect(await codeOf(failed.watch('another', from, right))).toBe('in')
  })

  it('ten from an address, whatever the names', async () => {
    const failed = new FailedLogins()
    for (let n = 0; n < 10; n++) await codeOf(failed.watch(`name${n}`, '192.0.2.1', wrong))
    expect(await codeOf(failed.watch('name', '192.0.2.1', right))).toBe('too_many_attempts')
    expect(await codeOf(failed.watch('name', '192.0.2.2', right))).toBe('in')
  })

  it('ten at once, too: together they are as many as one after the other', async () => {
    const failed = new FailedLogins()
    const tries = Array.from({ length: 50 }, (_, n) => codeOf(failed.watch('name', `192.0.2.${n}`, wrong)))
    const codes = await Promise.all(tries)
    expect(codes.filter((code) => code === 'authentication_failed')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(40)
  })

  it('for fifteen minutes from the first of them, however often it is tried meanwhile', async () => {
    const failed = new FailedLogins()
    await fail(failed, 10, 'name', () => '192.0.2.1')
    for (let minute = 1; minute < 15; minute++) {
      vi.advanceTimersByTime(60_000)
      const refused = await failed.watch('name', '192.0.2.1', right).catch((error: ApiError) => error)
      expect(refused).toMatchObject({ headers: { 'Retry-After': String(900 - minute * 60) } })
    }
    vi.advanceTimersByTime(60_000)
    expect(await codeOf(failed.watch('name', '192.0.2.1', right))).toBe('in')
  })

  it('what has succeeded, or failed for another reason, does not count', async () => {
    const failed = new FailedLogins()
    const broken = (): Promise<never> => Promise.reject(new ApiError('database_unavailable', 'gone'))
    for (let n = 0; n < 50; n++) await codeOf(failed.watch('name', '192.0.2.1', broken))
    for (let n = 0; n < 50; n++) await codeOf(failed.watch(`name${n}`, '192.0.2.1', right))
    expect(await codeOf(failed.watch('name', '192.0.2.1', right))).toBe('in')
  })

  it('keeps nothing of a try that does not count, or names made up without end would fill the memory', async () => {
    const failed = new FailedLogins()
    await fail(failed, 10, 'name', () => '192.0.2.1')
    // Of what is kept the limiter sets a timer to forget it.
    const kept = vi.getTimerCount()
    expect(kept).toBe(2)
    const full = (): Promise<never> => Promise.reject(new ApiError('too_many_attempts', 'later'))
    for (let n = 0; n < 100; n++) {
      expect(await codeOf(failed.watch(`name${n}`, '192.0.2.1', wrong))).toBe('too_many_attempts')
      expect(await codeOf(failed.watch(`name${n}`, `198.51.100.${n}`, full))).toBe('too_many_attempts')
    }
    expect(vi.getTimerCount()).toBe(kept)
  })

  it('a success forgives nothing: who guesses at one name may have another of his own', async () => {
    const failed = new FailedLogins()
    for (let n = 0; n < 10; n++) {
      await codeOf(failed.watch('victim', '192.0.2.1', wrong))
      await codeOf(failed.watch('own', '192.0.2.1', right))
    }
    expect(await codeOf(failed.watch('victim', '192.0.2.1', wrong))).toBe('too_many_attempts')
  })

  it('nobody elsewhere keeps out who has logged in from his address before', async () => {
    const failed = new FailedLogins()
    await codeOf(failed.watch('name', '192.0.2.1', right))
    await fail(failed, 10, 'name', (n) => `198.51.100.${n}`)
    for (let n = 0; n < 10; n++) await codeOf(failed.watch(`n${n}`, '192.0.2.1', wrong))
    expect(await codeOf(failed.watch('name', '203.0.113.1', right))).toBe('too_many_attempts')
    expect(await codeOf(failed.watch('other', '192.0.2.1', right))).toBe('too_many_attempts')
    expect(await codeOf(failed.watch('name', '192.0.2.1', right))).toBe('in')
  })

  it('and there, too, ten are too many', async () => {
    const failed = new FailedLogins()
    await codeOf(failed.watch('name', '192.0.2.1', right))
    await fail(failed, 10, 'name', () => '192.0.2.1')
    expect(await codeOf(failed.watch('name', '192.0.2.1', right))).toBe('too_many_attempts')
    expect(await codeOf(failed.watch('name', '192.0.2.2', right))).toBe('in')
  })
})

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['1::2:3:192.0.2.1', '1:0:0:0::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ['', ''],
])('%s counts as %s', (address, block) => {
  expect(addressBlock(address)).toBe(block)
})
