/** What `a2b.config.ts` may say: its shape, its names, and how `generated/config.json` keeps it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatConfigFile, parseConfigFile } from '../../../codegen/config-file.ts'
import { type GeneratorSettings, loadConfiguration } from '../../../codegen/config.ts'
import { generateFiles } from '../../../codegen/generate.ts'
import { buildSchema } from '../../../codegen/model/build-schema.ts'
import { MOST_OPERATIONS, MOST_ROWS } from '../../../codegen/model/most-rows.ts'
import { PAGE_SIZE } from '../../../codegen/model/page-size.ts'
import { a2billing } from '../../../codegen/profile/a2billing/index.ts'
import { checkExtension } from '../../../codegen/profile/check-extension.ts'
import { matchesTable, type ProfileExtension } from '../../../codegen/profile/profile.ts'
import { ERRORS } from '../../../src/errors.ts'
import { didYouMean } from '../../../src/nearest-name.ts'
import { PAGE_SIZE as SERVED } from '../../../src/resources/paging.ts'
import { MOST_OPERATIONS as OPERATIONS } from '../../../src/resources/batch.ts'
import { MOST_ROWS as WRITTEN } from '../../../src/resources/several.ts'
import { column, id, snapshot, table } from '../../helpers/snapshot.ts'

const database = snapshot(
  table(
    'cc_card',
    [
      id,
      column('username', 'varchar(50)'),
      column('activated', 'char(1)', { default: { value: 'f' } }),
      column('credit', 'decimal(15,5)', { default: { value: '0' } }),
      column('extra', 'text', { nullable: true }),
      column('kind', "enum('a','b')"),
      column('place', 'point', { nullable: true }),
      column('login', 'varchar(20)'),
    ],
    { indexes: [{ name: 'u', unique: true, columns: ['login'] }] },
  ),
  table('cc_call', [id, column('card_id', 'bigint'), column('dotted.name', 'int')]),
  table('a.b', [id, column('c', 'int')]),
  table('cc_tag', [column('code', 'varchar(9)')], { primaryKey: ['code'] }),
)

const problems = (settings: ProfileExtension): string[] => checkExtension(database, settings, didYouMean)
const generate = (settings: GeneratorSettings, facts = database) =>
  generateFiles(facts, { ...loadConfiguration(settings), didYouMean, problems: ERRORS })
const fileOf = (settings: GeneratorSettings, path: string): string =>
  generate(settings).files.find((file) => file.path === path)?.contents ?? ''

/** One of each setting, every name of which is there. */
const RIGHT: Required<ProfileExtension> = {
  include: ['cc_*', 'a.b'],
  exclude: ['*.b'],
  tablePrefix: 'cc_',
  resources: { cc_card: 'customer' },
  fields: { 'cc_card.username': 'login_name', 'cc_call.dotted.name': 'plain' },
  relations: [{ from: 'cc_call.card_id', to: 'cc_card.id', when: { column: 'id', equals: '1' } }],
  codes: { 'cc_card.kind': { values: 'closed', codes: { b: 'second', a: 'first' } } },
  secrets: { 'cc_card.username': 'a name', 'a.b.c': 'in a table with a dot' },
  secretNames: ['extra'],
  actions: { cc_card: 'It bites.' },
  openActions: ['cc_card'],
  readOnly: { cc_call: 'Calls are calls.', 'cc_card.place': 'It stays.', 'a.b': 'It has a dot.' },
  flags: { 'cc_card.activated': true },
  columnTypes: { 'cc_card.extra': { sql: 'json', typescript: 'string' } },
  pageSizes: { '*': { default: 50 }, cc_call: { default: 100, maximum: 500 } },
  protected: { 'cc_card.username': { writable: 'create', hint: 'Printed.' } },
  required: { 'cc_card.extra': 'filled' },
  triggerVariables: { cc_card: ['serial'] },
  search: { cc_call: ['card_id', 'dotted.name'], 'a.b': ['c'] },
  presentation: { cc_card: { label: 'Cards', section: 'customers', display: 'username' } },
  labels: { credit: 'Balance', 'cc_card.extra': 'Further' },
}

