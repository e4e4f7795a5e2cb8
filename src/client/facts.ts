/** What the client has to know of what is served while it runs: keys, and which members hold decimals. */

/** Of a resource. */
export interface ResourceFacts {
  /** Fields of the key, in order; empty where rows have no address. */
  readonly key: readonly string[]
  /** Fields that hold decimals: texts here, numbers in answers to writes. */
  readonly decimals: readonly string[]
}
export type Facts = Readonly<Record<string, ResourceFacts>>

/** Of the answers of refill and charge, and of the reports. */
const MONEY = new Set(['amount', 'credited', 'credit_without_vat', 'current_balance', 'vat'])
export const CALLS: Readonly<Record<string, ReadonlySet<string>>> = {
  '/custom_api/refill/{card_id}': MONEY,
  '/custom_api/extra_charge/{card_id}': MONEY,
  '/custom_api/report/traffic': new Set(['sell', 'buy', 'margin']),
  '/custom_api/report/money': new Set(['amount']),
  '/custom_api/report/running_out': new Set(['balance', 'available', 'spent', 'spent_a_day']),
}

/** @returns the decimals in the answers of an address, `/api/card/{key}/` */
export function decimalsOf(facts: Facts): (path: string) => ReadonlySet<string> | undefined {
  const ofRows = new Map(Object.entries(facts).map(([name, { decimals }]) => [name, new Set(decimals)]))
  return (path) => CALLS[path] ?? ofRows.get(resourceIn(path) ?? '')
}

/** `card` of `/api/card/{key}/` */
export function resourceIn(path: string): string | undefined {
  return /^\/api\/([^/]+)\//.exec(path)?.[1]
}
