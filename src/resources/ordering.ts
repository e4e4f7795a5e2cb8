/** `ordering=-starttime,id` to the terms of an ORDER BY, always ending in what makes the order complete. */
import { ApiError } from '../errors.ts'
import { codecOf } from './column-codec.ts'
import { filterableColumns } from './field-path.ts'
import { didYouMean } from '../nearest-name.ts'
import { readOrderingNames, writeName } from './query-name.ts'
import type { Column, Resource } from './resource.ts'
import { keyColumns } from './row-key.ts'

export interface OrderTerm {
  readonly column: Column
  readonly isDescending: boolean
}

/**
 * The key comes last, in the direction of the term before it, so that an index on that term serves the whole order.
 * Rows without a key are told apart by all their short columns: rows equal in those may change places between pages.
 *
 * @param text - of the parameter; absent where it was not given
 * @throws ApiError `invalid_parameter` naming the term
 */
export function parseOrdering(resource: Resource, text: string | undefined): OrderTerm[] {
  const columns = filterableColumns(resource)
  const terms: OrderTerm[] = []
  for (const { name, hasMinus: isDescending, at } of text === undefined ? [] : readOrderingNames(text)) {
    const column = columns.get(name)
    if (!column || !isSortable(column)) {
      const sortable = [...columns].filter(([, it]) => isSortable(it)).map(([known]) => writeName(known))
      const where = `at character ${at} of "ordering"`
      refuse(`${resource.name} has no field "${name}" to order by, ${where}.${didYouMean(name, sortable)}`)
    }
    if (terms.some((it) => it.column === column)) refuse(`The field "${name}" is named twice.`)
    terms.push({ column, isDescending })
  }
  // No two rows are equal in these: what else would be ordered by changes nothing, and keeps an index from serving.
  const end = terms.findIndex((_, last) => isUnique(resource, terms.slice(0, last + 1)))
  if (end !== -1) return terms.slice(0, end + 1)
  const isDescending = terms.at(-1)?.isDescending ?? false
  const last = resource.primaryKey.length > 0 ? keyColumns(resource) : [...new Set(columns.values())].filter(isShort)
  const missing = last.filter((column) => !terms.some((it) => it.column === column))
  return [...terms, ...missing.map((column) => ({ column, isDescending }))]
}

/** Whether no two rows are equal in all of these. */
export function isUnique({ primaryKey, indexes = [] }: Resource, terms: readonly OrderTerm[]): boolean {
  const names = terms.map(({ column }) => column.name)
  const keys = [primaryKey, ...indexes.filter(({ unique }) => unique).map(({ columns }) => columns)]
  return keys.some((key) => key.length > 0 && key.every((name) => names.includes(name)))
}

function isSortable(column: Column): boolean {
  return codecOf(column.type).filters.length > 0
}

/** Sorting by whole TEXTs and BLOBs would cost more than a stable order of such rows is worth. */
function isShort(column: Column): boolean {
  const { type } = column
  return isSortable(column) && type.kind !== 'json' && !('maxBytes' in type)
}

function refuse(detail: string): never {
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'ordering', detail }] })
}
