/**
 * A process that dies at any statement of a movement, one after the other: what it leaves is finished by whoever sends
 * the key again, or by the repair, and in the end everything is there once or not at all.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findLeftovers, repair, settle } from '../../../src/money/repair.ts'
import { chargeCard } from '../../../src/plugins/charge.ts'
import { refillCard } from '../../../src/plugins/refill.ts'
import type { Report } from '../../../src/doctor/finding.ts'
import type { Api } from '../../../src/resources/api.ts'
import { admin, from } from '../../helpers/callers.ts'
import { crashing } from '../../helpers/crashing.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { runA2b } from '../../helpers/run-a2b.ts'
import { type Billing, hostOn, openBilling } from '../server/billing.ts'

const origin = from(admin)
const TABLES = [
  'cc_logrefill',
  'cc_logpayment',
  'cc_charge',
  'a2b_money_movement',
  'a2b_money_key',
  'a2b_money_journal',
  'a2b_audit',
]
const NOTHING = { balance: '100.00000', rows: [0, 0, 0, 0, 0, 0, 0] }

describeDatabase.each([undefined, 'InnoDB'] as const)('a process that dies, on %s tables', (engine) => {
  let billing: Billing
  let card: string
  beforeAll(async () => {
    billing = await openBilling(engine)
  })
  afterAll(() => billing.close())
  beforeEach(begin)

  async function begin(): Promise<void> {
    for (const table of TABLES) await billing.run(`truncate ${table}`)
    card = await billing.addCard({ credit: '100.00000', vat: '20' })
  }

  const kinds = {
    refill: {
      move: (api: Api) => refillCard(hostOn(api), { origin, cardId: card, credit: '5.00000', idempotencyKey: 'k' }),
      done: { balance: '105.00000', rows: [1, 1, 0, 1, 1, 0, 1] },
    },
    charge: {
      move: (api: Api) => chargeCard(hostOn(api), { origin, cardId: card, amount: '0.12500', idempotencyKey: 'k' }),
      done: { balance: '99.87500', rows: [0, 0, 1, 1, 1, 0, 1] },
    },
  } as const

  async function state(): Promise<typeof NOTHING> {
    const counts = TABLES.map((table) => billing.query(`select count(*) from ${table}`))
    const rows = (await Promise.all(counts)).map(([row]) => Number(row?.[0]))
    return { balance: await billing.balance(card), rows }
  }

  /** @returns false where the movement had ended before that statement */
  async function crash(kind: keyof typeof kinds, at: number, isSent: boolean): Promise<boolean> {
    const { api, hasCrashed } = crashing(billing.api, at, isSent)
    // Whatever it comes to: a process that died has told nobody.
    await kinds[kind].move(api).catch(() => undefined)
    return hasCrashed()
  }

  describe.each([
    ['refill', false],
    ['refill', true],
    ['charge', false],
    ['charge', true],
  ] as const)('in a %s (the statement still arrives: %s)', (kind, isSent) => {
    const { move, done } = kinds[kind]

    it('who sends the key again gets it done once', async () => {
      let crashes = 0
      for (let at = 1; await crash(kind, at, isSent); at++) {
        crashes += 1
        const { answer } = await move(billing.api)
        expect(await state(), `crash at statement ${at}`).toEqual(done)
        expect(await move(billing.api)).toEqual({ answer, isReplayed: true })
        await begin()
      }
      expect(crashes).toBeGreaterThan(8)
    })

    it('the repair finishes it, or nothing was done; the key tells the same', async () => {
      const outcomes = new Set<string>()
      for (let at = 1; await crash(kind, at, isSent); at++) {
        const left = await findLeftovers(billing.db)
        const repaired = await repair(billing.api)
        expect(repaired.map(({ entry }) => entry.id)).toEqual(left.map(({ entry }) => entry.id))
        const now = await state()
        expect([NOTHING, done], `crash at statement ${at}`).toContainEqual(now)
        outcomes.add(now.balance)
        const found = hostOn(billing.api).money.find({ origin, operation: kind, cardId: card, idempotencyKey: 'k' })
        if (now.balance === NOTHING.balance) await expect(found).rejects.toMatchObject({ status: 404 })
        else expect(await found).toMatchObject({ isReplayed: true })
        await begin()
      }
      expect(outcomes).toContain(NOTHING.balance)
    })
  })
})