describe('names', () => {
  it('are all right where they are all there', () => {
    expect(problems(RIGHT)).toEqual([])
    expect(generate(RIGHT).files.length).toBeGreaterThan(0)
  })

  it.each<[settings: ProfileExtension, want: string]>([
    [{ include: ['cc_crad'] }, 'generator.include: no table "cc_crad". Did you mean "cc_card"?'],
    [{ include: ['cd_*'] }, 'generator.include: no table matches "cd_*".'],
    [{ exclude: ['cc_cal'] }, 'generator.exclude: no table "cc_cal". Did you mean "cc_call"?'],
    [{ exclude: ['*_archive'] }, 'generator.exclude: no table matches "*_archive".'],
    [{ tablePrefix: 'bb_' }, 'generator.tablePrefix: no table matches "bb_*".'],
    [{ resources: { cc_cards: 'x' } }, 'generator.resources: no table "cc_cards". Did you mean "cc_card"?'],
    [
      { fields: { 'cc_card.user_name': 'x' } },
      'generator.fields: cc_card has no column "user_name". Did you mean "username"?',
    ],
    [{ fields: { 'cc_crad.username': 'x' } }, 'generator.fields: no table "cc_crad". Did you mean "cc_card"?'],
    [{ fields: { username: 'x' } }, 'generator.fields: "username" names no column: write it as table.column'],
    [
      { relations: [{ from: 'cc_call.cardid', to: 'cc_card.id' }] },
      'generator.relations[0].from: cc_call has no column "cardid". Did you mean "card_id"?',
    ],
    [
      { relations: [{ from: 'cc_call.card_id', to: 'cc_card.uid' }] },
      'generator.relations[0].to: cc_card has no column "uid". Did you mean "id"?',
    ],
    [
      { relations: [{ from: 'cc_call.card_id', to: 'cc_card.id', when: { column: 'card_i', equals: '1' } }] },
      'generator.relations[0].when: cc_call has no column "card_i". Did you mean "card_id"?',
    ],
    [
      { exclude: ['cc_card'], relations: [{ from: 'cc_call.card_id', to: 'cc_card.id' }] },
      'generator.relations[0].to: cc_card is not served: include or exclude leaves it out',
    ],
    [
      { codes: { 'cc_card.kindd': { values: 'open', codes: {} } } },
      'generator.codes: cc_card has no column "kindd". Did you mean "kind"?',
    ],
    [
      { secrets: { 'cc_card.usernam': 'x' } },
      'generator.secrets: cc_card has no column "usernam". Did you mean "username"?',
    ],
    [{ labels: { crdit: 'x' } }, 'generator.labels: no table has a column "crdit". Did you mean "credit"?'],
    [
      { labels: { 'cc_card.usernam': 'x' } },
      'generator.labels: cc_card has no column "usernam". Did you mean "username"?',
    ],
    [{ secretNames: ['exrta'] }, 'generator.secretNames: no table has a column "exrta". Did you mean "extra"?'],
    [{ actions: { cc_callback: 'x' } }, 'generator.actions: no table "cc_callback".'],
    [{ openActions: ['cc_callback_spool'] }, 'generator.openActions: no table "cc_callback_spool".'],
    [{ readOnly: { cc_cal: 'x' } }, 'generator.readOnly: no table "cc_cal". Did you mean "cc_call"?'],
    [
      { readOnly: { 'cc_card.crdit': 'x' } },
      'generator.readOnly: cc_card has no column "crdit". Did you mean "credit"?',
    ],
    [
      { flags: { 'cc_card.activatd': true } },
      'generator.flags: cc_card has no column "activatd". Did you mean "activated"?',
    ],
    [
      { columnTypes: { 'cc_card.ext': { sql: 'json' } } },
      'generator.columnTypes: cc_card has no column "ext". Did you mean "extra"?',
    ],
    [{ pageSizes: { cc_calls: { default: 5 } } }, 'generator.pageSizes: no table "cc_calls". Did you mean "cc_call"?'],
    [
      { protected: { 'cc_card.usrname': { writable: 'never', hint: 'x' } } },
      'generator.protected: cc_card has no column "usrname". Did you mean "username"?',
    ],
    [
      { presentation: { cc_crad: { label: 'Cards', section: 'x' } } },
      'generator.presentation: no table "cc_crad". Did you mean "cc_card"?',
    ],
    [
      { presentation: { cc_card: { label: 'Cards', section: 'x', display: 'usrname' } } },
      'generator.presentation.cc_card: cc_card has no column "usrname". Did you mean "username"?',
    ],
    [{ search: { cc_crad: ['id'] } }, 'generator.search: no table "cc_crad". Did you mean "cc_card"?'],
    [
      { search: { cc_card: ['usrname'] } },
      'generator.search.cc_card: cc_card has no column "usrname". Did you mean "username"?',
    ],
    [
      { search: { cc_card: ['cc_call.card_i'] } },
      'generator.search.cc_card: cc_call has no column "card_i". Did you mean "card_id"?',
    ],
    [
      { required: { 'cc_card.Username_': true } },
      'generator.required: cc_card has no column "Username_". Did you mean "username"?',
    ],
    [{ triggerVariables: { card: ['x'] } }, 'generator.triggerVariables: no table "card".'],
  ])('%j', (settings, want) => {
    const [found = '', ...more] = problems(settings)
    expect(found.startsWith(want), found).toBe(true)
    expect(more).toEqual([])
    expect(() => generate(settings)).toThrow(want)
  })

  it('are told all at once, and nothing is generated', () => {
    expect(() =>
      generate({ exclude: ['nope'], secrets: { 'cc_card.x': 'y' }, pageSizes: { nope: { maximum: 1 } } }),
    ).toThrow(
      /^a2b\.config\.ts does not fit this database:\n {2}generator\.exclude.*\n {2}generator\.pageSizes.*\n {2}generator\.secrets.*$/,
    )
  })

  it('of an older database may be missing: only today’s is held to the settings', () => {
    const older = snapshot(table('cc_card', [id, column('activated', 'decimal(3,1)')]))
    const { profile } = loadConfiguration(RIGHT)
    expect(buildSchema(older, profile).tables.map(({ resource }) => resource)).toEqual(['customer'])
    expect(() => generate(RIGHT, older)).toThrow('does not fit this database')
  })

  it('of the shipped profile are skipped with a note', () => {
    expect(generate({}).notes[0]).toMatch(/^\d+ tables of other A2Billing versions are not in this database: /)
  })
})

