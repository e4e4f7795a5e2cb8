/**
 * Turns the list of destinations into providers, trunks, rate plans, rates and call plans.
 */
import { DAY, NEVER, dateTime } from './calendar.ts'
import { destinations } from './data.ts'
import { amountText, parseAmount } from './money.ts'
import type { Random } from './random.ts'
import type { RowBook } from './rows.ts'

/** One price: amounts per minute in 1/100,000, blocks in seconds. */
export interface Rate {
  readonly id: number
  readonly ratePlan: number
  readonly trunk: number
  readonly prefix: string
  readonly sell: Price
  readonly buy: Price
}

export interface Price {
  readonly perMinute: number
  /** The first block is billed whole, then block by block. */
  readonly firstBlock: number
  readonly nextBlock: number
}

export interface Network {
  /** The rate a call plan applies to a dial prefix. */
  rateOf(callPlan: number, prefix: string): Rate
}

/** Call plans by what they are for; the numbers are `cc_tariffgroup.id`. */
export const CALL_PLANS = { retail: 1, business: 2, reseller: 3 } as const

const TRUNKS = [
  {
    trunkcode: 'MERIDIAN-1',
    providertech: 'SIP',
    providerip: 'sip1.meridian.example.net',
    id_provider: 1,
    failover_trunk: 2,
  },
  {
    trunkcode: 'MERIDIAN-2',
    providertech: 'SIP',
    providerip: 'sip2.meridian.example.net',
    id_provider: 1,
    failover_trunk: null,
  },
  { trunkcode: 'BOREAL-WHOLESALE', providertech: 'SIP', providerip: '192.0.2.41', id_provider: 2, failover_trunk: 1 },
  { trunkcode: 'PSTN-PRI', providertech: 'DAHDI', providerip: 'g1/', id_provider: null, failover_trunk: 1, status: 0 },
]

const PER_MINUTE = { firstBlock: 60, nextBlock: 60 }
const PER_SIX_SECONDS = { firstBlock: 30, nextBlock: 6 }
const PER_SECOND = { firstBlock: 1, nextBlock: 1 }

/** How each rate plan makes its prices from a carrier's: `margin` in thousandths, `extra` and `step` in 1/100,000. */
const RATE_PLANS = [
  { name: 'Retail Standard', trunk: 1, margin: 1550, extra: 900, step: 100, fixed: PER_MINUTE, mobile: PER_MINUTE },
  {
    name: 'Business Per Second',
    trunk: 3,
    margin: 1240,
    extra: 200,
    step: 10,
    fixed: PER_SECOND,
    mobile: PER_SIX_SECONDS,
  },
]
const SPECIAL_PLAN = 3

/** Rate plans of each call plan; the first one that knows a prefix prices it. */
const CALL_PLAN_ROWS = [
  { id: CALL_PLANS.retail, name: 'Retail', lcrtype: 1, ratePlans: [1, SPECIAL_PLAN] },
  { id: CALL_PLANS.business, name: 'Business', lcrtype: 0, ratePlans: [2, SPECIAL_PLAN] },
  { id: CALL_PLANS.reseller, name: 'Reseller customers', lcrtype: 0, ratePlans: [2] },
]

