/**
 * Turns the customers into `cc_card` rows and what hangs on a card: groups, series, caller ids, SIP and IAX accounts,
 * speed dials, status changes.
 */
import type { CallCounters } from './call-rows.ts'
import { DAY, HOUR, NEVER, dateTime } from './calendar.ts'
import type { Customer } from './customers.ts'
import { amountText } from './money.ts'
import { pickNumber } from './phones.ts'
import type { Random } from './random.ts'
import type { RowBook } from './rows.ts'

/** A card with no series is NULL or -1; the value a session left in `@serial` may still have got into `serial`. */
const LEAKED_SERIALS: Readonly<Record<number, number>> = { 121: 1014, 122: 1014, 309: 1032 }
/** Written by an old client that sent no country and no series. */
const CARELESS = new Set([190, 191])
const SERIES_START = 1000

/** Adds the cards; `balances` in 1/100,000. */
export function addCards(
  book: RowBook,
  random: Random,
  customers: readonly Customer[],
  balances: ReadonlyMap<Customer, number>,
  counters: ReadonlyMap<Customer, CallCounters>,
): void {
  addGroups(book)
  const series = [0, SERIES_START, SERIES_START]
  for (const customer of customers) {
    if (customer.isDeleted) continue
    const seria = CARELESS.has(customer.id) ? 0 : customer.group === 1 && random.chance(0.2) ? random.integer(1, 2) : -1
    if (seria > 0) series[seria] = (series[seria] ?? 0) + 1
    const calls = counters.get(customer)
    const hasSip = hasSipAccount(customer)
    const isExpired = customer.status === 5
    book.add('cc_card', {
      id: customer.id,
      creationdate: dateTime(customer.created),
      firstusedate: calls ? dateTime(Math.min(calls.first, customer.created + random.integer(1, 72) * HOUR)) : NEVER,
      expirationdate: isExpired && customer.closed ? dateTime(customer.closed) : NEVER,
      enableexpire: isExpired ? 1 : 0,
      expiredays: 0,
      username: customer.username,
      useralias: customer.useralias,
      uipass: customer.password,
      credit: amountText(balances.get(customer) ?? 0),
      tariff: CARELESS.has(customer.id) ? 0 : customer.callPlan,
      id_didgroup: 0,
      activated: random.chance(0.9) ? 't' : 'f',
      status: customer.status,
      lastname: customer.lastName,
      firstname: customer.firstName,
      address: customer.street,
      city: customer.place.city,
      state: customer.place.state,
      country: CARELESS.has(customer.id) ? '0' : customer.locale.country,
      zipcode: random.digits(customer.place.zip),
      phone: `+${customer.phone}`,
      email: customer.email,
      fax: '',
      inuse: 0,
      simultaccess: customer.company || customer.usage > 3 ? 1 : 0,
      currency: random.chance(0.7) ? customer.locale.currency : 'USD',
      lastuse: calls ? dateTime(calls.last) : NEVER,
      nbused: calls?.count ?? 0,
      typepaid: customer.isPostpaid ? 1 : 0,
      creditlimit: customer.creditLimit,
      voipcall: hasSip ? 1 : 0,
      sip_buddy: hasSip ? 1 : 0,
      iax_buddy: hasIaxAccount(customer) ? 1 : 0,
      language: ['en', 'fr', 'es', 'pt', 'de', 'it'].includes(customer.locale.language)
        ? customer.locale.language
        : 'en',
      redial: calls?.redial ?? '',
      vat: Number(customer.vat),
      initialbalance: amountText(customer.welcomeCredit),
      invoiceday: 1,
      loginkey: customer.status === 2 || customer.status === 3 ? random.word(20) : '',
      tag: random.chance(0.1) ? 'newsletter' : '',
      email_notification: customer.email,
      notify_email: random.chance(0.3) ? 1 : 0,
      credit_notification: random.chance(0.2) ? 5 : -1,
      id_group: customer.group,
      company_name: customer.company,
      company_website: customer.company ? `https://customer${customer.id}.example.com` : '',
      vat_rn:
        customer.company && random.chance(0.5)
          ? `${customer.locale.country.slice(0, 2)}${random.digits('XXXXXXXXX')}`
          : null,
      traffic: customer.company ? random.integer(1, 20) * 500 : null,
      discount: customer.company && random.chance(0.1) ? '5.00' : '0.00',
      id_seria: seria === -1 && random.chance(0.5) ? null : seria,
      serial: seria > 0 ? (series[seria] ?? 0) : (LEAKED_SERIALS[customer.id] ?? null),
      block: 0,
      lock_pin: null,
      lock_date: null,
    })
  }
  for (const [id, name] of [
    [1, 'Airport kiosk'],
    [2, 'Student offer'],
  ] as const) {
    book.number('cc_card_seria', { name, description: null, value: series[id] ?? 0 })
  }
}

