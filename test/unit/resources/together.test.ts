import { describe, expect, it } from 'vitest'
import { Gatherings, Together } from '../../../src/resources/together.ts'

/** Queries that are answered when the test says so. */
function fakeQueries() {
  const sent: { keys: readonly number[]; end(): void; fail(error: Error): void }[] = []
  const ask = (keys: readonly number[]): Promise<(key: number) => string> =>
    new Promise((resolve, reject) => {
      sent.push({ keys, end: () => resolve((key) => `row ${key}`), fail: reject })
    })
  return { sent, ask, keys: () => sent.map(({ keys }) => keys) }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('reads of a kind', () => {
  it('are sent at once while nothing is under way, and gather behind two that are', async () => {
    const { sent, ask, keys } = fakeQueries()
    const together = new Together(32, ask)
    const answers = [1, 2, 3, 4, 4].map((key) => together.answer(key))
    expect(keys()).toEqual([[1], [2]])
    sent[0]?.end()
    await settled()
    expect(keys()).toEqual([[1], [2], [3, 4, 4]])
    sent[1]?.end()
    sent[2]?.end()
    expect(await Promise.all(answers)).toEqual(['row 1', 'row 2', 'row 3', 'row 4', 'row 4'])
  })

  it('are never answered by a query that was sent before they came', async () => {
    const { sent, ask, keys } = fakeQueries()
    const together = new Together(32, ask)
    const [first, second] = [together.answer(7), together.answer(7)]
    const late = together.answer(7)
    sent[0]?.end()
    await first
    expect(keys()).toEqual([[7], [7], [7]])
    let isAnswered = false
    void late.then(() => (isAnswered = true))
    sent[1]?.end()
    await second
    await settled()
    expect(isAnswered).toBe(false)
    sent[2]?.end()
    expect(await late).toBe('row 7')
  })

  it('fail with the query that was to answer them, and the next is sent all the same', async () => {
    const { sent, ask, keys } = fakeQueries()
    const together = new Together(2, ask)
    const answers = [1, 2, 3, 4, 5].map((key) => together.answer(key).catch((error: Error) => error.message))
    sent[0]?.fail(new Error('lost'))
    sent[1]?.end()
    await settled()
    expect(keys()).toEqual([[1], [2], [3, 4], [5]])
    sent[2]?.fail(new Error('lost again'))
    sent[3]?.end()
    expect(await Promise.all(answers)).toEqual(['lost', 'row 2', 'lost again', 'lost again', 'row 5'])
  })

  it('that have nothing in common do not wait for each other, and leave nothing behind', async () => {
    const { sent, ask, keys } = fakeQueries()
    const gatherings = new Gatherings<number, string>()
    let made = 0
    const answer = (kind: string, key: number): Promise<string> =>
      gatherings.answer(kind, key, () => {
        made++
        return new Together(32, ask)
      })
    const answers = [answer('card', 1), answer('card', 2), answer('card', 3), answer('call', 1)]
    expect(keys()).toEqual([[1], [2], [1]])
    expect(made).toBe(2)
    for (const query of sent) query.end()
    await settled()
    sent.at(-1)?.end()
    await Promise.all(answers)
    void answer('card', 9)
    expect(made).toBe(3)
  })
})
