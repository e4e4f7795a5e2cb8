/**
 * Plans what will be tried in the 90 days before "today": who calls whom, when, for how long.
 *
 * Whether a call is paid for and how long it may last is decided later, when balances are known: see ledger.ts.
 */
import type { Customer } from './customers.ts'
import { DAY, HOUR, weekday } from './calendar.ts'
import type { RentedDid } from './dids.ts'
import type { PhoneNumber } from './phones.ts'
import { pickNumber } from './phones.ts'
import { weightedPicker } from './random.ts'
import type { Random } from './random.ts'

/** A call somebody makes, or receives on a rented number. */
export interface PlannedCall {
  /** Seconds. */
  readonly at: number
  readonly customer: Customer
  readonly other: PhoneNumber
  /** The rented number it came in on; absent on outgoing calls. */
  readonly did?: RentedDid
  /** `cc_call.terminatecauseid`. */
  readonly cause: number
  /** Talking, or ringing when nobody answered. */
  readonly seconds: number
}

const CALL_DAYS = 90
const CALL_COUNT = 25_000
/** One call in so many comes in on a rented number. */
const INCOMING_SHARE = 0.04
export const ANSWERED = 1

/** Calls per hour from midnight, and per weekday from Sunday. */
const OFFICE = {
  hours: [0, 0, 0, 0, 0, 0, 1, 4, 14, 24, 26, 22, 12, 15, 24, 23, 19, 10, 4, 2, 1, 1, 0, 0],
  week: [1, 10, 11, 11, 10, 9, 2],
}
const HOME = {
  hours: [3, 1, 1, 0, 0, 0, 1, 3, 5, 7, 9, 10, 11, 10, 9, 10, 12, 15, 20, 25, 27, 23, 15, 7],
  week: [13, 9, 9, 9, 10, 10, 12],
}

const causePicker = weightedPicker([
  [ANSWERED, 690],
  [3, 150],
  [2, 75],
  [4, 55],
  [5, 16],
  [6, 12],
  [0, 2],
])

/** Plans the calls, by start time. `today` in seconds; no call starts on that day. */
export function planCalls(
  random: Random,
  customers: readonly Customer[],
  dids: readonly RentedDid[],
  today: number,
): PlannedCall[] {
  const callers = customers.filter((customer) => customer.usage > 0)
  const contacts = new Map(callers.map((customer) => [customer, contactsOf(random, customer)]))
  const callerPicker = weightedPicker(callers.map((customer) => [customer, customer.usage] as const))
  const office = momentPicker(OFFICE, today)
  const home = momentPicker(HOME, today)
  const calls: PlannedCall[] = []
  while (calls.length < CALL_COUNT) {
    const did = dids.length > 0 && random.chance(INCOMING_SHARE) ? random.pick(dids) : undefined
    const customer = did?.customer ?? callerPicker(random)
    const at = (customer.company ? office : home)(random)
    if (at < (did?.since ?? customer.created + HOUR) || at > (customer.closed ?? today)) continue
    const cause = causePicker(random)
    const seconds =
      cause === ANSWERED
        ? Math.min(7200, Math.max(1, Math.round(random.logNormal(customer.company ? 130 : 95, 1.15))))
        : random.integer(2, 45)
    calls.push({
      at,
      customer,
      other: pickContact(random, contacts.get(customer) ?? []),
      ...(did && { did }),
      cause,
      seconds,
    })
  }
  return calls.sort((left, right) => left.at - right.at)
}

/** A few people called often, many called rarely; most of them where the customer's countrymen call. */
function contactsOf(random: Random, customer: Customer): PhoneNumber[] {
  const countryPicker = weightedPicker(Object.entries(customer.locale.calls))
  const count = Math.round(4 + Math.min(60, customer.usage * 5))
  return Array.from({ length: count }, () =>
    random.chance(0.06) ? pickNumber(random) : pickNumber(random, countryPicker(random)),
  )
}

function pickContact(random: Random, contacts: readonly PhoneNumber[]): PhoneNumber {
  return contacts[Math.floor(contacts.length * random.fraction() ** 2)] ?? pickNumber(random)
}

function momentPicker(habit: { hours: readonly number[]; week: readonly number[] }, today: number) {
  const days = Array.from({ length: CALL_DAYS }, (_, index) => today - (index + 1) * DAY)
  const dayPicker = weightedPicker(days.map((day) => [day, habit.week[weekday(day)] ?? 0] as const))
  const hourPicker = weightedPicker(habit.hours.map((weight, hour) => [hour, weight] as const))
  return (random: Random): number => dayPicker(random) + hourPicker(random) * HOUR + random.integer(0, HOUR - 1)
}
