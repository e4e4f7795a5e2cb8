/**
 * Turns refills and charges into A2Billing's ledgers: `cc_logrefill` (without VAT), `cc_logpayment` (with VAT),
 * `cc_charge`, invoices, commissions, and the agents' own side.
 */
import { DAY, date, dateTime } from './calendar.ts'
import { Invoices } from './invoices.ts'
import type { Ledger, Refill, SettledCharge } from './ledger.ts'
import { UNIT, amountText, percentOf } from './money.ts'
import type { RowBook } from './rows.ts'

/** Commission rate of each agent, per cent, by `cc_agent.id`. */
export const COMMISSION: Readonly<Record<number, string>> = { 1: '7.5', 2: '10' }
/** What an agent pays for credit to sell on. */
const AGENT_REFILL = 500 * UNIT

/** What an agent owns at the end, in 1/100,000. */
export interface AgentBalance {
  credit: number
  commission: number
}

const NOTES: Readonly<Record<Refill['channel'], string>> = {
  creation: 'CREATION CARD REFILL',
  online: 'Online payment',
  office: 'Payment at the office',
  agent: 'Refill by the agent',
  correction: 'Correction by support',
}
/** `cc_logrefill.refill_type`: 0 amount, 1 correction, 3 by an agent. */
const REFILL_TYPES: Readonly<Record<Refill['channel'], number>> = {
  creation: 0,
  online: 0,
  office: 0,
  correction: 1,
  agent: 3,
}
const EXTENSION_TYPES: Readonly<Record<number, string>> = { 1: 'DID', 2: 'DID', 3: 'SUBSCR', 4: 'CHARGE' }

/** Adds every movement of the ledger in time order, so that ids ascend with dates. */
export function addMovements(book: RowBook, ledger: Ledger): ReadonlyMap<number, AgentBalance> {
  const agents = new Map(Object.keys(COMMISSION).map((id) => [Number(id), { credit: 0, commission: 0 }]))
  const invoices = new Invoices(book)
  const movements = [
    ...ledger.refills.map((refill) => ({ at: refill.at, post: () => addRefill(book, refill, agents, invoices) })),
    ...ledger.charges.map((charge) => ({ at: charge.at, post: () => addCharge(book, charge, invoices) })),
  ]
  for (const movement of movements.sort((left, right) => left.at - right.at)) movement.post()
  invoices.close()
  return agents
}

function addRefill(book: RowBook, refill: Refill, agents: Map<number, AgentBalance>, invoices: Invoices): void {
  const { customer, channel, gross, credit } = refill
  const when = dateTime(refill.at)
  const agent = customer.agent === undefined ? undefined : agents.get(customer.agent)
  const agentId = agent ? customer.agent : null
  const hasInvoice = channel === 'online' || channel === 'office'
  const refillId = book.number('cc_logrefill', {
    date: when,
    credit: amountText(credit),
    card_id: customer.id,
    description: NOTES[channel],
    refill_type: REFILL_TYPES[channel],
    added_invoice: hasInvoice ? 1 : 0,
    agent_id: agentId ?? null,
  })
  if (agent && channel === 'agent') sellFromAgent(book, refill, agent)
  if (!hasInvoice) return

  if (channel === 'online') addOnlinePayment(book, refill)
  const paymentId = book.number('cc_logpayment', {
    date: when,
    payment: amountText(gross),
    card_id: customer.id,
    id_logrefill: refillId,
    description: NOTES[channel],
    added_refill: 1,
    payment_type: 0,
    added_commission: agent ? 1 : 0,
    agent_id: agentId ?? null,
  })
  const invoiceId = invoices.add(refill.at, customer.id, true, 'Refill', [
    { price: credit, vat: customer.vat, description: NOTES[channel] },
  ])
  book.add('cc_invoice_payment', { id_invoice: invoiceId, id_payment: paymentId })
  if (agent) addCommission(book, refill, agent, channel === 'online' ? credit : gross, paymentId)
}

