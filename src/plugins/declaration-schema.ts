/**
 * The contract of `plugin.ts` as a JSON Schema, for declarations that no compiler has looked at. Functions are asked for
 * by the keyword `isFunction`. The description of a member that must be there is told to who leaves it out.
 */
import { resource } from './resource-schema.ts'
import { fn, listOf, mapOf, name, recordOf, text, texts } from './schema-words.ts'

const setting = recordOf(
  {
    type: { enum: ['string', 'integer', 'boolean', 'list'] },
    default: { description: 'what holds where nothing is set' },
    description: { ...text, description: 'what it does, in a sentence' },
  },
  { values: texts, minimum: { type: 'integer' }, maximum: { type: 'integer' } },
)

const requirement = { enum: ['any', 'integer', 'decimal', 'number', 'moment'].flatMap((kind) => [kind, `${kind}?`]) }

const tableUse = recordOf(
  { access: { enum: ['read', 'add', 'write'], description: 'read, add or write' } },
  { columns: mapOf(requirement), gives: texts, optional: { const: true, description: 'true, or left out' } },
)

const primitive = { enum: ['string', 'number', 'boolean'] }

const property = recordOf(
  {
    type: { anyOf: [primitive, { ...listOf(primitive), minItems: 1 }] },
    description: { ...text, description: 'what it must be, for the error that a client reads' },
  },
  { pattern: { type: 'string' }, examples: { type: 'array' } },
)

const parameter = recordOf(
  {
    type: { enum: ['string', 'integer'] },
    description: { ...text, description: 'what it must be, for the error that a client reads' },
  },
  {
    required: { const: true, description: 'true, or left out' },
    default: { type: 'string' },
    values: { ...texts, minItems: 1 },
    pattern: { type: 'string' },
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    example: text,
  },
)

const route = recordOf(
  {
    operationId: { type: 'string', pattern: '^[A-Za-z]\\w*$', description: 'its name in the OpenAPI document' },
    method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
    path: text,
    summary: { ...text, description: 'what it does, in a sentence' },
    permission: { ...text, description: 'what its caller must hold, e.g. "reports:read"' },
    response: { type: 'object', description: 'the JSON Schema of its answer' },
    handle: fn,
  },
  {
    body: recordOf({ required: texts, properties: mapOf(property, '^[^/~]+$') }),
    parameters: mapOf(parameter, '^[a-z]\\w*$'),
    idempotent: text,
  },
)

const hooks = [
  'validate',
  'beforeCreate',
  'beforeUpdate',
  'beforeDelete',
  'afterCreate',
  'afterUpdate',
  'afterDelete',
  'afterCommit',
  'scope',
]

export const DECLARATION = recordOf(
  { api: { const: 1 }, name },
  {
    after: texts,
    settings: mapOf(setting, '^[a-z][A-Za-z0-9]*$'),
    tables: mapOf(tableUse),
    migrations: listOf(recordOf({ id: text, up: texts, down: texts })),
    resources: listOf(resource),
    permissions: mapOf(text, '^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$'),
    routes: listOf(route),
    hooks: mapOf(recordOf({}, Object.fromEntries(hooks.map((hook) => [hook, fn])))),
    panels: listOf(recordOf({ resource: text, label: text, of: text, field: text })),
    fields: mapOf(mapOf(recordOf({}, { label: text, help: text }))),
    folders: listOf(
      recordOf({
        at: { type: 'string', pattern: '^/[a-z][a-z0-9-]*$', description: 'its address, such as /admin' },
        find: fn,
      }),
    ),
    actions: listOf(
      recordOf(
        { resource: text, place: { enum: ['row', 'list'] }, label: text, route: text },
        { confirm: { const: true } },
      ),
    ),
    commands: listOf(recordOf({ name, description: text, run: fn }, { arguments: text, options: mapOf(text) })),
    jobs: listOf(recordOf({ name, every: { type: 'number', minimum: 1, maximum: 86_400 }, run: fn })),
    start: fn,
    stop: fn,
  },
)