describeDatabase('without a key, on MyISAM tables', () => {
  it('what has not moved the balance yet is taken back by the repair: it may have been sent again', async () => {
    const billing = await openBilling()
    const outcomes = new Set<string>()
    for (let at = 1; at < 40; at++) {
      const card = await billing.addCard({ credit: '100.00000' })
      const { api, hasCrashed } = crashing(billing.api, at, true)
      await refillCard(hostOn(api), { origin, cardId: card, credit: '5.00000' }).catch(() => undefined)
      if (!hasCrashed()) break
      const moved = (await billing.balance(card)) === '105.00000'
      await repair(billing.api)
      expect(await billing.balance(card)).toBe(moved ? '105.00000' : '100.00000')
      const counts = ['cc_logrefill', 'cc_logpayment', 'a2b_money_movement'].map((table) =>
        billing.query(`select 1 from ${table} where card_id = ?`, card),
      )
      expect((await Promise.all(counts)).map((rows) => rows.length)).toEqual(moved ? [1, 1, 1] : [0, 0, 0])
      outcomes.add(String(moved))
    }
    expect(outcomes).toEqual(new Set(['true', 'false']))
    expect(await billing.query('select 1 from a2b_money_journal')).toEqual([])
    await billing.close()
  })

  it('control: who sends it again after a crash may be paid twice', async () => {
    const billing = await openBilling()
    const card = await billing.addCard({ credit: '100.00000' })
    const move = (api: Api) => refillCard(hostOn(api), { origin, cardId: card, credit: '5.00000' })
    let moved = 0
    for (let at = 1; at < 40; at++) {
      const { api, hasCrashed } = crashing(billing.api, at, true)
      await move(api).catch(() => undefined)
      if (!hasCrashed()) break
      await move(billing.api)
      await repair(billing.api)
      moved += 1
    }
    expect(moved).toBeGreaterThan(8)
    // And once more by the one that did not crash.
    expect(Number(await billing.balance(card))).toBeGreaterThan(100 + 5 * (moved + 1))
    await billing.close()
  })
})

