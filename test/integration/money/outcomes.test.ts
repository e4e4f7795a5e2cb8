/** What an answer says of what was done: nobody is told that nothing was, or to come again, once the balance has moved. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { OwnSession } from '../../../src/db/db.ts'
import { busy } from '../../../src/db/errors.ts'
import { moneyOptions, openMoney } from '../../../src/money/open-money.ts'
import { findLeftovers, repair } from '../../../src/money/repair.ts'
import { chargeCard } from '../../../src/plugins/charge.ts'
import { refillCard } from '../../../src/plugins/refill.ts'
import type { Api } from '../../../src/resources/api.ts'
import { admin, from } from '../../helpers/callers.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { type Billing, hostOn, openBilling } from '../server/billing.ts'

const origin = from(admin)

describeDatabase('an answer, on MyISAM tables', () => {
  let billing: Billing
  let card: string
  beforeAll(async () => {
    billing = await openBilling()
  })
  afterAll(() => billing.close())
  beforeEach(async () => {
    card = await billing.addCard({ credit: '100.00000', vat: '20' })
  })

  const refill = (api: Api, idempotencyKey?: string) =>
    refillCard(hostOn(api), { origin, cardId: card, credit: '5.00000', ...(idempotencyKey && { idempotencyKey }) })

  it('is that the outcome is unknown where the ledger could not be written; that is done later, once', async () => {
    await billing.run("create trigger broken before insert on a2b_money_movement for each row signal sqlstate '45000'")
    const unknown = await refill(billing.api, 'k').catch((error: unknown) => error)
    const repairing = await repair(billing.api).catch((error: unknown) => error)
    await billing.run('drop trigger broken')
    expect(await billing.balance(card)).toBe('105.00000')
    for (const told of [unknown, repairing]) expect(told).toMatchObject({ code: 'outcome_unknown', status: 503 })
    expect(unknown).not.toHaveProperty('headers.Retry-After')

    const { answer } = await refill(billing.api, 'k')
    expect(JSON.parse(answer)).toMatchObject({ card_id: Number(card), current_balance: 105 })
    expect(await billing.balance(card)).toBe('105.00000')
    expect(await billing.query('select delta from a2b_money_movement where card_id = ?', card)).toHaveLength(1)
    expect(await findLeftovers(billing.db)).toEqual([])
  })

  it('is the movement where only the lock could not be released, and nobody has to wait for it', async () => {
    const stubborn = (session: OwnSession): OwnSession => ({
      get kysely() {
        return session.kysely
      },
      readRows: (statement) =>
        statement.sql.includes('release_lock')
          ? Promise.reject(busy(Object.assign(new Error('interrupted'), { errno: 1317 })))
          : session.readRows(statement),
      write: (statement) => session.write(statement),
      transaction: (work) => session.transaction(work),
    })
    const db: Api['db'] = { ...billing.db, session: (work) => billing.db.session((session) => work(stubborn(session))) }
    const { answer } = await refill({ ...billing.api, db })
    expect(JSON.parse(answer)).toMatchObject({ current_balance: 105 })
    await refill(billing.api)
    expect(await billing.balance(card)).toBe('110.00000')
  })
})

describeDatabase('a table that was converted while servers run', () => {
  let billing: Billing
  beforeAll(async () => {
    billing = await openBilling('InnoDB')
  })
  afterAll(() => billing.close())

  it('moves money once for a key that goes to a server that knows of it and to one that does not', async () => {
    const cardId = await billing.addCard({ credit: '100.00000' })
    const knowing = openMoney(billing.api, moneyOptions())
    const unknowing = openMoney({ ...billing.api, canRollBack: () => false }, moneyOptions())
    const request = { origin, operation: 'gift', cardId, logTables: [], fingerprint: [], idempotencyKey: 'k' }
    const movement = { change: '5.00000', field: 'gift', logs: [], answer: { balance: { of: 'balance' } as const } }
    let isFirst = true
    const move = () =>
      unknowing.move(request, async () => {
        if (isFirst) {
          isFirst = false
          await knowing.move(request, async () => movement)
        }
        return movement
      })
    await expect(move()).rejects.toMatchObject({ code: 'idempotency_key_in_use' })
    expect(await move()).toEqual({ answer: '{"balance":105.00000}', isReplayed: true })
    expect(await billing.balance(cardId)).toBe('105.00000')
  })

  it('moves no money in a transaction that is none any more', async () => {
    const cardId = await billing.addCard({ credit: '100.00000' })
    const settings = { refusedStatuses: [], allowNegativeBalance: true }
    const host = { api: billing.api, money: openMoney(billing.api, moneyOptions()), settings }
    const charge = () => chargeCard(host, { origin, cardId, amount: '5.00000' })
    await billing.run('alter table cc_card engine = MyISAM')
    const now = performance.now()
    // Asked once a second.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 1000)
    await expect(charge()).rejects.toMatchObject({
      code: 'engine_not_transactional',
      message: expect.stringContaining('cc_card'),
    })
    expect(await billing.query('select 1 from cc_charge')).toEqual([])

    await billing.run('alter table cc_card engine = InnoDB')
    clock.mockReturnValue(now + 3000)
    await charge()
    clock.mockRestore()
    expect(await billing.balance(cardId)).toBe('95.00000')
  })
})
