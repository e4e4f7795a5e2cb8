import { describe, expect, it } from 'vitest'
import { bigint } from '../../../src/resources/column-types.ts'
import { StartError } from '../../../src/start-error.ts'
import { refuseClashes } from '../../../src/plugins/clashes.ts'
import { checkDeclaration } from '../../../src/plugins/declaration.ts'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import { inOrder } from '../../../src/plugins/order.ts'
import type { Plugin } from '../../../src/plugins/plugin.ts'

const route = {
  operationId: 'addNote',
  method: 'POST',
  path: '/custom_api/note/:card_id',
  summary: 'Adds a note.',
  permission: 'notes:write',
  body: { required: ['text'], properties: { text: { type: 'string', description: 'a text' } } },
  response: { type: 'object' },
  handle: async () => ({}),
} as const
const notes = { api: 1, name: 'notes', permissions: { 'notes:write': 'Add notes' }, routes: [route] } as const

const refusalOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof StartError) return error.message
    throw error
  }
  throw new Error('It was not refused')
}

it.each(BUILT_IN)('takes $name, which comes with the server', (plugin) => {
  expect(checkDeclaration(plugin, plugin.name)).toBe(plugin)
})

it('has nothing against all that come with the server together', () => {
  expect(() => refuseClashes(BUILT_IN)).not.toThrow()
})

it('takes what is declared as it has to be, itself', () => {
  expect(checkDeclaration(notes, './notes')).toBe(notes)
  for (const plugin of BUILT_IN) expect(checkDeclaration(plugin, plugin.name)).toBe(plugin)
})

