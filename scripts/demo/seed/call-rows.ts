/**
 * Turns billed calls into `cc_call` rows, numbered by start time, and counts what A2Billing counts on the side.
 */
import { dateTime } from './calendar.ts'
import type { Customer } from './customers.ts'
import type { BilledCall } from './ledger.ts'
import { amountText } from './money.ts'
import { ANSWERED } from './plan.ts'
import type { Random } from './random.ts'
import type { RowBook } from './rows.ts'

/** What `cc_card` remembers of a customer's own calls. */
export interface CallCounters {
  readonly count: number
  /** Seconds since 1970. */
  readonly first: number
  readonly last: number
  /** Number dialled last. */
  readonly redial: string
}

/** Adds the calls; returns the counters of each customer who called. */
export function addCalls(book: RowBook, random: Random, calls: readonly BilledCall[]): Map<Customer, CallCounters> {
  const counters = new Map<Customer, CallCounters>()
  let channel = 0x1a40
  for (const [index, call] of calls.entries()) {
    channel += random.integer(1, 5)
    const { customer, rate, at, did, seconds, cause } = call
    const talked = cause === ANSWERED ? seconds : 0
    const peer = did ? 'meridian-1' : customer.username
    book.add('cc_call', {
      id: index + 1,
      sessionid: `SIP/${peer}-${channel.toString(16).padStart(8, '0')}`,
      uniqueid: `${at}.${channel}`,
      card_id: customer.id,
      nasipaddress: '192.0.2.10',
      starttime: dateTime(at),
      stoptime: dateTime(at + seconds),
      sessiontime: talked,
      calledstation: did ? `SIP/${customer.username}` : call.other.number,
      sessionbill: Number(amountText(call.bill)),
      id_tariffgroup: rate ? customer.callPlan : null,
      id_tariffplan: rate?.ratePlan ?? null,
      id_ratecard: rate?.id ?? null,
      id_trunk: rate ? trunkUsed(random, rate.trunk) : null,
      sipiax: did ? 3 : 0,
      src: did ? call.other.number : random.chance(0.8) ? customer.phone : customer.username,
      id_did: did?.id ?? null,
      buycost: amountText(call.cost),
      id_card_package_offer: 0,
      real_sessiontime: talked === 0 && random.chance(0.02) ? null : talked,
      dnid: did?.number ?? `00${call.other.number}`,
      terminatecauseid: cause,
      destination: rate ? Number(rate.prefix) : 0,
    })
    if (did) continue
    const before = counters.get(customer)
    counters.set(customer, {
      count: (before?.count ?? 0) + 1,
      first: before?.first ?? at,
      last: at,
      redial: call.other.number,
    })
  }
  return counters
}

/** Now and then the first trunk fails and the call takes the next one. */
function trunkUsed(random: Random, trunk: number): number {
  return trunk === 1 && random.chance(0.02) ? 2 : trunk
}
