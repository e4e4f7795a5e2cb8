/** A plugin's resource -> its part of the OpenAPI document, under the names that the generator gives those of a table. */
import type {
  OperationObject,
  ParameterObject,
  PathItemObject,
  PathsObject,
  ReferenceObject,
  RequestBodyObject,
  SchemaObject,
} from 'openapi3-ts/oas31'
import { PAGE_SIZE } from '../resources/paging.ts'
import { type Column, fieldOf } from '../resources/resource.ts'
import { isCountable } from '../resources/increment.ts'
import { MOST_ROWS } from '../resources/several.ts'
import { columnSchema, filterSchema, inputSchema } from './column-schema.ts'
import type { PluginResource } from './plugin.ts'

export interface ResourceDocument {
  readonly paths: PathsObject
  readonly schemas: Readonly<Record<string, SchemaObject>>
}

export function resourceDocument(resource: PluginResource): ResourceDocument {
  const { name, primaryKey, readOnly, refusals } = resource
  const type = typeName(name)
  const list = `/api/${name}/`
  const row = `${list}{key}/`
  const describe = describing(resource, type)
  const isWritable = readOnly === undefined && primaryKey.length > 0
  const isCreatable = isWritable && refusals?.create === undefined
  const changes = (verb: 'update' | 'patch' | 'edit'): OperationObject =>
    describe(verb, { answer: type, body: `${type}.Patch`, parameters: shared(['IfMatch', 'DryRun', 'Prefer']) })
  const removes = describe('remove', { answer: 'Api.Deleted', parameters: shared(['IfMatch', 'DryRun', 'Prefer']) })
  return {
    paths: {
      [list]: {
        get: describe('list', { answer: `${type}.List`, parameters: listParameters(resource) }),
        ...(isWritable && rowsOperations(resource, type)),
      },
      ...(primaryKey.length > 0 && {
        [row]: {
          parameters: [keyParameter(resource)],
          get: describe('read', { answer: type, parameters: shared([...SHOWN, 'IfNoneMatch']) }),
          ...(isWritable && {
            put: changes('update'),
            patch: changes('patch'),
            post: { ...changes('edit'), deprecated: true },
            delete: removes,
          }),
        },
      }),
      ...(isWritable && {
        [`${row}delete/`]: {
          parameters: [keyParameter(resource)],
          post: {
            ...removes,
            operationId: `remove${type}_byPost`,
            requestBody: IGNORED,
            responses: { ...removes.responses, ...problems(413, 415) },
          },
          delete: { ...removes, operationId: `remove${type}_byAddress`, deprecated: true },
        },
      }),
    },
    schemas: {
      [type]: {
        ...objectOf(
          resource.columns.filter(({ secret }) => secret !== 'always'),
          columnSchema,
        ),
        description: `A row of \`${resource.table}\`.`,
        required: resource.columns.filter(({ secret }) => !secret).map(fieldOf),
      },
      [`${type}.Part`]: partSchema(resource, type),
      [`${type}.List`]: {
        type: 'object',
        properties: {
          meta: { $ref: '#/components/schemas/Api.ListMeta' },
          objects: { type: 'array', items: wholeOrPart(type) },
        },
        required: ['meta', 'objects'],
        additionalProperties: false,
      },
      ...(isCreatable && {
        [`${type}.New`]: newSchema(resource),
        [`${type}.Created`]: createdSchema(name, type),
      }),
      ...(isWritable && {
        [`${type}.Patch`]: objectOf(
          resource.columns.filter(({ name: column, writable }) => !writable || primaryKey.includes(column)),
          (column) => (isCountable(resource, column) ? orIncrement(column) : inputSchema(column)),
        ),
      }),
    },
  }
}

function orIncrement(column: Column): SchemaObject {
  return { anyOf: [inputSchema(column), { $ref: '#/components/schemas/Api.Increment' }] }
}

