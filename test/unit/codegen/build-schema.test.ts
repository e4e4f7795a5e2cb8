import { describe, expect, it } from 'vitest'
import { generateFiles } from '../../../codegen/generate.ts'
import { buildSchema } from '../../../codegen/model/build-schema.ts'
import type { Column } from '../../../codegen/model/schema.ts'
import { a2billing } from '../../../codegen/profile/a2billing/index.ts'
import { extendProfile, type ProfileExtension } from '../../../codegen/profile/profile.ts'
import type { SnapshotTable } from '../../../codegen/introspection/snapshot.ts'
import { a2billingSnapshot } from '../../../scripts/demo/create.ts'
import { column, id, snapshot, table } from '../../helpers/snapshot.ts'

const bare = { ...a2billing, relations: [], codes: {}, secrets: {}, fields: {}, protected: {}, required: {} }
const build = (tables: SnapshotTable[], extension: ProfileExtension = {}) =>
  buildSchema(snapshot(...tables), extendProfile(bare, extension))
const columnOf = (tables: SnapshotTable[], name: string): Column | undefined =>
  build(tables).tables[0]?.columns.find((candidate) => candidate.name === name)

describe('what is known of the key of a new row', () => {
  const counted = { autoIncrement: true } as const
  const expression = (sql: string) => ({ default: { expression: sql } })
  it.each([
    { what: 'counted', given: column('k', 'int', counted), want: {} },
    { what: 'counted in a DOUBLE', given: column('k', 'double', counted), want: { required: true } },
    { what: 'nothing', given: column('k', 'int'), want: { required: true } },
    { what: 'a default', given: column('k', 'varchar(9)', { default: { value: 'a' } }), want: { blank: 'a' } },
    { what: 'no address', given: column('k', 'varchar(9)', { default: { value: '' } }), want: { required: true } },
    { what: 'bytes', given: column('k', 'binary(2)', { default: { value: 'ab' } }), want: { required: true } },
    { what: 'a call', given: column('k', 'uuid', expression('uuid()')), want: { defaultSql: 'uuid()' } },
    {
      what: 'a sequence',
      given: column('k', 'bigint', expression('nextval(`a b`)')),
      want: { defaultSql: 'nextval(`a b`)' },
    },
    { what: 'a sum with a column', given: column('k', 'int', expression('(`n` + 1)')), want: { required: true } },
    { what: 'a call with a column', given: column('k', 'int', expression('abs(`n`)')), want: { required: true } },
    { what: 'bits', given: column('k', 'bit(4)', expression("b'101'")), want: { required: true } },
  ])('$what', ({ given, want }) => {
    const built = columnOf([table('cc_t', [given], { primaryKey: ['k'] })], 'k')
    const known = { blank: built?.blank, required: built?.required, defaultSql: built?.defaultSql }
    expect(known).toEqual({ blank: undefined, required: undefined, defaultSql: undefined, ...want })
  })

  it('computed by the database is nothing, so the table is read only', () => {
    const key = column('k', 'int', { generated: { expression: '`n` * 2', stored: true } })
    expect(build([table('cc_t', [key, column('n', 'int')], { primaryKey: ['k'] })]).tables[0]?.readOnly).toBe(
      'Its key k is computed by the database, so a new row could not be found.',
    )
  })
})

describe('what a create must name', () => {
  it.each([
    { what: 'a NOT NULL text without default is blank', given: column('x', 'varchar(5)'), want: { blank: '' } },
    { what: 'a NOT NULL number without default is 0', given: column('x', 'int'), want: { blank: '0' } },
    { what: 'a default is left to the database', given: column('x', 'int', { default: { value: '7' } }), want: {} },
    { what: 'null is left to the database', given: column('x', 'int', { nullable: true }), want: {} },
    { what: 'an enum is its first value', given: column('x', "enum('b','a')"), want: { blank: 'b' } },
    {
      what: 'a reference that the database holds to has no blank',
      given: column('x', 'int'),
      rest: { foreignKeys: [{ name: 'f', columns: ['x'], references: { table: 'cc_u', columns: ['id'] } }] },
      want: { required: true },
    },
    { what: 'a uuid cannot be blank', given: column('x', 'uuid'), want: { required: true } },
  ])('$what', ({ given, rest, want }) => {
    const built = columnOf([table('cc_t', [id, given], rest)], 'x')
    expect({ blank: built?.blank, required: built?.required }).toEqual({
      blank: undefined,
      required: undefined,
      ...want,
    })
  })

  it.each(['login', 'login(5)', 'login DESC'])(
    'asks for a key that the database does not count up, and for a unique column (%s), which cannot be blank twice',
    (part) => {
      const tables = [
        table('cc_t', [column('code', 'char(2)'), column('login', 'varchar(9)')], {
          primaryKey: ['code'],
          indexes: [{ name: 'u', unique: true, columns: [part] }],
        }),
      ]
      expect(columnOf(tables, 'code')).toMatchObject({ required: true })
      expect(columnOf(tables, 'login')).toMatchObject({ required: true })
    },
  )
})

