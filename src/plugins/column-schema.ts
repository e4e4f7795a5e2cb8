/** A column's type -> the JSON Schema of its values on the wire, as the generated document has them for other tables. */
import type { SchemaObject, SchemaObjectType } from 'openapi3-ts/oas31'
import type { Column, ColumnType } from '../resources/resource.ts'

/** As answers give it. */
export function columnSchema({ type, nullable, secret }: Column): SchemaObject {
  return {
    ...orNull(valueSchema(type), nullable === true || mayBeZero(type)),
    ...(secret && { description: 'Secret: only for holders of `secrets:read`, never in a filter.' }),
  }
}

/** As bodies take it: numbers as text, too, which keeps every digit. */
export function inputSchema({ type, nullable, zeroDate }: Column): SchemaObject {
  const schema = valueSchema(type)
  const isNumber = schema.type === 'integer' || schema.type === 'number'
  const base: SchemaObject = isNumber ? { ...schema, type: [schema.type as SchemaObjectType, 'string'] } : schema
  return orNull(base, nullable === true || zeroDate === true)
}

/** The type that a filter's value has on the wire; undefined where no filter takes the column. */
export function filterSchema({ type, secret }: Column): SchemaObject | undefined {
  if (secret || type.kind === 'json' || type.kind === 'opaque' || type.kind === 'binary') return undefined
  const { type: name } = valueSchema(type)
  return { type: name === 'integer' || name === 'number' || name === 'boolean' ? name : 'string' }
}

function valueSchema(type: ColumnType): SchemaObject {
  switch (type.kind) {
    case 'integer': {
      const [minimum, maximum] = [Number(type.min), Number(type.max)]
      // JSON Schema counts in doubles, which cannot hold the limits of 64 bits.
      return Number.isSafeInteger(maximum)
        ? { type: 'integer', minimum, maximum }
        : { type: 'integer', format: 'int64' }
    }
    case 'decimal':
    case 'float':
    case 'double':
      return { type: 'number', ...(type.unsigned && { minimum: 0 }) }
    case 'year':
    case 'bit':
      return { type: 'integer', minimum: 0 }
    case 'text':
      return { type: 'string', ...(type.maxLength !== undefined && { maxLength: type.maxLength }) }
    case 'date':
      return { type: 'string', pattern: DATE }
    case 'datetime':
    case 'timestamp':
      return { type: 'string', pattern: `${DATE.slice(0, -1)} ${TIME}` }
    case 'time':
      return { type: 'string', pattern: `^-?${TIME}` }
    case 'enum':
      return { type: 'string', enum: [...type.values] }
    case 'flag':
      return { type: ['boolean', ...new Set([valueSchema(type.stored).type ?? 'string'].flat())] as SchemaObjectType[] }
    case 'json':
      return {}
    default:
      return { type: 'string' }
  }
}

const DATE = String.raw`^\d{4}-\d{2}-\d{2}$`
const TIME = String.raw`\d{2,3}:\d{2}:\d{2}(\.\d+)?$`

/** A zero date is null on the wire. */
function mayBeZero({ kind }: ColumnType): boolean {
  return kind === 'date' || kind === 'datetime' || kind === 'timestamp'
}

function orNull(schema: SchemaObject, isNullable: boolean): SchemaObject {
  if (!isNullable || schema.type === undefined) return schema
  return {
    ...schema,
    type: [schema.type, 'null'].flat() as SchemaObjectType[],
    ...(schema.enum && { enum: [...schema.enum, null] }),
  }
}
