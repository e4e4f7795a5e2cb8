/** Reports by the client, held against SQL: amounts with all their digits. */
import { createClient } from 'a2billing-api/client'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase('reports of the client', () => {
  let api: TestApi
  let connection: Connection
  let client: ReturnType<typeof createClient>
  beforeAll(async () => {
    api = await startTestApi({ engine: 'InnoDB', rows: true })
    connection = await createConnection({ uri: api.database.url })
    client = createClient({ baseUrl: api.url, credentials: ADMIN })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const one = async (text: string): Promise<RowDataPacket | undefined> =>
    (await connection.query<RowDataPacket[]>(text))[0][0]
  const january = { from: '2026-01-01', to: '2026-02-01' }

  it('traffic', async () => {
    await connection.query('UPDATE cc_call SET buycost = 123456789.12345 WHERE id_trunk = 2 LIMIT 1')
    const want =
      await one(`SELECT COUNT(*) AS calls, SUM(CAST(sessionbill AS DECIMAL(30, 5))) AS sell, SUM(buycost) AS buy
      FROM cc_call WHERE starttime >= '2026-01-01' AND starttime < '2026-02-01' AND id_trunk IN (1, 2)`)
    const { total, rows } = await client.report.traffic({ ...january, by: 'trunk', trunk: [1, 2], order: '-margin' })
    expect(total).toMatchObject({ calls: Number(want?.['calls']), sell: want?.['sell'], buy: want?.['buy'] })
    expect(rows.map(({ key }) => key).sort()).toEqual([1, 2])
    expect(typeof total.minutes).toBe('number')
  })

  it('money', async () => {
    await connection.query(
      "INSERT INTO cc_logrefill (date, credit, card_id) VALUES ('2026-01-05 10:00:00', 98765432.10123, 1)",
    )
    const want = await one(
      "SELECT COUNT(*) AS n, SUM(credit) AS amount FROM cc_logrefill WHERE date >= '2026-01-01' AND date < '2026-02-01'",
    )
    const { total, rows } = await client.report.money({ ...january, by: 'month' })
    expect(total.refills).toEqual({ count: Number(want?.['n']), amount: want?.['amount'] })
    expect(rows).toHaveLength(1)
  })

  it('who runs out', async () => {
    await connection.query(
      'UPDATE cc_call SET starttime = NOW() - INTERVAL 1 HOUR, card_id = 5, sessionbill = 100 LIMIT 1',
    )
    await connection.query('UPDATE cc_card SET credit = 12.34567, status = 1, typepaid = 0 WHERE id = 5')
    const { customers } = await client.report.runningOut({ days: 7, within: 365, limit: 500 })
    expect(customers.find(({ card_id }) => card_id === 5)).toMatchObject({
      balance: '12.34567',
      available: '12.34567',
      spent: expect.stringMatching(/^\d+\.\d+$/),
      spent_a_day: expect.stringMatching(/^\d+\.\d+$/),
      days_left: expect.any(Number),
    })
  })

  it('throws what it may not', async () => {
    const { key } = await client.issueKey({ name: 'no reports', grants: 'card:get' })
    const few = createClient({ baseUrl: api.url, credentials: { key } })
    await expect(few.report.traffic(january)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
