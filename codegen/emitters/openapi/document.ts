/** Emits `openapi.json`: the whole contract of the tables as one OpenAPI 3.1 document. Plugins add theirs at start. */
import { OpenApiBuilder, type SchemaObject } from 'openapi3-ts/oas31'
import { PAGE_SIZE } from '../../model/page-size.ts'
import { type Schema, shapeOf } from '../../model/schema.ts'
import { formatJson } from '../../json.ts'
import { mark } from '../../output/header.ts'
import type { Emitter } from '../emitter.ts'
import { limitParameter, tablePaths } from './paths.ts'
import { fileName, requestId, serverPaths } from './server-paths.ts'
import { batch, batchResults } from './batch-paths.ts'
import { importProgress, importReport } from './import-paths.ts'
import { facts, report } from './doctor-paths.ts'
import { etag, minimal, notModified, rowConditions } from './row-conditions.ts'
import { metadata } from './metadata-paths.ts'
import { session } from './session-paths.ts'
import { countSchema, problemComponents, problemSchema, rowProblemSchema, type ProblemTable } from './problems.ts'
import {
  createdSchema,
  incrementSchema,
  listSchema,
  newRowSchema,
  partSchema,
  patchSchema,
  rowSchema,
} from './schemas.ts'

/** A line of the document may be this long before it is broken up. */
const LINE = 110

const MARK = mark('all tables', 'codegen/emitters/openapi/document.ts')

/** @param problems - every error the server can answer, from its one table */
export function openApiEmitter(problems: ProblemTable): Emitter {
  return (schema) => [
    {
      path: 'openapi.json',
      contents: formatJson({ 'x-generated': MARK, ...buildDocument(schema, problems) }, { width: LINE }),
    },
  ]
}

function buildDocument(schema: Schema, problems: ProblemTable): object {
  const builder = OpenApiBuilder.create()
    .addOpenApiVersion('3.1.0')
    .addInfo({
      title: 'A2Billing API',
      version: '0.1.0',
      description: DESCRIPTION,
      license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
    })
    .addServer({ url: '.', description: 'Where this document is.' })
    .addSecurityScheme('basic', { type: 'http', scheme: 'basic', description: 'A user of the API.' })
    .addSecurityScheme('bearer', { type: 'http', scheme: 'bearer', description: 'An API key of a user.' })
    .addSecurityScheme('session', { type: 'apiKey', in: 'cookie', name: 'a2b_session', description: SESSION })
    .addSchema('Api.ListMeta', listMeta)
    .addSchema('Api.Deleted', {
      type: 'object',
      properties: { deleted: { const: 1 } },
      required: ['deleted'],
      additionalProperties: false,
    })
    .addSchema('Api.Doctor', report)
    .addSchema('Api.Metadata', metadata)
    .addSchema('Api.Server', facts)
    .addSchema('Api.Session', session)
    .addSchema('Api.Problem', problemSchema(problems))
    .addSchema('Api.Referring', referring)
    .addSchema('Api.Csv', { type: 'string', description: CSV })
    .addSchema('Api.Ndjson', { type: 'string', description: NDJSON })
    .addHeader('RequestId', requestId)
    .addHeader('ETag', etag)
    .addResponse('NotModified', notModified)
    .addResponse('Minimal', minimal)
    .addSchema('Api.Batch', batch)
    .addSchema('Api.BatchResults', batchResults)
    .addSchema('Api.ImportReport', importReport)
    .addSchema('Api.ImportProgress', importProgress)
    .addSchema('Api.Increment', incrementSchema)
    .addSchema('Api.RowProblem', rowProblemSchema)
    .addSchema('Api.RowsUpdated', countSchema('updated'))
    .addSchema('Api.RowsDeleted', countSchema('deleted'))
    .addHeader('FileName', fileName)
    // With a space, which no resource has: a table may be called `server`.
    .addTag({ name: 'API server', description: 'The server itself' })
  builder.rootDoc.security = [{ basic: [] }, { bearer: [] }, { session: [] }]
  // Where every table has a page size of its own, nobody refers to the usual one.
  const { Limit, ...always } = parameters
  const shared = schema.tables.every(({ pageSize }) => pageSize) ? always : { ...always, Limit }
  for (const [name, parameter] of Object.entries(shared)) builder.addParameter(name, parameter)
  for (const [name, response] of Object.entries(problemComponents(problems))) builder.addResponse(name, response)
  for (const [path, item] of Object.entries(serverPaths)) builder.addPath(path, item)
  // The dot keeps these names apart from those of tables: `cc_card_list` is `CardList`, the list of cards `Card.List`.
  for (const table of schema.tables) {
    builder.addTag({
      name: table.resource,
      description: `\`${table.name}\`${table.readOnly ? `. ${table.readOnly}` : ''}`,
    })
    builder.addSchema(table.typeName, rowSchema(table)).addSchema(`${table.typeName}.List`, listSchema(table))
    builder.addSchema(`${table.typeName}.Part`, partSchema(table, schema.tables))
    if (shapeOf(table) === 'read-write') {
      builder.addSchema(`${table.typeName}.New`, newRowSchema(table))
      builder.addSchema(`${table.typeName}.Created`, createdSchema(table))
      builder.addSchema(`${table.typeName}.Patch`, patchSchema(table))
    }
    for (const [path, item] of Object.entries(tablePaths(table))) builder.addPath(path, item)
  }
  return builder.getSpec()
}

