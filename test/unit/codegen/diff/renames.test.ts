/** Names that went and names that came: what is taken for one thing, and what is said of it. */
import { expect, it } from 'vitest'
import type { Change } from '../../../../codegen/diff/change.ts'
import type { SnapshotTable } from '../../../../codegen/introspection/snapshot.ts'
import type { ProfileExtension } from '../../../../codegen/profile/profile.ts'
import { column, id, table } from '../../../helpers/snapshot.ts'
import { changes, EVERYONE, shown, t, x } from './compared.ts'

const keyed = (name: string, key: string): SnapshotTable =>
  table(name, [column(key, 'int', { autoIncrement: true })], { primaryKey: [key] })

const wide = [column('a', 'int'), column('b', 'int'), column('c', 'varchar(9)')]

it('a column: same type between the same neighbours', () => {
  const found = changes(
    [t([column('a', 'int'), column('fee', 'float'), column('c', 'int')])],
    [t([column('a', 'int'), column('price', 'float'), column('c', 'int')])],
  )
  expect(shown(found)).toEqual([['column-renamed', 'breaking', ...EVERYONE]])
  expect(found[0]?.guess).toEqual({
    from: 'cc_t.fee',
    to: 'cc_t.price',
    because: 'same type, same neighbours, same place, same default',
    config: 'fields: { "cc_t.price": "fee" }',
  })
})

it('the line it gives keeps the old name on the wire, and only queries have to change', () => {
  const found = changes(
    [t([column('a', 'int'), column('fee', 'float')])],
    [t([column('a', 'int'), column('price', 'float')])],
    { after: { fields: { 'cc_t.price': 'fee' } } },
  )
  expect(shown(found)).toEqual([['column-renamed', 'breaking', 'types']])
  expect(found[0]?.guess).toBeUndefined()
})

it('a table: most of its columns are the same, and the others are compared', () => {
  const found = changes(
    [table('cc_old', [id, ...wide])],
    [table('cc_new', [id, ...wide, column('d', 'int', { nullable: true })])],
  )
  expect(shown(found)).toEqual([
    ['table-renamed', 'breaking', 'reads', 'writes', 'client', 'types'],
    ['column-added', 'additive', ...EVERYONE],
  ])
  expect(found[0]?.guess?.config).toBe('resources: { "cc_new": "old" }')
  expect(new Set(found.map(({ resource }) => resource))).toEqual(new Set(['old']))
})

it('not where the type is another, nor where little is the same', () => {
  expect(
    shown(changes([t([column('fee', 'float')])], [t([column('name', 'varchar(9)', { nullable: true })])])).map(
      ([kind]) => kind,
    ),
  ).toEqual(['column-dropped', 'column-added'])
  expect(
    shown(changes([table('cc_old', [id, ...wide])], [table('cc_new', [column('z', 'int'), column('y', 'int')])])).map(
      ([kind]) => kind,
    ),
  ).toEqual(['table-dropped', 'table-added'])
})

/** As if the lines of every guess were pasted. */
function pasted(found: readonly Change[]): ProfileExtension {
  const lines = found.flatMap(({ guess }) => (guess ? [guess.config] : []))
  const merged: Record<string, object> = {}
  for (const settings of lines.map((line) => new Function(`return { ${line} }`)() as Record<string, object>)) {
    for (const [name, value] of Object.entries(settings)) {
      const known = merged[name] ?? (Array.isArray(value) ? [] : {})
      merged[name] = Array.isArray(known) ? [...known, ...(value as object[])] : { ...known, ...value }
    }
  }
  return merged
}

it('shows no example that could be of the old type as well', () => {
  const [found] = changes([x('datetime')], [x('datetime(3)')])
  expect(found?.why).toBe('Its text has another form.')
})

it('what indexes a column follows it', () => {
  const indexed = (name: string): SnapshotTable =>
    t([column('a', 'int'), column(name, 'varchar(50)', { nullable: true })], {
      indexes: [
        { name: 'u', unique: true, columns: [name] },
        { name: 'i', columns: [`${name}(10) DESC`, 'a'] },
      ],
    })
  expect(shown(changes([indexed('fee')], [indexed('price')]))).toEqual([['column-renamed', 'breaking', ...EVERYONE]])
})

it('a key under another name, and declared references to it: neither addresses nor filters change', () => {
  const call = (target: string): SnapshotTable =>
    table('cc_call', [id, column('trunk', 'int')], {
      foreignKeys: [{ name: 'k', columns: ['trunk'], references: { table: 'cc_trunk', columns: [target] } }],
    })
  const found = changes([call('id_trunk'), keyed('cc_trunk', 'id_trunk')], [call('id'), keyed('cc_trunk', 'id')])
  expect(shown(found)).toEqual([['column-renamed', 'breaking', ...EVERYONE]])
})

it.each([
  {
    what: 'a balance',
    before: [table('cc_card', [id, column('credit', 'decimal(15,5)')])],
    after: [table('cc_card', [id, column('balance', 'decimal(15,5)')])],
    lost: ['protected', 'required'],
    kinds: ['column-renamed', 'protected', 'may-be-left-out'],
  },
  {
    what: 'a secret',
    before: [table('cc_card', [id, column('uipass', 'varchar(50)')])],
    after: [table('cc_card', [id, column('uicode', 'varchar(50)')])],
    lost: ['secrets', 'required'],
    kinds: ['column-renamed', 'secret', 'may-be-left-out'],
  },
  {
    what: 'a reference',
    before: [table('cc_callerid', [id, column('id_cc_card', 'bigint')]), table('cc_card', [id])],
    after: [table('cc_callerid', [id, column('card', 'bigint')]), table('cc_card', [id])],
    lost: ['relations'],
    kinds: ['column-renamed', 'relation'],
  },
  {
    what: 'what others refer to',
    before: [table('cc_call', [id, column('id_trunk', 'int')]), keyed('cc_trunk', 'id_trunk')],
    after: [table('cc_call', [id, column('id_trunk', 'int')]), keyed('cc_trunk', 'trunk_id')],
    lost: ['relations'],
    // Its addresses are made of values, and stay.
    kinds: ['relation', 'column-renamed'],
  },
  {
    what: 'a table in which a row acts, together with a column that refers to it',
    before: [
      table('cc_callback_spool', [id, column('uniqueid', 'varchar(40)'), column('variable', 'varchar(300)')]),
      table('cc_campaign_phonestatus', [id, column('id_callback', 'varchar(40)')]),
    ],
    after: [
      table('cc_callback_queue', [id, column('uniqueid', 'varchar(40)'), column('variable', 'varchar(300)')]),
      table('cc_campaign_phonestatus', [id, column('callback_id', 'varchar(40)')]),
    ],
    lost: ['secrets', 'actions', 'relations'],
    kinds: ['table-renamed', 'writable', 'secret', 'column-renamed', 'relation'],
  },
])('the line keeps what the settings said of the old name: $what', ({ before, after, lost, kinds }) => {
  const found = changes(before, after)
  expect(found.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted())
  const [why] = found.filter(({ guess }) => guess).map((change) => change.why)
  expect(why).toContain(`does not hold for the new one: ${lost.join(', ')}.`)
  const settled = changes(before, after, { after: pasted(found) })
  const news = settled.filter(({ kind }) => !kind.endsWith('-renamed')).map(({ kind }) => kind)
  expect(news).toEqual([])
  expect(settled.filter(({ guess }) => guess)).toEqual([])
})
