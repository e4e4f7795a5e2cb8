/** What stops the start, and what the tests of the hard cases themselves would notice. */
import { createConnection } from 'mysql2/promise'
import { expect, it } from 'vitest'
import { startApi } from '../../../src/server.ts'
import { noDrift } from '../../helpers/drift.ts'
import { generateByTheLines } from '../../helpers/generated-api.ts'
import { createTestDatabase, describeDatabase } from '../../helpers/mariadb.ts'
import * as snapshots from '../../helpers/snapshot.ts'

describeDatabase("a table called user that is another program's", () => {
  it('stops the start, naming what it lacks', async () => {
    const database = await createTestDatabase()
    const connection = await createConnection(database.url)
    await connection.query('create table user (id int primary key, username varchar(9), mail varchar(9))')
    const env = { A2B_DATABASE_URL: database.url, A2B_PORT: '0', A2B_LOG_LEVEL: 'silent' }
    await expect(startApi(env, { print: () => undefined, checkDrift: noDrift })).rejects.toThrow(
      'The table "user" of this database belongs to another program: it lacks password, active, admin',
    )
    await connection.end()
    await database.drop()
  })
})

it('the line reader of these tests sees what is wrong', () => {
  const two = ['Foo', 'foo'].map((name) => snapshots.table(name, [snapshots.id]))
  expect(generateByTheLines({ format: 1, tables: two }).refusals).toHaveLength(1)
  expect(() =>
    generateByTheLines({ format: 1, tables: [snapshots.table('t', [snapshots.column('x', 'mystery')])] }),
  ).toThrow('mystery')
})
