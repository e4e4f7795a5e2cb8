/** The paths of one table: what can be asked of its list and of its rows, and every way it can be answered. */
import type {
  OperationObject,
  ParameterObject,
  PathItemObject,
  ReferenceObject,
  RequestBodyObject,
  ResponseObject,
  SchemaObject,
} from 'openapi3-ts/oas31'
import { PAGE_SIZE } from '../../model/page-size.ts'
import { MOST_ROWS } from '../../model/most-rows.ts'
import { type Column, keyColumns, shapeOf, type Table } from '../../model/schema.ts'
import type { ProfilePageSize } from '../../profile/profile.ts'
import { ANYWHERE, fileNameHeader, OF_ROW, problemResponses, requestIdHeader, WITH_BODY } from './problems.ts'
import { triedHeaders } from './row-conditions.ts'
import { filterSchema, newRowExample, patchExample, wholeOrPart } from './schemas.ts'

/** Words of the query that are not columns; a column of such a name is reached as `page__eq`. */
const QUERY_WORDS = [
  'page',
  'limit',
  'ordering',
  'cursor',
  'format',
  'search',
  'count',
  'fields',
  'omit',
  'decimals',
  'labels',
  'where',
  'agg',
  'group',
  'having',
  'tz',
  'explain',
  'expand',
  'filters',
]

/** What of a row is shown, and how. */
const SHOWN = ['Fields', 'Omit', 'Decimals', 'Labels', 'Expand'].map((name) => ({
  $ref: `#/components/parameters/${name}`,
}))

/** Of what answers one row, and of what writes to one. */
const TAG = { ETag: { $ref: '#/components/headers/ETag' } }
const PREFER = [{ $ref: '#/components/parameters/DryRun' }, { $ref: '#/components/parameters/Prefer' }]
const IF_MATCH = [{ $ref: '#/components/parameters/IfMatch' }, ...PREFER]

export function tablePaths(table: Table): Record<string, PathItemObject> {
  const list = `/api/${table.resource}/`
  const row = `${list}{key}/`
  const shape = shapeOf(table)
  const readOnly = shape !== 'read-write'
  return {
    [list]: { get: listOperation(table), ...(!readOnly && rowsOperations(table)) },
    ...(shape !== 'list-only' && {
      [row]: {
        parameters: [keyParameter(table)],
        get: readOperation(table),
        ...(!readOnly && {
          put: updateOperation(table, 'update'),
          patch: updateOperation(table, 'patch'),
          post: { ...updateOperation(table, 'edit'), deprecated: true },
          delete: removeOperation(table),
        }),
      },
    }),
    ...(!readOnly && {
      [`${row}delete/`]: {
        parameters: [keyParameter(table)],
        post: removeByPostOperation(table),
        delete: { ...removeOperation(table), operationId: `remove${table.typeName}_byAddress`, deprecated: true },
      },
    }),
  }
}

function listOperation(table: Table): OperationObject {
  return operation(table, 'list', `List rows of ${table.name}`, {
    parameters: [
      { $ref: '#/components/parameters/Page' },
      table.pageSize ? limitParameter(table.pageSize) : { $ref: '#/components/parameters/Limit' },
      { $ref: '#/components/parameters/Cursor' },
      { $ref: '#/components/parameters/Count' },
      { $ref: '#/components/parameters/Format' },
      { $ref: '#/components/parameters/Ordering' },
      ...(table.search.length > 0 ? [searchParameter(table)] : []),
      ...SHOWN,
      { $ref: '#/components/parameters/Filters' },
      ...['Where', 'Agg', 'Group', 'Having', 'Tz', 'Explain'].map((name) => ({
        $ref: `#/components/parameters/${name}`,
      })),
      ...table.columns.filter(isFilterable).map(filterParameter),
    ],
    responses: { 200: listAnswer(`${table.typeName}.List`), ...problemResponses(...ANYWHERE, 403) },
  })
}

function listAnswer(schema: string): ResponseObject {
  const page = answer('A page of rows; or, as CSV or NDJSON, all of them', schema)
  const files = {
    'text/csv': { schema: { $ref: '#/components/schemas/Api.Csv' } },
    'application/x-ndjson': { schema: { $ref: '#/components/schemas/Api.Ndjson' } },
  }
  return { ...page, headers: { ...page.headers, ...fileNameHeader }, content: { ...page.content, ...files } }
}