const DESCRIPTION = [
  'Rows are read and written as JSON objects whose members bear the names of the columns.',
  'Every path works with and without the final slash.',
  'Numbers keep their digits: a DECIMAL column reads `5.00000`; give numbers as text where your JSON library uses doubles. Where a body needs a text, a number is taken as its digits.',
  'Dates are `YYYY-MM-DD HH:MM:SS`; a zero date is null.',
  'A method that an address does not have answers 405 and `Allow`. OPTIONS and HEAD work everywhere.',
].join('\n\n')

const SESSION =
  'Of a browser that has signed in by `POST /api/session/`; over HTTPS the name is `__Host-a2b_session`. Requests of other ' +
  'methods than GET and HEAD need the header `X-CSRF-Token`, too, with the `csrf` of that answer. The header `Authorization` ' +
  'comes first where a request has both.'

const CSV =
  'RFC 4180, in UTF-8: a line with the names of the fields, then a line for each row. Null is nothing, and an empty text is `""`. ' +
  "A text that a spreadsheet would take for a formula has a `'` before it. An answer that breaks off is not whole."

const NDJSON = 'For each row a line with the object that a list has. An answer that breaks off is not whole.'

const listMeta: SchemaObject = {
  type: 'object',
  properties: {
    model: { type: 'string', description: 'The resource.' },
    page: { type: ['integer', 'null'], minimum: 1, description: 'Null with `cursor`.' },
    next: { type: 'string', description: 'Path of the next page; empty on the last one.' },
    previous: { type: 'string', description: 'Path of the page before; empty on the first one, and with `cursor`.' },
    next_cursor: {
      type: ['string', 'null'],
      description: 'Only with `cursor`: where the next page begins; null on the last one.',
    },
    explain: {
      type: 'object',
      description: 'Only with `explain`: the tables that would be read, and what makes it slow.',
      properties: {
        tables: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', description: "In the statement: `t0` is the list's own table." },
              access: { type: 'string', description: 'The word of the database: `ALL` reads all of it.' },
              index: { type: ['string', 'null'] },
              rows: { type: 'number', description: 'That are looked at, as the database expects.' },
            },
            required: ['name', 'access', 'index', 'rows'],
            additionalProperties: false,
          },
        },
        notes: { type: 'array', items: { type: 'string' } },
      },
      required: ['tables', 'notes'],
      additionalProperties: false,
    },
    count: { type: 'integer', minimum: 0, description: 'Only with `count`: the rows of all pages.' },
    count_is_exact: { type: 'boolean', description: 'Only with `count`: false where there are more rows than that.' },
  },
  required: ['model', 'next', 'page', 'previous'],
  additionalProperties: false,
}

const referring: SchemaObject = {
  type: 'object',
  description: 'With `expand`: rows that refer to the row, no more than 20.',
  properties: {
    next: { type: 'string', description: 'Path of the list of the others; empty where there are none.' },
    objects: { type: 'array', items: { type: 'object' } },
  },
  required: ['next', 'objects'],
  additionalProperties: false,
}

const where: SchemaObject = { type: 'object', minProperties: 1 }

const formats: SchemaObject = { type: 'string', enum: ['json', 'csv', 'ndjson'], default: 'json' }

const counts: SchemaObject = { type: 'string', enum: ['none', 'auto', 'capped', 'exact'], default: 'none' }

const decimals: SchemaObject = { type: 'string', enum: ['number', 'string'], default: 'number' }
const flags: SchemaObject = { type: 'integer', enum: [0, 1], default: 0 }