/** `card_note` is `CardNote`. */
function typeName(resource: string): string {
  return resource.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

const VERBS = {
  list: ['list', 'List rows of', 'A page of rows; or, as CSV or NDJSON, all of them'],
  read: ['get', 'Read a row of', 'The row'],
  create: ['create', 'Create a row of', 'The row as it was stored'],
  update: ['update', 'Change the named columns of a row of', 'The row as it is stored now'],
  patch: ['update', 'Change the named columns of a row of', 'The row as it is stored now'],
  edit: ['update', 'Change the named columns of a row of', 'The row as it is stored now'],
  remove: ['delete', 'Delete a row of', 'The row is gone'],
  patchRows: ['update', 'Change the named columns of all rows that meet filters of', 'How many rows there were'],
  removeRows: ['delete', 'Delete all rows that meet filters of', 'How many rows there were'],
} as const

type Verb = keyof typeof VERBS

/** What writes to a row that is there, and what is answered with one. */
const WITH_KEY: ReadonlySet<Verb> = new Set(['update', 'patch', 'edit', 'remove'])
/** What is done to rows that meet filters, by its verb. */
const ROWS: Readonly<Partial<Record<Verb, string>>> = { patchRows: 'patch', removeRows: 'remove' }
const SEVERAL: ReadonlySet<Verb> = new Set(['create', 'patchRows', 'removeRows'])
const TAGGED: ReadonlySet<Verb> = new Set(['read', 'create', 'update', 'patch', 'edit'])

interface Described {
  readonly answer: string
  readonly body?: string
  readonly parameters?: readonly (ParameterObject | ReferenceObject)[]
}

function rowsOperations(resource: PluginResource, type: string): PathItemObject {
  const describe = describing(resource, type)
  const parameters = [...shared(['DryRun', 'Prefer', 'Filters', 'Where']), ...filtersOf(resource)]
  return {
    ...(resource.refusals?.create === undefined && {
      post: describe('create', { answer: type, body: `${type}.New`, parameters: shared(['On', 'DryRun', 'Prefer']) }),
    }),
    patch: describe('patchRows', { answer: 'Api.RowsUpdated', body: `${type}.Patch`, parameters }),
    delete: describe('removeRows', { answer: 'Api.RowsDeleted', parameters }),
  }
}

function describing({ name, table, permission }: PluginResource, type: string) {
  return (verb: Verb, { answer, body, parameters }: Described): OperationObject => {
    const [operation, summary, description] = VERBS[verb]
    const statuses = [
      400,
      401,
      403,
      429,
      500,
      503,
      ...(verb === 'list' || SEVERAL.has(verb) ? [] : [404]),
      ...(verb === 'remove' || verb === 'removeRows' ? [409] : []),
      ...(WITH_KEY.has(verb) ? [412] : []),
      ...(body ? [409, 413, 415, 422] : []),
    ]
    return {
      operationId: ROWS[verb] === undefined ? `${verb}${type}` : `${ROWS[verb]}${type}_rows`,
      tags: [name],
      summary: `${summary} ${table}`,
      'x-permission': permission ?? `${name}:${operation}`,
      ...(parameters && { parameters: [...parameters] }),
      ...(body && { requestBody: { required: true, content: verb === 'create' ? oneOrMany(body) : content(body) } }),
      responses: {
        200: {
          description,
          headers: {
            'X-Request-Id': { $ref: '#/components/headers/RequestId' },
            ...(TAGGED.has(verb) && { ETag: { $ref: '#/components/headers/ETag' } }),
            ...(isWrite(verb) && { 'Dry-Run': { schema: { type: 'string' } } }),
            ...(verb === 'list' && { 'Content-Disposition': { $ref: '#/components/headers/FileName' } }),
          },
          content: {
            'application/json': {
              schema: answerOf(verb, type, answer),
            },
            ...(verb === 'list' && FILES),
          },
        },
        ...(verb === 'create' && {
          201: {
            description: 'With `on`: no row had these values, and one was created',
            headers: {
              'X-Request-Id': { $ref: '#/components/headers/RequestId' },
              ETag: { $ref: '#/components/headers/ETag' },
            },
            content: content(type),
          },
        }),
        ...(isWrite(verb) && { 204: { $ref: '#/components/responses/Minimal' } }),
        ...(SEVERAL.has(verb) && {
          207: {
            description: 'Of several rows, on tables that cannot roll back: some were written, and some were not',
            headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
            content: content(verb === 'create' ? `${type}.Created` : answer),
          },
        }),
        ...(verb === 'read' && { 304: { $ref: '#/components/responses/NotModified' } }),
        ...problems(...statuses),
      },
    }
  }
}

function problems(...statuses: readonly number[]): Record<number, ReferenceObject> {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]))
}

/** A POST may have a body. */
const IGNORED: RequestBodyObject = {
  description: 'None is needed, and what it says is ignored.',
  content: { 'application/json': { schema: {} } },
}

const FILES = {
  'text/csv': { schema: { $ref: '#/components/schemas/Api.Csv' } },
  'application/x-ndjson': { schema: { $ref: '#/components/schemas/Api.Ndjson' } },
}

function content(schema: string): { 'application/json': { schema: ReferenceObject } } {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } }
}

function answerOf(verb: Verb, type: string, answer: string): SchemaObject | ReferenceObject {
  if (verb === 'read') return wholeOrPart(type)
  return verb === 'create' ? eitherOf(type, `${type}.Created`) : content(answer)['application/json'].schema
}