it('names the sequences, which are not served', () => {
  const numbers = { ...snapshot(table('cc_t', [id])), sequences: ['invoice_numbers', 'order_numbers'] }
  expect(buildSchema(numbers, bare).notes).toEqual([
    'sequences are not served; a plugin can ask them for numbers with NEXT VALUE FOR: invoice_numbers, order_numbers',
  ])
})

it('follows no key into another database, even to a table of a known name', () => {
  const keyTo = (references: { database?: string }) =>
    table('cc_call', [id, column('card', 'bigint')], {
      foreignKeys: [{ name: 'f', columns: ['card'], references: { table: 'cc_card', columns: ['id'], ...references } }],
    })
  const relationsOf = (call: SnapshotTable) => build([call, table('cc_card', [id])]).tables[0]?.relations
  expect(relationsOf(keyTo({}))).toHaveLength(1)
  expect(relationsOf(keyTo({ database: 'archive' }))).toEqual([])
})

it('lets null stand for the zero date only where a zero date is the default', () => {
  const tables = [
    table('cc_t', [
      id,
      column('never', 'timestamp', { default: { value: '0000-00-00 00:00:00' } }),
      column('made', 'timestamp', { default: { expression: 'CURRENT_TIMESTAMP' } }),
      column('day', 'date'),
    ]),
  ]
  expect(['never', 'made', 'day'].map((name) => columnOf(tables, name)?.zeroDate)).toEqual([true, false, true])
})

it('masks a column that says it is secret, though nobody listed it', () => {
  const names = [
    'passwd',
    'api_key',
    'new_password',
    'lock_pin',
    'uipass',
    'md5secret',
    'passenger',
    'shipping',
    'tokens',
  ]
  const { tables } = build([table('cc_fork', [id, ...names.map((name) => column(name, 'varchar(9)'))])])
  const secret = tables[0]?.columns.filter((candidate) => candidate.secret).map((candidate) => candidate.name)
  expect(secret).toEqual(['passwd', 'api_key', 'new_password', 'lock_pin', 'uipass', 'md5secret'])
})

describe('what cannot be written to', () => {
  it.each([
    { what: 'a view', given: table('cc_v', [id], { kind: 'view' }), want: 'view' },
    {
      what: 'a table without a key',
      given: table('cc_t', [column('x', 'int')], { primaryKey: [] }),
      want: 'no row has an address',
    },
    {
      what: 'a table whose rows do something',
      given: table('cc_callback_spool', [id]),
      want: 'places telephone calls',
    },
  ])('$what', ({ given, want }) => {
    expect(build([given]).tables[0]?.readOnly).toContain(want)
  })

  it('opens an action table when told to', () => {
    const { tables } = build([table('cc_callback_spool', [id])], { openActions: ['cc_callback_spool'] })
    expect(tables[0]?.readOnly).toBeUndefined()
  })
})

describe('relations', () => {
  const calls = table('cc_call', [id, column('card_id', 'bigint')])
  const cards = table('cc_card', [id])
  const relations = [{ from: 'cc_call.card_id', to: 'cc_card.id' }]

  it('come from the profile', () => {
    const { tables, notes } = build([calls, cards], { relations })
    expect(tables.find((built) => built.resource === 'call')?.relations).toEqual([
      { column: 'card_id', to: { resource: 'card', column: 'id' } },
    ])
    expect(notes).toEqual([])
  })

  it('are skipped with a note where the database lacks an end', () => {
    const { tables, notes } = build([calls], { relations })
    expect(tables[0]?.relations).toEqual([])
    expect(notes).toEqual(['1 table of other A2Billing versions is not in this database: cc_card'])
  })

  it('are skipped by name where a table lacks the column', () => {
    const { tables, notes } = build([table('cc_call', [id]), cards], { relations })
    expect(tables.flatMap((built) => built.relations)).toEqual([])
    expect(notes).toEqual(['1 column of other A2Billing versions is not in this database: cc_call.card_id'])
    expect(() => build([cards], { relations: [{ from: 'card_id', to: 'cc_card.id' }] })).toThrow(
      '"card_id" names no column: write it as table.column',
    )
  })

  it('yield to a declared foreign key', () => {
    const declared = table('cc_call', calls.columns, {
      foreignKeys: [{ name: 'f', columns: ['card_id'], references: { table: 'cc_other', columns: ['id'] } }],
    })
    const { tables } = build([declared, cards, table('cc_other', [id])], { relations })
    expect(tables.find((built) => built.resource === 'call')?.relations).toEqual([
      { column: 'card_id', to: { resource: 'other', column: 'id' } },
    ])
  })
})