describe('a declaration is refused, by name:', () => {
  const withRoute = (change: object): object => ({ ...notes, routes: [{ ...route, ...change }] })
  const { body: _body, ...bodiless } = route
  const withGet = (parameters: object): object => ({ ...notes, routes: [{ ...bodiless, method: 'GET', parameters }] })
  const id = { name: 'id', type: bigint }
  const withResource = (change: object): object => ({
    ...notes,
    resources: [{ name: 'note', table: 'a2b_notes', primaryKey: ['id'], columns: [id], relations: {}, ...change }],
  })
  const withColumn = (change: object): object => withResource({ columns: [{ ...id, ...change }] })
  const setting = { type: 'integer', default: 1, description: 'x' }

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'Plugin ./notes: its default export is no plugin.'],
    ['another version', { ...notes, api: 2 }, 'Plugin "notes": it was written for version 2 of the contract'],
    ['no version', { name: 'notes' }, 'Write `api: 1`.'],
    ['no name', { api: 1 }, 'Plugin ./notes: it lacks "name".'],
    ['a name with a capital', { api: 1, name: 'Notes' }, ', name must match pattern'],
    ['an unknown member', { ...notes, hook: {} }, ': it has no member "hook". Did you mean "hooks"?'],
    [
      'an unknown hook',
      { ...notes, hooks: { card: { beforeSave: () => {} } } },
      'hooks.card: it has no member "beforeSave"',
    ],
    [
      'a hook that is no function',
      { ...notes, hooks: { card: { validate: 1 } } },
      'hooks.card.validate must be a function',
    ],
    [
      'a route without a permission',
      withRoute({ permission: undefined }),
      ', POST /custom_api/note/:card_id: it lacks "permission": what its caller must hold',
    ],
    [
      'a route without a schema',
      withRoute({ response: undefined }),
      ', POST /custom_api/note/:card_id: it lacks "response": the JSON Schema of its answer',
    ],
    [
      'a permission that is no text',
      withRoute({ permission: 1 }),
      ', POST /custom_api/note/:card_id.permission must be string',
    ],
    ['no body schema', { ...notes, routes: [bodiless] }, 'it declares no schema for its body'],
    ['a body on GET', withRoute({ method: 'GET' }), 'this method has no body'],
    [
      'parameters of what writes',
      withRoute({ parameters: { by: { type: 'string', description: 'x' } } }),
      'parameters.by: only GET takes parameters',
    ],
    ['a parameter of no type', withGet({ by: { description: 'x' } }), 'it lacks "type"'],
    [
      'a parameter with a default that it would refuse',
      withGet({ limit: { type: 'integer', maximum: 5, default: '6', description: 'a number up to 5' } }),
      'parameters.limit: "6" must be a number up to 5',
    ],
    [
      'a parameter with a pattern that is none',
      withGet({ by: { type: 'string', pattern: '(', description: 'x' } }),
      'parameters.by: its pattern is no regular expression',
    ],
    [
      'a parameter that is required and has a default',
      withGet({ by: { type: 'string', required: true, default: 'x', description: 'x' } }),
      'what is required needs no default',
    ],
    ['an unknown method', withRoute({ method: 'HEAD' }), 'method must be one of GET, POST'],
    ['a path without two fixed segments', withRoute({ path: '/note/:id' }), 'two fixed segments'],
    ['a final slash', withRoute({ path: '/custom_api/note/' }), 'without a final slash'],
    [
      'money without a card',
      withRoute({ path: '/custom_api/note/:id', idempotent: 'x' }),
      'names the card as :card_id',
    ],
    [
      'a requirement that is not described',
      withRoute({ body: { required: ['a'], properties: {} } }),
      'its body requires "a"',
    ],
    [
      'a property that no pointer can name',
      withRoute({ body: { required: [], properties: { 'a/b': { type: 'string', description: 'x' } } } }),
      'body.properties: "a/b" must match pattern',
    ],
    [
      'a permission without a colon',
      { ...notes, permissions: { write: 'x' } },
      'permissions: "write" must match pattern',
    ],
    [
      'a table without its use',
      { ...notes, tables: { cc_card: {} } },
      'tables.cc_card: it lacks "access": read, add or write',
    ],
    [
      'a table with another use',
      { ...notes, tables: { cc_card: { access: 'all' } } },
      'must be one of read, add, write',
    ],
    [
      'a column of no kind',
      { ...notes, tables: { cc_card: { access: 'read', columns: { id: 'money' } } } },
      'tables.cc_card.columns.id must be one of any, any?',
    ],
    [
      'a setting of the wrong default',
      { ...notes, settings: { size: { ...setting, default: 'x' } } },
      'settings.size: its default',
    ],
    [
      'a default out of its range',
      { ...notes, settings: { size: { ...setting, maximum: 0 } } },
      'whole number from -999999999 to 0',
    ],
    [
      'a text that is not allowed',
      { ...notes, settings: { mode: { type: 'string', values: ['a'], default: 'b', description: 'x' } } },
      'one of a.',
    ],
    [
      'a job too often',
      { ...notes, jobs: [{ name: 'sweep', every: 0, run: async () => {} }] },
      'jobs.0.every must be >= 1',
    ],
    [
      'a command without its function',
      { ...notes, commands: [{ name: 'sweep', description: 'x' }] },
      'commands.0: it lacks "run"',
    ],
    [
      'a job that no timer can wait for',
      { ...notes, jobs: [{ name: 'sweep', every: 3e6, run: async () => {} }] },
      'jobs.0.every must be <= 86400',
    ],
    ['an answer that is described by no schema', withRoute({ response: { type: 'text' } }), 'is no JSON Schema'],
    [
      'a pattern that is none',
      withRoute({ body: { required: [], properties: { a: { type: 'string', description: 'x', pattern: '(' } } } }),
      'body.properties.a: its pattern is no regular expression',
    ],
    [
      'a misspelt secret',
      withColumn({ secert: true }),
      'resources.0.columns.0: it has no member "secert". Did you mean "secret"?',
    ],
    ['a secret that is no such', withColumn({ secret: 'ever' }), 'columns.0.secret must be one of true, always'],
    ['a column of no type', withColumn({ type: { kind: 'number' } }), 'columns.0.type: there is no kind "number".'],
    ['a type that lacks something', withColumn({ type: { kind: 'integer' } }), 'columns.0.type: it lacks "min"'],
    ['a key of no column', withResource({ primaryKey: ['ip'] }), 'it has no column "ip". Did you mean "id"?'],
    [
      'a relation of no column',
      withResource({ relations: { card: { resource: 'card', column: 'id' } } }),
      'resource note: it has no column "card"',
    ],
    ['a column twice', withResource({ columns: [id, id] }), 'it has two columns "id"'],
    ['a reason that is none', withResource({ readOnly: false }), 'resources.0.readOnly must be string'],
  ])('%s', (_, declaration, message) => {
    expect(refusalOf(() => checkDeclaration(declaration, './notes'))).toContain(message)
  })
})