/** Adds caller ids, VoIP accounts, speed dials and the log of status changes. */
export function addAccounts(book: RowBook, random: Random, customers: readonly Customer[]): void {
  const callerIds = new Set<string>()
  for (const customer of customers) {
    if (customer.isDeleted) continue
    if (!callerIds.has(customer.phone) && random.chance(0.75)) {
      callerIds.add(customer.phone)
      book.number('cc_callerid', {
        cid: customer.phone,
        id_cc_card: customer.id,
        activated: random.chance(0.97) ? 't' : 'f',
      })
    }
    if (hasSipAccount(customer)) book.number('cc_sip_buddies', sipAccount(customer, customer.username))
    if (hasIaxAccount(customer)) book.number('cc_iax_buddies', iaxAccount(customer))
    addSpeedDials(book, random, customer)
    if (customer.closed) {
      book.number('cc_status_log', {
        status: customer.status,
        id_cc_card: customer.id,
        updated_date: dateTime(customer.closed),
      })
    }
  }
  const [first] = customers
  if (first) {
    const orphan = { ...sipAccount(first, '9990001112'), id_cc_card: 0, secret: random.word(10) }
    book.number('cc_sip_buddies', { ...orphan, callerid: '', callgroup: null })
  }
}

function addSpeedDials(book: RowBook, random: Random, customer: Customer): void {
  const count = customer.usage > 1 && random.chance(0.25) ? random.integer(1, 4) : 0
  for (let key = 1; key <= count; key += 1) {
    book.number('cc_speeddial', {
      id_cc_card: customer.id,
      phone: pickNumber(random, random.pick(Object.keys(customer.locale.calls))).number,
      name: random.pick(customer.locale.firstNames),
      speeddial: key,
      creationdate: dateTime(customer.created + DAY + key * HOUR),
    })
  }
}

function hasSipAccount(customer: Customer): boolean {
  return customer.company !== '' || customer.id % 5 < 2
}

function hasIaxAccount(customer: Customer): boolean {
  return customer.id % 37 === 5
}

function peer(customer: Customer, name: string) {
  return {
    id_cc_card: customer.id,
    name,
    accountcode: name,
    regexten: name,
    amaflags: 'billing',
    callerid: customer.phone,
    context: 'a2billing',
    host: 'dynamic',
    secret: customer.password,
    type: 'friend',
    username: name,
    disallow: 'all',
    allow: 'ulaw,alaw,gsm,g729',
  }
}

function sipAccount(customer: Customer, name: string) {
  return { ...peer(customer, name), callgroup: null, dtmfmode: 'RFC2833', nat: 'yes', qualify: 'no', rtptimeout: null }
}

function iaxAccount(customer: Customer) {
  return { ...peer(customer, customer.username), trunk: 'yes', qualify: 'no' }
}

/** Group 1 is the one A2Billing installs; its permissions are all a customer can have. */
function addGroups(book: RowBook): void {
  const everything = 262_142
  const standard =
    "This group is the default group used when you create a customer. It's forbidden to delete it because you need at least one group but you can edit it."
  for (const [name, description, users_perms, id_agent] of [
    ['DEFAULT', standard, everything, null],
    ['Agent West', 'Customers of Sahel Phone Shop', 129_022, 1],
    ['Agent South', 'Customers of Coral Communications', 129_022, 2],
    ['Business', 'Companies; most pay after use', everything, 0],
  ] as const) {
    book.number('cc_card_group', { name, description, users_perms, id_agent, provisioning: null })
  }
}
