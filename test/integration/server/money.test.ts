import { admin, from } from '../../helpers/callers.ts'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ApiError } from '../../../src/errors.ts'
import { chargeCard } from '../../../src/plugins/charge.ts'
import { refillCard } from '../../../src/plugins/refill.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { hostOn, openBilling } from './billing.ts'
import type { Billing } from './billing.ts'

const origin = from(admin)
const LOGS = ['cc_logrefill', 'cc_logpayment', 'cc_charge']

describeDatabase.each([undefined, 'InnoDB'] as const)('money on %s tables', (engine) => {
  let billing: Billing
  let card: string
  beforeAll(async () => {
    billing = await openBilling(engine)
  })
  afterAll(() => billing.close())
  beforeEach(async () => {
    for (const table of LOGS) await billing.run(`truncate ${table}`)
    card = await billing.addCard({ credit: '6506.00000', vat: '19.6', id_group: 2 })
  })

  const refill = async (credit: string, cardId = card): Promise<string> =>
    (await refillCard(billing.host, { origin, cardId, credit })).answer
  const refillNet = async (credit: string, cardId = card): Promise<string> =>
    (await refillCard(hostOn(billing.api, { vat: 'net' }), { origin, cardId, credit })).answer
  const charge = async (amount: string, cardId = card): Promise<string> =>
    (await chargeCard(billing.host, { origin, cardId, amount })).answer

  async function logged(): Promise<number[]> {
    const counts = LOGS.map((table) => billing.query(`select count(*) from ${table}`))
    return (await Promise.all(counts)).map(([row]) => Number(row?.[0]))
  }

  async function refusalOf(work: Promise<unknown>): Promise<ApiError> {
    const outcome = await work.catch((error: unknown) => error)
    expect(outcome).toBeInstanceOf(ApiError)
    return outcome as ApiError
  }

  it('a refill raises the balance and answers the seven fields, exact', async () => {
    const answer = await refill('5.00000')
    expect(answer).toBe(
      `{"card_id":${card},"credit_without_vat":4.18060,"credited":5.00000,"current_balance":6511.00000,` +
        '"logpayment_id":1,"logrefill_id":1,"vat":19.6}',
    )
    expect(await billing.balance(card)).toBe('6511.00000')
  })

  it('a refill writes both logs, linked, dated by the database, with the agent of the group', async () => {
    await refill('5.00000')
    const now = 'abs(timestampdiff(second, date, now())) < 60'
    expect(
      await billing.query(`select card_id, credit, refill_type, added_invoice, agent_id, ${now} from cc_logrefill`),
    ).toEqual([[card, '5.00000', 0, 0, '77', expect.anything()]])
    const payment = `select card_id, payment, payment_type, added_refill, id_logrefill, agent_id, ${now} from cc_logpayment`
    expect(await billing.query(payment)).toEqual([[card, '5.00000', 0, 1, '1', '77', expect.anything()]])
    const undated = `select 1 from cc_logrefill where not ${now} union all select 1 from cc_logpayment where not ${now}`
    expect(await billing.query(undated)).toEqual([])
  })

  it('a refill of a card whose group has no agent names none', async () => {
    const other = await billing.addCard({ id_group: 1 })
    const orphan = await billing.addCard({ id_group: 999 })
    await refill('1.00000', other)
    await refill('1.00000', orphan)
    expect(await billing.query('select agent_id from cc_logrefill')).toEqual([[null], [null]])
  })

  it.each([
    { vat: '0', credit: '7.12345', net: '7.12345' },
    { vat: '20', credit: '12.00000', net: '10.00000' },
    { vat: '7.7', credit: '0.00001', net: '0.00001' },
    { vat: '300', credit: '0.00002', net: '0.00001' },
    { vat: '19.6', credit: '9999999.99999', net: '8361204.01337' },
  ])('with a VAT of $vat, $credit is $net', async ({ vat, credit, net }) => {
    const taxed = await billing.addCard({ vat })
    const answer = await refill(credit, taxed)
    expect(answer).toContain(`"credit_without_vat":${net},"credited":${credit}`)
    expect(answer).toContain(`"vat":${vat}}`)
  })

  it('A2Billing’s own rule credits the amount without VAT and logs what was paid', async () => {
    const answer = await refillNet('11.96000')
    expect(answer).toContain('"credit_without_vat":10.00000,"credited":10.00000,"current_balance":6516.00000')
    expect(await billing.query('select credit from cc_logrefill')).toEqual([['10.00000']])
    expect(await billing.query('select payment from cc_logpayment')).toEqual([['11.96000']])
  })

  it('A2Billing’s own rule refuses an amount of which nothing is left', async () => {
    const taxed = await billing.addCard({ vat: '1000' })
    expect(await refusalOf(refillNet('0.00001', taxed))).toMatchObject({ status: 422 })
    expect(await logged()).toEqual([0, 0, 0])
  })

  it('a charge lowers the balance and is marked as paid by it', async () => {
    const answer = await charge('5.00000')
    expect(answer).toBe(`{"amount":5.00000,"card_id":${card},"charge_id":1,"current_balance":6501.00000}`)
    const row = 'select id_cc_card, amount, chargetype, charged_status, invoiced_status, id_cc_did from cc_charge'
    expect(await billing.query(row)).toEqual([[card, expect.anything(), 4, 1, 0, '0']])
    const undated = 'select 1 from cc_charge where abs(timestampdiff(second, creationdate, now())) > 60'
    expect(await billing.query(undated)).toEqual([])
    expect(await billing.balance(card)).toBe('6501.00000')
  })

  it('a charge may take the balance below zero', async () => {
    expect(await charge('10000.00000')).toContain('"current_balance":-3494.00000')
  })

  it('a charge that the FLOAT column would round is refused', async () => {
    const error = await refusalOf(charge('12345.67000'))
    expect(error).toMatchObject({ code: 'invalid_value', errors: [{ pointer: '/amount' }] })
    expect(error.message).toContain('cc_charge.amount keeps 6 significant digits')
    expect(await logged()).toEqual([0, 0, 0])
  })

  it('an unknown card is 404, and nothing is written', async () => {
    for (const id of ['999999', '9223372036854775807', '9999999999999999999']) {
      expect(await refusalOf(refill('5.00000', id))).toMatchObject({ code: 'not_found', status: 404 })
      expect(await refusalOf(charge('5.00000', id))).toMatchObject({ code: 'not_found', status: 404 })
    }
    expect(await logged()).toEqual([0, 0, 0])
  })

  it('a balance that would leave its column is 422, and nothing is written', async () => {
    const full = await billing.addCard({ credit: '9999999999.00000' })
    const owing = await billing.addCard({ credit: '-9999999999.00000' })
    expect(await refusalOf(refill('1.00000', full))).toMatchObject({ status: 422, errors: [{ pointer: '/credit' }] })
    expect(await refusalOf(charge('1.00000', owing))).toMatchObject({ status: 422, errors: [{ pointer: '/amount' }] })
    expect([await billing.balance(full), await billing.balance(owing)]).toEqual([
      '9999999999.00000',
      '-9999999999.00000',
    ])
    expect(await logged()).toEqual([0, 0, 0])
  })

  it('gives no card the serial number of another', async () => {
    await billing.run('insert ignore into cc_card_seria (id, name, value) values (5, ?, 100)', 'series')
    const plain = await billing.addCard({})
    // On every connection of the pool, a card of a series has just been numbered.
    const numbering = Array.from({ length: 8 }, () =>
      billing.db.session(async (session) => {
        await session.write({ sql: 'set @serial = 4711', parameters: [] })
        await session.readRows({ sql: 'select sleep(0.05)', parameters: [] })
      }),
    )
    await Promise.all(numbering)
    await refill('1.00000', plain)
    await charge('1.00000', plain)
    expect(await billing.query('select serial from cc_card where id = ?', plain)).toEqual([[null]])
  })

  it('takes the log rows back when the balance cannot be moved', async () => {
    await billing.run(
      "create trigger refuse before update on cc_card for each row follows cc_card_serial_update signal sqlstate '45000'",
    )
    try {
      expect(await refusalOf(refill('5.00000'))).toMatchObject({ status: 422 })
      expect(await refusalOf(charge('5.00000'))).toMatchObject({ status: 422 })
    } finally {
      await billing.run('drop trigger refuse')
    }
    expect(await logged()).toEqual([0, 0, 0])
    expect(await billing.balance(card)).toBe('6506.00000')
  })

  it('says what became of it when the connection breaks during the movement, again and again', async () => {
    // As long as a statement may run at all.
    await billing.run(
      'create trigger wait before update on cc_card for each row follows cc_card_serial_update do sleep(60)',
    )
    try {
      const over = new AbortController()
      const refused = refusalOf(refill('5.00000')).finally(() => over.abort())
      const running =
        "select id from information_schema.processlist where db = database() and info like '%sleep(60)%' and id <> connection_id()"
      while (!over.signal.aborted) {
        const [row] = await billing.query(running)
        if (row) await billing.run(`kill connection ${row[0]}`).catch(() => undefined)
        await delay(20)
      }
      const error = await refused
      if (engine === 'InnoDB') {
        expect(error).toMatchObject({ code: 'database_unavailable', headers: { 'Retry-After': expect.anything() } })
        expect(await logged()).toEqual([0, 0, 0])
        expect(await billing.balance(card)).toBe('6506.00000')
      } else {
        expect(error).toMatchObject({ code: 'outcome_unknown', message: expect.stringContaining('not known') })
        expect(error.headers).not.toHaveProperty('Retry-After')
      }
    } finally {
      await billing.run('drop trigger wait')
    }
  })

  it('the balance is exact after 200 refills and 100 charges at once', async () => {
    const moves = [
      ...Array.from({ length: 200 }, () => ({ make: refill, amount: randomAmount() })),
      ...Array.from({ length: 100 }, () => ({ make: charge, amount: -randomAmount() })),
    ].sort(() => Math.random() - 0.5)
    const before = units(await billing.balance(card))
    await atOnce(16, moves, ({ make, amount }) => make(decimal(amount < 0n ? -amount : amount)))
    const total = moves.reduce((sum, { amount }) => sum + amount, 0n)
    expect(units(await billing.balance(card))).toBe(before + total)
    expect(await logged()).toEqual([200, 200, 100])
    const orphans =
      'select 1 from cc_logpayment p left join cc_logrefill r on r.id = p.id_logrefill where r.credit is null or r.credit <> p.payment'
    expect(await billing.query(orphans)).toEqual([])
  })

  it('every answer has the balance right after its own movement', async () => {
    const before = units(await billing.balance(card))
    const answers: string[] = []
    await atOnce(16, Array.from({ length: 100 }), async () => {
      answers.push(await refill('0.00001'))
    })
    const balances = answers.map((answer) => /"current_balance":([\d.]+)/.exec(answer)?.[1])
    const each = Array.from({ length: 100 }, (_, index) => decimal(before + BigInt(index + 1)))
    expect(balances.sort()).toEqual(each)
  })

  it('and reading before writing would have lost some', async () => {
    const before = units(await billing.balance(card))
    await atOnce(16, Array.from({ length: 200 }), async () => {
      const balance = units(await billing.balance(card))
      await billing.run('update cc_card set credit = ? where id = ?', decimal(balance + 100_000n), card)
    })
    expect(units(await billing.balance(card))).toBeLessThan(before + 200n * 100_000n)
  })
})

