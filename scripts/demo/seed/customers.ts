/**
 * Makes up the customers: who they are, how they pay, how much they call. No rows yet.
 */
import { DAY, HOUR } from './calendar.ts'
import { locales } from './data.ts'
import type { Locale } from './data.ts'
import { UNIT } from './money.ts'
import { CALL_PLANS } from './network.ts'
import { pickNumber } from './phones.ts'
import { weightedPicker } from './random.ts'
import type { Random } from './random.ts'

export interface Customer {
  /** `cc_card.id`, ascending with `created`. */
  readonly id: number
  readonly username: string
  readonly useralias: string
  readonly password: string
  readonly locale: Locale
  readonly firstName: string
  readonly lastName: string
  /** Empty for a private person. */
  readonly company: string
  readonly email: string
  /** International, without `+`. */
  readonly phone: string
  readonly place: Locale['cities'][number]
  readonly street: string
  /** `cc_card_group.id`. */
  readonly group: number
  /** `cc_agent.id` of the group, if an agent brought the customer. */
  readonly agent?: number
  /** `cc_tariffgroup.id`. */
  readonly callPlan: number
  /** Per cent. */
  readonly vat: string
  readonly isPostpaid: boolean
  /** Whole units of the base currency; 0 for prepaid. */
  readonly creditLimit: number
  /** `cc_card.status`. */
  readonly status: number
  /** Seconds. */
  readonly created: number
  /** When calls stopped, for a card that is suspended, expired, cancelled or deleted. */
  readonly closed?: number
  /** Left the system: calls and refills remain, the card does not. */
  readonly isDeleted: boolean
  /** Calls made, relative to the others. */
  readonly usage: number
  /** Gross amount of a usual refill, in 1/100,000. */
  readonly topUp: number
  /** Credit given at creation, in 1/100,000. */
  readonly welcomeCredit: number
}

const CUSTOMER_COUNT = 400
/** Deleted besides the 400, so ids have gaps. */
const DELETED = new Set([57, 238])

/** `cc_card_group.id`, and the agent behind it. */
const GROUPS = { standard: 1, agentWest: 2, agentSouth: 3, business: 4 } as const

const statusPicker = weightedPicker([
  [1, 348],
  [6, 16],
  [5, 12],
  [2, 8],
  [0, 6],
  [8, 4],
  [3, 3],
  [7, 3],
])
/** New, waiting for mail, waiting for payment: never called yet. */
const UNUSED_STATUSES = new Set([2, 3, 8])
const localePicker = weightedPicker(locales.map((locale) => [locale, locale.share] as const))

/** Makes 400 customers and two deleted ones, the oldest first. */
export function inventCustomers(random: Random, today: number): Customer[] {
  const total = CUSTOMER_COUNT + DELETED.size
  const creations = Array.from({ length: total }, () => {
    const age = random.chance(0.25) ? random.integer(3, 88) : random.integer(90, 700)
    return today - age * DAY + random.integer(8 * HOUR, 20 * HOUR)
  }).sort((left, right) => left - right)
  const taken = new Set<string>()
  return creations.map((created, index) => inventCustomer(random, index + 1, created, today, taken))
}

function inventCustomer(random: Random, id: number, created: number, today: number, taken: Set<string>): Customer {
  const locale = localePicker(random)
  const isBusiness = random.chance(0.15)
  const isDeleted = DELETED.has(id)
  const status = isDeleted ? 1 : statusPicker(random)
  const isClosed = isDeleted || !(status === 1 || UNUSED_STATUSES.has(status))
  const firstName = random.pick(locale.firstNames)
  const lastName = random.pick(locale.lastNames)
  const company = isBusiness ? random.pick(locale.companies) : ''
  const group = isBusiness ? GROUPS.business : pickGroup(random, locale)
  const agent = group === GROUPS.agentWest ? 1 : group === GROUPS.agentSouth ? 2 : undefined
  const isPostpaid = isBusiness && random.chance(0.6)
  const usage =
    UNUSED_STATUSES.has(status) || random.chance(0.1) ? 0 : Math.min(40, random.logNormal(isBusiness ? 6 : 1, 1.1))
  return {
    id,
    username: unique(random, 'XXXXXXXXXX', taken),
    useralias: unique(random, 'XXXXXXXXXXXXXXX', taken),
    password: random.word(10),
    locale,
    firstName,
    lastName,
    company,
    email: `${mailName(firstName)}.${mailName(lastName)}${id}@example.${random.pick(['com', 'net', 'org'])}`,
    phone: pickNumber(random, locale.country).number,
    place: random.pick(locale.cities),
    street: random.pick(locale.streets).replace('#', String(random.integer(1, 180))),
    group,
    ...(agent === undefined ? {} : { agent }),
    callPlan: isBusiness ? CALL_PLANS.business : agent ? CALL_PLANS.reseller : CALL_PLANS.retail,
    vat: isBusiness || random.chance(0.35) ? '0' : locale.vat,
    isPostpaid,
    creditLimit: isPostpaid ? random.pick([50, 100, 250]) : 0,
    status,
    created,
    ...(isClosed ? { closed: Math.max(created + DAY, today - random.integer(2, 80) * DAY) } : {}),
    isDeleted,
    usage,
    topUp: UNIT * random.pick(isBusiness ? [20, 50, 50, 100] : usage > 1 ? [10, 10, 20, 50] : [5, 5, 10, 20]),
    welcomeCredit: !agent && !isPostpaid && random.chance(0.55) ? UNIT * random.pick([1, 2, 5, 5, 10]) : 0,
  }
}

/** Agents work where the demo company has no shop. */
function pickGroup(random: Random, locale: Locale): number {
  if (['SEN', 'NGA', 'FRA'].includes(locale.country) && random.chance(0.4)) return GROUPS.agentWest
  if (['IND', 'PAK', 'PHL', 'ZAF'].includes(locale.country) && random.chance(0.6)) return GROUPS.agentSouth
  return GROUPS.standard
}

function unique(random: Random, mask: string, taken: Set<string>): string {
  for (;;) {
    const text = `${random.integer(1, 9)}${random.digits(mask.slice(1))}`
    if (taken.has(text)) continue
    taken.add(text)
    return text
  }
}

/** `Müller` -> `muller`: letters a mail address may have. */
function mailName(name: string): string {
  return (
    name
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '') || 'customer'
  )
}
