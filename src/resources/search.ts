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
  const names = [...own.map(({ name }) => name), ...referring.map((it) => [it.resource.name, it.column.name])]
  const patterns = words.map((word) => `%${literal(word)}%`)
  return {
    shape: JSON.stringify([words.length, names]),
    values: patterns.flatMap((pattern) => Array<string>((own.length > 0 ? 1 : 0) + referring.length).fill(pattern)),
    resources: referring.map(({ resource }) => resource),
    sql(row, scopes, slot) {
      const joins: RawBuilder<unknown>[] = []
      const terms = words.map((_, word) => {
        const parts = own.length > 0 ? [sql`${textOf(own, row)} like ${slot()} escape '!'`] : []
        for (const [index, place] of referring.entries()) {
          const alias = `q${word}_${index}`
          joins.push(joinSql(place, row, alias, scopes, slot))
          parts.push(sql`${sql.id(alias, 'r')} is not null`)
        }
        return sql`(${sql.join(parts, sql` or `)})`
      })
      return { joins, terms }
    },
  }
}

/** The rows that refer to one, found once and not for every row that they may refer to. */
function joinSql(
  { resource, reference, target, column }: Place,
  row: string,
  alias: string,
  scopes: Scopes,
  slot: NextSlot,
): RawBuilder<unknown> {
  const inner = `${alias}s`
  const has = sql`${textOf([column], inner)} like ${slot()} escape '!'${scopes.and(resource, inner)}`
  const found = sql`select distinct ${sql.id(inner, reference.name)} as ${sql.id('r')} from ${sql.id(resource.table)} as ${sql.id(inner)} where ${has}`
  return sql` left join (${found}) as ${sql.id(alias)} on ${sql.id(alias, 'r')} = ${sql.id(row, target)}`
}

/** All the columns as one text that no word reaches across, because words hold no newline. */
function textOf(columns: readonly Column[], alias: string): RawBuilder<unknown> {
  const values = columns.map((column) => operandOf(column, alias).compared)
  const charsets = new Set(columns.map(({ type }) => ('charset' in type ? type.charset : '')))
  // Texts of one character set are put together as they are.
  const isMixed = charsets.size > 1
  const all = isMixed ? values.map((value) => sql`convert(${value} using utf8mb4)`) : values
  const [only] = all
  const text = only && all.length === 1 ? only : sql`concat_ws('\n', ${sql.join(all)})`
  return sql`convert(${text} using utf8mb4) collate utf8mb4_general_ci`
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
