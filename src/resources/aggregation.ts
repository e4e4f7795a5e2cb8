/**
 * `agg=count,sum(sessiontime)&group=card_id,starttime:day`: figures of the rows of a list instead of the rows.
 *
 * The figures are rows of a resource of their own, made for the query, whose table is the grouped list: so they are
 * ordered, paged, counted, written and exported as any others are.
 */
import { type RawBuilder, sql } from 'kysely'
import { ApiError } from '../errors.ts'
import { didYouMean } from '../nearest-name.ts'
import { RecentCache } from '../recent-cache.ts'
import type { Api } from './api.ts'
import { BUCKETS, bucketSql, bucketType, hasBucket, type Zone, zoneNamed, zoneNames } from './buckets.ts'
import { codecOf } from './column-codec.ts'
import { filterableColumns } from './field-path.ts'
import { readNames, writeName } from './query-name.ts'
import { type Column, type ColumnType, fieldOf, type Resource } from './resource.ts'
import { type Selection, type SelectedRows, selectRows, whereSql } from './selection.ts'
import { parseWhere, type WhereTree } from './where-tree.ts'

export const AGGREGATE_WORDS = ['agg', 'group', 'having', 'tz'] as const
const MAX_GROUPS = 4
const MAX_MEASURES = 20

/** One column of the figures. */
interface Part {
  readonly column: Column
  sql(): RawBuilder<unknown>
}

interface Figures {
  /** Of which each group is a row. */
  readonly resource: Resource
  readonly groups: readonly Part[]
  readonly measures: readonly Part[]
  readonly shape: readonly string[]
}

export interface Aggregation extends Figures {
  readonly having: WhereTree | undefined
}

type Given = ReadonlyMap<string, string | undefined>

/**
 * @returns undefined where rows are asked for, not figures
 * @throws ApiError `invalid_parameter` naming the parameter, what is wrong in it, and where
 */
export function parseAggregation(api: Api, resource: Resource, given: Given): Aggregation | undefined {
  const [agg, group, having, tz] = AGGREGATE_WORDS.map((word) => given.get(word))
  if (agg === undefined && group === undefined) {
    const alone = AGGREGATE_WORDS.find((word) => given.get(word) !== undefined)
    if (alone !== undefined)
      refuse(alone, `The parameter "${alone}" says something of figures: give "agg" or "group", too.`)
    return undefined
  }
  const known = figures.get(resource.columns) ?? new RecentCache<Figures>(CAPACITY)
  figures.set(resource.columns, known)
  const shape = [agg ?? 'count', group ?? '', tz ?? '']
  const made = known.get(JSON.stringify(shape), () => makeFigures(resource, agg ?? 'count', group, tz, shape))
  return { ...made, having: having === undefined ? undefined : parseHaving(api, made.resource, having) }
}

/** By the list of columns, which all share who see the same. */
const figures = new WeakMap<Resource['columns'], RecentCache<Figures>>()
const CAPACITY = 100

/** The grouped list as rows of the table `t0`. */
export function selectGroups(
  resource: Resource,
  { groups, measures, shape, having, resource: { table } }: Aggregation,
  selection: Selection,
): SelectedRows {
  const rows = selectRows(resource, selection)
  const result = selectRows(
    { name: '', table, primaryKey: [], columns: [], relations: {} },
    { conditions: [], where: having },
  )
  return {
    shape: ['groups', ...shape, rows.shape, result.shape],
    values: [...rows.values, ...result.values],
    build(slot) {
      const { from, terms } = rows.build(slot)
      const columns = [...groups, ...measures].map((part) => sql`${part.sql()} as ${sql.id(part.column.name)}`)
      const by = groups.length > 0 ? sql` group by ${sql.join(groups.map((part) => part.sql()))}` : sql``
      return {
        from: sql` from (select ${sql.join(columns)}${from}${whereSql(terms)}${by}) as ${sql.id('t0')}`,
        terms: result.build(slot).terms,
      }
    },
  }
}

