/** Whether a column holds a value that was written to it. */
import type { Bindable } from '../db/numeric-literal.ts'
import type { Column } from './resource.ts'
import { quoteName } from './tables.ts'

/** As SQL. A FLOAT is not equal to what was stored in it. */
export function holdsValue({ name, type }: Column, value: Bindable): { sql: string; parameters: Bindable[] } {
  const column = quoteName(name)
  return value !== null && (type.kind === 'float' || type.kind === 'double')
    ? { sql: `abs(${column} - ?) <= abs(?) * 0.0000005`, parameters: [value, value] }
    : { sql: `${column} <=> ?`, parameters: [value] }
}
