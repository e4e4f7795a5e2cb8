/**
 * Adds what the office sees: vouchers, tickets, notifications, notes, the log of administrators.
 */
import { DAY, HOUR, NEVER, dateTime } from './calendar.ts'
import type { Customer } from './customers.ts'
import type { Random } from './random.ts'
import type { RowBook } from './rows.ts'

/** Component, question, answer. */
const QUESTIONS = [
  [1, 'Calls to mobiles drop after a minute', 'We moved your calls to another carrier. Please try again.'],
  [1, 'Echo on calls in the evening', 'Please tell us which codec your phone uses.'],
  [2, 'Invoice shows the wrong company name', 'Corrected; the new invoice is in your account.'],
  [2, 'Refill does not appear', 'The gateway confirmed it late. Your balance is right now.'],
  [3, 'Can I keep my number when I move?', 'Yes, as long as you stay in the same country.'],
  [3, 'Number rings on the old phone', 'The destination was still the old account. Changed.'],
] as const
const ACTIONS = ['Login', 'Customer updated', 'Rate imported', 'Trunk updated', 'Refill added', 'Logout'] as const

/** Adds it all; `today` in seconds. */
export function addServiceDesk(book: RowBook, random: Random, customers: readonly Customer[], today: number): void {
  addVouchers(book, random, customers, today)
  addTickets(book, random, customers, today)
  addNotifications(book, random, customers, today)
  for (let entry = 0; entry < 60; entry += 1) {
    const action = random.pick(ACTIONS)
    book.number('cc_system_log', {
      iduser: random.integer(1, 3),
      loglevel: action === 'Login' || action === 'Logout' ? 1 : action === 'Rate imported' ? 2 : 3,
      action,
      description: action,
      data: entry % 10 === 0 ? null : '',
      tablename: '',
      pagename: 'index.php',
      ipaddress: `198.51.100.${random.integer(2, 40)}`,
      creationdate: dateTime(today - (60 - entry) * DAY + random.integer(8 * HOUR, 18 * HOUR)),
      agent: 0,
    })
  }
  for (const customer of customers.filter((candidate) => candidate.status === 7)) {
    book.number('cc_card_history', {
      id_cc_card: customer.id,
      datecreated: dateTime(customer.closed ?? customer.created),
      description: 'Account suspended until the dispute is settled.',
    })
  }
  book.number('cc_restricted_phonenumber', { number: '1900', id_card: 1 })
  book.number('cc_outbound_cid_group', { creationdate: dateTime(today - 300 * DAY), group_name: 'Head office' })
  const list = { outbound_cid_group: 1, activated: 1, creationdate: dateTime(today - 300 * DAY) }
  book.number('cc_outbound_cid_list', { ...list, cid: '442079460001' })
  const alarm = { name: 'Short calls', periode: 2, type: 1, maxvalue: 600, minvalue: 20, id_trunk: 1, status: 1 }
  const runs = {
    numberofrun: 90,
    numberofalarm: 0,
    datecreate: dateTime(today - 90 * DAY),
    datelastrun: dateTime(today - 20 * HOUR),
  }
  book.number('cc_alarm', { ...alarm, ...runs, emailreport: 'noc@example.com' })
}

/** A used voucher leaves no refill, so only deleted customers used theirs: every remaining balance still adds up. */
function addVouchers(book: RowBook, random: Random, customers: readonly Customer[], today: number): void {
  const gone = customers.filter((customer) => customer.isDeleted)
  for (let index = 0; index < 80; index += 1) {
    const user = index < 2 ? gone[index] : undefined
    book.number('cc_voucher', {
      creationdate: dateTime(today - 120 * DAY),
      usedate: user ? dateTime(today - 100 * DAY) : NEVER,
      expirationdate: dateTime(today + (index % 9 === 8 ? -10 : 240) * DAY),
      voucher: `${random.integer(1, 9)}${random.digits('XXXXXXXXXXXXXX')}`,
      usedcardnumber: user?.username ?? null,
      tag: 'spring',
      credit: random.pick([5, 10, 20]),
      activated: user ? 'f' : 't',
      used: user ? 1 : 0,
      currency: 'USD',
    })
  }
}

function addTickets(book: RowBook, random: Random, customers: readonly Customer[], today: number): void {
  for (let index = 0; index < 24; index += 1) {
    const customer = random.pick(customers)
    const [component, question, answer] = random.pick(QUESTIONS)
    const asked = Math.max(
      customer.created + HOUR,
      today - (50 - index * 2) * DAY + random.integer(8 * HOUR, 20 * HOUR),
    )
    const status = index < 16 ? random.pick([1, 3]) : random.pick([0, 0, 2, 4])
    const seen = { viewed_cust: 0, viewed_agent: 1, viewed_admin: status === 0 ? 1 : 0 }
    const ticket = book.number('cc_ticket', {
      id_component: component,
      title: question,
      description: `${question}. Account ${customer.username}.`,
      priority: random.integer(0, 3),
      creationdate: dateTime(asked),
      creator: customer.id,
      status,
      creator_type: 0,
      ...seen,
    })
    if (status === 0) continue
    const reply = { id_ticket: ticket, description: answer, creator: random.integer(1, 3), creator_type: 1 }
    book.number('cc_ticket_comment', { date: dateTime(asked + random.integer(HOUR, 20 * HOUR)), ...reply, ...seen })
    if (!random.chance(0.4)) continue
    const thanks = { id_ticket: ticket, description: 'Thank you, that works.', creator: customer.id, creator_type: 0 }
    book.number('cc_ticket_comment', {
      date: dateTime(asked + random.integer(21 * HOUR, 40 * HOUR)),
      ...thanks,
      ...seen,
    })
  }
}

function addNotifications(book: RowBook, random: Random, customers: readonly Customer[], today: number): void {
  for (let index = 0; index < 14; index += 1) {
    const customer = random.pick(customers)
    const isTicket = index % 2 === 0
    const notification = book.number('cc_notification', {
      key_value: isTicket ? 'ticket_added_cust' : 'added_new_signup',
      date: dateTime(today - (14 - index) * DAY + 9 * HOUR),
      priority: isTicket ? 1 : 0,
      from_type: 2,
      from_id: customer.id,
      link_id: isTicket ? index + 1 : customer.id,
      link_type: isTicket ? 'ticket_cust' : 'card',
    })
    if (index < 10) book.add('cc_notification_admin', { id_notification: notification, id_admin: 1, viewed: 1 })
  }
}