const parameters = {
  ...rowConditions,
  Page: { name: 'page', in: 'query', description: 'From 1.', schema: { type: 'integer', minimum: 1, default: 1 } },
  Cursor: {
    name: 'cursor',
    in: 'query',
    description:
      'Instead of `page`: each page costs the same, however far on it is, and rows that come or go meanwhile neither repeat ' +
      'others nor hide them. Empty to begin; then `next_cursor` of the page before, with the same filters and ordering. ' +
      'Only in an order that an index of the database holds; the error for others names the index.',
    allowEmptyValue: true,
    schema: { type: 'string' },
  },
  Count: {
    name: 'count',
    in: 'query',
    description:
      'Whether `meta` says how many rows there are in all: `exact` counts them, `capped` no further than 10000, `auto` exactly where ' +
      'that costs nothing and otherwise no further than 10000. Of exports, for NDJSON and as `exact` alone: a last line `{"meta":{"count":17}}`, with `cursor` and its `next_cursor`, too.',
    schema: counts,
  },
  Format: {
    name: 'format',
    in: 'query',
    description:
      'Anything but `json`: all rows that meet the filters, in one answer without pages, while they are read; needs the permission ' +
      '`export` of the resource, too. Without it, the header `Accept` decides. With `TE: trailers`, the trailer `X-Row-Count` ends ' +
      'the answer, and with `cursor`, `X-Next-Cursor`.',
    schema: formats,
  },
  Fields: {
    name: 'fields',
    in: 'query',
    description:
      'The members that a row is shown with, joined by commas, in the order of the table; those of the key come always. ' +
      'A name that has a comma is put in double quotes.',
    schema: { type: 'string' },
  },
  Omit: {
    name: 'omit',
    in: 'query',
    description: 'Instead of `fields`: the members that a row is shown without.',
    schema: { type: 'string' },
  },
  Decimals: {
    name: 'decimals',
    in: 'query',
    description:
      'As `string`, DECIMAL columns are texts with all their digits, for readers of JSON that make doubles of numbers.',
    schema: decimals,
  },
  Labels: {
    name: 'labels',
    in: 'query',
    description:
      'With 1, the member `labels` of each row says what the values of coded columns mean: null for one that has no meaning, and a list ' +
      'for sums of codes. Not as CSV.',
    schema: flags,
  },
  Expand: {
    name: 'expand',
    in: 'query',
    description:
      'Relations joined by commas. A reference is replaced by the row that it points to, or null; a resource whose rows refer to ' +
      'the row is a member of that name, or `resource:reference` where it has several references or the name is taken. Points go on, ' +
      'up to three deep: `callerid.id_cc_card`. In `fields` and `omit`, points lead into these rows. Not for exports.',
    schema: { type: 'string' },
  },
  Ordering: {
    name: 'ordering',
    in: 'query',
    description:
      'Columns to sort by, joined by commas; a minus in front turns one round. The key is always the last term. ' +
      'A name that has a comma, or begins with a minus, is put in double quotes.',
    schema: { type: 'string' },
  },
  Filters: {
    name: 'filters',
    in: 'query',
    description:
      'Any number of `column__operator=value`: eq ne lt lte gt gte in not_in is is_not is_null like ilike contains ' +
      'startswith endswith icontains regexp iregexp between. A minus in front of the name negates. The same name again means "or". ' +
      '`reference__column` filters by the row that a reference points to.',
    style: 'form',
    explode: true,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    // Pages that try things out would otherwise make up names.
    example: {},
  },
  Where: {
    name: 'where',
    in: 'query',
    description:
      'Filters put together, as JSON: members of an object must all hold, and are filters by their names, or `and` and `or` with lists ' +
      'of objects, or `not` with one. Values are texts, numbers, truth values, or lists of these.',
    schema: { type: 'string', contentMediaType: 'application/json', contentSchema: where } as SchemaObject,
  },
  Agg: {
    name: 'agg',
    in: 'query',
    description:
      'Figures of the rows instead of these, joined by commas: `count`, and of a column `count(x)`, `distinct(x)`, `sum(x)`, `avg(x)`, ' +
      '`min(x)`, `max(x)`, which are members `sum_x` and so on of the answer. Without `group` there is one object, of all rows. ' +
      'Filters say of which rows; `ordering`, `page` and `format` are those of the figures.',
    schema: { type: 'string' },
  },
  Group: {
    name: 'group',
    in: 'query',
    description:
      'Columns, joined by commas: figures for the rows of each value. Of moments `x:hour`, `x:day`, `x:week`, `x:month` or `x:year`, which ' +
      'is a member `x_day` and so on: its first day, or hour.',
    schema: { type: 'string' },
  },
  Having: {
    name: 'having',
    in: 'query',
    description: 'As `where`, of the figures: `{"count__gt": 10}`.',
    schema: { type: 'string', contentMediaType: 'application/json', contentSchema: where } as SchemaObject,
  },
  Tz: {
    name: 'tz',
    in: 'query',
    description:
      'The time zone that `group` means: a name such as `Europe/Paris`, or `+02:00`. Without it, that of the database connection. Hours of a ' +
      'zone are shown with their distance from UTC.',
    schema: { type: 'string' },
  },
  Explain: {
    name: 'explain',
    in: 'query',
    description:
      'With 1, `meta.explain` says what the database would read for the list and by which index, and the list is not read. Needs the ' +
      'permission `query:explain`. Not for exports.',
    schema: flags,
  },
  Limit: limitParameter(PAGE_SIZE),
} as const
