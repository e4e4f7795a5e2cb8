/**
 * Turns a date into the rows of a small telecom company: the same date gives the same rows, byte for byte.
 *
 * Each part draws from its own random numbers, so a change to one leaves the others as they were.
 */
import { addAgents } from './agents.ts'
import { addCalls } from './call-rows.ts'
import { startOfDay } from './calendar.ts'
import { planExtraCharges } from './charges.ts'
import { addAccounts, addCards } from './customer-rows.ts'
import { inventCustomers } from './customers.ts'
import { addDids } from './dids.ts'
import { settle } from './ledger.ts'
import { addMovements } from './money-rows.ts'
import { addNetwork } from './network.ts'
import { planCalls } from './plan.ts'
import { createRandom } from './random.ts'
import { addReference } from './reference.ts'
import { RowBook } from './rows.ts'
import type { TableRows } from './rows.ts'
import { addServiceDesk } from './service-desk.ts'
import { addSubscriptions } from './subscriptions.ts'

/**
 * Makes the demo rows of A2Billing 2.3.0: 400 customers, more than 20,000 calls in the 90 days before `today`, and
 * everything they need. Every balance equals refills - call bills - charges taken.
 *
 * @param today - e.g. `2026-11-23`; the last call is of the day before
 * @throws Error when `today` is not a date
 */
export function seedRows(today: string): TableRows[] {
  const start = startOfDay(today)
  const book = new RowBook()
  addReference(book, start)
  const network = addNetwork(book, createRandom(1), start)

  const customers = inventCustomers(createRandom(2), start)
  const dids = addDids(book, createRandom(3), customers, start)
  const subscriptionCharges = addSubscriptions(book, createRandom(4), customers, start)
  const extraCharges = planExtraCharges(createRandom(5), customers, start)
  const calls = planCalls(createRandom(6), customers, dids.rented, start)

  const charges = [...dids.charges, ...subscriptionCharges, ...extraCharges]
  const ledger = settle(createRandom(7), network, { customers, calls, charges }, start)

  const counters = addCalls(book, createRandom(8), ledger.calls)
  addAgents(book, createRandom(9), addMovements(book, ledger), start)
  addCards(book, createRandom(10), customers, ledger.balances, counters)
  addAccounts(book, createRandom(11), customers)
  addServiceDesk(book, createRandom(12), customers, start)
  return book.tables()
}
