/** What keeps money from moving: floors, statuses, amounts below zero, settings, scopes; and what is tried again. */
import { createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeAccess } from '../../../src/access.ts'
import { moneyOptions, openMoney } from '../../../src/money/open-money.ts'
import { forgetOldKeys } from '../../../src/money/keys.ts'
import { chargeCard } from '../../../src/plugins/charge.ts'
import { refillCard } from '../../../src/plugins/refill.ts'
import { admin, from, holding } from '../../helpers/callers.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { type Billing, hostOn, openBilling } from '../server/billing.ts'

const origin = from(admin)
const TABLES = [
  'cc_logrefill',
  'cc_logpayment',
  'cc_charge',
  'a2b_money_movement',
  'a2b_money_key',
  'a2b_money_journal',
]

describeDatabase.each([undefined, 'InnoDB'] as const)('rules of money on %s tables', (engine) => {
  let billing: Billing
  let card: string
  beforeAll(async () => {
    billing = await openBilling(engine)
  })
  afterAll(() => billing.close())
  beforeEach(async () => {
    for (const table of TABLES) await billing.run(`truncate ${table}`)
    card = await billing.addCard({ credit: '10.00000', vat: '20', status: 1 })
  })

  const rows = async (): Promise<number> =>
    (await Promise.all(TABLES.map((table) => billing.query(`select 1 from ${table}`)))).flat().length
  const withFloor = () => hostOn(billing.api, { allowNegativeBalance: false })
  const charge = (amount: string, cardId = card) => chargeCard(withFloor(), { origin, cardId, amount })

  it('a charge may take the balance to the floor, and no further', async () => {
    await expect(charge('10.0001')).rejects.toMatchObject({
      code: 'balance_too_low',
      status: 422,
      errors: [{ pointer: '/amount' }],
    })
    expect([await billing.balance(card), await rows()]).toEqual(['10.00000', 0])
    await charge('10.00000')
    expect(await billing.balance(card)).toBe('0.00000')
    // What is given back may be given to whoever owes.
    await billing.run('update cc_card set credit = -5 where id = ?', card)
    await charge('-1.00000')
    expect(await billing.balance(card)).toBe('-4.00000')
  })

  it('the floor of a postpaid card is its credit limit', async () => {
    const postpaid = await billing.addCard({ credit: '1.00000', typepaid: 1, creditlimit: 20 })
    await charge('21.00000', postpaid)
    await expect(charge('0.00001', postpaid)).rejects.toMatchObject({ code: 'balance_too_low' })
    expect(await billing.balance(postpaid)).toBe('-20.00000')
  })

  it('holds the floor for 40 charges at once, of which the balance suffices for 10', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => charge('1.00000')))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect(await billing.balance(card)).toBe('0.00000')
    expect(await billing.query('select count(*) from cc_charge')).toEqual([['10']])
  })

  it('control: without the setting all 40 are made', async () => {
    const make = () => chargeCard(billing.host, { origin, cardId: card, amount: '1.00000' })
    await Promise.all(Array.from({ length: 40 }, make))
    expect(await billing.balance(card)).toBe('-30.00000')
  })

  it('cards of a refused status are left alone, others are not', async () => {
    const cancelled = await billing.addCard({ credit: '10.00000', status: 0 })
    const host = hostOn(billing.api, { refusedStatuses: ['0', '5'] })
    for (const refused of [
      () => refillCard(host, { origin, cardId: cancelled, credit: '1.00000' }),
      () => chargeCard(host, { origin, cardId: cancelled, amount: '1.00000' }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'card_not_usable', status: 422 })
    }
    expect([await billing.balance(cancelled), await rows()]).toEqual(['10.00000', 0])
    await refillCard(host, { origin, cardId: card, credit: '1.00000' })
    expect(await billing.balance(card)).toBe('11.00000')
  })

  it('an amount below zero is for who holds money:negative, and a correction', async () => {
    const clerk = from({ ...admin, access: holding('money:refill', 'money:charge') })
    for (const refused of [
      () => refillCard(billing.host, { origin: clerk, cardId: card, credit: '-1.00000' }),
      () => chargeCard(billing.host, { origin: clerk, cardId: card, amount: '-1.00000' }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'forbidden', status: 403 })
    }
    expect(await rows()).toBe(0)
    const { answer } = await refillCard(billing.host, { origin, cardId: card, credit: '-6.00000' })
    expect(answer).toContain('"credit_without_vat":-5.00000,"credited":-6.00000,"current_balance":4.00000')
    expect(await billing.query('select credit, refill_type from cc_logrefill')).toEqual([['-6.00000', 1]])
    expect(await billing.query('select payment, payment_type from cc_logpayment')).toEqual([['-6.00000', 1]])
    await chargeCard(billing.host, { origin, cardId: card, amount: '-6.00000' })
    expect(await billing.balance(card)).toBe('10.00000')
  })

  it.each(['compat', 'net'])('a VAT that turns an amount around is refused, with vat: %s', async (vat) => {
    const odd = await billing.addCard({ credit: '10.00000', vat: '-150' })
    const make = () => refillCard(hostOn(billing.api, { vat }), { origin, cardId: odd, credit: '5.00000' })
    await expect(make()).rejects.toMatchObject({ code: 'invalid_value', status: 422 })
    expect([await billing.balance(odd), await rows()]).toEqual(['10.00000', 0])
  })

  it('control: of a correction so small that nothing is left of it without VAT, the whole is taken', async () => {
    const taxed = await billing.addCard({ credit: '10.00000', vat: '200' })
    const { answer } = await refillCard(billing.host, { origin, cardId: taxed, credit: '-0.00001' })
    expect(answer).toContain('"credit_without_vat":0.00000')
    expect(await billing.balance(taxed)).toBe('9.99999')
  })

  it('who is limited to other customers has no such card', async () => {
    const scopes = [{ kind: 'agent', id: '77' } as const]
    const access = makeAccess({ permissions: new Set(['*']), masks: new Set(), scopes })
    const agent = from({ ...admin, access })
    const own = await billing.addCard({ credit: '1.00000', id_group: 2 })
    await expect(refillCard(billing.host, { origin: agent, cardId: card, credit: '1.00000' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await rows()).toBe(0)
    await refillCard(billing.host, { origin: agent, cardId: own, credit: '1.00000' })
    expect(await billing.balance(own)).toBe('2.00000')
  })

  it('money.requireTransactional refuses tables that cannot roll back, and only those', async () => {
    const money = openMoney(billing.api, moneyOptions({ requireTransactional: true }))
    const move = refillCard({ ...billing.host, money }, { origin, cardId: card, credit: '1.00000' })
    if (engine === 'InnoDB') expect(await move).toMatchObject({ isReplayed: false })
    else {
      await expect(move).rejects.toMatchObject({ code: 'engine_not_transactional', status: 503 })
      expect([await billing.balance(card), await rows()]).toEqual(['10.00000', 0])
    }
  })

  it('money.requireIdempotencyKey refuses whoever sends none', async () => {
    const money = openMoney(billing.api, moneyOptions({ requireIdempotencyKey: true }))
    const request = { origin, cardId: card, credit: '1.00000' }
    await expect(refillCard({ ...billing.host, money }, request)).rejects.toMatchObject({
      code: 'missing_idempotency_key',
      status: 400,
    })
    expect(await rows()).toBe(0)
    await refillCard({ ...billing.host, money }, { ...request, idempotencyKey: 'k' })
    expect(await billing.balance(card)).toBe('11.00000')
  })

  it('keys are forgotten after their time, those in the journal never', async () => {
    for (const key of ['old', 'young', 'unfinished']) {
      await refillCard(billing.host, { origin, cardId: card, credit: '1.00000', idempotencyKey: key })
    }
    await billing.run("update a2b_money_key set created_at = now() - interval 8 day where idempotency_key <> 'young'")
    await billing.run("update a2b_money_key set answer = null where idempotency_key = 'unfinished'")
    expect(await forgetOldKeys(billing.db)).toBe(1)
    const left = await billing.query('select idempotency_key from a2b_money_key order by 1')
    expect(left).toEqual([['unfinished'], ['young']])
  })

  it.each([1205, 1213, 1020])('is tried again after error %i, and then done once', async (number) => {
    const text = `SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = ${number}, MESSAGE_TEXT = 'as if'`
    await billing.run('create table failures (n int not null) engine = MyISAM')
    await billing.run('insert into failures values (2)')
    await billing.run(
      'create trigger fails before insert on cc_charge for each row ' +
        `begin if (select n from failures) > 0 then update failures set n = n - 1; ${text}; end if; end`,
    )
    try {
      await chargeCard(billing.host, { origin, cardId: card, amount: '1.00000' })
      expect(await billing.query('select n from failures')).toEqual([[0]])
      expect(await billing.balance(card)).toBe('9.00000')
      expect(await billing.query('select count(*) from cc_charge')).toEqual([['1']])
      // For longer than it is tried, it is refused, and nothing is there.
      await billing.run('update failures set n = 1000')
      const refused = chargeCard(billing.host, { origin, cardId: card, amount: '1.00000', idempotencyKey: 'k' })
      await expect(refused).rejects.toMatchObject({ status: 503 })
      expect(await billing.balance(card)).toBe('9.00000')
      expect(await billing.query('select count(*) from cc_charge')).toEqual([['1']])
      await billing.run('update failures set n = 0')
      await chargeCard(billing.host, { origin, cardId: card, amount: '1.00000', idempotencyKey: 'k' })
      expect(await billing.balance(card)).toBe('8.00000')
    } finally {
      await billing.run('drop trigger fails')
      await billing.run('drop table failures')
    }
  })

  it('who waits too long for the same key, or the same card, is told to come again', async () => {
    const blocker = await createConnection({ uri: billing.url })
    try {
      const lock = { origin, cardId: card, credit: '1.00000', idempotencyKey: 'k' }
      if (engine === 'InnoDB') {
        await blocker.query('begin')
        await blocker.query('select 1 from cc_card where id = ? for update', [card])
      } else {
        await refillCard(billing.host, { ...lock, idempotencyKey: 'first' })
        const [[held]] = (await blocker.query(
          "select get_lock(concat('a2b_card:', left(sha2(database(), 256), 24), ':', ?), 1) held",
          [card],
        )) as unknown as [[{ held: number }]]
        expect(held.held).toBe(1)
      }
      const refused = await refillCard(billing.host, lock).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'database_busy', status: 503, headers: { 'Retry-After': '1' } })
    } finally {
      await blocker.end()
    }
    await refillCard(billing.host, { origin, cardId: card, credit: '1.00000', idempotencyKey: 'k' })
    expect(await billing.balance(card)).toBe(engine === 'InnoDB' ? '11.00000' : '12.00000')
  })
})