describeDatabase('a database that stops, on MyISAM tables', () => {
  let billing: Billing
  let card: string
  beforeAll(async () => {
    billing = await openBilling()
  })
  afterAll(() => billing.close())
  beforeEach(begin)

  async function begin(): Promise<void> {
    for (const table of TABLES) await billing.run(`truncate ${table}`)
    card = await billing.addCard({ credit: '100.00000', vat: '20' })
  }

  const move = (api: Api) => refillCard(hostOn(api), { origin, cardId: card, credit: '5.00000', idempotencyKey: 'k' })

  /** What a start of the server does to a table in memory. */
  const restart = () => billing.run('delete from a2b_money_run')

  /** Up to where only a person can tell what has become of it. @returns the number of the entry */
  async function leaveOpen(): Promise<string> {
    for (let at = 1; at < 40; at++) {
      const { api, hasCrashed } = crashing(billing.api, at, false)
      await move(api).catch(() => undefined)
      expect(hasCrashed()).toBe(true)
      const [left] = await findLeftovers(billing.db)
      if (left?.entry.state === 'logged') {
        await restart()
        return left.entry.id
      }
      await begin()
    }
    throw new Error('no crash left the entry open')
  }

  it('is finished, taken for not done, or reported; never done twice', async () => {
    const outcomes = new Set<string>()
    for (let at = 1; at < 40; at++) {
      const { api, hasCrashed } = crashing(billing.api, at, true)
      await move(api).catch(() => undefined)
      if (!hasCrashed()) break
      await restart()
      const open = (await findLeftovers(billing.db)).filter((left) => left.isOpen)
      const again = await move(billing.api).catch((error: unknown) => error)
      const balance = await billing.balance(card)
      outcomes.add(open.length > 0 ? 'open' : balance)
      if (open.length > 0) {
        expect(again).toMatchObject({ code: 'movement_interrupted', status: 409 })
        expect(await repair(billing.api)).toMatchObject([{ outcome: 'open' }])
        expect(await billing.query('select count(*) from cc_logrefill')).toEqual([['1']])
      } else expect(balance).toBe('105.00000')
      await begin()
    }
    expect(outcomes).toEqual(new Set(['open', '105.00000']))
  })

  it('is settled as credited: ledger, audit and answer tell of it, and the balance stays', async () => {
    const id = await leaveOpen()
    await billing.run('update cc_card set credit = credit + 5 where id = ?', card)
    await settle(billing.api, origin, id, 'credited')
    expect(await billing.balance(card)).toBe('105.00000')
    expect(await billing.query('select delta, balance_after from a2b_money_movement')).toEqual([
      ['5.0000000000', '105.0000000000'],
    ])
    expect(await billing.query('select operation from a2b_audit order by id')).toEqual([['settle'], ['refill']])
    const { answer, isReplayed } = await move(billing.api)
    expect([isReplayed, answer]).toEqual([true, expect.stringContaining('"current_balance":105.00000')])
    expect(await repair(billing.api)).toEqual([])
  })

  it('is not settled as credited where the card is gone, and stays open', async () => {
    const entry = await leaveOpen()
    await billing.run('delete from cc_card where id = ?', card)
    await expect(settle(billing.api, origin, entry, 'credited')).rejects.toThrow('is gone')
    expect(await findLeftovers(billing.db)).toMatchObject([{ isOpen: true }])
    expect(await billing.query('select 1 from a2b_audit')).toEqual([])
    await settle(billing.api, origin, entry, 'not-credited')
    expect(await findLeftovers(billing.db)).toEqual([])
  })

  it('is settled as not credited: its rows are gone, and its key is free', async () => {
    const id = await leaveOpen()
    await settle(billing.api, origin, id, 'not-credited')
    expect(await billing.query('select 1 from cc_logrefill union all select 2 from cc_logpayment')).toEqual([])
    expect(await move(billing.api)).toMatchObject({ isReplayed: false })
    expect(await billing.balance(card)).toBe('105.00000')
  })

  it('is told by doctor, which only reads, and settled by its repair', async () => {
    const id = await leaveOpen()
    const settings = { A2B_DATABASE_URL: billing.url }
    const told = JSON.parse((await runA2b(['doctor', '--json'], settings)).out) as Report
    const finding = told.findings.find(({ code }) => code === 'money-movements-open')
    expect(finding).toMatchObject({ severity: 'error', next: expect.stringContaining(`--settle ${id}=credited`) })
    expect(finding?.details?.[0]).toContain(`entry ${id}: refill, 5.00000 on card ${card}, by admin, key k, begun `)
    expect(finding?.details?.[0]).toContain('log rows cc_logrefill 1, cc_logpayment 1; the balance is 100.00000 now')
    expect(await billing.query('select 1 from a2b_money_run')).toEqual([])

    expect((await runA2b(['doctor', '--settle', `${id}=credited`], settings)).err).toContain('give --repair, too')
    expect((await runA2b(['doctor', '--repair', '--settle', `${id}=paid`], settings)).err).toContain('write it as')
    expect(await findLeftovers(billing.db)).toHaveLength(1)
    const settled = await runA2b(['doctor', '--json', '--repair', '--settle', `${id}=not-credited`], settings)
    expect(settled.err).toContain(`entry ${id}: refill, 5.00000 on card ${card}: settled as not-credited`)
    expect((JSON.parse(settled.out) as Report).findings.map(({ code }) => code)).not.toContain('money-movements-open')
    expect(await findLeftovers(billing.db)).toEqual([])
    expect(await billing.query('select operation, user_name, changes from a2b_audit')).toEqual([
      ['settle', 'a2b doctor', `{"journal entry ${id}":["open","not-credited"]}`],
    ])
  })

  it('is settled by nobody where it can be finished', async () => {
    await expect(settle(billing.api, origin, '4711', 'credited')).rejects.toThrow('no entry 4711')
  })
})
