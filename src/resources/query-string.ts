/** Reads a list's query string: which rows, in which order, which page of them. */
import { ApiError } from '../errors.ts'
import { AGGREGATE_WORDS, type Aggregation, parseAggregation } from './aggregation.ts'
import type { Api } from './api.ts'
import { parseChoice } from './choice.ts'
import { COUNTS, type CountMode } from './count-mode.ts'
import { type Cursor, parseCursor } from './cursor.ts'
import { type Condition, parseFilters } from './filters.ts'
import { type OrderTerm, parseOrdering } from './ordering.ts'
import { type Page, parsePage } from './paging.ts'
import type { Resource } from './resource.ts'
import { parseWhere, type WhereTree } from './where-tree.ts'
import type { Selection } from './selection.ts'
import { SHOWN_WORDS, type Shown, shownIn } from './shown.ts'
import { isSearchable, parseSearch, type Search } from './search.ts'

/** Words of their own; a column with such a name is reached as `page__eq`. */
const RESERVED = [
  'page',
  'limit',
  'ordering',
  'cursor',
  'format',
  'count',
  'where',
  'explain',
  ...AGGREGATE_WORDS,
  ...SHOWN_WORDS,
] as const
const MAX_PARAMETERS = 100

export interface ListQuery extends Page {
  readonly conditions: readonly Condition[]
  readonly ordering: readonly OrderTerm[]
  /** Instead of a page. */
  readonly cursor?: Cursor
  readonly search?: Search | undefined
  readonly where?: WhereTree | undefined
  /** What the database would do, instead of doing it. */
  readonly isExplained: boolean
  /** Figures of the rows instead of these. */
  readonly aggregation?: Aggregation | undefined
  /** Whether the rows of all pages are counted. */
  readonly count: CountMode
  /** Where something is said of it. */
  readonly shown: Shown | undefined
  readonly parameters: URLSearchParams
}

/**
 * @param text - as in the URL, without `?`; its `format` has been read before, by `formatOf`
 * @param parseRange - which of the rows: a page of them unless given
 * @throws ApiError `unknown_parameter` or `invalid_parameter`, naming the parameter
 */
export function parseListQuery(api: Api, resource: Resource, text: string, parseRange = parsePage): ListQuery {
  const parameters = new URLSearchParams(text)
  if (parameters.size > MAX_PARAMETERS) {
    throw new ApiError(
      'invalid_parameter',
      `The query has ${parameters.size} parameters; at most ${MAX_PARAMETERS} are read.`,
    )
  }
  const filters = gatherParameters(parameters)
  // A word is one where it means something: in other resources it is no better known than any other.
  const words = isSearchable(api, resource) ? [...RESERVED, 'search' as const] : RESERVED
  const given = new Map(
    words.map((name) => {
      const values = filters.get(name)
      filters.delete(name)
      return [name, single(name, values)]
    }),
  )
  const [page, cursor, search] = [given.get('page'), given.get('cursor'), given.get('search')]
  const where = given.get('where')
  const aggregation = parseAggregation(api, resource, given)
  if (aggregation) refuseWithFigures(given)
  const query = {
    ...parseRange(resource, page, given.get('limit')),
    ordering: parseOrdering(aggregation?.resource ?? resource, given.get('ordering')),
    conditions: parseFilters(api, resource, filters, words),
    search: search === undefined ? undefined : parseSearch(api, resource, search),
    where: where === undefined ? undefined : parseWhere(api, resource, where),
    aggregation,
    isExplained: parseChoice('explain', given.get('explain'), ['0', '1']) === '1',
    count: parseChoice('count', given.get('count'), COUNTS) ?? 'none',
    shown: shownIn(given),
    parameters,
  }
  if (cursor === undefined) return query
  if (page !== undefined) {
    const detail = 'The parameter "page" cannot be given beside "cursor", which says itself where the list goes on.'
    throw new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'page', detail }] })
  }
  const rest = [...(query.search?.values ?? []), query.where?.id ?? '']
  return { ...query, cursor: parseCursor(resource, cursor, query.ordering, query.conditions, rest) }
}