describe('choices that do not fit their column', () => {
  it.each<[settings: ProfileExtension, want: string]>([
    [{ flags: { 'cc_card.credit': true } }, '"cc_card.credit": decimal(15,5) holds no flag'],
    [{ flags: { 'cc_card.kind': true } }, "\"cc_card.kind\": enum('a','b') cannot hold 't'; say what it holds"],
    [{ flags: { 'cc_card.activated': { true: 'yes', false: 'n' } } }, "char(1) cannot hold 'yes'"],
    [{ flags: { 'cc_card.activated': { true: 'n', false: 'n' } } }, "true and false are both 'n'"],
    [{ flags: { 'cc_card.activated': { true: 'Y', false: 'N' } } }, "its default is 'f', which is neither 'Y' nor 'N'"],
    [{ flags: { 'cc_call.card_id': { true: 'x', false: 0 } } }, "bigint cannot hold 'x'"],
    [{ flags: { 'cc_card.id': true } }, 'generator.flags: "cc_card.id": it is part of the key'],
    [
      { flags: { 'cc_card.extra': true }, columnTypes: { 'cc_card.extra': { sql: 'json' } } },
      '"cc_card.extra": it cannot be JSON as well',
    ],
    [{ columnTypes: { 'cc_card.credit': { sql: 'json' } } }, 'decimal(15,5) cannot be read as JSON'],
    [{ columnTypes: { 'cc_card.id': { sql: 'json' } } }, 'bigint cannot be read as JSON'],
    [
      { columnTypes: { 'cc_tag.code': { sql: 'json' } } },
      'generator.columnTypes: "cc_tag.code": it is part of the key',
    ],
    [{ columnTypes: { 'cc_card.kind': { typescript: 'string; let x = 1' } } }, 'is more than a TypeScript type'],
    [{ columnTypes: { 'cc_card.kind': { typescript: 'A | B', from: './x.ts' } } }, 'is no name that could be imported'],
    [{ columnTypes: { 'cc_card.kind': { typescript: 'A', from: './x' } } }, 'has to be a file whose name ends in .ts'],
    [{ pageSizes: { cc_call: { maximum: 10 } } }, 'the default of 20 is above the maximum of 10; set both'],
    [{ search: { cc_card: ['place'] } }, 'generator.search.cc_card: "place": no text can be looked for in a point'],
    [{ search: { cc_card: ['login'] }, secretNames: ['login'] }, 'it is secret, so nobody may look for what it holds'],
    [{ search: { cc_call: ['cc_card.login'] } }, 'no relation leads from its table to cc_call'],
    [{ search: { cc_call: ['a.b.c'] }, exclude: ['a.b'] }, 'its table is not served'],
    [{ readOnly: { 'cc_card.login': 'x' } }, '"cc_card.login" has to be given by whoever creates a row'],
    [
      { protected: { 'cc_card.login': { writable: 'never', hint: 'x' } } },
      'generator.protected: "cc_card.login" has to be',
    ],
  ])('%j', (settings, want) => {
    expect(() => generate(settings)).toThrow(want)
  })
})

