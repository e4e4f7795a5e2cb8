/** A column's type -> what whoever draws a field or checks what was typed has to know of it. */
import type { ColumnType } from '../resources/resource.ts'

export interface FieldType {
  readonly type:
    | 'integer'
    | 'decimal'
    | 'float'
    | 'boolean'
    | 'text'
    | 'longtext'
    | 'date'
    | 'datetime'
    | 'time'
    | 'year'
    | 'enum'
    | 'set'
    | 'json'
    | 'binary'
  /** Characters. */
  readonly maxLength?: number
  readonly maxBytes?: number
  /** Decimal text: a whole number may be beyond what a double holds. */
  readonly minimum?: string
  readonly maximum?: string
  /** Digits in all, and those behind the point. */
  readonly precision?: number
  readonly scale?: number
  /** Of `enum` and `set`. */
  readonly values?: readonly string[]
}

export function typeOf(type: ColumnType): FieldType {
  switch (type.kind) {
    case 'integer':
      return { type: 'integer', minimum: type.min, maximum: type.max }
    case 'bit':
      return { type: 'integer', minimum: '0', maximum: String(2n ** BigInt(type.length) - 1n) }
    case 'decimal': {
      const { precision, scale, unsigned } = type
      return { type: 'decimal', precision, scale, ...(unsigned && { minimum: '0' }) }
    }
    case 'float':
    case 'double':
      return { type: 'float', ...type.digits, ...(type.unsigned && { minimum: '0' }) }
    case 'text':
      return type.maxLength === undefined
        ? { type: 'longtext', ...(type.maxBytes !== undefined && { maxBytes: type.maxBytes }) }
        : { type: 'text', maxLength: type.maxLength }
    case 'binary':
      return { type: 'binary', maxBytes: type.maxBytes }
    case 'opaque':
      return { type: 'binary' }
    case 'timestamp':
    case 'datetime':
      return { type: 'datetime' }
    case 'enum':
    case 'set':
      return { type: type.kind, values: type.values }
    case 'flag':
      return { type: 'boolean' }
    case 'uuid':
    case 'inet4':
    case 'inet6':
      return { type: 'text' }
    case 'date':
    case 'time':
    case 'year':
    case 'json':
      return { type: type.kind }
  }
}