function makeFigures(
  resource: Resource,
  agg: string,
  group: string | undefined,
  tz: string | undefined,
  shape: readonly string[],
): Figures {
  const zone = tz === undefined ? undefined : parseZone(tz)
  const groups = (group === undefined ? [] : readNames(group)).map(({ name, at }) => groupOf(resource, name, at, zone))
  const measures = readNames(agg).map(({ name, at }) => measureOf(resource, name, at))
  if (groups.length > MAX_GROUPS)
    refuse('group', `There are ${groups.length} groupings; at most ${MAX_GROUPS} are made.`)
  if (measures.length > MAX_MEASURES)
    refuse('agg', `There are ${measures.length} figures; at most ${MAX_MEASURES} are made.`)
  const names = [...groups, ...measures].map(({ column }) => column.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) refuse('agg', `"${twice}" is asked for twice.`)
  const parts = [...groups, ...measures].map(numbered)
  const columns = parts.map(({ column }) => column)
  const primaryKey = columns.slice(0, groups.length).map(({ name }) => name)
  return {
    resource: { name: resource.name, table: resource.table, primaryKey, columns, relations: {} },
    groups: parts.slice(0, groups.length),
    measures: parts.slice(groups.length),
    shape,
  }
}

/** In the statement it has a number: of other names the database takes spaces off, and none is longer than 256. */
function numbered(part: Part, index: number): Part {
  return { ...part, column: { ...part.column, name: `v${index}`, field: part.column.name } }
}

function parseZone(tz: string): Zone {
  const zone = zoneNamed(tz)
  if (zone) return zone
  return refuse(
    'tz',
    `There is no time zone "${tz}". Give a name such as Europe/Paris, or +02:00.${didYouMean(tz, zoneNames())}`,
  )
}

function groupOf(resource: Resource, text: string, at: number, zone: Zone | undefined): Part {
  const whole = comparable(resource, text)
  const colon = text.lastIndexOf(':')
  const column = whole ?? (colon === -1 ? undefined : comparable(resource, text.slice(0, colon)))
  const where = `at character ${at} of "group"`
  if (!column) {
    const name = colon === -1 ? text : text.slice(0, colon)
    refuse(
      'group',
      `${resource.name} has no field "${name}" to group by, ${where}.${suggestion(resource, name, comparable)}`,
    )
  }
  const stored = sql.id('t0', column.name)
  if (whole) {
    const value = (): RawBuilder<unknown> =>
      codecOf(column.type).zeroDate === undefined ? sql`${stored}` : sql`nullif(${stored}, 0)`
    return { column: { ...plain(column), name: fieldOf(column), nullable: true }, sql: value }
  }
  const word = text.slice(colon + 1)
  const bucket = BUCKETS.find((known) => known === word)
  if (!bucket) {
    refuse('group', `"${word}" is no ${BUCKETS.join(', ')}, ${where}.${didYouMean(word, BUCKETS)}`)
  }
  if (!hasBucket(column.type, bucket)) refuse('group', `The field "${fieldOf(column)}" has no ${bucket}, ${where}.`)
  const ofZone = column.type.kind === 'date' ? undefined : zone
  return {
    column: { name: `${fieldOf(column)}_${bucket}`, type: bucketType(bucket, ofZone), nullable: true },
    sql: () => bucketSql(sql`${stored}`, bucket, ofZone, column.nullable === true),
  }
}

const COUNT: ColumnType = { kind: 'integer', min: '0', max: '9223372036854775807' }

type Make = (
  value: RawBuilder<unknown>,
  column: Column,
) => { readonly type: ColumnType; readonly value: RawBuilder<unknown> }