/** `limit`, with what is asked for without it and what may be asked for at most. */
export function limitParameter({ default: usual, maximum }: ProfilePageSize): ParameterObject {
  const schema: SchemaObject = { type: 'integer', minimum: 1, default: usual ?? PAGE_SIZE.default }
  const description = `Rows a page, at most ${maximum ?? PAGE_SIZE.maximum}. With \`format\`, rows in all: any number, and every one without.`
  return { name: 'limit', in: 'query', description, schema }
}

/** `search`, with where it looks. */
function searchParameter({ search }: Table): ParameterObject {
  const places = search.map(({ column, in: other }) => `\`${other ? `${other.resource}.` : ''}${column}\``).join(', ')
  const description = `Words that the row has in ${places}, each of them in any of these.`
  return { name: 'search', in: 'query', description, allowEmptyValue: true, schema: { type: 'string', maxLength: 200 } }
}

function createOperation(table: Table): OperationObject {
  return operation(table, 'create', `Create a row of ${table.name}`, {
    parameters: [{ $ref: '#/components/parameters/On' }, ...PREFER],
    requestBody: body(oneOrMany(`${table.typeName}.New`), newRowExample(table)),
    responses: {
      200: answer(
        'The row as it was stored; or, of a list, all of them',
        eitherOf(table.typeName, `${table.typeName}.Created`),
        TAG,
      ),
      201: answer('With `on`: no row had these values, and one was created', table.typeName, TAG),
      204: { $ref: '#/components/responses/Minimal' },
      207: answer(
        'Of a list, on tables that cannot roll back: some rows were created, and some were not',
        `${table.typeName}.Created`,
      ),
      ...problemResponses(...ANYWHERE, ...WITH_BODY),
    },
  })
}

function rowsOperations(table: Table): PathItemObject {
  return { post: createOperation(table), patch: updateRowsOperation(table), delete: removeRowsOperation(table) }
}

// Behind a line, which no type has: a table may be called `rows_of_calls`.
function updateRowsOperation(table: Table): OperationObject {
  const operationId = `patch${table.typeName}_rows`
  const rows = operation(table, 'patch', `Change the named columns of the rows of ${table.name} that meet filters`, {
    parameters: filtersOf(table),
    requestBody: body(`${table.typeName}.Patch`, patchExample(table)),
    responses: { ...counted('Api.RowsUpdated'), ...problemResponses(...ANYWHERE, ...WITH_BODY) },
  })
  return { ...rows, operationId }
}

function removeRowsOperation(table: Table): OperationObject {
  const operationId = `remove${table.typeName}_rows`
  const rows = operation(table, 'remove', `Delete the rows of ${table.name} that meet filters`, {
    parameters: filtersOf(table),
    responses: { ...counted('Api.RowsDeleted'), ...problemResponses(...ANYWHERE, 403, 409) },
  })
  return { ...rows, operationId }
}

/** Which rows, and of how many. */
function filtersOf(table: Table): (ParameterObject | ReferenceObject)[] {
  return [
    ...PREFER,
    ...(table.search.length > 0 ? [searchParameter(table)] : []),
    { $ref: '#/components/parameters/Filters' },
    { $ref: '#/components/parameters/Where' },
    ...table.columns.filter(isFilterable).map(filterParameter),
  ]
}

function counted(schema: string): Record<number, ResponseObject | ReferenceObject> {
  return {
    200: answer('How many rows there were', schema),
    204: { $ref: '#/components/responses/Minimal' },
    207: answer('On tables that cannot roll back: some rows were written to, and some were not', schema),
  }
}

function readOperation(table: Table): OperationObject {
  return operation(table, 'read', `Read a row of ${table.name}`, {
    parameters: [...SHOWN, { $ref: '#/components/parameters/IfNoneMatch' }],
    responses: {
      200: answer('The row', wholeOrPart(table), TAG),
      304: { $ref: '#/components/responses/NotModified' },
      ...problemResponses(...ANYWHERE, 403, 404),
    },
  })
}

