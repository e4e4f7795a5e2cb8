/** Rows read from their packets, several with one query, are what the driver's own rows become, byte for byte. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDemo } from '../../../scripts/demo/create.ts'
import { openDb } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/db.ts'
import { jsonOfRows } from '../../../src/db/json-rows.ts'
import { readsPackets } from '../../../src/db/packet-query.ts'
import { projectionOf } from '../../../src/resources/projection.ts'
import { parseListQuery } from '../../../src/resources/query-string.ts'
import { listStatement } from '../../../src/resources/list-statement.ts'
import type { Api } from '../../../src/resources/api.ts'
import { admin, apiOn } from '../../helpers/callers.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { readRow } from '../../helpers/rows.ts'
import { card } from '../../../generated/resources/card.ts'
import { resources } from '../../../generated/index.ts'

describeDatabase('rows of the demo', () => {
  let database: TestDatabase
  let db: Db
  let api: Api

  beforeAll(async () => {
    database = await createTestDatabase()
    await createDemo({ url: database.url, database: database.name, onProgress() {} })
    db = openDb({ url: database.url })
    api = apiOn(db, resources)
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })

  it('can be read from their packets with this driver', () => {
    expect(readsPackets).toBe(true)
  })

  it('are the same either way, of every table', async () => {
    let rows = 0
    for (const resource of resources.values()) {
      const projection = projectionOf(resource, true)
      const statement = listStatement(api, resource, projection, parseListQuery(api, resource, 'limit=500'))
      const fromPackets = await db.readJson(statement, projection.writer, 400)
      expect(fromPackets, resource.name).toEqual(jsonOfRows(await db.readRows(statement), projection.writer, 400))
      rows += fromPackets.count
    }
    expect(rows).toBeGreaterThan(5000)
  })

  it('that are asked for at once are those that are asked for one by one', async () => {
    const known = (await db.readRows({ sql: 'select id from cc_card order by id', parameters: [] })).map(([id]) => id)
    const keys = [...known.slice(0, 150), 999_999, ...known.slice(0, 20), 0].map(String)
    const read = (key: string): Promise<string> => readRow(api, card, admin, key).catch((error: Error) => error.message)
    const together = await Promise.all(keys.map(read))
    const alone: string[] = []
    for (const key of keys) alone.push(await read(key))
    expect(together).toEqual(alone)
    expect(together.at(150)).toBe('No card has the key "999999".')
    expect(new Set(together).size).toBe(152)
  })

  it('fail with what the database says, and the connection serves the next', async () => {
    const { writer } = projectionOf(card, true)
    const read = (sql: string) => db.readJson({ sql, parameters: [] }, writer, 1)
    await expect(read('select no_such_column from cc_card')).rejects.toThrow()
    await expect(read('select id, credit from cc_card limit 1')).rejects.toThrow()
    await expect(read('delete from cc_card where id = -1')).rejects.toThrow()
    expect(JSON.parse(await readRow(api, card, admin, '1')).id).toBe(1)
  })
})