/** Adds the carrier side, valid since long before `today` (start of day, in seconds). */
export function addNetwork(book: RowBook, random: Random, today: number): Network {
  const since = today - 420 * DAY
  const validity = { startdate: dateTime(since), stopdate: dateTime(today + 3 * 365 * DAY) }
  addCarriers(book, since)
  for (const { prefix, name } of destinations) book.add('cc_prefix', { prefix: Number(prefix), destination: name })

  const rates = new Map<string, Rate>()
  for (const [index, plan] of RATE_PLANS.entries()) {
    const ratePlan = index + 1
    addRatePlan(book, plan.name, plan.trunk, since)
    for (const { prefix, name, buyrate, numbers } of destinations) {
      const carrier = Math.round((parseAmount(buyrate) * random.integer(960, 1040)) / 1000)
      const selling = Math.ceil((carrier * plan.margin) / 1000 / plan.step) * plan.step + plan.extra
      const sell: Price = { perMinute: selling, ...(name.endsWith('Mobile') ? plan.mobile : plan.fixed) }
      const buy: Price = { perMinute: carrier, ...(prefix.startsWith('1') ? PER_SIX_SECONDS : PER_SECOND) }
      const trunk = carrier > 15_000 && numbers.length > 0 ? 3 : plan.trunk
      const id = book.number('cc_ratecard', {
        idtariffplan: ratePlan,
        dialprefix: prefix,
        ...priceColumns(sell, buy),
        ...validity,
        id_trunk: trunk === plan.trunk ? -1 : trunk,
        musiconhold: '',
        tag: ratePlan === 1 ? 'retail' : null,
        destination: Number(prefix),
      })
      rates.set(`${ratePlan} ${prefix}`, { id, ratePlan, trunk, prefix, sell, buy })
    }
  }
  addSpecialRates(book, validity, since)

  for (const { id, name, lcrtype, ratePlans } of CALL_PLAN_ROWS) {
    book.number('cc_tariffgroup', {
      iduser: 1,
      idtariffplan: ratePlans[0] ?? 0,
      tariffgroupname: name,
      lcrtype,
      creationdate: dateTime(since),
      removeinterprefix: 1,
      id_cc_package_offer: id === CALL_PLANS.retail ? 1 : -1,
    })
    for (const ratePlan of ratePlans) book.add('cc_tariffgroup_plan', { idtariffgroup: id, idtariffplan: ratePlan })
  }
  return {
    rateOf(callPlan, prefix) {
      const plans = CALL_PLAN_ROWS.find((plan) => plan.id === callPlan)?.ratePlans ?? []
      const rate = plans.map((plan) => rates.get(`${plan} ${prefix}`)).find((found) => found !== undefined)
      if (!rate) throw new Error(`call plan ${callPlan} has no rate for the prefix ${prefix}`)
      return rate
    },
  }
}

function addCarriers(book: RowBook, since: number): void {
  for (const [name, description] of [
    ['Meridian Carrier Services', 'Main carrier, 120 channels'],
    ['Boreal Telecom', 'Wholesale routes to Africa, Asia and Latin America'],
  ] as const) {
    book.number('cc_provider', { provider_name: name, creationdate: dateTime(since - 30 * DAY), description })
  }
  for (const trunk of TRUNKS) {
    book.number(
      'cc_trunk',
      { trunkprefix: '', removeprefix: '', creationdate: dateTime(since - 20 * DAY), addparameter: '', ...trunk },
      'id_trunk',
    )
  }
}

/** Patterns and a catch-all; the catch-all's destination has no `cc_prefix` row, as in many real databases. */
function addSpecialRates(book: RowBook, validity: { startdate: string; stopdate: string }, since: number): void {
  const plan = addRatePlan(book, 'Special numbers', 4, since)
  for (const { dialprefix, destination, perMinute } of [
    { dialprefix: '_1800NXXXXXX', destination: 1800, perMinute: 300 },
    { dialprefix: '_44800X.', destination: 44, perMinute: 0 },
    { dialprefix: '_49800X.', destination: 49800, perMinute: 0 },
    { dialprefix: 'defaultprefix', destination: 0, perMinute: 250_000 },
  ]) {
    const price: Price = { perMinute, ...PER_MINUTE }
    book.number('cc_ratecard', {
      idtariffplan: plan,
      dialprefix,
      ...priceColumns(price, price),
      ...validity,
      musiconhold: '',
      destination,
    })
  }
}

function addRatePlan(book: RowBook, tariffname: string, trunk: number, since: number): number {
  return book.number('cc_tariffplan', {
    iduser: 1,
    tariffname,
    creationdate: dateTime(since),
    startingdate: dateTime(since),
    expirationdate: NEVER,
    description: '',
    id_trunk: trunk,
    dnidprefix: 'all',
    calleridprefix: 'all',
  })
}

function priceColumns(sell: Price, buy: Price) {
  return {
    buyrate: amountText(buy.perMinute),
    buyrateinitblock: buy.firstBlock,
    buyrateincrement: buy.nextBlock,
    rateinitial: amountText(sell.perMinute),
    initblock: sell.firstBlock,
    billingblock: sell.nextBlock,
  }
}
