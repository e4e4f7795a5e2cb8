import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { a2billingSnapshot } from '../../../scripts/demo/create.ts'
import { amountText, parseAmount } from '../../../scripts/demo/seed/money.ts'
import type { Row, TableRows } from '../../../scripts/demo/seed/rows.ts'
import { seedRows } from '../../../scripts/demo/seed/seed.ts'

const TODAY = '2026-11-23'
const seeded = seedRows(TODAY)

function rowsOf(table: string, from = seeded): readonly Row[] {
  return from.find((entry) => entry.table === table)?.rows ?? []
}

function digest(tables: readonly TableRows[]): string {
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex')
}

function sumBy(rows: readonly Row[], key: string, amount: string): Map<Row[string], number> {
  const sums = new Map<Row[string], number>()
  for (const row of rows) {
    const card = row[key] ?? null
    sums.set(card, (sums.get(card) ?? 0) + parseAmount(String(row[amount])))
  }
  return sums
}

function idsOf(table: string, key = 'id'): Set<Row[string] | undefined> {
  return new Set(rowsOf(table).map((row) => row[key]))
}

describe('seedRows', () => {
  it('gives the same bytes for the same date, other bytes for another', () => {
    expect(digest(seedRows(TODAY))).toBe(digest(seeded))
    expect(digest(seedRows('2026-11-24'))).not.toBe(digest(seeded))
  })

  it.each(['2026-02-30', 'tomorrow', ''])('refuses "%s" as a date', (today) => {
    expect(() => seedRows(today)).toThrow('is not a date')
  })

  it('leaves no time to the clock of the server', () => {
    for (const { name, columns } of a2billingSnapshot().tables) {
      const clocks = columns.filter((column) => column.default && 'expression' in column.default)
      for (const row of rowsOf(name)) {
        for (const clock of clocks) expect(row, `${name}.${clock.name}`).toHaveProperty(clock.name)
      }
    }
  })

  it('keeps every balance equal to its ledger', () => {
    const refills = sumBy(rowsOf('cc_logrefill'), 'card_id', 'credit')
    const bills = sumBy(rowsOf('cc_call'), 'card_id', 'sessionbill')
    const taken = rowsOf('cc_charge').filter((charge) => charge['charged_status'] === 1)
    const charges = sumBy(taken, 'id_cc_card', 'amount')
    const cards = rowsOf('cc_card')
    expect(cards).toHaveLength(400)
    for (const { id = null, credit } of cards) {
      const ledger = (refills.get(id) ?? 0) - (bills.get(id) ?? 0) - (charges.get(id) ?? 0)
      expect(credit, `card ${id}`).toBe(amountText(ledger))
    }
  })

  it('lets nobody spend more than balance and credit limit', () => {
    for (const { id, credit, creditlimit } of rowsOf('cc_card')) {
      expect(parseAmount(String(credit)), `card ${id}`).toBeGreaterThanOrEqual(-Number(creditlimit) * 100_000)
    }
  })

  it('bills every call by the blocks of its rate', () => {
    const rates = new Map(rowsOf('cc_ratecard').map((rate) => [rate['id'], rate]))
    for (const call of rowsOf('cc_call')) {
      const rate = rates.get(call['id_ratecard'] ?? -1)
      const seconds = Number(call['sessiontime'])
      if (!rate || seconds === 0) {
        expect(call['sessionbill']).toBe(0)
        continue
      }
      const [first, next] = [Number(rate['initblock']), Number(rate['billingblock'])]
      const billed = first + Math.max(0, Math.ceil((seconds - first) / next)) * next
      const want = Math.round((parseAmount(String(rate['rateinitial'])) * billed) / 60)
      expect(call['sessionbill'], `call ${call['id']}`).toBe(Number(amountText(want)))
      expect(String(call['calledstation']).startsWith(String(rate['dialprefix']))).toBe(true)
    }
  })

  it('has 20,000 calls or more in the 90 days before, ids ascending with time', () => {
    const calls = rowsOf('cc_call')
    expect(calls.length).toBeGreaterThanOrEqual(20_000)
    const times = calls.map((call) => String(call['starttime']))
    expect(times).toEqual(times.toSorted())
    expect(calls.map((call) => call['id'])).toEqual(calls.map((_, index) => index + 1))
    expect(times[0]?.slice(0, 10)).toBe('2026-08-25')
    expect(times.at(-1)?.slice(0, 10)).toBe('2026-11-22')
  })

  it('looks like office hours and evenings: busy at 10, silent at 4, slower on Sunday than on Tuesday', () => {
    const times = rowsOf('cc_call').map((call) => new Date(`${call['starttime']}Z`))
    const at = (hour: number) => times.filter((time) => time.getUTCHours() === hour).length
    const on = (day: number) => times.filter((time) => time.getUTCDay() === day).length
    expect(at(10)).toBeGreaterThan(1000)
    expect(at(4)).toBeLessThan(50)
    expect(on(2)).toBeGreaterThan(on(0) * 1.2)
  })

  it('points where it should, orphans of the deleted cards and one SIP account apart', () => {
    const cards = idsOf('cc_card')
    const orphans = new Set(
      rowsOf('cc_call')
        .filter((call) => !cards.has(call['card_id']))
        .map((call) => call['card_id']),
    )
    expect([...orphans].sort()).toEqual([238, 57])
    const usernames = idsOf('cc_card', 'username')
    expect(rowsOf('cc_sip_buddies').filter((sip) => !usernames.has(sip['accountcode']))).toHaveLength(1)

    const refills = new Map(rowsOf('cc_logrefill').map((refill) => [refill['id'], refill]))
    for (const payment of rowsOf('cc_logpayment')) {
      expect(refills.get(payment['id_logrefill'] ?? null)?.['card_id']).toBe(payment['card_id'])
    }
    const links: [table: string, column: string, target: string, key?: string][] = [
      ['cc_invoice_item', 'id_invoice', 'cc_invoice'],
      ['cc_invoice_payment', 'id_payment', 'cc_logpayment'],
      ['cc_did_use', 'id_did', 'cc_did'],
      ['cc_did', 'id_cc_country', 'cc_country'],
      ['cc_tariffgroup_plan', 'idtariffplan', 'cc_tariffplan'],
      ['cc_ticket_comment', 'id_ticket', 'cc_ticket'],
      ['cc_card', 'id_group', 'cc_card_group'],
      ['cc_card', 'currency', 'cc_currencies', 'currency'],
    ]
    for (const [table, column, target, key] of links) {
      const ids = idsOf(target, key)
      const rows = rowsOf(table)
      expect(rows.length, table).toBeGreaterThan(0)
      for (const row of rows) expect(ids, `${table}.${column}`).toContain(row[column])
    }
  })

  it('writes to nobody real', () => {
    const addresses = JSON.stringify(seeded).match(/[\w.+-]+@[\w.-]+/g) ?? []
    expect(addresses.length).toBeGreaterThan(400)
    expect(addresses.filter((address) => !/@example\.(com|net|org)$/.test(address))).toEqual([])
  })

  it('installs the default group as A2Billing does', () => {
    expect(rowsOf('cc_card_group')[0]).toEqual({
      id: 1,
      name: 'DEFAULT',
      description:
        "This group is the default group used when you create a customer. It's forbidden to delete it because you need at least one group but you can edit it.",
      users_perms: 262_142,
      id_agent: null,
      provisioning: null,
    })
  })
})