function updateOperation(table: Table, verb: 'update' | 'patch' | 'edit'): OperationObject {
  return operation(table, verb, `Change the named columns of a row of ${table.name}`, {
    parameters: IF_MATCH,
    requestBody: body(`${table.typeName}.Patch`, patchExample(table)),
    responses: {
      200: answer('The row as it is stored now', table.typeName, TAG),
      204: { $ref: '#/components/responses/Minimal' },
      ...problemResponses(...ANYWHERE, ...WITH_BODY, ...OF_ROW),
    },
  })
}

function removeOperation(table: Table): OperationObject {
  return operation(table, 'remove', `Delete a row of ${table.name}`, {
    parameters: IF_MATCH,
    responses: {
      200: answer('The row is gone', 'Api.Deleted'),
      204: { $ref: '#/components/responses/Minimal' },
      ...problemResponses(...ANYWHERE, 403, 409, ...OF_ROW),
    },
  })
}

/** A POST may have a body, and clients of the original may send one. */
function removeByPostOperation(table: Table): OperationObject {
  const remove = removeOperation(table)
  return {
    ...remove,
    operationId: `remove${table.typeName}_byPost`,
    requestBody: {
      description: 'None is needed, and what it says is ignored.',
      content: { 'application/json': { schema: {} } },
    },
    responses: { ...remove.responses, ...problemResponses(413, 415) },
  }
}

/** Of what the routers ask for, by what an operation is called. */
const PERMISSIONS = {
  list: 'list',
  create: 'create',
  read: 'get',
  update: 'update',
  patch: 'update',
  edit: 'update',
  remove: 'delete',
} as const

type Verb = keyof typeof PERMISSIONS

function operation(
  table: Table,
  verb: Verb,
  summary: string,
  rest: Omit<OperationObject, 'operationId' | 'tags' | 'summary'>,
): OperationObject {
  const permission = `${table.resource}:${PERMISSIONS[verb]}`
  const done: ResponseObject[] =
    verb === 'list' || verb === 'read' ? [] : [200, 201, 207].flatMap((status) => rest.responses?.[status] ?? [])
  for (const response of done) response.headers = { ...response.headers, ...triedHeaders }
  return {
    operationId: `${verb}${table.typeName}`,
    tags: [table.resource],
    summary,
    'x-permission': permission,
    ...rest,
  }
}

function eitherOf(...schemas: readonly string[]): SchemaObject {
  return { anyOf: schemas.map((name) => ({ $ref: `#/components/schemas/${name}` })) }
}

/** Of a list no more than the server's limit. */
function oneOrMany(schema: string): SchemaObject {
  const row = { $ref: `#/components/schemas/${schema}` }
  return { anyOf: [row, { type: 'array', minItems: 1, maxItems: MOST_ROWS, items: row }] }
}

function body(schema: string | SchemaObject, example: Record<string, unknown>): RequestBodyObject {
  const shown = typeof schema === 'string' ? { $ref: `#/components/schemas/${schema}` } : schema
  const content = { 'application/json': { schema: shown, example } }
  return { required: true, content }
}

function answer(
  description: string,
  schema: string | SchemaObject,
  headers: Record<string, ReferenceObject> = {},
): ResponseObject {
  const shown = typeof schema === 'string' ? { $ref: `#/components/schemas/${schema}` } : schema
  return {
    description,
    headers: { ...requestIdHeader, ...headers },
    content: { 'application/json': { schema: shown } },
  }
}

function keyParameter(table: Table): ParameterObject {
  const [first, ...more] = keyColumns(table)
  const isNumber = first?.kind.schema.type === 'integer' && more.length === 0
  const columns = table.primaryKey.map((name) => `\`${name}\``).join(' and ')
  return {
    name: 'key',
    in: 'path',
    required: true,
    description: more.length > 0 ? `${columns}, joined by commas` : columns,
    schema: { type: isNumber ? 'integer' : 'string' },
  }
}

function isFilterable(column: Column): boolean {
  return !column.secret && column.kind.comparable && !QUERY_WORDS.includes(column.field)
}

function filterParameter(column: Column): ParameterObject | ReferenceObject {
  // A minus in front would negate; quoted, a name is taken as it is.
  const name = /^[-"]/.test(column.field) ? `"${column.field.replaceAll('"', '""')}"` : column.field
  return { name, in: 'query', schema: filterSchema(column) }
}