describe('two plugins clash over', () => {
  const other = (change: object): Plugin => ({ api: 1, name: 'other', ...change }) as Plugin
  const table = 'create table a2b_notes_x (id int) engine = InnoDB'
  const claims: [string, Partial<Plugin>, Plugin, string][] = [
    ['a name', {}, other({ name: 'notes' }), 'the name "notes"'],
    [
      'a route, whatever its parameter is called',
      { routes: [route] },
      other({ routes: [{ ...route, operationId: 'x', path: '/custom_api/note/:other' }] }),
      'POST /custom_api/note/:…',
    ],
    [
      'the GET of a route that moves money',
      { routes: [{ ...route, idempotent: 'x', handle: async () => ({ answer: '', isReplayed: false }) }] },
      other({ routes: [{ ...route, operationId: 'x', method: 'GET' }] }),
      'GET /custom_api/note/:…',
    ],
    [
      'an operationId',
      { routes: [route] },
      other({ routes: [{ ...route, path: '/custom_api/other' }] }),
      'the operationId addNote',
    ],
    ['a permission', { permissions: { 'a:b': 'x' } }, other({ permissions: { 'a:b': 'y' } }), 'the permission a:b'],
    [
      'a variable',
      { settings: { xY: { type: 'boolean', default: true, description: 'x' } } },
      other({ name: 'notes-x', settings: { y: { type: 'boolean', default: true, description: 'x' } } }),
      'the setting A2B_NOTES_X_Y',
    ],
    [
      'a resource',
      { resources: [{ name: 'note' } as never] },
      other({ resources: [{ name: 'note' }] }),
      'the resource note',
    ],
    [
      'a table',
      { migrations: [{ id: '1', up: [table], down: ['drop table a2b_notes_x'] }] },
      other({ name: 'notes-x', migrations: [{ id: '1', up: [table], down: ['drop table a2b_notes_x'] }] }),
      'the table a2b_notes_x',
    ],
  ]

  it.each(claims)('%s', (_, first, second, what) => {
    const message = refusalOf(() => refuseClashes([{ api: 1, name: 'notes', ...first }, second]))
    expect(message).toBe(
      `Plugins "notes" and "${second.name}" both claim ${what}. Load only one of them, or rename it in one.`,
    )
  })

  it('nothing, while they only look alike', () => {
    const routes = [{ ...route, method: 'PUT', operationId: 'x' } as const]
    expect(() => refuseClashes([notes, other({ routes }), ...BUILT_IN])).not.toThrow()
  })

  it('and one with itself', () => {
    expect(refusalOf(() => refuseClashes([{ ...notes, routes: [route, route] }]))).toContain(
      '"notes" declares twice: POST',
    )
  })

  it('an action leads to a route that there is', () => {
    const actions = [{ resource: 'card', place: 'row', label: 'Note', route: 'addNoet' }] as const
    expect(refusalOf(() => refuseClashes([{ ...notes, actions }]))).toBe(
      'Plugin "notes", action "Note": no plugin has a route "addNoet"; there are addNote.',
    )
    expect(() => refuseClashes([notes, other({ actions: [{ ...actions[0], route: 'addNote' }] })])).not.toThrow()
  })
})

describe('plugins start', () => {
  const named = (name: string, ...after: string[]) => ({ plugin: { api: 1, name, after } as const })
  const order = (...plugins: ReturnType<typeof named>[]) => inOrder(plugins).map(({ plugin }) => plugin.name)

  it('after those that they name, and otherwise as they were given', () => {
    expect(order(named('d', 'b'), named('a'), named('b', 'c'), named('c'))).toEqual(['c', 'b', 'd', 'a'])
  })

  it('or not at all', () => {
    expect(refusalOf(() => order(named('a', 'refil'), named('refill')))).toContain('Did you mean "refill"?')
    expect(refusalOf(() => order(named('a', 'b'), named('b', 'c'), named('c', 'b')))).toContain(
      '"b" after "c" after "b"',
    )
    expect(refusalOf(() => order(named('a', 'a')))).toContain('"a" after "a"')
  })
})
