/**
 * Turns a seed into numbers that look random and are the same on every machine.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand): 32-bit integer steps only, so no platform can differ.
 */

/** A repeatable source of random choices. */
export interface Random {
  /** In [0, 1). */
  fraction(): number
  /** A whole number in [least, most]. */
  integer(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** From a log-normal distribution: `median` times e to the power of a normal number with deviation `spread`. */
  logNormal(median: number, spread: number): number
  /** Replaces every X of a mask by a digit: `0155X` -> `01557`. */
  digits(mask: string): string
  /** Lower-case letters and digits. */
  word(length: number): string
}

export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed]
  const step = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) step()

  const fraction = (): number => step() / 2 ** 32
  const integer = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1))
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())
  return {
    fraction,
    integer,
    chance: (probability) => fraction() < probability,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new Error('pick: nothing to pick from')
      return items[integer(0, items.length - 1)] as T
    },
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    digits: (mask) => mask.replaceAll('X', () => String(integer(0, 9))),
    word: (length) => Array.from({ length }, () => integer(0, 35).toString(36)).join(''),
  }
}

/** Prepares a weighted choice; picking is a binary search, so large lists are fine. */
export function weightedPicker<T>(items: readonly (readonly [item: T, weight: number])[]): (random: Random) => T {
  let total = 0
  const ends = items.map(([, weight]) => (total += weight))
  if (!(total > 0)) throw new Error('weightedPicker: the weights add up to nothing')
  return (random) => {
    const point = random.fraction() * total
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) > point) high = middle
      else low = middle + 1
    }
    return (items[low] as readonly [T, number])[0]
  }
}
