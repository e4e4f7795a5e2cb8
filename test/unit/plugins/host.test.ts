import { describe, expect, it } from 'vitest'
import { createLog } from '../../../src/http/log.ts'
import type { Money } from '../../../src/money/money.ts'
import type { LoadedPlugin } from '../../../src/plugins/load.ts'
import { hostPlugins } from '../../../src/plugins/host.ts'
import type { Plugin } from '../../../src/plugins/plugin.ts'
import { bigint } from '../../../src/resources/column-types.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { StartError } from '../../../src/start-error.ts'
import { admin, from } from '../../helpers/callers.ts'
import { offlineDb } from '../../helpers/offline-db.ts'
import { hosted, noMoney, noUsers } from '../../helpers/plugins.ts'
import { offlineApi } from '../http/serve.ts'

const card: Resource = {
  name: 'card',
  table: 'cc_card',
  primaryKey: ['id'],
  columns: [{ name: 'id', type: bigint }],
  relations: {},
}
const api = { ...offlineApi(new Map([['card', card]])), db: offlineDb() }
const note: Resource = { ...card, name: 'note', table: 'a2b_notes', readOnly: 'No.' }
const migrations = [
  { id: '1', up: ['create table a2b_notes (id int) engine = InnoDB'], down: ['drop table a2b_notes'] },
]
const lines: Record<string, unknown>[] = []
const log = createLog('warn', { write: (line: string) => void lines.push(JSON.parse(line)) })

describe('a plugin of the operator', () => {
  it.each<[string, Partial<Plugin>, string]>([
    [
      'that names a table which is not there',
      { tables: { cc_crad: { access: 'read' } } },
      'Plugin "notes" (./notes): the table cc_crad is not there, or excluded in a2b.config.ts. Did you mean "cc_card"?',
    ],
    [
      'whose hook is on no resource',
      { hooks: { crad: {} } },
      'Plugin "notes" (./notes): there is no resource crad. Did you mean "card"?',
    ],
    [
      "that serves a table of A2Billing's",
      { resources: [{ ...note, table: 'cc_card' }] },
      'Plugin "notes", resource note: the table cc_card is not its own.',
    ],
    [
      'that calls a resource as another is called',
      { migrations, resources: [{ ...note, name: 'card' }] },
      'Plugin "notes", resource card: this is the name of the table cc_card already.',
    ],
    [
      'that refers to what is not there',
      { migrations, resources: [{ ...note, relations: { id: { resource: 'crad', column: 'id' } } }] },
      'resource note: id refers to crad.id, and there is no resource crad. Did you mean "card"?',
    ],
    [
      'that refers to a column which is not there',
      { migrations, resources: [{ ...note, relations: { id: { resource: 'card', column: 'ip' } } }] },
      'resource note: id refers to card.ip, and there is no such column. Did you mean "id"?',
    ],
  ])('%s is refused', (_, declared, message) => {
    const run = () => hosted([{ api: 1, name: 'notes', ...declared }], api)
    expect(run).toThrow(StartError)
    expect(run).toThrow(message)
  })

  it('adds its resources to those that relations lead to', () => {
    const { api: full } = hosted([{ api: 1, name: 'notes', migrations, resources: [note] }], api)
    expect([...full.resources.keys()]).toEqual(['card', 'note'])
    expect([...api.resources.keys()]).toEqual(['card'])
  })
})

it('what comes with the server is left out, and what starts after it, and the log says why', () => {
  const loaded: LoadedPlugin[] = [
    { plugin: { api: 1, name: 'first', tables: { cc_nowhere: { access: 'read' } } }, settings: {} },
    { plugin: { api: 1, name: 'notes', after: ['first'], migrations, resources: [note] }, settings: {} },
    { plugin: { api: 1, name: 'third' }, settings: {} },
  ]
  lines.length = 0
  const { plugins, api: full } = hostPlugins(loaded, { api, money: () => noMoney, users: noUsers, log, hookSeconds: 1 })
  expect(plugins.map(({ plugin }) => plugin.name)).toEqual(['third'])
  expect([...full.resources.keys()]).toEqual(['card'])
  expect(lines).toMatchObject([
    { plugin: 'first', missing: ['the table cc_nowhere is not there, or excluded in a2b.config.ts'] },
    { plugin: 'notes', missing: ['the plugin "first", after which it starts, is left out'] },
  ])
})

it('whatever way leads to the database, it ends at what the plugin declares', async () => {
  const db = offlineDb()
  const money: Money = {
    ...noMoney,
    move: async (_, plan) => {
      await plan(db)
      return { answer: '{}', isReplayed: false }
    },
  }
  const { plugins } = hosted(
    [{ api: 1, name: 'notes', tables: { cc_card: { access: 'read' } } }],
    { ...api, db },
    { money },
  )
  const { host } = plugins[0] ?? expect.unreachable()
  const request = { origin: from(admin), operation: 'x', cardId: '1', fingerprint: [], logTables: [] }
  const reading = (table: string) => ({ sql: `select 1 from ${table}`, parameters: [] })
  const ways = (table: string): (() => Promise<unknown>)[] => [
    () => host.db.selectFrom(table).selectAll().execute(),
    () => host.api.db.kysely.selectFrom(table).selectAll().execute(),
    () => host.api.db.readRows(reading(table)),
    () => host.money.move(request, async (session) => (await session.readRows(reading(table))) as never),
    () =>
      host.money.move(
        request,
        async (session) => (await session.kysely.selectFrom(table).selectAll().execute()) as never,
      ),
  ]
  for (const way of ways('cc_card')) await expect(way()).resolves.toBeDefined()
  for (const way of ways('cc_config')) await expect(way()).rejects.toThrow('has not declared the table cc_config')
})