describe('a foreign key that is declared', () => {
  const relations = [
    { from: 'cc_call.card_id', to: 'cc_card.id' },
    { from: 'cc_call.card_id', to: 'cc_agent.id', when: { column: 'owner', equals: 'agent' } },
  ]
  const calls = table('cc_call', [id, column('card_id', 'bigint'), column('owner', 'int')], {
    foreignKeys: [{ name: 'f', columns: ['card_id'], references: { table: 'cc_secret', columns: ['id'] } }],
  })
  const tables = [calls, table('cc_card', [id]), table('cc_agent', [id]), table('cc_secret', [id])]
  const relationsOf = (given: SnapshotTable[], extension: ProfileExtension) =>
    build(given, extension).tables.find(({ resource }) => resource === 'call')?.relations

  it('to a table that is not served is not contradicted either', () => {
    expect(relationsOf(tables, { relations, exclude: ['cc_secret'] })).toEqual([])
    // The control: undeclared, the profile says where the column points.
    const { foreignKeys: _, ...undeclared } = calls
    expect(relationsOf([undeclared, ...tables.slice(1)], { relations, exclude: ['cc_secret'] })).toEqual([
      { column: 'card_id', to: { resource: 'card', column: 'id' } },
    ])
  })
})

it('a relation whose condition names a column that this version lacks is skipped', () => {
  const relations = [{ from: 'cc_ticket.creator', to: 'cc_card.id', when: { column: 'creator_type', equals: '0' } }]
  const ticket = table('cc_ticket', [id, column('creator', 'int')])
  const { tables, notes } = build([ticket, table('cc_card', [id])], { relations })
  expect(tables.flatMap((built) => built.relations)).toEqual([])
  expect(notes).toEqual(['1 column of other A2Billing versions is not in this database: cc_ticket.creator_type'])
})

it('a relation to a table that was renamed follows the name that is there, and misses no other', () => {
  const relations = ['cc_fee', 'cc_service'].map((to) => ({ from: 'cc_call.card_id', to: `${to}.id` }))
  for (const there of ['cc_fee', 'cc_service']) {
    const { tables, notes } = build([table('cc_call', [id, column('card_id', 'bigint')]), table(there, [id])], {
      relations,
    })
    expect(tables.flatMap((built) => built.relations)).toMatchObject([{ to: { resource: there.slice(3) } }])
    expect(notes).toEqual([])
  }
})

describe('refuses, with the line that would help,', () => {
  it.each([
    {
      what: 'two tables with one resource',
      tables: [table('cc_card_group', [id]), table('cc_cardgroup', [id])],
      message:
        /cc_card_group and cc_cardgroup would both be called "cardgroup".*resources: \{ cc_cardgroup: 'cardgroup-2' \} \}$/s,
    },
    {
      what: 'two tables with one type',
      tables: [table('app_user', [id]), table('App-User', [id])],
      message: /would both be called "AppUser"/,
    },
    {
      what: 'a type nobody knows',
      tables: [table('cc_t', [id, column('where_at', 'hologram(3)')])],
      message: /cc_t\.where_at: no such column type "hologram\(3\)"; add a row to codegen\/model\/column-types\.ts/,
    },
    {
      what: 'an address of the server itself',
      tables: [table('cc_Session', [id])],
      message: /"Session".* the server answers something else\..*resources: \{ cc_Session: 'Session-2' \}/,
    },
    {
      what: 'the address of batches',
      tables: [table('cc_batch', [id])],
      message: /"batch".* the server answers something else/,
    },
    {
      what: 'a name that leaves nothing for a URL',
      tables: [table('¿?', [id])],
      message: /resources: \{ '¿\?': 'table-1' \}/,
    },
  ])('$what', ({ tables, message }) => {
    expect(() => build(tables)).toThrow(message)
  })

  it('two columns with one field', () => {
    const tables = [table('cc_t', [id, column('card', 'int'), column('card_id', 'int')])]
    expect(() => build(tables, { fields: { 'cc_t.card_id': 'card' } })).toThrow(
      /cc_t\.card and cc_t\.card_id would both be the field "card"/,
    )
  })
})

it('leaves out the tables that the configuration excludes', () => {
  const { tables } = build([table('cc_card', [id]), table('tmp_1', [id]), table('tmp_2', [id])], { exclude: ['tmp_*'] })
  expect(tables.map((built) => built.name)).toEqual(['cc_card'])
})

it('knows nothing of the server’s own tables, so making them is no change of schema', () => {
  const files = (...tables: SnapshotTable[]) =>
    generateFiles(snapshot(...tables), { profile: a2billing, problems: {} }).files
  expect(files(table('cc_card', [id]), table('user', [id]), table('a2b_ledger', [id]))).toEqual(
    files(table('cc_card', [id])),
  )
})

it('lets nobody write a balance, or what calls count, as a value once the row exists', () => {
  const { tables } = buildSchema(a2billingSnapshot(), a2billing)
  const kept = tables.flatMap((built) =>
    built.columns.filter((candidate) => candidate.writable).map((candidate) => `${built.name}.${candidate.name}`),
  )
  expect(kept).toEqual(
    expect.arrayContaining([
      'cc_agent.credit',
      'cc_agent.com_balance',
      'cc_card.credit',
      'cc_card.inuse',
      'cc_trunk.inuse',
    ]),
  )
  // The rest that bears the name holds amounts of movements and vouchers, which are no balances.
  const credits = tables.filter((built) => built.columns.some(({ name }) => name === 'credit')).map(({ name }) => name)
  expect(credits.filter((name) => !kept.includes(`${name}.credit`))).toEqual([
    'cc_card_archive',
    'cc_logrefill',
    'cc_logrefill_agent',
    'cc_voucher',
  ])
})
