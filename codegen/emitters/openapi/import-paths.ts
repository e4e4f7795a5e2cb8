/** `/api/import/{resource}/`, as `src/imports/router.ts` answers it. */
import type { MediaTypeObject, ParameterObject, PathItemObject, SchemaObject } from 'openapi3-ts/oas31'
import { ANYWHERE, problemResponses, requestIdHeader } from './problems.ts'
import { list, object, said, text } from './small-schemas.ts'

const count = (description: string): SchemaObject => ({ type: 'integer', minimum: 0, description })

const counts = {
  resource: text,
  lines: count('Of the file, without the first and without empty ones.'),
  done: count('Created, updated or failed, in the order of the file.'),
  created: count('New rows.'),
  updated: count('Rows that were there, with `on`.'),
  failed: count('Lines that were not stored.'),
}

export const importReport: SchemaObject = object({
  ...counts,
  problems: list(
    {
      type: 'object',
      description: 'As the answer to a request for this row alone would have it.',
      properties: {
        line: { type: 'integer', minimum: 1, description: 'In the file.' },
        type: text,
        title: text,
        status: { type: 'integer' },
        detail: text,
        errors: list({ type: 'object' }),
        error: text,
      },
      required: ['line', 'type', 'title', 'status', 'detail', 'error'],
    },
    'Of lines that failed, the first thousand.',
  ),
})

const path: ParameterObject = {
  name: 'resource',
  in: 'path',
  required: true,
  description: 'Whose rows the lines become: a table that can be written to.',
  schema: text,
  example: 'ratecard',
}

const idempotencyKey = (required: boolean, description: string): ParameterObject => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  description,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  example: 'rates-2026-11',
})

const query: readonly ParameterObject[] = [
  {
    name: 'set',
    in: 'query',
    description: 'Fields that every line is given beside its own: a JSON object, as the body of a create has it.',
    schema: text,
    example: '{"idtariffplan": 3}',
  },
  {
    name: 'omit',
    in: 'query',
    description: 'Columns of the file that are left out, joined by commas.',
    schema: text,
  },
  {
    name: 'on',
    in: 'query',
    description:
      'Fields, joined by commas, of which no two rows have the same values: a row that has those of a line is changed instead. Needs the ' +
      'permission to change rows, too.',
    schema: text,
  },
  {
    name: 'errors',
    in: 'query',
    description:
      '`skip`: stores the other lines although something is wrong with some. Otherwise nothing is stored then.',
    schema: { type: 'string', enum: ['refuse', 'skip'], default: 'refuse' },
  },
  {
    name: 'dry_run',
    in: 'query',
    description:
      '`1`: nothing is stored. Where every table can roll back, each line is, and is taken back (`Dry-Run: taken-back`); elsewhere it is ' +
      'looked at (`Dry-Run: checked`).',
    schema: { type: 'integer', enum: [0, 1] },
  },
]

const report: MediaTypeObject = { schema: { $ref: '#/components/schemas/Api.ImportReport' } }
const progress: MediaTypeObject = { schema: { $ref: '#/components/schemas/Api.ImportProgress' } }

/** Of a line of NDJSON that is not the last. */
export const importProgress: SchemaObject = {
  type: 'string',
  description:
    'A line with these numbers each time some lines are done: `resource`, `lines`, `done`, `created`, `updated`, `failed`. The last ' +
    'line is the report. An answer that breaks off is of an import that was broken off.',
}

const answered = (description: string, forms: Readonly<Record<string, MediaTypeObject>>) => ({
  description,
  headers: {
    ...requestIdHeader,
    'Dry-Run': { description: 'With `dry_run=1`: `taken-back` or `checked`.', schema: text },
  },
  content: { 'application/json': report, ...forms },
})

export const importPaths: Readonly<Record<string, PathItemObject>> = {
  '/api/import/{resource}/': {
    parameters: [path],
    post: {
      operationId: 'importRows',
      tags: ['API server'],
      summary: 'Store the lines of a CSV file as rows',
      description:
        'The first line names the fields. Every line is looked at first; when something is wrong with any, nothing is stored (422), and each is ' +
        'told with its number. Then each becomes a row as by a request of its own, with its permission, hooks and record. The same file sent ' +
        'again under the same `Idempotency-Key` goes on where it was broken off, and stores no line twice.',
      parameters: [
        idempotencyKey(
          false,
          'Any name for this import; it may only be left out with `dry_run=1`. It is kept for 30 days.',
        ),
        ...query,
      ],
      requestBody: {
        required: true,
        content: {
          'text/csv': {
            schema: said(
              'UTF-8, with a comma, a semicolon or a tab between cells. An empty cell is null where the column can be, and otherwise nothing is said ' +
                'of the column; `""` is an empty text.',
            ),
            example: 'dialprefix,destination,rateinitial\r\n33,33,0.25\r\n',
          },
        },
      },
      responses: {
        200: answered('Every line was stored', { 'application/x-ndjson': progress }),
        207: answered('Some lines were not', {}),
        ...problemResponses(...ANYWHERE, 403, 404, 413, 415, 422),
      },
    },
    get: {
      operationId: 'getImport',
      tags: ['API server'],
      summary: 'Tell how far an import has come',
      description: 'Of one that the caller has sent under this key.',
      parameters: [idempotencyKey(true, 'That of the import.')],
      responses: {
        200: { description: 'The report until now', headers: requestIdHeader, content: { 'application/json': report } },
        ...problemResponses(...ANYWHERE, 403, 404),
      },
    },
  },
}
