/**
 * Finds what a filter's name means: `id_cc_card__lastname__like` is the relation `id_cc_card`, its field `lastname`
 * and the operator `like`.
 *
 * Secret columns are not in here at all, so naming one is answered exactly as naming nothing.
 */
import { ApiError } from '../errors.ts'
import type { Api } from './api.ts'
import { codecOf } from './column-codec.ts'
import { nearestNames, suggest } from '../nearest-name.ts'
import { OPERATORS, type Operator } from './operators.ts'
import type { Column, Relation, Resource } from './resource.ts'

const MAX_RELATIONS = 3
/** Relations, field and operator, at the 64 characters of a name in MySQL: longer ones are not mistyped. */
const MAX_NAME = (MAX_RELATIONS + 2) * 66

/** One step from a table to the row it refers to. */
export interface Join {
  readonly from: Column
  readonly target: Resource
  readonly targetColumn: string
}

export interface FilterPath {
  /** The same for every way to write it: `card`, `card_id` and `card_id__eq`. */
  readonly id: string
  readonly joins: readonly Join[]
  readonly column: Column
  readonly operator: Operator
}

/** Columns that may be filtered and sorted, under both names of a renamed one. */
export function filterableColumns(resource: Resource): ReadonlyMap<string, Column> {
  const known = filterable.get(resource)
  if (known) return known
  const columns = resource.columns.filter((column) => !column.secret)
  const byName = new Map(columns.map((column) => [column.name, column]))
  for (const column of columns) if (column.field) byName.set(column.field, column)
  filterable.set(resource, byName)
  return byName
}

const filterable = new WeakMap<Resource, ReadonlyMap<string, Column>>()

/**
 * @param name - without the minus of a negation
 * @param reserved - further words that are allowed in the query, for the suggestion
 * @throws ApiError `unknown_parameter`, with the nearest name that would work
 */
export function resolveFilter(api: Api, resource: Resource, name: string, reserved: readonly string[]): FilterPath {
  const found = resolve(api, resource, name.split('__'), [])
  if ('column' in found) return found
  const { prefix, unknown, rest } = found
  const known = prefix === '' ? [...found.known, ...reserved] : found.known
  const guesses = name.length > MAX_NAME ? [] : nearestNames(unknown, known)
  const works = (guess: string): boolean =>
    reserved.includes(guess) || 'column' in resolve(api, resource, guess.split('__'), [])
  const suggestion = suggest(guesses.map((guess) => `${prefix}${guess}${rest}`).find(works))
  throw new ApiError('unknown_parameter', `${resource.name} has no parameter "${name}".${suggestion}`, {
    errors: [{ parameter: name, detail: `Is no field, relation or operator of ${resource.name}.${suggestion}` }],
  })
}

/** Where the reading of a name came to its end. */
interface DeadEnd {
  readonly prefix: string
  readonly unknown: string
  readonly rest: string
  readonly known: readonly string[]
}

function resolve(api: Api, resource: Resource, parts: readonly string[], joins: readonly Join[]): FilterPath | DeadEnd {
  const columns = filterableColumns(resource)
  let deadEnd: DeadEnd | undefined
  // A column's own name may hold two underscores, so the longest name that is one wins.
  for (let length = parts.length; length > 0; length--) {
    const column = columns.get(parts.slice(0, length).join('__'))
    if (!column) continue
    const found = afterColumn(api, resource, column, parts.slice(length), joins)
    if ('column' in found) return found
    deadEnd ??= within(parts.slice(0, length), found)
  }
  const [unknown = '', ...rest] = parts
  return deadEnd ?? { prefix: '', unknown, rest: rest.map((part) => `__${part}`).join(''), known: [...columns.keys()] }
}

function afterColumn(
  api: Api,
  resource: Resource,
  column: Column,
  rest: readonly string[],
  joins: readonly Join[],
): FilterPath | DeadEnd {
  const operators = operatorsOf(column)
  const [word = 'eq'] = rest
  const operator = rest.length < 2 ? operators.get(word) : undefined
  if (operator) {
    const names = [...joins.map(({ from }) => from.name), column.name, word]
    return { id: JSON.stringify(names), joins, column, operator }
  }
  const relation = resource.relations[column.name]
  const target = relation && api.resources.get(relation.resource)
  if (!target || rest.length === 0 || joins.length === MAX_RELATIONS) {
    const further = rest.slice(1).map((part) => `__${part}`)
    // Without an operator none is mistyped: the column cannot be compared at all.
    const known = rest.length === 0 ? [] : [...operators.keys()]
    return { prefix: '', unknown: word, rest: further.join(''), known }
  }
  return resolve(api, target, rest, [...joins, joinOf(column, relation, target)])
}

function joinOf(from: Column, relation: Relation, target: Resource): Join {
  return { from, target, targetColumn: relation.column }
}

function operatorsOf(column: Column): ReadonlyMap<string, Operator> {
  const { filters } = codecOf(column.type)
  const allowed = [...OPERATORS].filter(([, { family }]) => family === 'null' || filters.includes(family))
  return new Map(allowed)
}

function within(parts: readonly string[], deadEnd: DeadEnd): DeadEnd {
  return { ...deadEnd, prefix: `${parts.join('__')}__${deadEnd.prefix}` }
}