describe('what the settings change', () => {
  it.each<[settings: ProfileExtension, path: string, want: string | RegExp]>([
    [{ resources: { cc_card: 'customer' } }, 'resources/customer.ts', "name: 'customer'"],
    [{ tablePrefix: '' }, 'resources/cccard.ts', "table: 'cc_card'"],
    [{ fields: { 'cc_card.extra': 'more' } }, 'resources/card.ts', "name: 'extra', field: 'more'"],
    [
      { relations: [{ from: 'cc_card.kind', to: 'cc_call.id' }] },
      'resources/card.ts',
      "kind: { resource: 'call', column: 'id' }",
    ],
    [{ codes: RIGHT.codes }, 'openapi.json', 'a first; b second'],
    [{ secrets: { 'cc_card.extra': 'x' } }, 'resources/card.ts', /name: 'extra',.* secret: true/],
    [{ secretNames: ['extra'] }, 'resources/card.ts', /name: 'extra',.* secret: true/],
    [{ actions: { cc_card: 'It bites.' } }, 'resources/card.ts', "readOnly: 'It bites.'"],
    [{ readOnly: { cc_card: 'No.' } }, 'routers/card.ts', 'read-only'],
    [
      { readOnly: { 'cc_card.extra': 'No.' } },
      'resources/card.ts',
      "name: 'extra', type: text('utf8mb3'), nullable: true, writable: 'never', hint: 'No.'",
    ],
    [{ flags: { 'cc_card.activated': true } }, 'resources/card.ts', "type: flag(char(1, 'utf8mb3'), 't', 'f')"],
    [{ columnTypes: { 'cc_card.extra': { sql: 'json' } } }, 'resources/card.ts', "name: 'extra', type: json"],
    [
      { columnTypes: { 'cc_card.extra': { typescript: 'Extra', from: './crm/extra.ts' } } },
      'tables/card.ts',
      "import type { Extra } from '../../crm/extra.ts'",
    ],
    [
      { columnTypes: { 'cc_card.extra': { typescript: 'Extra', from: 'my-types' } } },
      'tables/card.ts',
      "import type { Extra } from 'my-types'",
    ],
    [
      { columnTypes: { 'cc_card.extra': { typescript: "'a'" } } },
      'tables/card.ts',
      "extra: Narrowed<string, 'a'> | null",
    ],
    [
      { pageSizes: { cc_card: { default: 5, maximum: 50 } } },
      'resources/card.ts',
      'pageSize: { default: 5, maximum: 50 }',
    ],
    [
      { protected: { 'cc_card.extra': { writable: 'create', hint: 'No.' } } },
      'resources/card.ts',
      "writable: 'create', hint: 'No.'",
    ],
    [
      { presentation: { cc_card: { label: "Crew's cards", section: 'crew', display: 'kind' } } },
      'resources/card.ts',
      "label: 'Crew\\'s cards',\n  section: 'crew',\n  display: 'kind',",
    ],
    [
      { search: { cc_card: ['login', 'cc_call.dotted.name'] } },
      'resources/card.ts',
      "search: ['login', { resource: 'call', reference: 'card_id', column: 'dotted.name' }]",
    ],
    [{ required: { 'cc_card.extra': 'filled' } }, 'resources/card.ts', /name: 'extra',.* required: 'filled'/],
  ])('%j', (settings, path, want) => {
    expect(fileOf(settings, path)).toMatch(want)
    // The control: the setting did it.
    expect(fileOf({}, path)).not.toMatch(want)
  })

  it.each<[settings: ProfileExtension, want: string[]]>([
    [{}, ['a-b', 'call', 'card', 'tag']],
    [{ include: ['cc_c*l'] }, ['call']],
    [{ include: ['cc_*'], exclude: ['*ard'] }, ['call', 'tag']],
    [{ exclude: ['cc_card', 'a.b'] }, ['call', 'tag']],
  ])('serves of %j %j', (settings, want) => {
    const served = generate(settings).files.flatMap(({ path }) => /^routers\/(.*)\.ts$/.exec(path)?.[1] ?? [])
    expect(served).toEqual(want)
  })

  it('lets a relation of the operator’s win over a shipped one', () => {
    const relations = [{ from: 'cc_call.card_id', to: 'cc_card.username' }]
    expect(fileOf({ relations }, 'resources/call.ts')).toContain("card_id: { resource: 'card', column: 'username' }")
    expect(fileOf({}, 'resources/call.ts')).toContain("card_id: { resource: 'card', column: 'id', none: ['-1'] }")
  })

  it('takes an empty text for a reference to nothing, as the shipped profile does', () => {
    const relations = [{ from: 'cc_call.card_id', to: 'cc_card.id', none: ['', '0'] }]
    expect(fileOf({ relations }, 'resources/call.ts')).toContain("none: ['', '0']")
  })

  it('finds names that have dots of their own', () => {
    const relations = [{ from: 'cc_call.dotted.name', to: 'a.b.id' }]
    expect(fileOf({ relations }, 'resources/call.ts')).toContain("'dotted.name': { resource: 'a-b', column: 'id' }")
    expect(generate({ relations }).notes).toEqual(generate({}).notes)
  })

  it('opens an action table, of the operator’s own too', () => {
    expect(fileOf({ actions: { cc_card: 'x' }, openActions: ['cc_card'] }, 'resources/card.ts')).not.toContain(
      'readOnly',
    )
  })

  it('resets the variables of triggers, where there are triggers', () => {
    const triggered = snapshot(table('cc_x', [id], { triggers: [{ name: 't', timing: 'BEFORE', event: 'INSERT' }] }))
    const { files } = generate({ triggerVariables: { cc_x: ['last'] } }, triggered)
    expect(files.find(({ path }) => path === 'resources/x.ts')?.contents).toContain("resetVariables: ['last']")
  })

  it('adds to the shipped secrets and never takes one away', () => {
    const { profile } = loadConfiguration({ secrets: { 'cc_card.email': 'private' }, secretNames: ['email'] })
    expect(Object.keys(profile.secrets)).toEqual(
      expect.arrayContaining([...Object.keys(a2billing.secrets), 'cc_card.email']),
    )
    expect(profile.secretNames).toEqual([...a2billing.secretNames, 'email'])
    // Neither an empty reason nor a false word removes one.
    for (const value of ['', false, null]) {
      expect(() => loadConfiguration({ secrets: { 'cc_card.uipass': value } })).toThrow(
        'generator.secrets.cc_card.uipass',
      )
    }
  })

  it('says what a page holds as the server does', () => {
    expect(PAGE_SIZE).toEqual(SERVED)
    expect([MOST_ROWS, MOST_OPERATIONS]).toEqual([WRITTEN, OPERATIONS])
    const limits = (settings: ProfileExtension) => {
      const { paths, components } = JSON.parse(fileOf(settings, 'openapi.json')) as Document
      return ['card', 'call'].map((name) => {
        const parameters = paths[`/api/${name}/`]?.get.parameters ?? []
        const own = parameters.find((one) => one.name === 'limit' || one.$ref?.endsWith('/Limit'))
        const { schema, description } = (own?.$ref ? components.parameters['Limit'] : own) ?? {}
        // No maximum in the schema: an export takes more.
        return [schema, /at most (\d+)/.exec(description ?? '')?.[1]]
      })
    }
    const usual = { type: 'integer', minimum: 1, default: 20 }
    expect(limits({})).toEqual([
      [usual, '1000'],
      [usual, '1000'],
    ])
    expect(limits({ pageSizes: { '*': { default: 50 }, cc_call: { maximum: 5000 } } })).toEqual([
      [{ ...usual, default: 50 }, '1000'],
      [usual, '5000'],
    ])
  })
})

