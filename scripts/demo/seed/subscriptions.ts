/**
 * Adds the subscription services, who takes them, and lists their monthly fees.
 */
import type { Customer } from './customers.ts'
import { DAY, HOUR, NEVER, dateTime } from './calendar.ts'
import { parseAmount } from './money.ts'
import type { PlannedCharge } from './charges.ts'
import type { Random } from './random.ts'
import type { RowBook } from './rows.ts'

const MONTH = 30 * DAY
const SERVICES = [
  { label: 'Voicemail and call recording', fee: '1.50' },
  { label: 'Virtual switchboard', fee: '4.90' },
] as const

/** Adds services and subscribers; `today` in seconds. */
export function addSubscriptions(
  book: RowBook,
  random: Random,
  customers: readonly Customer[],
  today: number,
): PlannedCharge[] {
  const opened = today - 360 * DAY
  const subscribers = customers.filter((customer) => customer.status === 1 && !customer.isDeleted && random.chance(0.1))
  const charges: PlannedCharge[] = []
  for (const customer of subscribers) {
    const index = customer.company ? 1 : 0
    const service = SERVICES[index]
    const start = Math.max(customer.created + DAY, today - random.integer(10, 300) * DAY + 6 * HOUR)
    const runs = Math.floor((today - HOUR - start) / MONTH)
    const id = book.number('cc_card_subscription', {
      id_cc_card: customer.id,
      id_subscription_fee: index + 1,
      startdate: dateTime(start),
      stopdate: NEVER,
      product_id: null,
      product_name: service.label,
      paid_status: 2,
      last_run: runs < 0 ? NEVER : dateTime(start + runs * MONTH),
      next_billing_date: dateTime(start + (runs + 1) * MONTH),
      limit_pay_date: NEVER,
    })
    for (let run = 0; run <= runs; run += 1) {
      const at = start + run * MONTH
      charges.push({
        at,
        customer,
        amount: parseAmount(service.fee),
        type: 3,
        description: service.label,
        subscription: id,
        days: 30,
      })
    }
  }
  for (const [index, { label, fee }] of SERVICES.entries()) {
    book.number('cc_subscription_service', {
      label,
      fee: Number(fee),
      status: 1,
      numberofrun: 360,
      datecreate: dateTime(opened),
      datelastrun: dateTime(today - 22 * HOUR),
      emailreport: 'billing@example.com',
      totalcredit: 0,
      totalcardperform: subscribers.filter((customer) => (customer.company ? 1 : 0) === index).length,
      startdate: dateTime(opened),
      stopdate: dateTime(today + 1500 * DAY),
    })
  }
  book.number('cc_subscription_signup', {
    label: 'Switchboard offer',
    id_subscription: 2,
    description: 'Offered at sign-up',
    enable: 1,
    id_callplan: 2,
  })
  return charges
}
