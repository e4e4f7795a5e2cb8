/** Queries as objects, and how they are written: docs/queries.md says what each word means. */

export type Scalar = string | number | boolean
/** A list is "or"; of `in`, `not_in` and `between` it is their values. */
export type FilterValue = Scalar | readonly Scalar[]
/** Of `where` and `having`. */
export interface Condition {
  readonly [filter: string]: FilterValue | Condition | readonly Condition[]
}

/** `status`, `status__in`, `id_cc_card__lastname`, `-country`. A plain name that is no column is refused by the compiler. */
export type Filters<Row> = { readonly [Field in keyof Row & string]?: FilterValue } & {
  readonly [filter: `${string}__${string}`]: FilterValue
} & { readonly [negated: `-${string}`]: FilterValue }

interface Sought {
  readonly where?: Condition
  readonly search?: string
}

interface Which extends Sought {
  /** A minus in front turns one round. */
  readonly ordering?: string | readonly string[]
}

interface Shown<Row, Field extends keyof Row> {
  /** The members that are wanted; those of the key come always. */
  readonly fields?: readonly Field[]
}

interface Paged {
  readonly limit?: number
  readonly page?: number
  readonly cursor?: string
  readonly count?: 'none' | 'auto' | 'capped' | 'exact'
}

export type ListQuery<Row, Field extends keyof Row = keyof Row> = Which & Paged & Shown<Row, Field> & Filters<Row>
/** All rows: no pages, and `limit` rows in all. */
export type RowsQuery<Row, Field extends keyof Row = keyof Row> = Which &
  Shown<Row, Field> & { readonly limit?: number } & Filters<Row>
/** Which rows are meant, of those that are written to. */
export type RowsFilter<Row> = Sought & Filters<Row>
export type FiguresQuery<Row> = Which &
  Paged & {
    /** `count`, `sum(buycost)`. */
    readonly agg?: string | readonly string[]
    /** `status`, `starttime:day`. */
    readonly group?: string | readonly string[]
    readonly having?: Condition
    readonly tz?: string
    readonly labels?: boolean
  } & Filters<Row>
/** What changes the shape of rows; they have no types then. */
export type LooseQuery<Row> = Which &
  Paged & {
    readonly fields?: string | readonly string[]
    readonly omit?: string | readonly string[]
    readonly expand?: string | readonly string[]
    readonly labels?: boolean
  } & Filters<Row>

const NAMES = new Set(['ordering', 'fields', 'omit', 'expand', 'agg', 'group'])

/** @throws TypeError for a value that no query can say */
export function writeQuery(query: object): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    if (Array.isArray(value)) {
      if (NAMES.has(name)) written.append(name, value.join(','))
      else if (/__(in|not_in|between)$/.test(name)) written.append(name, value.map(inList).join(','))
      else for (const one of value) written.append(name, scalar(name, one))
    } else if (typeof value === 'object' && value !== null) written.append(name, JSON.stringify(value))
    else written.append(name, name === 'labels' ? String(Number(value)) : scalar(name, value))
  }
  return written.toString()
}

function scalar(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new TypeError(`"${name}" cannot be ${String(value)}; for rows without a value, ask ${name}__is_null: true`)
}

function inList(value: Scalar): string {
  return /[",]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)
}
