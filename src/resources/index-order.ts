/** Whether an index holds the rows of a list in their order, so that a cursor can go on from any of them. */
import { ApiError } from '../errors.ts'
import { codecOf } from './column-codec.ts'
import type { Condition } from './filters.ts'
import { OPERATORS } from './operators.ts'
import { isUnique, type OrderTerm } from './ordering.ts'
import { type Column, fieldOf, type Resource } from './resource.ts'

/** Kinds whose values, as text, compare as they are sorted. An ENUM is sorted by number, a FLOAT shown rounded. */
export const SORTED_AS_TEXT: ReadonlySet<Column['type']['kind']> = new Set([
  ...(['integer', 'decimal', 'text', 'binary', 'date', 'datetime', 'timestamp', 'time', 'year'] as const),
  ...(['uuid', 'inet4', 'inet6'] as const),
])

/**
 * @returns the filters that fix columns with which the index begins that carries the order
 * @throws ApiError `invalid_parameter` naming the index that would, where none does
 */
export function fixedBefore(
  resource: Resource,
  ordering: readonly OrderTerm[],
  conditions: readonly Condition[],
): readonly Condition[] {
  const { name, table, primaryKey, indexes = [] } = resource
  if (!isUnique(resource, ordering)) {
    throw refusal(`Rows of ${name} have no key, so a cursor has nothing to go by. Use "page".`)
  }
  const unordered = ordering.find(({ column }) => !SORTED_AS_TEXT.has(column.type.kind))
  if (unordered) {
    throw refusal(
      `A cursor cannot follow the order of ${fieldOf(unordered.column)}. Order by other fields, or use "page".`,
    )
  }
  if (new Set(ordering.map(({ isDescending }) => isDescending)).size > 1) {
    throw refusal(
      'With a cursor all fields of the ordering go in one direction: put a minus before each, or before none.',
    )
  }
  const fixed = new Map(conditions.filter(isEquality).map((condition) => [condition.column.name, condition]))
  const terms = ordering.map(({ column }) => column.name)
  const leads = [primaryKey, ...indexes.map(({ columns }) => columns)]
    .map((index) => leadIn(index, terms, new Set(fixed.keys())))
    .filter((lead) => lead !== undefined)
    .toSorted((one, other) => other.length - one.length)
  const [lead] = leads
  if (lead) return lead.flatMap((column) => fixed.get(column) ?? [])
  const wanted = [...fixed.keys(), ...terms.filter((term) => !fixed.has(term))].join(', ')
  throw refusal(
    `No index holds these rows in this order, so every page would read them all. An index on (${wanted}) of ${table} ` +
      'would: the operator adds it and generates again. Until then order by other fields, or use "page".',
  )
}

/** @returns the fixed columns among those of the index up to the last term; undefined where it has another order */
function leadIn(
  index: readonly string[],
  terms: readonly string[],
  fixed: ReadonlySet<string>,
): readonly string[] | undefined {
  const lead: string[] = []
  let place = 0
  for (const term of terms) {
    for (let column = index[place]; column !== undefined && column !== term && fixed.has(column);) {
      lead.push(column)
      column = index[++place]
    }
    if (index[place] === term) place++
    else if (!fixed.has(term)) return undefined
  }
  return lead
}

/** The column has one value in all rows, which it can be compared with as it is. */
function isEquality({ joins, operator, isNegated, tests: [test, ...others], column }: Condition): boolean {
  if (joins.length > 0 || operator !== EQUALS || isNegated || !test || others.length > 0) return false
  const { isForeign } = codecOf(column.type)
  return (
    SORTED_AS_TEXT.has(column.type.kind) &&
    !test.values.some((value) => typeof value === 'string' && isForeign?.(value))
  )
}

const EQUALS = OPERATORS.get('eq')

function refusal(detail: string): ApiError {
  return new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'cursor', detail }] })
}
