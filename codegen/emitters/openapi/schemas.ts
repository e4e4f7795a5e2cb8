/** The schemas of one table's rows: as they are read, as they are created, as they are changed. */
import type { SchemaObject, SchemaObjectType } from 'openapi3-ts/oas31'
import { escapeMarkdown } from '../../escape.ts'
import { inputSchemaOf } from '../../model/column-choices.ts'
import type { Column, Table } from '../../model/schema.ts'

/** A row as every answer gives it. Secret columns are there for holders of `secrets:read` only. */
export function rowSchema(table: Table): SchemaObject {
  return {
    type: 'object',
    description: table.comment ? escapeMarkdown(table.comment) : `A row of \`${table.name}\`.`,
    properties: properties(table.columns, (column) => ({
      ...orNull(column.kind.schema, column.nullable || column.kind.hasZeroDate === true),
      ...describe(table, column),
      examples: [column.kind.example],
      ...(column.writable === 'never' && { readOnly: true }),
    })),
    required: table.columns.filter((column) => !column.secret).map((column) => column.field),
    additionalProperties: false,
  }
}

/** The answer to a list of new rows. */
export function createdSchema(table: Table): SchemaObject {
  return {
    type: 'object',
    description: `New rows of \`${table.name}\`, in the order of the body.`,
    properties: {
      meta: {
        type: 'object',
        properties: { model: { const: table.resource }, created: { type: 'integer' }, failed: { type: 'integer' } },
        required: ['model', 'created'],
      },
      objects: {
        type: 'array',
        description: 'Null for a row that was not created.',
        items: { anyOf: [{ $ref: `#/components/schemas/${table.typeName}` }, { type: 'null' }] },
      },
      problems: { type: 'array', items: { $ref: '#/components/schemas/Api.RowProblem' } },
    },
    required: ['meta', 'objects'],
    additionalProperties: false,
  }
}

