/** One movement a key: whatever is sent, however often, at once or later, by whom. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { chargeCard } from '../../../src/plugins/charge.ts'
import { refillCard } from '../../../src/plugins/refill.ts'
import type { Moved } from '../../../src/money/money.ts'
import { admin, from } from '../../helpers/callers.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { type Billing, openBilling } from '../server/billing.ts'

const origin = from(admin)
const other = from({ ...admin, id: 2, name: 'other' })

describeDatabase.each([undefined, 'InnoDB'] as const)('a key on %s tables', (engine) => {
  let billing: Billing
  let card: string
  beforeAll(async () => {
    billing = await openBilling(engine)
  })
  afterAll(() => billing.close())
  beforeEach(async () => {
    for (const table of [
      'cc_logrefill',
      'cc_logpayment',
      'cc_charge',
      'a2b_money_movement',
      'a2b_money_key',
      'a2b_audit',
    ])
      await billing.run(`truncate ${table}`)
    card = await billing.addCard({ credit: '100.00000', vat: '20' })
  })

  const refill = (key: string, credit = '5.00000', by = origin): Promise<Moved> =>
    refillCard(billing.host, { origin: by, cardId: card, credit, idempotencyKey: key })
  const count = async (table: string): Promise<number> =>
    Number((await billing.query(`select count(*) from ${table}`))[0]?.[0])

  it('answers the second time, byte for byte, what it answered the first', async () => {
    const first = await refill('k')
    await billing.run('update cc_card set credit = credit - 1 where id = ?', card)
    expect([first.isReplayed, await refill('k')]).toEqual([false, { answer: first.answer, isReplayed: true }])
    expect(await billing.balance(card)).toBe('104.00000')
    expect(await billing.host.money.find({ origin, operation: 'refill', cardId: card, idempotencyKey: 'k' })).toEqual({
      answer: first.answer,
      isReplayed: true,
    })
  })

  it('sent forty times at once moves money once', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => refill('k')))
    expect(new Set(all.map(({ answer }) => answer)).size).toBe(1)
    expect(all.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1)
    expect(await billing.balance(card)).toBe('105.00000')
    expect([await count('cc_logrefill'), await count('a2b_money_movement'), await count('a2b_audit')]).toEqual([
      1, 1, 1,
    ])
  })

  it('control: without a key every one of them counts', async () => {
    await Promise.all(
      Array.from({ length: 40 }, () => refillCard(billing.host, { origin, cardId: card, credit: '5.00000' })),
    )
    expect(await billing.balance(card)).toBe('300.00000')
  })

  it('of another request is refused, and nothing moves', async () => {
    await refill('k')
    const elsewhere = await billing.addCard({ credit: '1.00000' })
    for (const again of [
      () => refill('k', '5.00001'),
      () => refillCard(billing.host, { origin, cardId: elsewhere, credit: '5.00000', idempotencyKey: 'k' }),
    ]) {
      await expect(again()).rejects.toMatchObject({ code: 'idempotency_key_reused', status: 422 })
    }
    expect([await billing.balance(card), await billing.balance(elsewhere)]).toEqual(['105.00000', '1.00000'])
  })

  it('is the own one of each user and each operation', async () => {
    await refill('k')
    await refill('k', '5.00000', other)
    await chargeCard(billing.host, { origin, cardId: card, amount: '2.00000', idempotencyKey: 'k' })
    expect(await billing.balance(card)).toBe('108.00000')
    await expect(
      billing.host.money.find({ origin: other, operation: 'charge', cardId: card, idempotencyKey: 'k' }),
    ).rejects.toMatchObject({ code: 'unknown_idempotency_key', status: 404 })
  })

  it('of a movement that was refused is free', async () => {
    await billing.run('update cc_card set credit = 9999999999 where id = ?', card)
    await expect(refill('k')).rejects.toMatchObject({ code: 'invalid_value' })
    expect([await count('a2b_money_key'), await count('cc_logrefill')]).toEqual([0, 0])
    await billing.run('update cc_card set credit = 0 where id = ?', card)
    expect((await refill('k')).isReplayed).toBe(false)
  })

  it('tells upper from lower case', async () => {
    await refill('k')
    await refill('K')
    expect(await billing.balance(card)).toBe('110.00000')
  })

  it('stands in the ledger beside who, how much and what was left', async () => {
    await refill('k')
    await chargeCard(billing.host, { origin, cardId: card, amount: '0.50000' })
    const ledger =
      'select operation, card_id, delta, balance_after, logs, user_name, idempotency_key from a2b_money_movement'
    expect(await billing.query(ledger)).toEqual([
      ['refill', card, '5.0000000000', '105.0000000000', '{"cc_logrefill":"1","cc_logpayment":"1"}', 'admin', 'k'],
      ['charge', card, '-0.5000000000', '104.5000000000', '{"cc_charge":"1"}', 'admin', null],
    ])
    expect(await billing.query('select operation, resource, row_key, changes from a2b_audit')).toEqual([
      ['refill', 'card', card, '{"credit":["100.00000","105.00000"]}'],
      ['charge', 'card', card, '{"credit":["105.00000","104.50000"]}'],
    ])
  })
})
