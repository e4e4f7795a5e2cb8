/**
 * What makes the address of a row: which columns, and what is known of them before the row is there.
 *
 * A wrong row is worse than none, so what could name two rows, or could not be known after a create, is left out or
 * has to be given.
 */
import type { SnapshotColumn, SnapshotTable } from '../introspection/snapshot.ts'
import { parseColumnType } from '../introspection/column-type.ts'

export interface Address {
  /** Column names in key order; empty where rows have no address. */
  readonly primaryKey: readonly string[]
  /** Why it is empty, and what to do about it. */
  readonly whyNone?: string
}

/** The primary key, but for what the server itself adds to it, and where it tells every two rows apart by what is shown. */
export function addressOf(table: SnapshotTable): Address {
  // A system-versioned table counts the end of each version to its key; only the present rows are served.
  const isAdded = (name: string): boolean =>
    table.columns.some((column) => column.name === name && column.generated?.expression === 'ROW END')
  const primaryKey = (table.primaryKey ?? []).filter((name) => !isAdded(name))
  if (primaryKey.length === 0) return { primaryKey, whyNone: whyNoKey(table) }
  const float = table.columns.find((column) => primaryKey.includes(column.name) && baseOf(column) === 'float')
  return float
    ? {
        primaryKey: [],
        whyNone: `Its key ${float.name} is a FLOAT, shown with 6 digits, so two rows could have one address: make it a DOUBLE or DECIMAL.`,
      }
    : { primaryKey }
}

function whyNoKey({ columns, indexes = [] }: SnapshotTable): string {
  const notNull = new Set(columns.filter((column) => !column.nullable).map((column) => column.name))
  const usable = indexes.find((index) => index.unique && index.columns.every((name) => notNull.has(name)))
  const hint = usable ? ` (the columns of its unique key ${usable.name} could be it)` : ''
  return `It has no primary key, so no row has an address${hint}.`
}

export interface DefaultOfKey {
  /** What the server stores for it when create leaves it out, as in {@link Column.blank}. */
  readonly blank?: string
  /** SQL that makes its value, run before the row is stored. */
  readonly defaultSql?: string
  /** Create must give it. */
  readonly required?: true
}

/** A column of the key that is left out must be known after the insert, or the new row could not be found. */
export function defaultOfKey(column: SnapshotColumn, primaryKey: readonly string[]): DefaultOfKey {
  const { default: value } = column
  const base = baseOf(column)
  if (column.autoIncrement) return INTEGERS.has(base) ? {} : { required: true }
  if (value === undefined) return {}
  if ('expression' in value) return isCall(value.expression) ? { defaultSql: value.expression } : { required: true }
  const hasNoAddress = primaryKey.length === 1 && ['', '.', '..'].includes(value.value)
  return hasNoAddress || /binary|blob|bit/.test(base) ? { required: true } : { blank: value.value }
}

const INTEGERS = new Set(['tinyint', 'smallint', 'mediumint', 'int', 'bigint'])

/** Of nothing in the row: `uuid()`, `nextval(`numbering`)`, `CURRENT_TIMESTAMP(6)`. */
function isCall(expression: string): boolean {
  const rest = expression.replace(/nextval\(`(?:[^`]|``)+`\)/gi, '0')
  return /^(?:[a-z_]\w*\(.*\)|CURRENT_TIMESTAMP|0)$/is.test(rest) && !/[`\\]/.test(rest)
}

function baseOf(column: SnapshotColumn): string {
  return parseColumnType(column.type).base
}