interface Parameter {
  readonly name?: string
  readonly $ref?: string
  readonly schema?: object
  readonly description?: string
}

interface Document {
  readonly paths: Record<string, { get: { parameters: Parameter[] } }>
  readonly components: { readonly parameters: Record<string, Parameter> }
}

describe('the shape', () => {
  it.each<[said: unknown, want: string]>([
    [[], 'generator must be object'],
    ['x', 'generator must be object'],
    [{ secret: {} }, 'generator must NOT have additional properties: "secret". Did you mean "secrets"?'],
    [{ include: 'cc_card' }, 'generator.include must be array'],
    [{ include: [] }, 'generator.include must NOT have fewer than 1 items'],
    [{ exclude: [''] }, 'generator.exclude.0 must NOT have fewer than 1 characters'],
    [{ tablePrefix: 5 }, 'generator.tablePrefix must be string'],
    [{ resources: { a: 5 } }, 'generator.resources.a must be string'],
    [{ fields: [] }, 'generator.fields must be object'],
    [{ relations: [{ from: 'a.b' }] }, "generator.relations.0 must have required property 'to'"],
    [
      { codes: { 'a.b': { values: 'shut', codes: {} } } },
      'generator.codes.a.b.values must be equal to one of the allowed values (["closed","open","bits"])',
    ],
    [{ secrets: { 'a.b': true } }, 'generator.secrets.a.b must be string'],
    [{ secretNames: {} }, 'generator.secretNames must be array'],
    [{ actions: { a: '' } }, 'generator.actions.a must NOT have fewer than 1 characters'],
    [{ openActions: 'a' }, 'generator.openActions must be array'],
    [{ readOnly: { a: true } }, 'generator.readOnly.a must be string'],
    [{ flags: { 'a.b': false } }, 'generator.flags.a.b must NOT be valid'],
    [{ flags: { 'a.b': 't' } }, 'generator.flags.a.b must be object,boolean'],
    [{ flags: { 'a.b': { true: 'Y' } } }, "generator.flags.a.b must have required property 'false'"],
    [{ columnTypes: { 'a.b': 'json' } }, 'generator.columnTypes.a.b must be object'],
    [{ columnTypes: { 'a.b': { sql: 'int' } } }, 'generator.columnTypes.a.b.sql must be equal to constant ("json")'],
    [
      { columnTypes: { 'a.b': { from: 'x' } } },
      'generator.columnTypes.a.b must have property typescript when property from is present',
    ],
    [{ pageSizes: { a: { default: 0 } } }, 'generator.pageSizes.a.default must be >= 1'],
    [{ pageSizes: { a: { maximum: 10_001 } } }, 'generator.pageSizes.a.maximum must be <= 10000'],
    [{ pageSizes: { a: { defualt: 5 } } }, 'generator.pageSizes.a must NOT have additional properties: "defualt"'],
    [{ protected: { 'a.b': { writable: 'never' } } }, "generator.protected.a.b must have required property 'hint'"],
    [
      { required: { 'a.b': false } },
      'generator.required.a.b must be equal to one of the allowed values ([true,"filled"])',
    ],
    [{ triggerVariables: { a: 'x' } }, 'generator.triggerVariables.a must be array'],
    [{ emitters: 'x' }, 'generator.emitters must be array'],
    [{ emitters: ['x'] }, 'generator.emitters.0 must be a function'],
    [{ emitters: [() => []] }, 'generator.emitters.0 must have a name'],
    [{ emitters: [emitOne, emitOne] }, 'generator.emitters has two that are called "emitOne"'],
  ])('%j', (said, want) => {
    expect(() => loadConfiguration(said, didYouMean)).toThrow(want)
  })

  it('is right where every setting is', () => {
    expect(() => loadConfiguration({ ...RIGHT, emitters: [emitOne] })).not.toThrow()
    expect(loadConfiguration(undefined)).toEqual({ profile: a2billing, settings: {} })
  })

  it('is explained with an example at every setting, and each example is right', () => {
    const source = readFileSync(new URL('../../../codegen/profile/profile.ts', import.meta.url), 'utf8')
    const members = source
      .slice(source.indexOf('export interface ProfileExtension'))
      .matchAll(/@example (.*?)\n +\*\/\n +readonly (\w+)\?/gs)
    const examples = Array.from(members, ([, text = '', name = '']) => [name, text.replace(/^ +\*/gm, '')] as const)
    expect(examples.map(([name]) => name).sort()).toEqual(Object.keys(RIGHT).sort())
    for (const [name, text] of examples) {
      const said = new Function(`return { ${text} }`)() as object
      expect(Object.keys(said)).toEqual([name])
      expect(() => loadConfiguration(said)).not.toThrow()
    }
  })
})

