/**
 * `where=`: the filters of a list put together by `and`, `or` and `not`, as JSON:
 * `{"or": [{"status": 1}, {"credit__lt": 0, "not": {"id_group__name": "Business"}}]}`.
 *
 * The members of an object must all hold, and are named as filters are; a value, too, is what a filter's would be.
 */
import { type RawBuilder, sql } from 'kysely'
import { ApiError } from '../errors.ts'
import { JsonNumber, parseExactJson } from '../json-number.ts'
import type { Api } from './api.ts'
import { type Condition, MAX_VALUES, parseFilters } from './filters.ts'
import type { Resource } from './resource.ts'
import { buildWhere, type WhereOptions } from './where.ts'

const MAX_LENGTH = 10_000
const MAX_DEPTH = 6
const MAX_CONDITIONS = 100

export type WhereNode =
  | { readonly kind: 'all'; readonly conditions: readonly Condition[]; readonly nodes: readonly WhereNode[] }
  | { readonly kind: 'any'; readonly nodes: readonly WhereNode[] }
  | { readonly kind: 'not'; readonly node: WhereNode }

export interface WhereTree {
  readonly root: WhereNode
  /** All there are, in the order in which {@link whereTreeSql} asks for their slots. */
  readonly conditions: readonly Condition[]
  readonly shape: string
  /** The same for trees that ask the same in the same words. */
  readonly id: string
}

/** @throws ApiError `invalid_parameter` naming what cannot be used, and where it stands */
export function parseWhere(api: Api, resource: Resource, text: string): WhereTree {
  if (text.length > MAX_LENGTH) refuse(`It must have at most ${MAX_LENGTH} characters.`)
  const reader = new Reader(api, resource)
  const root = reader.object(parseJson(text), '', 1)
  const conditions = conditionsIn(root)
  const count = conditions.flatMap(({ tests }) => tests.flatMap(({ values }) => values)).length
  if (count > MAX_VALUES) refuse(`It holds ${count} values; at most ${MAX_VALUES} are looked for at once.`)
  const values = conditions.map(({ tests }) => tests.map((test) => test.values))
  return { root, conditions, shape: JSON.stringify(shapeOf(root)), id: JSON.stringify([shapeOf(root), values]) }
}

/** Closed: it can stand wherever one may be asked whether a row meets it. */
export function whereTreeSql({ root }: WhereTree, options: Omit<WhereOptions, 'isClosed'>): RawBuilder<unknown> {
  return nodeSql(root, { ...options, isClosed: true })
}

function nodeSql(node: WhereNode, options: WhereOptions): RawBuilder<unknown> {
  switch (node.kind) {
    case 'not':
      return sql`not coalesce(${nodeSql(node.node, options)}, false)`
    case 'any':
      return joined(
        node.nodes.map((each) => nodeSql(each, options)),
        sql` or `,
      )
    case 'all': {
      const { terms } = buildWhere(node.conditions, options)
      return joined([...terms, ...node.nodes.map((each) => nodeSql(each, options))], sql` and `)
    }
  }
}

function joined(parts: readonly RawBuilder<unknown>[], by: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${sql.join(parts, by)})`
}

function conditionsIn(node: WhereNode): Condition[] {
  if (node.kind === 'not') return conditionsIn(node.node)
  return [...(node.kind === 'all' ? node.conditions : []), ...node.nodes.flatMap(conditionsIn)]
}

function shapeOf(node: WhereNode): unknown {
  if (node.kind === 'not') return ['not', shapeOf(node.node)]
  const own = node.kind === 'all' ? node.conditions : []
  const filters = own.map((it) => [it.id, it.isNegated, ...it.tests.map(({ shape }) => shape)])
  return [node.kind, filters, node.nodes.map(shapeOf)]
}

/** One reading; counts what it has read. */
class Reader {
  readonly #api: Api
  readonly #resource: Resource
  #count = 0

  constructor(api: Api, resource: Resource) {
    this.#api = api
    this.#resource = resource
  }

  /** @param place - as a JSON pointer */
  object(value: unknown, place: string, depth: number): WhereNode {
    if (depth > MAX_DEPTH) refuse(`It is deeper than ${MAX_DEPTH} levels, at "${place}".`)
    if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof JsonNumber) {
      refuse(`There must be an object at "${place}".`)
    }
    const entries = Object.entries(value)
    if (entries.length === 0) refuse(`There must be something in the object at "${place}".`)
    const conditions: Condition[] = []
    const nodes: WhereNode[] = []
    for (const [name, member] of entries) {
      const at = `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (name === 'not') nodes.push({ kind: 'not', node: this.object(member, at, depth + 1) })
      else if (name === 'or') nodes.push({ kind: 'any', nodes: this.#list(member, at, depth) })
      else if (name === 'and') nodes.push({ kind: 'all', conditions: [], nodes: this.#list(member, at, depth) })
      else conditions.push(...this.#filter(name, member, at))
    }
    return { kind: 'all', conditions, nodes }
  }

  #list(value: unknown, place: string, depth: number): WhereNode[] {
    if (!Array.isArray(value) || value.length === 0) refuse(`There must be a list of objects at "${place}".`)
    return value.map((each: unknown, index) => this.object(each, `${place}/${index}`, depth + 1))
  }

  #filter(name: string, value: unknown, place: string): Condition[] {
    if (++this.#count > MAX_CONDITIONS) refuse(`It has more than ${MAX_CONDITIONS} conditions.`)
    const texts = (Array.isArray(value) ? value : [value]).map((each: unknown) => textOf(each, name, place))
    // A list of values is one value of those operators, and otherwise one of these will do.
    const isList = Array.isArray(value) && /__(in|not_in|between)$/.test(name)
    if (texts.length === 0) refuse(`There must be a value at "${place}".`)
    const list = isList ? [texts.map((text) => `"${text.replaceAll('"', '""')}"`).join()] : texts
    try {
      const found = parseFilters(this.#api, this.#resource, new Map([[name, list]]), ['and', 'or', 'not'])
      return found.map((condition) => ({ ...condition, names: [`where${place}`] }))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return refuse(`At "${place}": ${error.errors?.[0]?.detail ?? error.message}`, error)
    }
  }
}

function textOf(value: unknown, name: string, place: string): string {
  if (typeof value === 'string') return value
  if (value instanceof JsonNumber) return value.text
  if (typeof value === 'boolean') return String(value)
  if (value === null && /__is(_not)?$/.test(name)) return 'null'
  return refuse(
    value === null
      ? `Null equals nothing, at "${place}": ask "${name.replace(/__.*$/s, '')}__is_null".`
      : `There must be a text, a number or a truth value at "${place}".`,
  )
}

function parseJson(text: string): unknown {
  try {
    return parseExactJson(text)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const isCut = error.message.endsWith('JSON.')
    return refuse(
      error.message.replace(/^The body/, 'It') + (isCut ? ` It ends after ${text.length} characters.` : ''),
      error,
    )
  }
}

function refuse(reason: string, cause?: unknown): never {
  const detail = `The value of "where" cannot be used. ${reason}`
  throw new ApiError('invalid_parameter', detail, { cause, errors: [{ parameter: 'where', detail: reason }] })
}