/** What a create takes. Whatever may be left out gets the database's default, or is left blank as A2Billing does. */
export function newRowSchema(table: Table): SchemaObject {
  const columns = table.columns.filter((column) => column.writable !== 'never')
  const required = columns.filter((column) => column.required).map((column) => column.field)
  return {
    type: 'object',
    description: `A new row of \`${table.name}\`.`,
    properties: properties(columns, (column) => ({
      // Null asks for the next number, like leaving the key out.
      ...orNull(inputSchema(column), table.primaryKey.includes(column.name) && !column.required),
      ...describe(table, column),
      ...(column.required === 'filled' && { minLength: 1 }),
    })),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

/** What PUT and PATCH take alike: any of the columns, and only they change. What they mean is said where they are read. */
export function patchSchema(table: Table): SchemaObject {
  const isKey = (column: Column): boolean => table.primaryKey.includes(column.name)
  const columns = table.columns.filter((column) => !column.writable || isKey(column))
  return {
    type: 'object',
    description: `Changes to a row of \`${table.name}\`; columns that are not named keep their values.`,
    properties: properties(columns, (column) => ({
      ...(isCountable(table, column) ? orIncrement(column) : inputSchema(column)),
      ...(isKey(column) && { description: 'As in the address, if at all.' }),
    })),
    additionalProperties: false,
  }
}

function orIncrement(column: Column): SchemaObject {
  return { anyOf: [inputSchema(column), { $ref: '#/components/schemas/Api.Increment' }] }
}

/** As `src/resources/increment.ts` has it. */
export function isCountable({ primaryKey, relations }: Table, { name, sqlType, codes }: Column): boolean {
  const isExact = /^(?:tiny|small|medium|big)?int\b|^decimal\b/.test(sqlType)
  return isExact && !codes && !primaryKey.includes(name) && !relations.some(({ column }) => column === name)
}

export const incrementSchema: SchemaObject = {
  type: 'object',
  description: 'What is added to the number that is there, in the statement that writes; below zero it takes away.',
  properties: { $increment: { type: ['integer', 'number', 'string'] } },
  required: ['$increment'],
  additionalProperties: false,
}

/** A body that creates a row: what must be named, or a column or two where nothing must. Made from types, never from data. */
export function newRowExample(table: Table): Record<string, unknown> {
  const columns = table.columns.filter((column) => column.writable !== 'never')
  const required = columns.filter((column) => column.required)
  return example(required.length > 0 ? required : columns.filter((column) => !column.autoIncrement).slice(0, 2))
}

/** A body that changes one column. */
export function patchExample(table: Table): Record<string, unknown> {
  const isChangeable = (column: Column): boolean => !column.writable && !table.primaryKey.includes(column.name)
  const columns = table.columns.filter(isChangeable)
  return example([columns.find((column) => column.kind.tsType === 'string' && !column.required) ?? columns[0]])
}

function example(columns: readonly (Column | undefined)[]): Record<string, unknown> {
  return Object.fromEntries(columns.flatMap((column) => (column ? [[column.field, column.kind.example]] : [])))
}

export function listSchema(table: Table): SchemaObject {
  return {
    type: 'object',
    properties: {
      meta: { $ref: '#/components/schemas/Api.ListMeta' },
      objects: { type: 'array', items: wholeOrPart(table) },
    },
    required: ['meta', 'objects'],
    additionalProperties: false,
  }
}

/** A row as it is shown unless the query says otherwise, or what a query left of it. */
export function wholeOrPart({ typeName }: Table): SchemaObject {
  return { anyOf: [typeName, `${typeName}.Part`].map((name) => ({ $ref: `#/components/schemas/${name}` })) }
}

/** What `agg` and `group` call figures and groups: `count`, `sum_credit`, `creationdate_day`. */
const FIGURES = '^(count$|(count|distinct|sum|avg|min|max)_)|_(hour|day|week|month|year)$'

/** What it is of each member is said where rows are whole. */
export function partSchema(table: Table, tables: readonly Table[]): SchemaObject {
  return {
    type: 'object',
    description: `A row of \`${table.name}\` as \`fields\`, \`omit\`, \`decimals\`, \`labels\` and \`expand\` have it: not all of its members, some in another form, rows in the place of references; or figures of rows, with \`agg\` and \`group\`. Without these words an answer has \`${table.typeName}\`.`,
    properties: {
      ...properties(table.columns, ({ name, kind, nullable }) => {
        const { type } = kind.schema
        if (type === undefined) return {}
        const reference = table.relations.find(({ column, when }) => !when && column === name)
        const types = [...[type].flat(), ...(kind.descriptor.includes('decimal(') ? ['string' as const] : [])]
        const own = orNull({ type: types.length === 1 ? type : types }, nullable || kind.hasZeroDate === true)
        const target = reference && tables.find(({ resource }) => resource === reference.to.resource)
        if (!target) return own
        return { anyOf: [own, { $ref: `#/components/schemas/${target.typeName}.Part` }, { type: 'null' }] }
      }),
      labels: { type: 'object', description: 'With `labels`: what the values of coded columns mean.' },
    },
    // The type of schemas does not know it.
    ...({ patternProperties: { [FIGURES]: { type: ['number', 'string', 'boolean', 'null'] } } } as object),
    minProperties: 1,
    // By the names of resources that refer to it.
    additionalProperties: { $ref: '#/components/schemas/Api.Referring' },
  }
}

/** The type a filter's value has on the wire. */
export function filterSchema(column: Column): SchemaObject {
  const { type } = inputSchemaOf(column.kind)
  return { type: type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string' }
}

function properties(
  columns: readonly Column[],
  schemaOf: (column: Column) => SchemaObject,
): Record<string, SchemaObject> {
  return Object.fromEntries(columns.map((column) => [column.field, schemaOf(column)]))
}

/** Numbers may be given as text, which keeps every digit; dates with a `T`, or without a time of day; a zero date as null. */
function inputSchema(column: Column): SchemaObject {
  const schema = inputSchemaOf(column.kind)
  const isNumber = schema.type === 'integer' || schema.type === 'number'
  const base: SchemaObject = isNumber
    ? { ...schema, type: [schema.type as SchemaObjectType, 'string'], pattern: numberPattern(schema) }
    : column.kind.hasZeroDate && schema.pattern
      ? { ...schema, pattern: schema.pattern.replace(/ (.*)\$$/, '([ T]$1)?$$') }
      : schema
  return orNull(base, column.nullable || column.zeroDate)
}

function numberPattern({ type }: SchemaObject): string {
  return type === 'integer' ? '^-?\\d+(\\.0+)?$' : '^-?\\d+(\\.\\d+)?$'
}

function orNull(schema: SchemaObject, nullable: boolean): SchemaObject {
  if (!nullable || schema.type === undefined) return schema
  return {
    ...schema,
    type: [...(Array.isArray(schema.type) ? schema.type : [schema.type]), 'null'],
    ...(schema.enum && { enum: [...schema.enum, null] }),
  }
}

function describe(table: Table, column: Column): Pick<SchemaObject, 'description'> {
  const relation = table.relations.find((candidate) => candidate.column === column.name && !candidate.when)
  const sentences = [
    column.comment && escapeMarkdown(column.comment),
    column.codes && `${codeList(column.codes.codes)}.`,
    column.codes?.note && `${capitalize(column.codes.note)}.`,
    relation && `Refers to \`${relation.to.resource}.${relation.to.column}\`.`,
    column.secret && `Secret (${column.secret}): only for holders of \`secrets:read\`, never in a filter.`,
    column.kind.schema.description,
    column.writable && column.hint,
    `\`${column.sqlType}\``,
  ]
  return { description: sentences.filter(Boolean).join(' ') }
}

/** `0 cancelled; 1 active; 2 new`: the meanings have commas of their own. */
function codeList(codes: Readonly<Record<string, string>>): string {
  return Object.entries(codes)
    .map(([code, meaning]) => `${code} ${meaning}`)
    .join('; ')
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
