/**
 * A plugin's resource as a JSON Schema. What it does not know is refused here more than anywhere: a `secret` that is
 * misspelt would be shown.
 */
import { listOf, mapOf, recordOf, text, texts } from './schema-words.ts'

const yes = { const: true, description: 'true, or left out' } as const
const whole = { type: 'integer', minimum: 0 } as const
const digits = { type: 'string', pattern: String.raw`^-?\d+$` } as const

/** By `kind`, what a type has beside it. */
const TYPES: Readonly<Record<string, readonly [required: Record<string, object>, optional?: Record<string, object>]>> =
  {
    integer: [{ min: digits, max: digits }],
    decimal: [{ precision: whole, scale: whole }, { unsigned: yes }],
    float: [{}, { unsigned: yes, digits: recordOf({ precision: whole, scale: whole }) }],
    double: [{}, { unsigned: yes, digits: recordOf({ precision: whole, scale: whole }) }],
    text: [{ charset: text }, { maxLength: whole, maxBytes: whole, padded: yes }],
    binary: [{ maxBytes: whole }, { exact: yes }],
    date: [{}],
    datetime: [{ fraction: whole }],
    timestamp: [{ fraction: whole }],
    time: [{ fraction: whole }],
    year: [{}],
    enum: [{ values: texts }],
    set: [{ values: texts }],
    bit: [{ length: whole }],
    json: [{}],
    uuid: [{}],
    inet4: [{}],
    inet6: [{}],
    opaque: [{ sqlType: text }],
  }

function typeOf(types: typeof TYPES): object {
  return {
    type: 'object',
    required: ['kind'],
    discriminator: { propertyName: 'kind' },
    oneOf: Object.entries(types).map(([kind, [required, optional]]) =>
      recordOf({ kind: { const: kind }, ...required }, optional),
    ),
  }
}

const flag = { stored: typeOf(TYPES), true: { type: 'string' }, false: { type: 'string' } } as const

const column = recordOf(
  { name: text, type: { ...typeOf({ ...TYPES, flag: [flag] }), description: 'of its values, e.g. `bigint`' } },
  {
    field: text,
    label: text,
    nullable: yes,
    required: { enum: [true, 'filled'] },
    counted: yes,
    blank: { type: 'string' },
    defaultSql: text,
    zeroDate: yes,
    secret: { enum: [true, 'always'] },
    writable: { enum: ['create', 'never'] },
    hint: text,
  },
)

const relation = recordOf({ resource: text, column: text }, { none: { type: 'array', items: { type: 'string' } } })

export const resource = recordOf(
  {
    name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    table: text,
    primaryKey: { ...texts, description: 'the columns of its key, or none: []' },
    columns: { ...listOf(column), minItems: 1 },
    relations: { ...mapOf(relation), description: 'what its columns refer to, or nothing: {}' },
  },
  {
    permission: text,
    readOnly: text,
    refusals: recordOf({ create: text }),
    knownAs: text,
    label: text,
    section: text,
    display: text,
    resetVariables: texts,
    indexes: listOf(recordOf({ columns: texts }, { unique: yes })),
    pageSize: recordOf({}, { default: whole, maximum: whole }),
    conditionalRelations: listOf({ type: 'object' }),
  },
)
