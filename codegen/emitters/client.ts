/**
 * Emits `client/<resource>.ts`, the types of each resource's rows as the client has them, and `client.ts`, which puts them
 * together with it: what `a2billing-api/client` exports.
 *
 * The client asks for decimals as texts, so that is what they are here; `openapi.json` says what they are without that.
 */
import type { SchemaObject, SchemaObjectType } from 'openapi3-ts/oas31'
import { escapeComment, propertyName, quote } from '../escape.ts'
import { inputSchemaOf } from '../model/column-choices.ts'
import { type Column, keyColumns, shapeOf, type Table } from '../model/schema.ts'
import { header } from '../output/header.ts'
import type { Emitter } from './emitter.ts'
import { isCountable } from './openapi/schemas.ts'

const EMITTER = 'client.ts'
/** As seen from `generated/`. */
const CLIENT = '../src/client/index.ts'

export const emitClient: Emitter = ({ tables }) => [
  ...tables.map((table) => ({
    path: `client/${table.resource}.ts`,
    table: table.name,
    contents: header(table.name, EMITTER) + rowTypes(table),
  })),
  { path: 'client.ts', contents: header('all tables', EMITTER) + entry(tables) },
]

function rowTypes(table: Table): string {
  const { typeName, columns } = table
  const row = interfaceOf(`A row of \`${table.name}\`, at \`/api/${table.resource}/\`.`, typeName, columns, {
    isOptional: (column) => column.secret !== undefined,
    typeOf: readType,
  })
  if (shapeOf(table) !== 'read-write') return row
  const creatable = columns.filter(({ writable }) => writable !== 'never')
  const created = interfaceOf('What a new row takes.', `New${typeName}`, creatable, {
    isOptional: (column) => !column.required,
    typeOf: writtenType,
  })
  const isFixed = ({ name, writable }: Column): boolean => writable !== undefined || table.primaryKey.includes(name)
  const fixed = namesOf(creatable.filter(isFixed))
  const counted = namesOf(creatable.filter((column) => !isFixed(column) && isCountable(table, column)))
  const patch = `/** What of a row can be changed. */\nexport type ${typeName}Patch = Changes<New${typeName}, ${fixed}, ${counted}>\n`
  return [`import type { Changes } from ${quote(`../${CLIENT}`)}\n`, row, created, patch].join('\n')
}

/** As a union; of none, `never`. */
function namesOf(columns: readonly Column[]): string {
  return columns.map(({ field }) => quote(field)).join(' | ') || 'never'
}

interface Members {
  readonly isOptional: (column: Column) => boolean
  readonly typeOf: (column: Column) => string
}

function interfaceOf(comment: string, name: string, columns: readonly Column[], members: Members): string {
  const lines = columns.map((column) => {
    const mark = members.isOptional(column) ? '?' : ''
    return `  /** ${describe(column)} */\n  ${propertyName(column.field)}${mark}: ${members.typeOf(column)}\n`
  })
  return `/** ${escapeComment(comment)} */\nexport interface ${name} {\n${lines.join('')}}\n`
}

function describe({ sqlType, comment, codes, secret }: Column): string {
  const meanings = codes && Object.entries(codes.codes).map(([code, meaning]) => `${code} ${meaning}`)
  return escapeComment(
    [sqlType, comment, meanings?.join('; '), secret && 'Secret: only for holders of secrets:read']
      .filter(Boolean)
      .join('. '),
  )
}

/** As answers have it. */
function readType(column: Column): string {
  const { kind, nullable } = column
  return written(kind.schema, isDecimal(column) ? 'string' : 'number', nullable || kind.hasZeroDate === true)
}

/** As bodies take it: of decimals only the text, as a number may have lost digits already. */
function writtenType(column: Column): string {
  const number = isDecimal(column) ? 'string' : 'number | string'
  return written(inputSchemaOf(column.kind), number, column.nullable || column.zeroDate)
}

function written({ type, enum: choices }: SchemaObject, number: string, isNullable: boolean): string {
  // Of JSON, null is one of the values.
  if (type === undefined) return 'unknown'
  const types = choices
    ? choices.map((choice) => (typeof choice === 'string' ? quote(choice) : String(choice)))
    : [type].flat().map((name) => typeScriptOf(name, number))
  return [...new Set([...types, ...(isNullable ? ['null'] : [])])].join(' | ')
}

function typeScriptOf(type: SchemaObjectType, number: string): string {
  return type === 'integer' || type === 'number' ? number : type
}

function isDecimal({ kind }: Column): boolean {
  return kind.descriptor.includes('decimal(')
}

function entry(tables: readonly Table[]): string {
  const strings = (columns: readonly Column[]): string => `[${columns.map(({ field }) => quote(field)).join(', ')}]`
  const imports = tables.map(
    ({ variable, resource }) => `import type * as ${variable} from ${quote(`./client/${resource}.ts`)}\n`,
  )
  const resources = tables.map((table) => {
    const { resource, variable, typeName } = table
    const writes =
      shapeOf(table) === 'read-write' ? `; new: ${variable}.New${typeName}; patch: ${variable}.${typeName}Patch` : ''
    return `  ${propertyName(resource)}: { row: ${variable}.${typeName}${writes} }\n`
  })
  const facts = tables.map((table) => {
    const key = table.primaryKey.length > 0 ? keyColumns(table) : []
    return `  ${propertyName(table.resource)}: { key: ${strings(key)}, decimals: ${strings(table.columns.filter(isDecimal))} },\n`
  })
  return `import { type Client, type ClientOptions, type Facts, makeClient, type ServerResources } from ${quote(CLIENT)}
${imports.join('')}
export * from ${quote(CLIENT)}

/** Every table by its name in the URL, with the types of its rows. */
export interface Tables {
${resources.join('')}}

export type Resources = Tables & Omit<ServerResources, keyof Tables>

/** What the client has to know of them while it runs. */
const facts: Facts = {
${facts.join('')}}

/** \`createClient({ baseUrl: 'http://127.0.0.1:8008', credentials: { key: 'a2b_7_…' } })\` */
export function createClient(options: ClientOptions): Client<Resources> {
  return makeClient<Resources>(options, facts)
}
`
}
