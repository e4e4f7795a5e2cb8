/**
 * Plans the charges staff add by hand, some of them left for the next billing run.
 */
import { DAY, HOUR } from './calendar.ts'
import type { Customer } from './customers.ts'
import { UNIT } from './money.ts'
import type { Random } from './random.ts'

/** A charge that falls due. Amounts in 1/100,000. */
export interface PlannedCharge {
  readonly at: number
  readonly customer: Customer
  readonly amount: number
  /** `cc_charge.chargetype`. */
  readonly type: number
  readonly description: string
  readonly did?: number
  readonly subscription?: number
  /** Days it covers, from `at`. */
  readonly days?: number
  /** Left for the next billing run: neither taken from the balance nor invoiced. */
  readonly isPending?: true
}

const REASONS = ['SIP phone, rental', 'Engineer visit', 'Paper invoices', 'Directory entry', 'Late payment fee']

/** Thirty extra charges in the last 80 days; `today` in seconds. */
export function planExtraCharges(random: Random, customers: readonly Customer[], today: number): PlannedCharge[] {
  const active = customers.filter((customer) => customer.status === 1 && !customer.isDeleted)
  return Array.from({ length: 30 }, (_, index) => {
    const customer = random.pick(active)
    return {
      at: Math.max(customer.created + HOUR, today - random.integer(1, 80) * DAY + random.integer(9 * HOUR, 17 * HOUR)),
      customer,
      amount: UNIT * random.pick([1, 2, 2.5, 5, 7.5, 10]),
      type: 4,
      description: random.pick(REASONS),
      ...(index % 5 === 4 ? { isPending: true as const } : {}),
    }
  })
}
