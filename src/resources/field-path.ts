/**
 * Finds what a filter's name means: `id_cc_card__lastname__like` is the relation `id_cc_card`, its field `lastname`
 * and the operator `like`.
 *
 * Secret columns are not in here at all, so naming one is answered exactly as naming nothing.
 */
import { ApiError } from '../errors.ts'
import type { Api } from './api.ts'
import type { Codec } from './codecs/codec.ts'
import { codecOf } from './column-codec.ts'
import { nearestNames, suggest } from '../nearest-name.ts'
import { OPERATORS, type Operator } from './operators.ts'
import { type FilterName, readFilterName, writeName } from './query-name.ts'
import type { Column, Relation, Resource } from './resource.ts'

/** Steps from table to table in one name. */
export const MAX_RELATIONS = 3
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
export function filterableColumns({ columns: all }: Resource): ReadonlyMap<string, Column> {
  const known = filterable.get(all)
  if (known) return known
  const columns = all.filter((column) => !column.secret)
  const byName = new Map(columns.map((column) => [column.name, column]))
  for (const column of columns) if (column.field) byName.set(column.field, column)
  filterable.set(all, byName)
  return byName
}

/** By the list of columns, which all share who see the same. */
const filterable = new WeakMap<Resource['columns'], ReadonlyMap<string, Column>>()

/**
 * @param given - without the minus of a negation
 * @param reserved - further words that are allowed in the query, for the suggestion
 * @throws ApiError `unknown_parameter`, with the nearest name that would work
 */
export function resolveFilter(
  api: Api,
  resource: Resource,
  given: Pick<FilterName, 'name' | 'rest'>,
  reserved: readonly string[],
): FilterPath {
  const found = given.rest === undefined ? resolve(api, resource, given.name, []) : resolveQuoted(api, resource, given)
  if ('column' in found) return found
  const name = `${given.rest === undefined ? given.name : quoted(given.name)}${given.rest ?? ''}`
  const { prefix, unknown, rest } = found
  const known = prefix === '' ? [...found.known, ...reserved] : found.known
  const guesses = name.length > MAX_NAME ? [] : nearestNames(unknown, known)
  const suggestion = suggest(
    guesses.map((guess) => written(prefix, guess, rest)).find((guess) => works(api, resource, guess, reserved)),
  )
  throw new ApiError('unknown_parameter', `${resource.name} has no parameter "${name}".${suggestion}`, {
    errors: [{ parameter: name, detail: `Is no field, relation or operator of ${resource.name}.${suggestion}` }],
  })
}

function works(api: Api, resource: Resource, text: string, reserved: readonly string[]): boolean {
  const { name, rest } = readFilterName(text)
  const found = rest === undefined ? resolve(api, resource, name, []) : resolveQuoted(api, resource, { name, rest })
  return reserved.includes(text) || 'column' in found
}

/** At the front a name may need its quotes. */
function written(prefix: string, guess: string, rest: string): string {
  return `${prefix === '' ? writeName(guess) : `${prefix}${guess}`}${rest}`
}

/** Where the reading of a name came to its end. */
interface DeadEnd {
  readonly prefix: string
  readonly unknown: string
  readonly rest: string
  readonly known: readonly string[]
}

function resolveQuoted(api: Api, resource: Resource, { name, rest = '' }: Pick<FilterName, 'name' | 'rest'>) {
  const columns = filterableColumns(resource)
  const column = columns.get(name)
  if (!column || !/^(__.|$)/s.test(rest)) return { prefix: '', unknown: name, rest, known: [...columns.keys()] }
  const found = afterColumn(api, resource, column, rest === '' ? undefined : rest.slice(2), [])
  return 'column' in found ? found : within(quoted(name), found)
}

function resolve(api: Api, resource: Resource, text: string, joins: readonly Join[]): FilterPath | DeadEnd {
  const columns = filterableColumns(resource)
  let deadEnd: DeadEnd | undefined
  for (const [name, rest] of readings(text)) {
    const column = columns.get(name)
    if (!column) continue
    const found = afterColumn(api, resource, column, rest, joins)
    if ('column' in found) return found
    deadEnd ??= within(name, found)
  }
  return deadEnd ?? { prefix: '', ...firstPart(text), known: [...columns.keys()] }
}

/** Every way to part a name in two, the longest first: a column's own name may hold underscores, and end with one. */
function* readings(text: string): Generator<[name: string, rest: string | undefined]> {
  yield [text, undefined]
  for (let at = text.lastIndexOf('__'); at > 0; at = text.lastIndexOf('__', at - 1)) {
    yield [text.slice(0, at), text.slice(at + 2)]
  }
}

function afterColumn(
  api: Api,
  resource: Resource,
  column: Column,
  rest: string | undefined,
  joins: readonly Join[],
): FilterPath | DeadEnd {
  const known = operatorsOf(column)
  const word = rest ?? 'eq'
  const operator = known.get(word)
  if (operator) {
    const names = [...joins.map(({ from }) => from.name), column.name, word]
    return { id: JSON.stringify(names), joins, column, operator }
  }
  const relation = Object.hasOwn(resource.relations, column.name) ? resource.relations[column.name] : undefined
  const target = relation && api.resources.get(relation.resource)
  if (!target || rest === undefined || joins.length === MAX_RELATIONS) {
    // Without an operator none is mistyped: the column cannot be compared at all.
    return { prefix: '', ...firstPart(word), known: rest === undefined ? [] : [...known.keys()] }
  }
  return resolve(api, target, rest, [...joins, joinOf(column, relation, target)])
}

function firstPart(text: string): Pick<DeadEnd, 'unknown' | 'rest'> {
  const at = text.indexOf('__')
  return at === -1 ? { unknown: text, rest: '' } : { unknown: text.slice(0, at), rest: text.slice(at) }
}

function joinOf(from: Column, relation: Relation, target: Resource): Join {
  return { from, target, targetColumn: relation.column }
}

function operatorsOf(column: Column): ReadonlyMap<string, Operator> {
  const { filters } = codecOf(column.type)
  const known = operators.get(filters)
  if (known) return known
  const allowed = new Map([...OPERATORS].filter(([, { family }]) => family === 'null' || filters.includes(family)))
  operators.set(filters, allowed)
  return allowed
}

/** By the families of a codec. */
const operators = new WeakMap<Codec['filters'], ReadonlyMap<string, Operator>>()

function within(name: string, deadEnd: DeadEnd): DeadEnd {
  return { ...deadEnd, prefix: `${name}__${deadEnd.prefix}` }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
