/** A map that keeps what was used last: whoever asks for ever new things makes it forget, and cannot fill the memory. */
export class RecentCache<Value> {
  readonly #values = new Map<string, Value>()
  readonly #capacity: number

  /** @param capacity - entries kept; the one unused for longest goes first */
  constructor(capacity: number) {
    this.#capacity = capacity
  }

  /** @param make - called where nothing is kept under the key; when it throws, nothing is */
  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key)
    const value = known ?? make()
    // Deleted and set again, a key moves to the end: the first key is the one unused for longest.
    if (known !== undefined) this.#values.delete(key)
    else if (this.#values.size >= this.#capacity) this.#values.delete(this.#values.keys().next().value ?? key)
    this.#values.set(key, value)
    return value
  }
}