/**
 * The filters of a write to all rows that meet them.
 *
 * @param text - as in the URL, without `?`
 * @throws ApiError `missing_filter` where every row would; `unknown_parameter` for what says something else than which rows
 */
export function parseSelection(api: Api, resource: Resource, text: string): Selection {
  const names = [...new Set(new URLSearchParams(text).keys())]
  const others = RESERVED.filter((word) => word !== 'where' && names.includes(word))
  refuse(
    others,
    'is unknown here: a write to the rows of a list takes filters, "where" and "search", which say to which',
  )
  const { conditions, where, search } = parseListQuery(api, resource, text)
  if (conditions.length > 0 || where || search) return { conditions, where, search }
  const detail = `To write to the rows of a list, say by filters to which: /api/${resource.name}/?field=value. Nothing was changed.`
  throw new ApiError('missing_filter', detail)
}

/** @throws ApiError `invalid_parameter` for what is of rows alone */
function refuseWithFigures(given: ReadonlyMap<string, string | undefined>): void {
  const parameter = (['cursor', 'fields', 'omit', 'expand'] as const).find((word) => given.get(word) !== undefined)
  if (parameter === undefined) return
  const detail = `The parameter "${parameter}" cannot be given beside "agg" and "group", which say what is shown, a page at a time.`
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}

/** @returns the values by name, both in the order of the query */
export function gatherParameters(query: string | URLSearchParams): Map<string, string[]> {
  const gathered = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(query)) {
    const values = gathered.get(name)
    if (values) values.push(value)
    else gathered.set(name, [value])
  }
  return gathered
}

/**
 * The query of a request for one row.
 *
 * @param text - as in the URL, without `?`
 * @throws ApiError `unknown_parameter`, or `invalid_parameter` for what is given twice
 */
export function parseRowQuery(text: string): Shown | undefined {
  if (text === '') return undefined
  const parameters = gatherParameters(text)
  const given = new Map(SHOWN_WORDS.map((word) => [word, single(word, parameters.get(word))]))
  for (const word of SHOWN_WORDS) parameters.delete(word)
  refuse([...parameters.keys()], `is unknown here: a row takes ${SHOWN_WORDS.join(', ')}, and lists take more`)
  return shownIn(given)
}

/** Words of the query of a write. */
const WRITE_WORDS = ['dry_run', 'on'] as const

export interface WriteQuery {
  readonly isDryRun: boolean
  /** By which fields a row is found; only of a create. */
  readonly on: string | undefined
  /** What is left: filters. */
  readonly rest: string
}

/**
 * The query of a write.
 *
 * @param text - as in the URL, without `?`
 * @throws ApiError `invalid_parameter`
 */
export function parseWriteQuery(text: string): WriteQuery {
  if (text === '') return { isDryRun: false, on: undefined, rest: '' }
  const parameters = new URLSearchParams(text)
  const given = new Map(WRITE_WORDS.map((word) => [word, single(word, gatherParameters(parameters).get(word))]))
  const isDryRun = parseChoice('dry_run', given.get('dry_run'), ['0', '1']) === '1'
  for (const word of WRITE_WORDS) parameters.delete(word)
  return { isDryRun, on: given.get('on'), rest: parameters.toString() }
}

/**
 * For writes: a parameter that would be ignored may have been meant to change what the request does.
 *
 * @param text - as in the URL, without `?`
 * @throws ApiError `unknown_parameter` for any
 */
export function refuseParameters(text: string): void {
  if (text === '') return
  refuse(
    [...new Set(new URLSearchParams(text).keys())],
    'is unknown here: of parameters a write takes only "dry_run", and a create "on"',
  )
}

function refuse(names: readonly string[], why: string): void {
  const errors = names.map((parameter) => {
    const reason = parameter === 'recursive' ? 'is not supported yet: nothing is deleted beside the row' : why
    return { parameter, detail: `The parameter "${parameter}" ${reason}.` }
  })
  if (errors[0]) throw new ApiError('unknown_parameter', errors[0].detail, { errors })
}

function single(parameter: string, values: readonly string[] | undefined): string | undefined {
  if (values === undefined || values.length === 1) return values?.[0]
  const detail = `The parameter "${parameter}" is given ${values.length} times.`
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}
