/**
 * Adds the two agents, with the balances their customers' refills left them.
 */
import { DAY, dateTime } from './calendar.ts'
import { CALL_PLANS } from './network.ts'
import { UNIT, amountText } from './money.ts'
import { COMMISSION } from './money-rows.ts'
import type { AgentBalance } from './money-rows.ts'
import type { Random } from './random.ts'
import type { RowBook } from './rows.ts'

const AGENTS = [
  {
    login: 'sahel',
    company: 'Sahel Phone Shop',
    firstname: 'Mariam',
    lastname: 'Touré',
    city: 'Dakar',
    country: 'SEN',
    group: 2,
  },
  {
    login: 'coral',
    company: 'Coral Communications',
    firstname: 'Rohan',
    lastname: 'Mendes',
    city: 'Mumbai',
    country: 'IND',
    group: 3,
  },
]

/** Adds agents, their call plans, sign-up codes, messages and remittances; `today` in seconds. */
export function addAgents(
  book: RowBook,
  random: Random,
  balances: ReadonlyMap<number, AgentBalance>,
  today: number,
): void {
  const joined = dateTime(today - 410 * DAY)
  for (const [index, { group, ...who }] of AGENTS.entries()) {
    const id_agent = index + 1
    const { credit, commission } = balances.get(id_agent) ?? { credit: 0, commission: 0 }
    const paidOut = Math.floor(commission / 2 / UNIT) * UNIT
    book.number('cc_agent', {
      datecreation: joined,
      active: 't',
      passwd: random.word(12),
      language: 'en',
      id_tariffgroup: CALL_PLANS.reseller,
      credit: amountText(credit),
      currency: 'USD',
      locale: null,
      commission: COMMISSION[id_agent] ?? '0',
      vat: '0',
      perms: 8191,
      ...who,
      email: `${who.login}@example.net`,
      com_balance: amountText(commission - paidOut),
      threshold_remittance: '20.00000',
      bank_info: null,
    })
    book.add('cc_agent_tariffgroup', { id_agent, id_tariffgroup: CALL_PLANS.reseller })
    book.number('cc_agent_signup', {
      id_agent,
      code: random.word(10),
      id_tariffgroup: CALL_PLANS.reseller,
      id_group: group,
    })
    book.number('cc_message_agent', {
      id_agent,
      message: `Welcome back, ${who.firstname}.`,
      type: 0,
      logo: 1,
      order_display: 1,
    })
    if (paidOut > 0) {
      const request = { id_agent, amount: amountText(paidOut), type: 1 }
      book.number('cc_remittance_request', { ...request, date: dateTime(today - 20 * DAY), status: 1 })
    }
  }
}
