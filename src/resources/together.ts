/**
 * Reads that come while others of their kind are with the database wait for one of these to end, and are then answered
 * together by one query.
 *
 * Who comes when nothing is under way is asked for at once. A query is sent after all that it answers have come, so
 * nobody is told what was true before he asked. No more than two of a kind are under way, so that many may gather.
 */
export class Together<Key, Answer> {
  readonly #most: number
  readonly #ask: (keys: readonly Key[]) => Promise<(key: Key) => Answer>
  #waiting: Waiting<Key, Answer>[] = []
  #underWay = 0

  /**
   * @param most - keys that one query can take
   * @param ask - sends the query for all these keys; the answers are taken out of what it resolves to
   */
  constructor(most: number, ask: (keys: readonly Key[]) => Promise<(key: Key) => Answer>) {
    this.#most = most
    this.#ask = ask
  }

  get isIdle(): boolean {
    return this.#underWay === 0
  }

  /** @throws what the query for this key, and for others with it, failed with */
  answer(key: Key): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject })
      if (this.#underWay < UNDER_WAY) void this.#send()
    })
  }

  async #send(): Promise<void> {
    const batch = this.#waiting.splice(0, this.#most)
    this.#underWay++
    try {
      const answerTo = await this.#ask(batch.map(({ key }) => key))
      for (const { key, resolve } of batch) resolve(answerTo(key))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    } finally {
      this.#underWay--
      if (this.#waiting.length > 0) void this.#send()
    }
  }
}

const UNDER_WAY = 2

interface Waiting<Key, Answer> {
  readonly key: Key
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** Those under way, by what they have in common; forgotten when nothing is. */
export class Gatherings<Key, Answer> {
  readonly #under = new Map<string, Together<Key, Answer>>()

  async answer(kind: string, key: Key, make: () => Together<Key, Answer>): Promise<Answer> {
    const together = this.#under.get(kind) ?? make()
    this.#under.set(kind, together)
    try {
      return await together.answer(key)
    } finally {
      if (together.isIdle) this.#under.delete(kind)
    }
  }
}

/** Runs what sends a query when the caller may have another connection. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

export const AT_ONCE: InTurn = (work) => work()
