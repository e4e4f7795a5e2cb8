import { expect, it } from 'vitest'
import { RecentCache } from '../../src/recent-cache.ts'

it('keeps what was used last, and never more than it holds', () => {
  const cache = new RecentCache<string>(2)
  let made = 0
  const get = (key: string): string => cache.get(key, () => `${key}${++made}`)
  expect([get('a'), get('b'), get('a')]).toEqual(['a1', 'b2', 'a1'])
  expect(get('c')).toBe('c3')
  expect([get('a'), get('c')]).toEqual(['a1', 'c3'])
  expect(get('b')).toBe('b4')
  expect(get('a')).toBe('a5')
})

it('keeps nothing of what could not be made', () => {
  const cache = new RecentCache<number>(1)
  const fail = (): number => {
    throw new Error('not now')
  }
  expect(() => cache.get('a', fail)).toThrow('not now')
  expect(cache.get('a', () => 1)).toBe(1)
})
