/** Rows made from what a descriptor says of its columns, for tests that write to every table there is. */
import { fieldOf, type Column, type ColumnType, type Resource } from '../../src/resources/resource.ts'

/**
 * A value for every column that a create may name, but for keys the database counts up.
 *
 * @param seed - other seeds, other values in every column that can hold them
 */
export function sampleRow(resource: Resource, seed: number): Record<string, unknown> {
  return Object.fromEntries(
    resource.columns
      .filter((column) => column.writable !== 'never' && isGiven(resource, column))
      .map((column) => [fieldOf(column), sampleValue(column.type, seed)]),
  )
}

/** A counted key is left out; it is required where the database does not count. */
function isGiven(resource: Resource, column: Column): boolean {
  return column.required !== undefined || !resource.primaryKey.includes(column.name)
}

/** As text wherever JSON.parse might lose digits. */
export function sampleValue(type: ColumnType, seed: number): unknown {
  switch (type.kind) {
    case 'integer':
      return 60 + (seed % 60)
    case 'decimal':
      return type.precision > type.scale ? (seed % 9) + (type.scale > 0 ? 0.5 : 0) : 0
    case 'float':
    case 'double':
      return seed + 0.25
    case 'text':
      return `t${seed}`.slice(0, type.maxLength ?? 10)
    case 'binary':
      return Buffer.alloc(type.exact ? type.maxBytes : Math.min(2, type.maxBytes), seed).toString('base64')
    case 'date':
      return `2026-01-${String(1 + (seed % 28)).padStart(2, '0')}`
    case 'datetime':
    case 'timestamp':
      return `2026-01-${String(1 + (seed % 28)).padStart(2, '0')} 10:30:00${fraction(type.fraction)}`
    case 'time':
      return `10:${String(seed % 60).padStart(2, '0')}:00${fraction(type.fraction)}`
    case 'year':
      return 2000 + (seed % 100)
    case 'enum':
    case 'set':
      return type.values[seed % type.values.length]
    case 'bit':
      return seed % 2
    case 'json':
      return { seed }
    case 'uuid':
      return `123e4567-e89b-12d3-a456-${String(seed).padStart(12, '0')}`
    case 'inet4':
      return `192.0.2.${seed % 250}`
    case 'inet6':
      return `2001:db8::${seed % 250}`
    case 'flag':
      return seed % 2 === 0
    case 'opaque':
      throw new Error(`nothing can be written to ${type.sqlType}`)
  }
}

/** Half a second, in as many digits. */
function fraction(digits: number): string {
  return digits === 0 ? '' : `.${'5'.padEnd(digits, '0')}`
}