/** The gateway's own records of a payment that went through. */
function addOnlinePayment(book: RowBook, { at, customer, gross }: Refill): void {
  const when = dateTime(at)
  const name = `${customer.firstName} ${customer.lastName}`
  book.number('cc_epayment_log', {
    cardid: customer.id,
    amount: amountText(gross).slice(0, -3),
    vat: Number(customer.vat),
    paymentmethod: 'paypal',
    cc_owner: name,
    cc_number: null,
    creationdate: when,
    status: 1,
    currency: 'USD',
    transaction_detail: null,
    item_type: null,
  })
  book.number('cc_payments', {
    customers_id: customer.id,
    customers_name: name,
    customers_email_address: customer.email,
    item_name: 'balance',
    item_id: customer.username,
    item_quantity: 1,
    payment_method: 'paypal',
    orders_status: 2,
    orders_amount: `${amountText(gross)}0`,
    last_modified: when,
    date_purchased: when,
    orders_date_finished: when,
    currency: 'USD',
    currency_value: '1.000000',
  })
}

/** The agent's balance goes down by what the customer's goes up; an agent who runs low buys more first. */
function sellFromAgent(book: RowBook, refill: Refill, agent: AgentBalance): void {
  const { agent: agentId = 0 } = refill.customer
  if (agent.credit < refill.credit) {
    const when = dateTime(refill.at - 60)
    const logId = book.number('cc_logrefill_agent', {
      date: when,
      credit: amountText(AGENT_REFILL),
      agent_id: agentId,
      description: 'Bank transfer',
      refill_type: 0,
    })
    book.number('cc_logpayment_agent', {
      date: when,
      payment: amountText(AGENT_REFILL),
      agent_id: agentId,
      id_logrefill: logId,
      description: 'Bank transfer',
      added_refill: 1,
      payment_type: 0,
    })
    agent.credit += AGENT_REFILL
  }
  agent.credit -= refill.credit
  addCommission(book, refill, agent, refill.credit, -1)
}

function addCommission(book: RowBook, refill: Refill, agent: AgentBalance, base: number, paymentId: number): void {
  const { agent: agentId = 0, id } = refill.customer
  const percent = COMMISSION[agentId] ?? '0'
  const exact = percentOf(base, percent)
  const amount = refill.channel === 'online' ? Math.ceil(exact / 1000) * 1000 : exact
  agent.commission += amount
  book.number('cc_agent_commission', {
    id_payment: paymentId,
    id_card: id,
    date: dateTime(refill.at),
    amount: amountText(amount),
    description: `GENERATED COMMISSION OF A ${refill.channel === 'agent' ? 'REFILL' : 'PAYMENT'}`,
    id_agent: agentId,
    commission_type: 0,
    commission_percent: percent,
  })
}

function addCharge(book: RowBook, charge: SettledCharge, invoices: Invoices): void {
  const { customer, type } = charge
  const id = book.number('cc_charge', {
    id_cc_card: customer.id,
    iduser: type === 4 ? 1 : 0,
    creationdate: dateTime(charge.at),
    amount: Number(amountText(charge.amount)),
    chargetype: type,
    description: charge.description,
    id_cc_did: charge.did ?? 0,
    id_cc_card_subscription: charge.subscription ?? null,
    cover_from: charge.days ? date(charge.at) : null,
    cover_to: charge.days ? date(charge.at + charge.days * DAY) : null,
    charged_status: charge.outcome === 'taken' ? 1 : 0,
    invoiced_status: charge.outcome === 'invoiced' ? 1 : 0,
  })
  if (charge.outcome !== 'invoiced') return
  const extension = { id: charge.did ?? charge.subscription ?? id, type: EXTENSION_TYPES[type] ?? 'CHARGE' }
  invoices.add(charge.at, customer.id, false, charge.type === 3 ? 'Subscription' : 'Charges', [
    { price: charge.amount, vat: customer.vat, description: charge.description, extension },
  ])
}