function isWrite(verb: Verb): boolean {
  return verb !== 'list' && verb !== 'read'
}

function oneOrMany(schema: string): { 'application/json': { schema: SchemaObject } } {
  const row = { $ref: `#/components/schemas/${schema}` }
  const rows: SchemaObject = { type: 'array', minItems: 1, maxItems: MOST_ROWS, items: row }
  return { 'application/json': { schema: { anyOf: [row, rows] } } }
}

function listParameters(resource: PluginResource): (ParameterObject | ReferenceObject)[] {
  const { default: usual, maximum } = { ...PAGE_SIZE, ...resource.pageSize }
  const limit: ParameterObject = {
    name: 'limit',
    in: 'query',
    description: `Rows a page, at most ${maximum}. With \`format\`, rows in all: any number, and every one without.`,
    schema: { type: 'integer', minimum: 1, default: usual },
  }
  return [...shared([...LIST, ...SHOWN]), limit, ...filtersOf(resource)]
}

function filtersOf({ columns }: PluginResource): ParameterObject[] {
  return columns.flatMap((column): ParameterObject[] => {
    const schema = filterSchema(column)
    return schema ? [{ name: fieldOf(column), in: 'query', schema }] : []
  })
}

/** Of any list, and what of a row is shown. */
const LIST = [
  'Page',
  'Cursor',
  'Count',
  'Format',
  'Ordering',
  'Filters',
  'Where',
  'Agg',
  'Group',
  'Having',
  'Tz',
  'Explain',
]
const SHOWN = ['Fields', 'Omit', 'Decimals', 'Labels', 'Expand']

function shared(names: readonly string[]): ReferenceObject[] {
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }))
}

function wholeOrPart(type: string): SchemaObject {
  return eitherOf(type, `${type}.Part`)
}

function eitherOf(...schemas: readonly string[]): SchemaObject {
  return { anyOf: schemas.map((name) => ({ $ref: `#/components/schemas/${name}` })) }
}

/** The answer to a list of new rows, as the generator has it for a table. */
function createdSchema(name: string, type: string): SchemaObject {
  return {
    type: 'object',
    properties: {
      meta: {
        type: 'object',
        properties: { model: { const: name }, created: { type: 'integer' }, failed: { type: 'integer' } },
        required: ['model', 'created'],
      },
      objects: { type: 'array', items: { anyOf: [{ $ref: `#/components/schemas/${type}` }, { type: 'null' }] } },
      problems: { type: 'array', items: { $ref: '#/components/schemas/Api.RowProblem' } },
    },
    required: ['meta', 'objects'],
    additionalProperties: false,
  }
}

/** As the generator has it for a table. */
function partSchema({ table, columns, relations }: PluginResource, type: string): SchemaObject {
  const shown = columns.filter(({ secret }) => secret !== 'always')
  const loose = (column: Column): SchemaObject => {
    if (Object.hasOwn(relations, column.name)) return {}
    return column.type.kind === 'decimal' ? { type: ['number', 'string', 'null'] } : columnSchema(column)
  }
  const { properties } = objectOf(shown, loose)
  return {
    type: 'object',
    properties: { ...properties, labels: { type: 'object' } },
    description: `A row of \`${table}\` as \`fields\`, \`omit\`, \`decimals\`, \`labels\` and \`expand\` have it, or figures of rows, with \`agg\` and \`group\`. Without these words an answer has \`${type}\`.`,
    // The type of schemas does not know it.
    ...({ patternProperties: { [FIGURES]: { type: ['number', 'string', 'boolean', 'null'] } } } as object),
    minProperties: 1,
    additionalProperties: { $ref: '#/components/schemas/Api.Referring' },
  }
}

const FIGURES = '^(count$|(count|distinct|sum|avg|min|max)_)|_(hour|day|week|month|year)$'

function keyParameter({ primaryKey, columns }: PluginResource): ParameterObject {
  const isNumber =
    primaryKey.length === 1 && columns.find(({ name }) => name === primaryKey[0])?.type.kind === 'integer'
  const description = primaryKey.map((name) => `\`${name}\``).join(' and ')
  return { name: 'key', in: 'path', required: true, description, schema: { type: isNumber ? 'integer' : 'string' } }
}

function newSchema({ columns }: PluginResource): SchemaObject {
  const writable = columns.filter((column) => column.writable !== 'never')
  const required = writable.filter((column) => column.required).map(fieldOf)
  return { ...objectOf(writable, inputSchema), ...(required.length > 0 && { required }) }
}

function objectOf(columns: readonly Column[], schemaOf: (column: Column) => SchemaObject): SchemaObject {
  return {
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [fieldOf(column), schemaOf(column)])),
    additionalProperties: false,
  }
}
