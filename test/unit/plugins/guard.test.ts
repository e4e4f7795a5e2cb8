import { CompiledQuery, type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { AnyTables } from '../../../src/db/db.ts'
import { guardedDb } from '../../../src/plugins/guarded-db.ts'
import { tableGuard } from '../../../src/plugins/table-guard.ts'
import { offlineDb } from '../../helpers/offline-db.ts'

const check = tableGuard({
  plugin: 'notes',
  uses: new Map([
    ['cc_card', { access: 'write', balances: ['credit'] }],
    ['cc_call', { access: 'read', balances: [] }],
    ['cc_charge', { access: 'add', balances: [] }],
  ]),
  isOwn: (table) => table === 'a2b_notes',
})
const db = guardedDb(offlineDb().kysely, check)

type Query = (db: Kysely<AnyTables>) => { execute(): Promise<unknown> }

describe('a plugin may', () => {
  it.each<[string, Query]>([
    ['read what it declares', (on) => on.selectFrom('cc_call').selectAll()],
    [
      'join, with names of its own',
      (on) =>
        on.selectFrom('cc_call as c').innerJoin('cc_card as k', 'k.id', 'c.card_id').select(['k.id', 'c.sessionid']),
    ],
    [
      'read in a query inside',
      (on) => on.selectFrom((inner) => inner.selectFrom('cc_call').select('id').as('x')).selectAll(),
    ],
    [
      'name a query',
      (on) =>
        on
          .with('x', (inner) => inner.selectFrom('cc_call').select('id'))
          .selectFrom('x')
          .selectAll(),
    ],
    [
      'name a query that goes back to itself',
      (on) =>
        on
          .withRecursive('x', (inner) =>
            inner.selectFrom('cc_card').select('id').union(inner.selectFrom('x').select('id')),
          )
          .selectFrom('x')
          .selectAll(),
    ],
    ['add what it declares to add', (on) => on.insertInto('cc_charge').values({ amount: 1 })],
    ['add a card with its first balance', (on) => on.insertInto('cc_card').values({ credit: 1 })],
    ['change what it declares to write', (on) => on.updateTable('cc_card').set({ email: 'x' }).where('id', '=', 1)],
    ['delete there', (on) => on.deleteFrom('cc_card').where('id', '=', 1)],
    [
      'do all of it in its own',
      (on) => on.insertInto('a2b_notes').values({ id: 1 }).onDuplicateKeyUpdate({ text: 'x' }),
    ],
    ['lock a row', (on) => on.selectFrom('cc_card').selectAll().forUpdate()],
    [
      'write an expression',
      (on) =>
        on
          .selectFrom('cc_call')
          .select(sql<string>`cast(coalesce(${sql.ref('cost')}, '0') as decimal(20, 5)) + ${1}`.as('x'))
          .where(sql<boolean>`starttime > now() - interval 1 day`),
    ],
    ['count', (on) => on.selectFrom('cc_call').select((eb) => eb.fn.countAll().as('n'))],
  ])('%s', async (_, query) => {
    await expect(query(db).execute()).resolves.toBeDefined()
  })
})

describe('a plugin may not', () => {
  const raw =
    (text: string): Query =>
    (on) =>
      on.selectFrom('cc_call').select(sql.raw(text).as('x'))
  it.each<[string, Query, string]>([
    ['read another table', (on) => on.selectFrom('cc_config').selectAll(), 'has not declared the table cc_config'],
    [
      'join one',
      (on) => on.selectFrom('cc_call').innerJoin('cc_config as c', 'c.id', 'cc_call.id').selectAll(),
      'cc_config',
    ],
    [
      'read one inside',
      (on) => on.selectFrom('cc_call').selectAll().where('id', 'in', on.selectFrom('cc_config').select('id')),
      'cc_config',
    ],
    [
      'read one inside an insert',
      (on) =>
        on
          .insertInto('cc_charge')
          .columns(['amount'])
          .expression((eb) => eb.selectFrom('cc_config').select('id')),
      'cc_config',
    ],
    [
      'add together with one',
      (on) => on.selectFrom('cc_call').select('id').union(on.selectFrom('cc_config').select('id')),
      'cc_config',
    ],
    [
      'hide one behind a name',
      (on) =>
        on
          .with('cc_config', (inner) => inner.selectFrom('cc_config').selectAll())
          .selectFrom('cc_config')
          .selectAll(),
      'cc_config',
    ],
    [
      'use a name outside of its query',
      (on) =>
        on
          .selectFrom(
            on
              .with('cc_config', (inner) => inner.selectFrom('cc_call').selectAll())
              .selectFrom('cc_config')
              .selectAll()
              .as('x'),
          )
          .innerJoin('cc_config', 'x.id', 'cc_config.id')
          .selectAll(),
      'cc_config',
    ],
    [
      'write to a name',
      (on) =>
        on
          .with('cc_config', (inner) => inner.selectFrom('cc_call').selectAll())
          .updateTable('cc_config')
          .set({ a: 1 }),
      'cc_config',
    ],
    ['reach into another database', (on) => on.selectFrom('mysql.user').selectAll(), 'the database mysql'],
    ['nor by a schema', (on) => on.withSchema('mysql').selectFrom('cc_card').selectAll(), 'the database mysql'],
    ['add to what it only reads', (on) => on.insertInto('cc_call').values({ id: 1 }), 'needs "add"'],
    ['change what it only reads', (on) => on.updateTable('cc_call').set({ id: 1 }), 'needs "write"'],
    ['change what it may add to', (on) => on.updateTable('cc_charge').set({ amount: 1 }), 'needs "write"'],
    ['overwrite there', (on) => on.replaceInto('cc_charge').values({ amount: 1 }), 'needs "write"'],
    [
      'overwrite there, either',
      (on) => on.insertInto('cc_charge').values({ amount: 1 }).onDuplicateKeyUpdate({ amount: 1 }),
      'needs "write"',
    ],
    [
      'change another by a join',
      (on) => on.updateTable('a2b_notes').innerJoin('cc_call', 'cc_call.id', 'a2b_notes.id').set({ text: 'x' }),
      'needs "write"',
    ],
    ['delete what it only reads', (on) => on.deleteFrom('cc_call'), 'needs "write"'],
    ['move a balance', (on) => on.updateTable('cc_card').set({ credit: 5 }), 'the balance credit'],
    [
      'move it relatively',
      (on) => on.updateTable('cc_card').set((eb) => ({ credit: eb('credit', '+', 1) })),
      'host.money.move',
    ],
    [
      'move it under another name',
      (on) => on.updateTable('cc_card as c').set('c.Credit' as 'credit', 5),
      'the balance',
    ],
    [
      'move it by a join',
      (on) => on.updateTable('a2b_notes').innerJoin('cc_card', 'cc_card.id', 'a2b_notes.id').set({ credit: 5 }),
      'the balance',
    ],
    [
      'move it where there is one already',
      (on) => on.insertInto('cc_card').values({ id: 1 }).onDuplicateKeyUpdate({ credit: 5 }),
      'the balance',
    ],
    ['put a card over another', (on) => on.replaceInto('cc_card').values({ id: 1, credit: 5 }), 'the balance'],
    ['change what it does not name', (on) => on.updateTable('cc_card').set(sql`credit`, 5), 'must name the columns'],
    ['write a statement', (on) => ({ execute: () => sql`select 1`.execute(on) }), 'may not send RawNode'],
    ['make a table', (on) => on.schema.createTable('a2b_notes'), 'may not send CreateTableNode'],
    ['write a table', (on) => on.selectFrom(sql`cc_config`.as('x')).selectAll(), 'may not read from RawNode'],
    [
      'write a join',
      (on) =>
        on
          .selectFrom('cc_call')
          .innerJoin(sql`cc_config`.as('x'), 'x.id', 'cc_call.id')
          .selectAll(),
      'may not read from RawNode',
    ],
    ['read within an expression', raw('(select 1 from cc_config)'), 'may not write "select"'],
    ['end an expression', raw('1) , (2'), 'one expression at a time'],
    [
      'begin another table',
      (on) =>
        on
          .selectFrom('cc_call as a')
          .innerJoin('cc_call as b', (join) => join.on(sql<boolean>`1 = 1, cc_config`))
          .selectAll(),
      'one expression',
    ],
    [
      'add a modifier',
      (on) =>
        on
          .selectFrom('cc_call')
          .selectAll()
          .modifyEnd(sql`, cc_config`),
      'modifiers',
    ],
    ['hide text', raw('1 /*! */'), 'may not write "/*"'],
    ['end a statement', raw('1; drop'), 'may not write ";"'],
    ['set a variable', raw('@serial := 1'), 'may not write "@"'],
    ['quote a name', raw('`cc_config`'), 'may not write "`"'],
    ['break out of a text', raw(String.raw`'\' or '`), 'may not write'],
    [
      'wait',
      (on) => on.selectFrom('cc_call').select((eb) => eb.fn('sleep', [eb.lit(9)]).as('x')),
      'the function sleep',
    ],
    [
      'call what is more than a name',
      (on) => on.selectFrom('cc_call').select((eb) => eb.fn('now() from cc_config', []).as('x')),
      'the function now()',
    ],
    [
      'send what it made elsewhere',
      (on) => ({ execute: () => on.executeQuery(CompiledQuery.raw('select 1')) }),
      'its own handle',
    ],
    ['leave the guard', (on) => on.withoutPlugins().selectFrom('cc_config').selectAll(), 'cc_config'],
    [
      'stream',
      (on) => ({
        async execute() {
          for await (const row of on.selectFrom('cc_call').selectAll().stream()) return row
          return undefined
        },
      }),
      'no streams',
    ],
  ])('%s', async (_, query, message) => {
    const run = async () => query(db).execute()
    await expect(run()).rejects.toThrow(message)
  })

  it('use a handle after its time', async () => {
    const lease = { isOver: false }
    const lent = guardedDb(offlineDb().kysely, check, lease)
    await lent.selectFrom('cc_call').selectAll().execute()
    lease.isOver = true
    await expect(lent.selectFrom('cc_call').selectAll().execute()).rejects.toThrow('after its time had ended')
  })
})

it('the control: without a guard, each of these is sent', async () => {
  const { kysely } = offlineDb()
  await expect(kysely.selectFrom('cc_config').selectAll().execute()).resolves.toEqual([])
  await expect(kysely.updateTable('cc_card').set({ credit: 5 }).execute()).resolves.toBeDefined()
  await expect(
    kysely.selectFrom('cc_call').select(sql.raw('(select 1 from cc_config)').as('x')).execute(),
  ).resolves.toEqual([])
})