describeDatabase('money in an older A2Billing', () => {
  it('does without the columns that came later', async () => {
    const billing = await openBilling()
    const later = new Set(['agent_id', 'id_agent', 'vat', 'charged_status'])
    const resources = new Map(
      [...billing.api.resources].map(([name, resource]) => [
        name,
        { ...resource, columns: resource.columns.filter((column) => !later.has(column.name)) },
      ]),
    )
    await billing.run('alter table cc_logrefill drop agent_id')
    await billing.run('alter table cc_logpayment drop agent_id')
    await billing.run('alter table cc_card_group drop id_agent')
    await billing.run('alter table cc_charge drop charged_status')
    const card = await billing.addCard({ credit: '1.00000' })
    await billing.run('alter table cc_card drop vat')
    const host = hostOn({ ...billing.api, resources }, { vat: 'net' })
    const { answer } = await refillCard(host, { origin, cardId: card, credit: '5.00000' })
    expect(answer).toContain(
      '"credit_without_vat":5.00000,"credited":5.00000,"current_balance":6.00000,"logpayment_id":1,"logrefill_id":1,"vat":0',
    )
    expect((await chargeCard(host, { origin, cardId: card, amount: '2.00000' })).answer).toContain(
      '"current_balance":4.00000',
    )
    await billing.close()
  })
})

/** Runs `work` on every item, by as many clients as there are. */
async function atOnce<T>(clients: number, items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = items.values()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const item of left) await work(item)
    }),
  )
}

/** Of 0.00001, up to six significant digits. */
function randomAmount(): bigint {
  return BigInt(1 + Math.floor(Math.random() * 999_999))
}

function units(decimalText: string): bigint {
  const [whole = '', decimals = ''] = decimalText.split('.')
  return BigInt(whole + decimals.padEnd(5, '0'))
}

function decimal(amount: bigint): string {
  const digits = String(amount).padStart(6, '0')
  return `${digits.slice(0, -5)}.${digits.slice(-5)}`
}
