/** With a driver whose packets are not what they are taken for, rows are read the ordinary way. */
import { expect, it, vi } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import * as jsonRows from '../../../src/db/json-rows.ts'
import { int, unsigned, varchar } from '../../../src/resources/column-types.ts'
import { makeCsvRowWriter } from '../../../src/resources/csv-row-writer.ts'
import { OrderWriter } from '../../../src/resources/order-writer.ts'
import { makeRowWriter } from '../../../src/resources/row-writer.ts'
import { createTestDatabase, describeDatabase } from '../../helpers/mariadb.ts'

vi.mock('../../../src/db/packet-query.ts', async (original) => ({
  ...(await original<object>()),
  queryPackets: vi.fn(() => {
    throw new Error('Rows were read from their packets')
  }),
}))

vi.mock('../../../src/db/json-rows.ts', async (original) => {
  const real: typeof jsonRows = await original()
  return {
    ...real,
    // As when a step of the query throws: the driver gives the connection up.
    probe: vi.fn(async (connection: { destroy(): void }) => {
      connection.destroy()
      return false
    }),
    queryJson: vi.fn(() => {
      throw new Error('Rows were read from their packets')
    }),
  }
})

describeDatabase('a driver that cannot be told what to do with packets', () => {
  it('is used the ordinary way, on another connection', async () => {
    const database = await createTestDatabase()
    const db = openDb({ url: database.url })
    try {
      const writer = makeRowWriter([
        { name: 'a', type: int },
        { name: 'b', type: varchar(9, 'utf8mb4') },
      ])
      const sql = `select 1, 'é"' union all select 2, null union all select 3, 'x'`
      const { latin1, count } = await db.readJson({ sql, parameters: [] }, writer, 2)
      expect(Buffer.from(latin1, 'latin1').toString()).toBe('{"a":1,"b":"é\\""},{"a":2,"b":null}')
      expect(count).toBe(3)
      const noting = new OrderWriter(
        writer,
        [
          { name: 'b', type: varchar(9, 'utf8mb4') },
          { name: 'c', type: int },
        ],
        2,
      )
      const ordered = `select 'x', 7, 1, 'a' union all select 'é', null, 2, 'b' union all select 'z', 9, 3, 'c'`
      expect((await db.readJson({ sql: ordered, parameters: [] }, noting, 2)).count).toBe(3)
      expect(noting.last).toEqual(['é', null])
      const pieces: Buffer[] = []
      const sink = {
        // Enough after every piece, for a moment.
        write: (bytes: Buffer) => (pieces.push(bytes), new Promise<void>((resolve) => setTimeout(resolve, 1))),
        signal: new AbortController().signal,
      }
      const csv = makeCsvRowWriter([
        { name: 'a', type: int },
        { name: 'b', type: varchar(9, 'utf8mb4') },
        { name: 'c', type: unsigned.int },
      ])
      const rows = `select seq, if(seq % 2, 'é"', null), lpad(seq, 10, '0') from seq_1_to_5000`
      expect(await db.streamRows({ sql: rows, parameters: [] }, csv, sink)).toBe(5000)
      const lines = Array.from({ length: 5000 }, (_, index) => `${index + 1},${index % 2 ? '' : '"é"""'},${index + 1}`)
      expect(Buffer.concat(pieces).toString()).toBe(['a,b,c', ...lines, ''].join('\r\n'))
      const leaving = new AbortController()
      const streaming = db.streamRows({ sql: 'select seq, sleep(1), 1 from seq_1_to_5000', parameters: [] }, csv, {
        write: () => undefined,
        signal: leaving.signal,
      })
      setTimeout(() => leaving.abort(new Error('gone')), 100)
      await expect(streaming).rejects.toThrow('gone')
      await expect(db.streamRows({ sql: 'select nothing', parameters: [] }, csv, sink)).rejects.toThrow()
      // It is not tried again for the next connection.
      await Promise.all([db.ping(), db.ping(), db.ping()])
      expect(jsonRows.probe).toHaveBeenCalledTimes(1)
      expect(jsonRows.queryJson).not.toHaveBeenCalled()
    } finally {
      await db.close()
      await database.drop()
    }
  })
})