function emitOne() {
  return []
}

describe('generated/config.json', () => {
  it('is {} where nothing is said', () => {
    expect(fileOf({}, 'config.json')).toBe('{}\n')
    expect(parseConfigFile('{}\n', 'x')).toEqual(a2billing)
  })

  it('gives back the profile it was made with, whatever the order it was said in', () => {
    const { profile, settings } = loadConfiguration({ ...RIGHT, emitters: [emitOne] })
    const text = formatConfigFile(settings)
    expect(text).toContain('"emitters": [\n    "emitOne"\n  ]')
    expect(parseConfigFile(text, 'x')).toEqual(profile)
    expect(JSON.stringify(parseConfigFile(text, 'x'))).toBe(JSON.stringify(profile))
    const reversed = Object.fromEntries(Object.entries(RIGHT).reverse())
    expect(formatConfigFile(loadConfiguration({ ...reversed, emitters: [emitOne] }).settings)).toBe(text)
    // The control: another setting is another text.
    expect(formatConfigFile(loadConfiguration({ ...RIGHT, tablePrefix: 'x' }).settings)).not.toBe(text)
  })

  it.each([
    ['{', 'old/config.json is not JSON'],
    ['[]', 'must be object'],
    ['null', 'must be object'],
    ['{"emitters": [5]}', '.emitters must be names'],
    ['{"secrets": []}', '.secrets must be object'],
    ['{"colour": 1}', 'must NOT have additional properties: "colour"'],
  ])('refuses %s', (text, want) => {
    expect(() => parseConfigFile(text, 'old/config.json')).toThrow(want)
    expect(() => parseConfigFile(text, 'old/config.json')).toThrow('old/config.json')
  })
})

it.each([
  ['cc_card', 'cc_card', true],
  ['cc_card', 'cc_card_group', false],
  ['cc_*', 'cc_card', true],
  ['*_archive', 'cc_card_archive', true],
  ['cc_*_archive', 'cc_archive', false],
  ['c.*', 'cc', false],
  ['*', 'line\nbreak', true],
  ['a+(b)[c]', 'a+(b)[c]', true],
])('the pattern %j and the table %j: %s', (pattern, name, want) => {
  expect(matchesTable([pattern], name)).toBe(want)
})

it('the example in a2b.config.ts is right', () => {
  const source = readFileSync(new URL('../../../a2b.config.ts', import.meta.url), 'utf8')
  const text = /^ \* {5}generator: (\{.*?^ \* {5}\}),/ms.exec(source)?.[1]?.replace(/^ \*/gm, '') ?? ''
  const said = new Function('dataDictionary', `return ${text}`)(emitOne) as object
  expect(Object.keys(said).length).toBeGreaterThan(10)
  expect(() => loadConfiguration(said)).not.toThrow()
})
