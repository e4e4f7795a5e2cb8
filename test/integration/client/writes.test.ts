/** The client's writes on both engines: only what nobody has changed, many rows, several tables, trials. SQL says what was done. */
import { createClient, PartlyDoneError, ProblemError, RowChangedError, tagOf } from 'a2billing-api/client'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase.each(['InnoDB', undefined] as const)('writes of the client (%s)', (engine) => {
  const isInnoDB = engine === 'InnoDB'
  let api: TestApi
  let connection: Connection
  let client: ReturnType<typeof createClient>
  beforeAll(async () => {
    api = await startTestApi({ engine, rows: true })
    connection = await createConnection({ uri: api.database.url })
    client = createClient({ baseUrl: api.url, credentials: ADMIN })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const sql = async (text: string): Promise<RowDataPacket[]> => (await connection.query<RowDataPacket[]>(text))[0]
  const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )
  const card = (username: string) => ({ username, useralias: username, uipass: 'x', credit: '5', tariff: 1 })

  it('changes and deletes what it has seen, and nothing else', async () => {
    const seen = await client.read('card', 7)
    const changed = await client.update('card', 7, { city: 'Lyon' }, { ifMatch: tagOf(seen) })
    const late = await thrownBy(client.update('card', 7, { city: 'Nice' }, { ifMatch: tagOf(seen) }))
    expect(late).toBeInstanceOf(RowChangedError)
    expect(late).toBeInstanceOf(ProblemError)
    expect(late).toMatchObject({ name: 'RowChangedError', code: 'precondition_failed', status: 412 })
    // The tag of the answer is the new one.
    await client.update('card', 7, { city: 'Paris' }, { ifMatch: tagOf(changed) })
    const group = await client.create('cardgroup', { name: 'short-lived' })
    await client.update('cardgroup', group.id, { name: 'renamed' })
    await expect(client.remove('cardgroup', group.id, { ifMatch: tagOf(group) })).rejects.toThrow(RowChangedError)
    expect(await sql(`SELECT name FROM cc_card_group WHERE id = ${group.id}`)).toEqual([{ name: 'renamed' }])
    await client.remove('cardgroup', group.id, { ifMatch: tagOf(await client.read('cardgroup', group.id)) })
    const [first] = (await client.list('card', { limit: 1 })).objects
    expect(() => tagOf(first ?? {})).toThrow('no tag')
  })

  it('reads again and decides anew where somebody was faster', async () => {
    await client.update('card', 8, { lastname: '0' })
    const add = () => client.change('card', 8, ({ lastname }) => ({ lastname: String(Number(lastname) + 1) }))
    await Promise.all([add(), add(), add()])
    expect(await sql('SELECT lastname FROM cc_card WHERE id = 8')).toEqual([{ lastname: '3' }])
    // The control: without the tag, changes are lost.
    const seen = await Promise.all([client.read('card', 8), client.read('card', 8)])
    for (const { lastname } of seen) await client.update('card', 8, { lastname: String(Number(lastname) + 1) })
    expect(await sql('SELECT lastname FROM cc_card WHERE id = 8')).toEqual([{ lastname: '4' }])
    expect(await client.change('card', 8, () => undefined)).toMatchObject({ lastname: '4' })
  })

  it('gives up after as many attempts as it was told', async () => {
    let asked = 0
    const meddled = client.change(
      'card',
      8,
      async () => {
        await client.update('card', 8, { firstname: `meddled ${++asked}` })
        return { firstname: 'never' }
      },
      { attempts: 2 },
    )
    await expect(meddled).rejects.toThrow(RowChangedError)
    expect(asked).toBe(2)
    expect(await sql('SELECT firstname FROM cc_card WHERE id = 8')).toEqual([{ firstname: 'meddled 2' }])
  })

  it('creates many rows, and says plainly what was done in part', async () => {
    const made = await client.createMany('card', [card('client1'), card('client2')], { reason: 'import' })
    expect(made.map(({ username, credit }) => [username, credit])).toEqual([
      ['client1', '5.00000'],
      ['client2', '5.00000'],
    ])
    const failed = await thrownBy(client.createMany('card', [card('client3'), card('client1'), card('client4')]))
    const stored = await sql("SELECT username FROM cc_card WHERE username IN ('client3', 'client4') ORDER BY id")
    if (isInnoDB) {
      expect(failed).toMatchObject({ code: 'duplicate_key', errors: [{ pointer: expect.stringMatching('^/1') }] })
      expect(stored).toEqual([])
    } else {
      expect(failed).toBeInstanceOf(PartlyDoneError)
      expect(failed).toMatchObject({
        done: 2,
        rows: [{ username: 'client3', credit: '5.00000' }, null, { username: 'client4' }],
        problems: [{ pointer: '/1', code: 'duplicate_key', status: 409 }],
      })
      expect(stored).toHaveLength(2)
    }
  })

  it('creates one or changes the one that is there', async () => {
    const currency = { currency: 'XTS', name: 'Test', value: '1.5' }
    const made = await client.upsert('currencies', currency, 'currency')
    const changed = await client.upsert('currencies', { ...currency, name: 'Tested' }, ['currency'])
    expect(changed).toEqual({ ...made, name: 'Tested' })
    await client.update('currencies', made.id, { name: 'Tested again' }, { ifMatch: tagOf(changed) })
  })

  it('adds to numbers', async () => {
    await client.update('card', 9, { max_concurrent: 3, creditlimit: 10 })
    const add = () => client.update('card', 9, { max_concurrent: { $increment: 1 }, creditlimit: { $increment: '-2' } })
    await Promise.all([add(), add()])
    expect(await sql('SELECT max_concurrent AS n, creditlimit AS l FROM cc_card WHERE id = 9')).toEqual([
      { n: 5, l: 6 },
    ])
  })

  it('writes to all rows that meet filters, and to no more than it was told', async () => {
    await client.createMany('callerid', [
      { cid: '4401', id_cc_card: 9 },
      { cid: '4402', id_cc_card: 9 },
      { cid: '4403', id_cc_card: 9 },
    ])
    const filter = { id_cc_card: 9, cid__in: ['4401', '4402', '4403'] }
    const many = await thrownBy(client.updateWhere('callerid', filter, { activated: 'f' }, { maxAffected: 2 }))
    expect(many).toMatchObject({ code: 'too_many_affected' })
    expect(await client.updateWhere('callerid', filter, { activated: 'f' }, { maxAffected: 3 })).toBe(3)
    expect(await client.removeWhere('callerid', { cid: '4401' }, { maxAffected: 1, reason: 'gone' })).toBe(1)
    expect(await sql("SELECT cid, activated FROM cc_callerid WHERE cid LIKE '440_' ORDER BY cid")).toEqual([
      { cid: '4402', activated: 'f' },
      { cid: '4403', activated: 'f' },
    ])
    // Two cannot have one number: on InnoDB neither is changed, elsewhere one is.
    const same = await thrownBy(client.updateWhere('callerid', filter, { cid: '4409' }, { maxAffected: 3 }))
    if (isInnoDB) expect(same).toMatchObject({ code: 'duplicate_key' })
    else expect(same).toMatchObject({ name: 'PartlyDoneError', done: 1, problems: [{ code: 'duplicate_key' }] })
    expect(await sql("SELECT COUNT(*) AS n FROM cc_callerid WHERE cid = '4409'")).toEqual([{ n: isInnoDB ? 0 : 1 }])
  })

  it('answers nothing to who wants nothing', async () => {
    expect(await client.update('card', 10, { city: 'Rome' }, { minimal: true })).toBeUndefined()
    expect(await sql('SELECT city FROM cc_card WHERE id = 10')).toEqual([{ city: 'Rome' }])
  })

  it('tries without doing', async () => {
    const before = await sql('SELECT * FROM cc_card WHERE id = 11')
    const tried = await client.update('card', 11, { city: 'Oslo' }, { dryRun: true })
    if (isInnoDB) expect(tried).toMatchObject({ id: 11, city: 'Oslo' })
    else expect(tried).toBeUndefined()
    expect(await client.create('callerid', { cid: '4499' }, { dryRun: true })).toEqual(
      isInnoDB ? expect.objectContaining({ cid: '4499' }) : undefined,
    )
    const counted = await client.removeWhere('callerid', { cid__startswith: '440' }, { maxAffected: 9, dryRun: true })
    expect(counted).toBe(isInnoDB ? 2 : undefined)
    await client
      .remove('card', 11, { dryRun: true })
      .catch((error: ProblemError) => expect(error.code).toBe('has_dependants'))
    const wrong = await thrownBy(client.update('card', 11, { status: 999999999999 }, { dryRun: true }))
    expect(wrong).toMatchObject({ code: 'invalid_value' })
    expect(await sql('SELECT * FROM cc_card WHERE id = 11')).toEqual(before)
    expect(await sql("SELECT * FROM cc_callerid WHERE cid = '4499'")).toEqual([])
  })

  it('writes to several tables, all or nothing', async () => {
    const seen = await client.read('card', 12)
    const [gone] = (await client.list('callerid', { limit: 1, ordering: '-id' })).objects
    const batch = () =>
      client.batch(
        [
          { update: 'card', key: 12, changes: { city: 'Batch' }, ifMatch: tagOf(seen) },
          { create: 'ratecard', row: { idtariffplan: 1, dialprefix: '4498', rateinitial: '0.12345' } },
          { remove: 'callerid', key: gone?.id ?? 0 },
        ],
        { reason: 'moved' },
      )
    if (!isInnoDB) {
      expect(await thrownBy(batch())).toMatchObject({ code: 'cannot_roll_back' })
      return
    }
    const [changed, rate, removed] = await batch()
    expect([changed.city, changed.credit, removed]).toEqual(['Batch', seen.credit, undefined])
    expect(rate).toMatchObject({ dialprefix: '4498', rateinitial: '0.12345' })
    expect(await sql(`SELECT id FROM cc_callerid WHERE id = ${gone?.id}`)).toEqual([])
    await client.update('card', 12, { city: 'After' }, { ifMatch: tagOf(changed) })
    // The tag is old now, so none of it is done.
    const refused = await thrownBy(batch())
    expect(refused).toBeInstanceOf(RowChangedError)
    expect(await sql("SELECT COUNT(*) AS n FROM cc_ratecard WHERE dialprefix = '4498'")).toEqual([{ n: 1 }])
    const trial = await client.batch([{ update: 'card', key: 12, changes: { city: 'Trial' } }], { dryRun: true })
    expect(trial?.[0].city).toBe('Trial')
    expect(await sql('SELECT city FROM cc_card WHERE id = 12')).toEqual([{ city: 'After' }])
  })
})
