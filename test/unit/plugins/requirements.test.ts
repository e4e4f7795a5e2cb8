import { describe, expect, it } from 'vitest'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import type { ColumnRequirement, Plugin, TableUse } from '../../../src/plugins/plugin.ts'
import { findMissing } from '../../../src/plugins/requirements.ts'
import { bigint, decimal, float, varchar } from '../../../src/resources/column-types.ts'
import type { Column, Resource } from '../../../src/resources/resource.ts'
import { resources } from '../../../generated/index.ts'
import { offlineApi } from '../http/serve.ts'

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
const on = (...tables: Resource[]) => offlineApi(new Map(tables.map((table) => [table.name, table])))
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
    expect(findMissing(plugin({ ...(tables && { tables }) }), on(cards))).toEqual(want)
  })

  it('is found under whatever the tables begin with', () => {
    const local = { ...cards, table: 'tel_card', knownAs: 'cc_card' }
    const tables = reading('cc_card', { credit: 'decimal', serial: 'any' })
    expect(findMissing(plugin({ tables }), on(local))).toEqual(['the column tel_card.serial is not there'])
    expect(findMissing(plugin({ tables }), on({ ...cards, table: 'tel_card' }))).toEqual([
      'the table cc_card is not there, or excluded in a2b.config.ts',
    ])
  })

  it('counts what the rows it adds must be given', () => {
    const adding = (...gives: string[]) =>
      findMissing(plugin({ tables: { cc_card: { access: 'add', gives } } }), on(cards))
    expect(adding('username', 'credit')).toEqual([])
    expect(adding('credit')).toEqual(['a row of cc_card must be given username'])
  })

  it.each([
    [['cc_card'], 'it is no object'],
    [{ cc_card: ['id'] }, 'cc_card is no object'],
    [{ cc_card: {} }, 'cc_card.access is undefined'],
    [{ cc_card: 'read' }, 'cc_card is no object'],
    [{ cc_card: { access: 'delete' } }, 'cc_card.access is "delete"'],
    [{ cc_card: { access: 'add', columns: ['id'] } }, 'cc_card.columns is no object'],
    [{ cc_card: { access: 'add', gives: 'id' } }, 'cc_card.gives is no list'],
    [reading('cc_card', { id: 'money' as ColumnRequirement }), 'cc_card.id is "money"'],
    [reading('cc_card', { id: true as never }), 'cc_card.id is true'],
    [reading('cc_card', { id: 'toString' as ColumnRequirement }), 'cc_card.id is "toString"'],
  ])('is refused when it is %j', (tables, want) => {
    expect(() => findMissing(plugin({ tables: tables as never }), on(cards))).toThrow(
      `Plugin "mine", tables: ${want}. Write what it does with each table`,
    )
  })
})

describe.each(BUILT_IN)('$name', (builtIn) => {
  const api = { ...offlineApi(), resources }

  it('misses nothing in A2Billing 2.3.0', () => {
    expect(findMissing(builtIn, api)).toEqual([])
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
    expect(findMissing(builtIn, { ...api, resources: without })).toEqual(want)
  })

  it.each(required)('with $name of $table as text', ({ table, name }) => {
    const type = varchar(20, 'utf8mb4')
    const retyped = mapTable(table, (columns) =>
      columns.map((column) => (column.name === name ? { name, type } : column)),
    )
    expect(findMissing(builtIn, { ...api, resources: retyped })).toEqual([
      expect.stringMatching(`^${table}.${name} is text and has to be `),
    ])
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
