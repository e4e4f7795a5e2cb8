/** `/api/metadata/`, as `src/metadata/` answers it. */
import type { PathItemObject, SchemaObject } from 'openapi3-ts/oas31'
import { ANYWHERE, problemResponses, requestIdHeader } from './problems.ts'
import { list, object, said, text } from './small-schemas.ts'

const yes: SchemaObject = { type: 'boolean', const: true }
const number: SchemaObject = { type: 'integer', minimum: 0 }
const TYPES = 'integer decimal float boolean text longtext date datetime time year enum set json binary'.split(' ')

const field = object(
  { name: text, label: said('What people call it.'), type: { type: 'string', enum: TYPES } },
  {
    maxLength: { ...number, description: 'Characters.' },
    maxBytes: number,
    minimum: said('Decimal text.'),
    maximum: said('Decimal text.'),
    precision: number,
    scale: number,
    values: list(text, 'Of `enum` and `set`.'),
    required: { ...yes, description: 'A new row must be given it.' },
    nullable: yes,
    writable: { type: 'string', enum: ['create', 'never'], description: 'Absent: at any time.' },
    hint: said('What to do instead of writing to it.'),
    help: said('For whoever fills in a form.'),
    secret: yes,
    writeOnly: { ...yes, description: 'It can be set, and is not shown.' },
    choices: list(object({ value: text, label: text }), 'What its values mean.'),
    sums: { ...yes, description: 'Values are sums of the choices.' },
    reference: object({ resource: text, field: text, none: list(text, 'Values that stand for no row.') }),
  },
)

const OPERATIONS = ['list', 'get', 'create', 'update', 'delete', 'export']

const resource = object(
  {
    name: text,
    label: said('What people call it.'),
    section: said('In which part of the work they look for it.'),
    key: list(text, 'Fields that make the address of a row, in this order.'),
    display: said('The field that names a row to people.'),
    operations: object(Object.fromEntries(OPERATIONS.map((name) => [name, { type: 'boolean' }]))),
    import: { type: 'boolean', description: 'Whether files become rows of it, at `/api/import/`.' },
    unique: list(list(text), 'Fields in which no two rows have the same values: what `on` takes.'),
    search: { type: 'boolean' },
    cursors: list(list(text), 'Orders that `cursor` goes on in, beside that of the key.'),
    fields: list(field),
    referredBy: list(object({ resource: text, field: text, to: text }), 'Whose rows refer to these.'),
  },
  { readOnly: said('Why it cannot be written to.') },
)

const route = { plugin: text, operationId: text, method: text, path: said('With parameters in braces.') }

const action = object(
  {
    ...route,
    resource: text,
    place: { type: 'string', enum: ['row', 'list'] },
    label: text,
    confirm: { type: 'boolean' },
    isIdempotent: { type: 'boolean', description: 'Send `Idempotency-Key`.' },
  },
  { body: { type: 'object', description: 'Its JSON Schema.' } },
)

export const metadata: SchemaObject = object({
  resources: list(resource),
  actions: list(action),
  panels: list(
    object({ plugin: text, resource: text, label: text, of: text, field: text }),
    'Rows of `of` that have the key of a row of `resource` in `field`, to be shown with it.',
  ),
  routes: list(object(route), 'Those of plugins that the caller may use.'),
})

export const metadataPaths: Readonly<Record<string, PathItemObject>> = {
  '/api/metadata/': {
    get: {
      operationId: 'readMetadata',
      tags: ['API server'],
      summary: 'Tell what the caller sees of the resources, to draw lists and forms',
      responses: {
        200: {
          description: 'Resources, fields and actions',
          headers: requestIdHeader,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Api.Metadata' } } },
        },
        ...problemResponses(...ANYWHERE),
      },
    },
  },
}
