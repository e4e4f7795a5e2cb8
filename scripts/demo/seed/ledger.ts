/**
 * Plays the plan in time order and keeps every balance: who can pay for which call, who refills when.
 *
 * What comes out is consistent by construction: credit = refills - call bills - charges taken.
 */
import { affordableSeconds, priceOf } from './billing.ts'
import { DAY, MINUTE } from './calendar.ts'
import type { Customer } from './customers.ts'
import { UNIT, withoutVat } from './money.ts'
import type { Network, Rate } from './network.ts'
import { ANSWERED } from './plan.ts'
import type { PlannedCharge } from './charges.ts'
import type { PlannedCall } from './plan.ts'
import type { Random } from './random.ts'

/** A call as it was billed; amounts in 1/100,000. */
export interface BilledCall extends PlannedCall {
  /** Absent on calls to a rented number. */
  readonly rate?: Rate
  readonly bill: number
  readonly cost: number
}

export interface SettledCharge extends PlannedCharge {
  readonly outcome: 'taken' | 'invoiced' | 'pending'
}

/** Credit added to a balance, and the money behind it. */
export interface Refill {
  readonly at: number
  readonly customer: Customer
  readonly channel: 'creation' | 'online' | 'office' | 'agent' | 'correction'
  /** Added to the balance. */
  readonly credit: number
  /** Money received, VAT included; 0 when none changed hands. */
  readonly gross: number
}

export interface Ledger {
  readonly calls: readonly BilledCall[]
  readonly charges: readonly SettledCharge[]
  /** By time. */
  readonly refills: readonly Refill[]
  /** Final credit by customer. */
  readonly balances: ReadonlyMap<Customer, number>
}

/** Plays the calls and charges; `today`, in seconds, ends the play. */
export function settle(
  random: Random,
  network: Network,
  plan: { customers: readonly Customer[]; calls: readonly PlannedCall[]; charges: readonly PlannedCharge[] },
  today: number,
): Ledger {
  const balances = new Map<Customer, number>(plan.customers.map((customer) => [customer, 0]))
  const refills: Refill[] = []
  const balanceOf = (customer: Customer): number => balances.get(customer) ?? 0
  const change = (customer: Customer, amount: number): void => void balances.set(customer, balanceOf(customer) + amount)
  const refill = (entry: Refill): void => {
    refills.push(entry)
    change(entry.customer, entry.credit)
  }
  /** Who is suspended for underpayment never did; one customer in ten lets the balance run out, too. */
  const topUp = (customer: Customer, at: number): void => {
    if (customer.status === 6 || customer.id % 10 === 3) return
    const moment = Math.max(customer.created, at - random.integer(4 * MINUTE, 90 * MINUTE))
    const owed = customer.isPostpaid ? Math.ceil(-balanceOf(customer) / UNIT) * UNIT : customer.topUp
    const channel = customer.agent && random.chance(0.5) ? 'agent' : random.chance(0.65) ? 'online' : 'office'
    const credit = channel === 'agent' ? owed : withoutVat(owed, customer.vat)
    refill({ at: moment, customer, channel, credit, gross: channel === 'agent' ? 0 : owed })
  }
  const floorOf = (customer: Customer): number => -customer.creditLimit * UNIT

  for (const customer of plan.customers) {
    if (customer.welcomeCredit > 0) {
      refill({ at: customer.created, customer, channel: 'creation', credit: customer.welcomeCredit, gross: 0 })
    }
    if (random.chance(0.03) && !customer.closed) {
      const credit = random.pick(customer.welcomeCredit > UNIT ? [UNIT, -1.5 * UNIT] : [UNIT, 2.5 * UNIT])
      refill({ at: customer.created + random.integer(DAY, 2 * DAY), customer, channel: 'correction', credit, gross: 0 })
    }
  }

  const bill = (call: PlannedCall): BilledCall | undefined => {
    const { customer } = call
    if (call.did) return { ...call, bill: 0, cost: 0 }
    const rate = network.rateOf(customer.callPlan, call.other.prefix)
    if (balanceOf(customer) - priceOf(rate.sell, 3 * MINUTE) < floorOf(customer)) topUp(customer, call.at)
    const affordable = affordableSeconds(rate.sell, balanceOf(customer) - floorOf(customer))
    if (affordable === 0) return undefined
    if (call.cause !== ANSWERED) return { ...call, rate, bill: 0, cost: 0 }
    const seconds = Math.min(call.seconds, affordable)
    const billed = { ...call, seconds, rate, bill: priceOf(rate.sell, seconds), cost: priceOf(rate.buy, seconds) }
    change(customer, -billed.bill)
    return billed
  }
  const charge = (due: PlannedCharge): SettledCharge => {
    if (due.isPending) return { ...due, outcome: 'pending' }
    const isShort = (): boolean => balanceOf(due.customer) - due.amount < floorOf(due.customer)
    if (isShort() && random.chance(0.8)) topUp(due.customer, due.at)
    if (isShort()) return { ...due, outcome: 'invoiced' }
    change(due.customer, -due.amount)
    return { ...due, outcome: 'taken' }
  }

  const calls: BilledCall[] = []
  const charges: SettledCharge[] = []
  const dueCharges = plan.charges.filter((due) => due.at < today).sort((left, right) => left.at - right.at)
  let next = 0
  const chargeUntil = (moment: number): void => {
    for (let due = dueCharges[next]; due && due.at <= moment; due = dueCharges[next]) {
      charges.push(charge(due))
      next += 1
    }
  }
  for (const call of plan.calls) {
    chargeUntil(call.at)
    const billed = bill(call)
    if (billed) calls.push(billed)
  }
  chargeUntil(today)
  return { calls, charges, refills: refills.sort((left, right) => left.at - right.at), balances }
}
