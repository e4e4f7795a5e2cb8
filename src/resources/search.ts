/**
 * `search=`: every word of the text has to be in one of the columns that the resource is searched in, or in those of
 * rows that refer to the row, such as the caller ids of a customer. Case does not count, and no character means anything
 * but itself.
 */
import { type RawBuilder, sql } from 'kysely'
import { may } from '../access.ts'
import type { NextSlot } from '../db/statements.ts'
import { ApiError } from '../errors.ts'
import type { Api } from './api.ts'
import { codecOf } from './column-codec.ts'
import { filterableColumns } from './field-path.ts'
import { operandOf } from './operand.ts'
import { literal } from './operators.ts'
import type { Column, Resource } from './resource.ts'
import type { Scopes } from './where.ts'

const MAX_LENGTH = 200
const MAX_WORDS = 6

export interface Search {
  /** Of its SQL, whatever the words. */
  readonly shape: string
  /** In the order in which {@link sql} asks for their slots. */
  readonly values: readonly string[]
  /** Beside the resource's own. */
  readonly resources: readonly Resource[]
  /** @param row - alias of the table */
  sql(row: string, scopes: Scopes, slot: NextSlot): { joins: RawBuilder<unknown>[]; terms: RawBuilder<unknown>[] }
}

/** A column of another resource, and what leads from its row to the one that is looked for. */
interface Place {
  readonly resource: Resource
  readonly reference: Column
  readonly target: string
  readonly column: Column
}

interface Places {
  readonly own: readonly Column[]
  readonly referring: readonly Place[]
}

/** Whether the caller may see anything to search in; where not, the word is as unknown as any other. */
export function isSearchable(api: Api, resource: Resource): boolean {
  const { own, referring } = placesOf(api, resource)
  return own.length + referring.length > 0
}

/**
 * @returns undefined for a text without a word, which every row has
 * @throws ApiError `invalid_parameter`
 */
export function parseSearch(api: Api, resource: Resource, text: string): Search | undefined {
  const words = [...new Set(text.split(/\s+/u).filter((word) => word !== ''))]
  if (!text.isWellFormed()) refuse('Must be valid Unicode: half of a surrogate pair stands alone.')
  if (text.length > MAX_LENGTH) refuse(`Must have at most ${MAX_LENGTH} characters.`)
  if (words.length > MAX_WORDS) refuse(`Has ${words.length} words; at most ${MAX_WORDS} are looked for.`)
  return words.length === 0 ? undefined : makeSearch(placesOf(api, resource), words)
}

function makeSearch({ own, referring }: Places, words: readonly string[]): Search {
  // The longest is likely to be in the fewest rows, and what follows is not looked for in the others.
  const patterns = words.toSorted((one, other) => other.length - one.length).map((word) => `%${literal(word)}%`)
  const isBeyond = words.some((word) => /[\u{10000}-\u{10FFFF}]/u.test(word))
  const names = [...own.map(({ name }) => name), ...referring.map((it) => [it.resource.name, it.column.name])]
  const behind = referring.flatMap(() => [...patterns, ...patterns])
  return {
    shape: JSON.stringify([words.length, isBeyond, names]),
    values: [...behind, ...(own.length > 0 ? patterns : [])],
    resources: referring.map(({ resource }) => resource),
    sql(row, scopes, slot) {
      const joins = referring.map((place, index) => {
        const has = (): RawBuilder<unknown>[] =>
          patterns.map(() => contains([place.column], `q${index}s`, isBeyond, slot()))
        return joinSql(place, row, `q${index}`, has(), has(), scopes)
      })
      const terms = patterns.map((_, word) => {
        const parts = referring.map((__, index) => sql`${sql.id(`q${index}`, `w${word}`)}`)
        return own.length > 0 ? [contains(own, row, isBeyond, slot()), ...parts] : parts
      })
      return { joins, terms: terms.map((parts) => sql`(${sql.join(parts, sql` or `)})`) }
    },
  }
}

/** The rows that refer to one, found once and not for every row that they may refer to: which words they have. */
function joinSql(
  { resource, reference, target }: Place,
  row: string,
  alias: string,
  words: readonly RawBuilder<unknown>[],
  again: readonly RawBuilder<unknown>[],
  scopes: Scopes,
): RawBuilder<unknown> {
  const inner = `${alias}s`
  const from = sql.id(inner, reference.name)
  const has = words.map((word, index) => sql`max(${word}) as ${sql.id(`w${index}`)}`)
  const any = sql`(${sql.join(again, sql` or `)})${scopes.and(resource, inner)}`
  const found = sql`select ${from} as ${sql.id('r')}, ${sql.join(has)} from ${sql.id(resource.table)} as ${sql.id(inner)} where ${any} group by ${from}`
  return sql` left join (${found}) as ${sql.id(alias)} on ${sql.id(alias, 'r')} = ${sql.id(row, target)}`
}

/**
 * Whether a word is in one of the columns: in all of them as one text, where it reaches across none of them, because
 * it has no space. Compared without case and accents: in A2Billing's own character set where the word fits into it,
 * which takes half the time. Of its collations MariaDB is told which, and MySQL takes the same one by itself.
 */
function contains(
  columns: readonly Column[],
  alias: string,
  isBeyond: boolean,
  pattern: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const values = columns.map((column) => operandOf(column, alias).compared)
  const isNarrow = !isBeyond && columns.every(({ type }) => 'charset' in type && /^utf8(mb3)?$/.test(type.charset))
  const texts = isNarrow ? values : values.map((value) => sql`convert(${value} using utf8mb4)`)
  const text = texts.length === 1 ? sql.join(texts) : sql`concat_ws(' ', ${sql.join(texts)})`
  const compared = isNarrow
    ? sql`/*!50700 convert(*/${text} /*!50700 using utf8mb3)*/ /*M! collate utf8mb3_general_ci */`
    : sql`${text} collate utf8mb4_general_ci`
  return sql`${compared} like ${pattern} escape '!'`
}

const NOWHERE: Places = { own: [], referring: [] }
const known = new WeakMap<Api, WeakMap<Resource, Places>>()

function placesOf(api: Api, resource: Resource): Places {
  const { search = [] } = resource
  if (search.length === 0) return NOWHERE
  const inApi = known.get(api) ?? new WeakMap<Resource, Places>()
  known.set(api, inApi)
  const places = inApi.get(resource) ?? findPlaces(api, resource, search)
  inApi.set(resource, places)
  return places
}

function findPlaces(api: Api, resource: Resource, search: NonNullable<Resource['search']>): Places {
  const access = api.seen?.access
  const own: Column[] = []
  const referring: Place[] = []
  for (const given of search) {
    if (typeof given === 'string') own.push(...searchable(resource, given))
    else {
      const other = api.resources.get(given.resource)
      if (!other || (access && !may(access, `${given.resource}:list`))) continue
      const relation = Object.hasOwn(other.relations, given.reference) ? other.relations[given.reference] : undefined
      const reference = filterableColumns(other).get(given.reference)
      const [column] = searchable(other, given.column)
      const isOurs = relation?.resource === resource.name && filterableColumns(resource).has(relation.column)
      if (column && reference && relation && isOurs) {
        referring.push({ resource: other, reference, target: relation.column, column })
      }
    }
  }
  return { own, referring }
}

function searchable(resource: Resource, name: string): Column[] {
  const column = filterableColumns(resource).get(name)
  return column && codecOf(column.type).filters.includes('match') ? [column] : []
}

function refuse(reason: string): never {
  const detail = `The value of "search" cannot be used. ${reason}`
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'search', detail: reason }] })
}