/** Of a column; `count` by itself is of rows. */
const FUNCTIONS: Readonly<Record<string, { readonly make: Make; readonly fits: (column: Column) => boolean }>> = {
  count: { make: (value) => ({ type: COUNT, value: sql`count(${value})` }), fits: () => true },
  distinct: { make: (value) => ({ type: COUNT, value: sql`count(distinct ${value})` }), fits: isComparable },
  sum: { make: (value, { type }) => ({ type: summed(type, 0), value: sql`sum(${value})` }), fits: isNumber },
  avg: { make: (value, { type }) => ({ type: summed(type, 4), value: sql`avg(${value})` }), fits: isNumber },
  min: { make: (value, { type }) => ({ type, value: sql`min(${value})` }), fits: isOrdered },
  max: { make: (value, { type }) => ({ type, value: sql`max(${value})` }), fits: isOrdered },
}

function measureOf(resource: Resource, text: string, at: number): Part {
  const where = `at character ${at} of "agg"`
  if (text === 'count') return { column: { name: 'count', type: COUNT }, sql: () => sql`count(*)` }
  const [, word = text, name] = /^(\w+)\((.*)\)$/s.exec(text) ?? []
  const found = Object.hasOwn(FUNCTIONS, word) ? FUNCTIONS[word] : undefined
  if (!found || name === undefined) {
    const known = Object.keys(FUNCTIONS).map((it) => `${it}(field)`)
    refuse(
      'agg',
      `"${text}" is no figure, ${where}: it must be one of count, ${known.join(', ')}.${didYouMean(word, Object.keys(FUNCTIONS))}`,
    )
  }
  const fitting = (of: Resource, field: string): Column | undefined => {
    const column = filterableColumns(of).get(field)
    return column && isComparable(column) && found.fits(column) ? column : undefined
  }
  const column = fitting(resource, name)
  if (!column)
    refuse(
      'agg',
      `${resource.name} has no field "${name}" for ${word}, ${where}.${suggestion(resource, name, fitting)}`,
    )
  const stored = sql`${sql.id('t0', column.name)}`
  const { type, value } = found.make(
    codecOf(column.type).zeroDate === undefined ? stored : sql`nullif(${stored}, 0)`,
    column,
  )
  return { column: { name: `${word}_${fieldOf(column)}`, type, nullable: true }, sql: () => value }
}

function parseHaving(api: Api, resource: Resource, text: string): WhereTree {
  try {
    return parseWhere(api, resource, text)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const detail = error.message.replace('"where"', '"having"')
    const errors = error.errors?.map((it) => ({ ...it, parameter: 'having' }))
    throw new ApiError(error.code, detail, { errors, cause: error })
  }
}

function comparable(resource: Resource, name: string): Column | undefined {
  const column = filterableColumns(resource).get(name)
  return column && isComparable(column) ? column : undefined
}

function suggestion(
  resource: Resource,
  name: string,
  find: (of: Resource, field: string) => Column | undefined,
): string {
  const known = [...filterableColumns(resource).keys()].filter((it) => find(resource, it))
  return didYouMean(name, known.map(writeName))
}

const ORDERED: ReadonlySet<ColumnType['kind']> = new Set([
  ...(['integer', 'decimal', 'float', 'double', 'text', 'date', 'datetime', 'timestamp', 'time', 'year'] as const),
  ...(['uuid', 'inet4', 'inet6'] as const),
])

function isComparable({ type }: Column): boolean {
  return codecOf(type).filters.includes('compare') && type.kind !== 'bit'
}

function isOrdered({ type }: Column): boolean {
  return ORDERED.has(type.kind)
}

function isNumber({ type: { kind } }: Column): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'float' || kind === 'double'
}

/** Exact where the values are; the database says with how many digits. */
function summed(type: ColumnType, more: number): ColumnType {
  if (type.kind === 'float' || type.kind === 'double') return { kind: 'double' }
  return { kind: 'decimal', precision: 65, scale: (type.kind === 'decimal' ? type.scale : 0) + more }
}

/** What of a column holds for the values of a group. */
function plain({ type, codes, sums }: Column): Pick<Column, 'type' | 'codes' | 'sums'> {
  return { type, ...(codes && { codes }), ...(sums && { sums }) }
}

function refuse(parameter: string, detail: string): never {
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}
