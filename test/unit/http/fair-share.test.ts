import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fairShare } from '../../../src/http/fair-share.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Work that ends when it is told to. */
function jobs(names: string): { begun: string[]; work(name: string): () => Promise<string>; end(name: string): void } {
  const begun: string[] = []
  const ends = new Map(Array.from(names, (name) => [name, Promise.withResolvers<string>()]))
  return {
    begun,
    work: (name) => () => {
      begun.push(name)
      return ends.get(name)?.promise ?? Promise.reject(new Error(`no job ${name}`))
    },
    end: (name) => ends.get(name)?.resolve(name),
  }
}

it('gives one caller some turns in the order of coming, and another one its own at once', async () => {
  const share = fairShare(2)
  const { begun, work, end } = jobs('abcdx')
  const done = ['a', 'b', 'c', 'd'].map((name) => share(1, work(name)))
  done.push(share(2, work('x')))
  expect(begun).toEqual(['a', 'b', 'x'])
  end('b')
  await done[1]
  expect(begun).toEqual(['a', 'b', 'x', 'c'])
  for (const name of 'acdx') end(name)
  expect(await Promise.all(done)).toEqual(['a', 'b', 'c', 'd', 'x'])
})

it('refuses what waited too long, and gives its turn to nobody twice', async () => {
  const share = fairShare(1, 100)
  const { begun, work, end } = jobs('abcd')
  const first = share(1, work('a'))
  const late = share(1, work('b')).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(100)
  expect(await late).toMatchObject({ code: 'database_busy', status: 503, headers: { 'Retry-After': '1' } })
  const next = [share(1, work('c')), share(1, work('d'))]
  end('a')
  await first
  expect(begun).toEqual(['a', 'c'])
  end('c')
  end('d')
  expect(await Promise.all(next)).toEqual(['c', 'd'])
})

it('hands on the turn of work that fails', async () => {
  const share = fairShare(1)
  const failing = share(1, () => Promise.reject(new Error('failed')))
  const next = share(1, async () => 'done')
  await expect(failing).rejects.toThrow('failed')
  expect(await next).toBe('done')
})
