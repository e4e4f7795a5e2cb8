/**
 * Slows down who guesses: ten failures in fifteen minutes for a name, and for an address, and then no more tries.
 *
 * What is counted ends with its fifteen minutes, so nobody is locked out for ever. Nor can an attacker elsewhere keep
 * somebody out who has logged in from his address before: that name from that address is counted by itself. Of several
 * processes, the one that started them counts; from where who has logged in each knows by itself. The counts start anew
 * with the server.
 */
import cluster from 'node:cluster'
import { isIPv6 } from 'node:net'
import { RateLimiterCluster, RateLimiterClusterMaster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ApiError } from '../errors.ts'

const FAILURES = 10
const SECONDS = 15 * 60
/** Pairs of name and address that are kept; the one unused for longest goes first. */
const MAX_KNOWN = 10_000

interface Bucket {
  readonly limiter: Limiter
  readonly key: string
  /** Completes "Too many failed logins …". */
  readonly which: string
}

export class FailedLogins {
  readonly #names = limiter('names')
  readonly #addresses = limiter('addresses')
  readonly #pairs = limiter('pairs')
  /** From where a name has logged in. */
  readonly #known = new Set<string>()

  /**
   * @param name - as it would have to be stored; whether there is such a user makes no difference
   * @param block - of addresses, see {@link addressBlock}
   * @param login - throws ApiError `authentication_failed` where it fails; any other error is not the caller's failure
   * @throws ApiError `too_many_attempts` instead of looking at the password, be it the right one
   */
  async watch<T>(name: string, block: string, login: () => Promise<T>): Promise<T> {
    const pair = JSON.stringify([name, block])
    // Counted before it is known how it ends: tries that are made together are as many as tries one after the other.
    const taken = await takeAll(this.#bucketsOf(name, block, pair))
    try {
      const result = await login()
      this.#remember(pair)
      await giveBack(taken)
      return result
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'authentication_failed')) await giveBack(taken)
      throw error
    }
  }

  #bucketsOf(name: string, block: string, pair: string): Bucket[] {
    if (this.#known.has(pair)) return [{ limiter: this.#pairs, key: pair, which: 'with this name from this address' }]
    return [
      { limiter: this.#names, key: name, which: 'with this name' },
      { limiter: this.#addresses, key: block, which: 'from this address' },
    ]
  }

  #remember(pair: string): void {
    this.#known.delete(pair)
    this.#known.add(pair)
    const [oldest] = this.#known
    if (this.#known.size > MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest)
  }
}

type Limiter = RateLimiterMemory | RateLimiterCluster

function limiter(keyPrefix: string): Limiter {
  const options = { keyPrefix, points: FAILURES, duration: SECONDS }
  return cluster.isWorker ? new RateLimiterCluster(options) : new RateLimiterMemory(options)
}

/** Of several processes, the one that started them counts for all; it answers as long as it lives. */
export function countForWorkers(): object {
  return new RateLimiterClusterMaster()
}

async function takeAll(buckets: readonly Bucket[]): Promise<Bucket[]> {
  const taken: Bucket[] = []
  for (const bucket of buckets) {
    try {
      await bucket.limiter.consume(bucket.key)
      taken.push(bucket)
    } catch (full) {
      await giveBack(taken)
      throw full instanceof RateLimiterRes ? tooMany(bucket, full) : full
    }
  }
  return taken
}

/** A count that is back at nothing is not kept: names made up without end would fill the memory. */
async function giveBack(taken: readonly Bucket[]): Promise<void> {
  for (const { limiter: of, key } of taken) {
    const { consumedPoints } = await of.reward(key)
    if (consumedPoints <= 0) await of.delete(key)
  }
}

function tooMany({ which }: Bucket, { msBeforeNext }: RateLimiterRes): ApiError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
  const detail =
    `Too many failed logins ${which}; try again in ${Math.ceil(seconds / 60)} minutes. ` +
    'An API key is not refused for failures of others.'
  return new ApiError('too_many_attempts', detail, { headers: { 'Retry-After': String(seconds) } })
}

/**
 * What one client can choose freely counts as one address: of IPv6, the 64 bits behind the network's.
 *
 * @param address - of the client, e.g. `192.0.2.1`, `::ffff:192.0.2.1`, `2001:db8::1`
 */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address
  const [head = '', tail] = bare.split('::').map((half) => half.split(':').filter(Boolean))
  const groups =
    tail === undefined ? [...head] : [...head, ...Array<string>(8 - head.length - groupCount(tail)).fill('0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** A dotted end, as in `64:ff9b::192.0.2.1`, stands for two groups. */
function groupCount(groups: readonly string[]): number {
  return groups.length + (groups.at(-1)?.includes('.') ? 1 : 0)
}
