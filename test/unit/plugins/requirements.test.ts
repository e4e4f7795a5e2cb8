import { describe, expect, it } from 'vitest'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import type { Plugin, PluginRoute, TableUse } from '../../../src/plugins/plugin.ts'
import { findMissing } from '../../../src/plugins/requirements.ts'
import { bigint, decimal, float, varchar } from '../../../src/resources/column-types.ts'
import type { Column, Resource } from '../../../src/resources/resource.ts'
import { resources } from '../../../generated/index.ts'

const cards: Resource = {
  name: 'card',
  table: 'cc_card',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: bigint },
    { name: 'credit', type: decimal(15, 5) },
    { name: 'vat', type: float },
    { name: 'username', type: varchar(50, 'utf8mb3'), required: 'filled' },
    { name: 'tariff', type: bigint, nullable: true, required: 'filled' },
  ],
  relations: {},
}
const on = (...tables: Resource[]) => new Map(tables.map((table) => [table.name, table]))
const missing = (...args: Parameters<typeof findMissing>) => findMissing(...args).map(({ what }) => what)
const plugin = (declared: Partial<Plugin>): Plugin => ({ api: 1, name: 'mine', ...declared })
const reading = (table: string, columns: NonNullable<TableUse['columns']>): Record<string, TableUse> => ({
  [table]: { access: 'read', columns },
})

describe('what a plugin requires', () => {
  it.each<[string, Plugin['tables'], string[]]>([
    ['nothing', undefined, []],
    ['a table', reading('cc_card', {}), []],
    ['a column of any kind', reading('cc_card', { username: 'any' }), []],
    ['an exact column', reading('cc_card', { credit: 'decimal' }), []],
    ['numbers of three kinds', reading('cc_card', { id: 'number', credit: 'number', vat: 'number' }), []],
    [
      'a text as a moment',
      reading('cc_card', { username: 'moment' }),
      ['cc_card.username is text and has to be a moment'],
    ],
    ['a column that may be absent, and is', reading('cc_card', { id_group: 'integer?' }), []],
    [
      'a table that is not there',
      reading('cc_charge', { id: 'integer' }),
      ['the table cc_charge is not there, or excluded in a2b.config.ts'],
    ],
    ['a column that is not there', reading('cc_card', { serial: 'any' }), ['the column cc_card.serial is not there']],
    ['a float as exact', reading('cc_card', { vat: 'decimal' }), ['cc_card.vat is float and has to be decimal']],
    [
      'a text as a number, and one that may be absent',
      reading('cc_card', { username: 'number', vat: 'integer?' }),
      ['cc_card.username is text and has to be a number', 'cc_card.vat is float and has to be integer'],
    ],
  ])('%s', (_, tables, want) => {
    expect(missing(plugin({ ...(tables && { tables }) }), on(cards))).toEqual(want)
  })

  it('is found under whatever the tables begin with', () => {
    const local = { ...cards, table: 'tel_card', knownAs: 'cc_card' }
    const tables = reading('cc_card', { credit: 'decimal', serial: 'any' })
    expect(missing(plugin({ tables }), on(local))).toEqual(['the column tel_card.serial is not there'])
    expect(missing(plugin({ tables }), on({ ...cards, table: 'tel_card' }))).toEqual([
      'the table cc_card is not there, or excluded in a2b.config.ts',
    ])
  })

  it('counts what the rows it adds must be given', () => {
    const adding = (...gives: string[]) => missing(plugin({ tables: { cc_card: { access: 'add', gives } } }), on(cards))
    expect(adding('username', 'credit')).toEqual([])
    expect(adding('credit')).toEqual(['a row of cc_card must be given username'])
  })

  it.each<[string, Partial<Plugin>, string, string]>([
    ['a table', { tables: { cc_crad: { access: 'read' } } }, 'the table cc_crad is not there', 'cc_card'],
    [
      'a column',
      { tables: reading('cc_card', { usrname: 'any' }) },
      'the column cc_card.usrname is not there',
      'username',
    ],
    ['the resource of a hook', { hooks: { crad: {} } }, 'there is no resource crad', 'card'],
    [
      'the resource of an action',
      { actions: [{ resource: 'crad', place: 'row', label: 'x', route: 'x' }] },
      'there is no resource crad',
      'card',
    ],
    [
      'a permission',
      { permissions: { 'notes:write': 'x' }, routes: [{ permission: 'notes:wirte' } as PluginRoute] },
      'nobody declares the permission notes:wirte',
      'notes:write',
    ],
  ])('%s, with the nearest name that there is', (_, declared, what, nearest) => {
    expect(findMissing(plugin(declared), on(cards))).toEqual([
      { what: expect.stringContaining(what), hint: ` Did you mean "${nearest}"?` },
    ])
  })

  it.each(['card:list', 'card:export', 'notes:write'])('takes the permission %s', (permission) => {
    const routes = [{ permission } as PluginRoute]
    expect(missing(plugin({ permissions: { 'notes:write': 'x' }, routes }), on(cards))).toEqual([])
  })
})

/** Those that work on tables of A2Billing, not only on our own. */
const demanding = BUILT_IN.filter(({ tables = {} }) => Object.keys(tables).some((name) => name.startsWith('cc_')))

describe.each(demanding)('$name', (builtIn) => {
  it('misses nothing in A2Billing 2.3.0', () => {
    expect(missing(builtIn, resources)).toEqual([])
  })

  const required = Object.entries(builtIn.tables ?? {}).flatMap(([table, { columns = {} }]) =>
    Object.entries(columns).map(([name, requirement]) => ({ table, name, requirement })),
  )

  it('requires something', () => {
    expect(required.length).toBeGreaterThan(0)
  })

  it.each(required)('without $name of $table, $requirement', ({ table, name, requirement }) => {
    const without = mapTable(table, (columns) => columns.filter((column) => column.name !== name))
    const want = requirement.endsWith('?') ? [] : [`the column ${table}.${name} is not there`]
    expect(missing(builtIn, without)).toEqual(want)
  })

  it.each(required)('with $name of $table as text', ({ table, name }) => {
    const type = varchar(20, 'utf8mb4')
    const retyped = mapTable(table, (columns) =>
      columns.map((column) => (column.name === name ? { name, type } : column)),
    )
    expect(missing(builtIn, retyped)).toEqual([expect.stringMatching(`^${table}.${name} is text and has to be `)])
  })

  function mapTable(table: string, change: (columns: readonly Column[]) => readonly Column[]) {
    return new Map(
      [...resources].map(([key, resource]) => [
        key,
        resource.table === table ? { ...resource, columns: change(resource.columns) } : resource,
      ]),
    )
  }
})
