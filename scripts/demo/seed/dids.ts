/**
 * Adds the numbers customers rent, and lists what they cost month by month.
 */
import type { Customer } from './customers.ts'
import { DAY, HOUR, NEVER, dateTime } from './calendar.ts'
import { countries } from './data.ts'
import { parseAmount } from './money.ts'
import type { PlannedCharge } from './charges.ts'
import { pickNumber } from './phones.ts'
import type { Random } from './random.ts'
import type { RowBook } from './rows.ts'

/** A number in use. */
export interface RentedDid {
  readonly id: number
  readonly number: string
  readonly customer: Customer
  /** Seconds. */
  readonly since: number
}

const MONTH = 30 * DAY
const DID_COUNT = 60
/** Where numbers are sold: group, its countries, monthly price. */
const GROUPS = [
  { name: 'Europe geographic', countries: ['GBR', 'FRA', 'DEU', 'IRL', 'SWE', 'ESP'], monthly: '2.50' },
  { name: 'North America', countries: ['USA', 'CAN'], monthly: '1.95' },
  { name: 'Asia Pacific', countries: ['AUS', 'JPN', 'SGP'], monthly: '6.90' },
]

/** Adds groups, numbers, their users and destinations. */
export function addDids(book: RowBook, random: Random, customers: readonly Customer[], today: number) {
  const rented: RentedDid[] = []
  const charges: PlannedCharge[] = []
  const opened = today - 400 * DAY
  for (const group of GROUPS) book.number('cc_didgroup', { didgroupname: group.name, creationdate: dateTime(opened) })

  const candidates = customers.filter(
    (customer) => customer.usage > 0.5 && customer.status === 1 && !customer.isDeleted,
  )
  const numbers = new Set<string>()
  while (numbers.size < DID_COUNT) {
    const groupIndex = random.pick([0, 0, 0, 1, 1, 2])
    const group = GROUPS[groupIndex] as (typeof GROUPS)[number]
    const country = random.pick(group.countries)
    const { number } = pickNumber(random, country)
    if (numbers.has(number)) continue
    numbers.add(number)

    const customer = numbers.size <= 36 ? random.pick(candidates) : undefined
    const since = customer ? Math.max(customer.created + HOUR, today - random.integer(5, 300) * DAY + 10 * HOUR) : 0
    const monthly = parseAmount(group.monthly)
    const id = book.number('cc_did', {
      id_cc_didgroup: groupIndex + 1,
      id_cc_country: countries.findIndex((entry) => entry.code === country) + 1,
      activated: random.chance(0.95) ? 1 : 0,
      reserved: customer ? 1 : 0,
      iduser: customer?.id ?? 0,
      did: number,
      creationdate: dateTime(opened),
      startingdate: dateTime(opened),
      expirationdate: dateTime(today + 1500 * DAY),
      description: null,
      billingtype: 1,
      fixrate: Number(group.monthly),
      connection_charge: '1.00000',
      selling_rate: '0.00000',
      aleg_timeinterval: null,
      max_concurrent: 10,
    })
    if (!customer) continue
    const months = Math.floor((today - since) / MONTH)
    addUse(book, random, { id, number, customer, since }, months)
    rented.push({ id, number, customer, since })
    charges.push({
      at: since,
      customer,
      amount: parseAmount('1.00'),
      type: 1,
      description: `Connection of ${number}`,
      did: id,
    })
    for (let month = 0; month <= months; month += 1) {
      const at = since + month * MONTH + HOUR
      charges.push({
        at,
        customer,
        amount: monthly,
        type: 2,
        description: `Monthly fee of ${number}`,
        did: id,
        days: 30,
      })
    }
  }
  return { rented, charges }
}

function addUse(book: RowBook, random: Random, did: RentedDid, months: number): void {
  const toPhone = random.chance(0.3)
  const times = { reservationdate: dateTime(did.since), releasedate: NEVER }
  const from = { id_cc_card: did.customer.id, id_did: did.id }
  book.number('cc_did_use', { ...from, ...times, activated: 1, month_payed: months + 1, reminded: 0 })
  book.number('cc_did_destination', {
    destination: toPhone ? did.customer.phone : `SIP/${did.customer.username}`,
    priority: 1,
    id_cc_card: did.customer.id,
    id_cc_did: did.id,
    creationdate: dateTime(did.since),
    activated: 1,
    voip_call: toPhone ? 0 : 1,
    validated: 1,
  })
}
