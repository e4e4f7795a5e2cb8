/**
 * `expand=id_group,callerid`: rows that a row refers to, in the place of the reference, and rows that refer to it, under
 * the name of their resource. Up to three deep: `expand=callerid.id_cc_card`.
 *
 * What the caller does not see is no relation here, and so is as unknown as any other name.
 */
import { may } from '../access.ts'
import { ApiError } from '../errors.ts'
import { didYouMean } from '../nearest-name.ts'
import type { Api } from './api.ts'
import { filterableColumns } from './field-path.ts'
import { readNames } from './query-name.ts'
import { type Column, fieldOf, type Resource } from './resource.ts'

const MAX_DEPTH = 3
/** In one query: each is a statement. */
const MAX_EXPANSIONS = 20

export interface Expansion {
  /** Of the row, in the answer. */
  readonly member: string
  /** Several rows refer to the row; otherwise it refers to one. */
  readonly isMany: boolean
  /** The row's. */
  readonly of: Resource
  /** Of the row; replaced in the answer unless {@link isMany}. */
  readonly from: Column
  readonly target: Resource
  /** Of the target, what has the value of {@link from}. */
  readonly by: Column
  readonly expansions: readonly Expansion[]
}

/** While they are put together. */
interface Node extends Expansion {
  readonly expansions: Node[]
}

/** @throws ApiError `invalid_parameter` naming the path, and where it ends to make sense */
export function parseExpand(api: Api, resource: Resource, text: string | undefined): readonly Expansion[] {
  const roots: Node[] = []
  let count = 0
  for (const { name, at } of text === undefined ? [] : readNames(text)) {
    let [level, of, rest, depth] = [roots, resource, name, 0]
    do {
      const [element, found] = findElement(api, of, rest)
      const where = `at character ${at + name.length - rest.length} of "expand"`
      if (!found) refuse(`${of.name} has no relation "${element}", ${where}.${didYouMean(element, namesOf(api, of))}`)
      if (++depth > MAX_DEPTH) refuse(`The path "${name}" has more than ${MAX_DEPTH} relations.`)
      const known = level.find(({ member }) => member === found.member)
      if (!known && ++count > MAX_EXPANSIONS) refuse(`More than ${MAX_EXPANSIONS} relations are expanded.`)
      const node: Node = known ?? { ...found, expansions: [] }
      if (!known) level.push(node)
      rest = rest.slice(element.length + 1)
      level = node.expansions
      of = node.target
    } while (rest !== '')
  }
  return roots
}

type Found = Omit<Expansion, 'expansions'>

/** Names may hold dots: the longest part that is a relation, or else what stands before the first. */
function findElement(api: Api, resource: Resource, text: string): [element: string, found: Found | undefined] {
  for (let end = text.length; end > 0; end = text.lastIndexOf('.', end - 1)) {
    const element = text.slice(0, end)
    const found = toOne(api, resource, element) ?? toMany(api, resource, element)
    if (found) return [element, found]
  }
  return [text.split('.')[0] ?? '', undefined]
}

function toOne(api: Api, resource: Resource, name: string): Found | undefined {
  const from = filterableColumns(resource).get(name)
  const relation = from && Object.hasOwn(resource.relations, from.name) ? resource.relations[from.name] : undefined
  const target = relation && api.resources.get(relation.resource)
  const by = target && filterableColumns(target).get(relation.column)
  if (!from || !by || !isPlain(from) || !isPlain(by)) return undefined
  return { member: fieldOf(from), isMany: false, of: resource, from, target, by }
}

/** `callerid`, or `call:card_id` where a resource refers by several columns, or a column has its name. */
function toMany(api: Api, resource: Resource, name: string): Found | undefined {
  const all = referrersOf(api, resource)
  const exact = all.find(({ member }) => member === name)
  if (exact) return exact
  const [found, ...others] = all.filter(({ target }) => target.name === name)
  const isTaken = resource.columns.some((column) => fieldOf(column) === name)
  return found && others.length === 0 && !isTaken ? { ...found, member: name } : undefined
}

const known = new WeakMap<Api, WeakMap<Resource, readonly Found[]>>()

function referrersOf(api: Api, resource: Resource): readonly Found[] {
  const inApi = known.get(api) ?? new WeakMap<Resource, readonly Found[]>()
  known.set(api, inApi)
  const found = inApi.get(resource) ?? Array.from(api.resources.values(), (it) => referring(api, it, resource)).flat()
  inApi.set(resource, found)
  return found
}

function referring({ seen }: Api, target: Resource, resource: Resource): Found[] {
  // Without a key they have no order, and none of them is the first.
  if (target.primaryKey.length === 0 || (seen && !may(seen.access, `${target.name}:list`))) return []
  const columns = filterableColumns(target)
  return Object.entries(target.relations).flatMap(([name, relation]) => {
    const by = columns.get(name)
    const from = filterableColumns(resource).get(relation.column)
    if (relation.resource !== resource.name || !by || !from || !isPlain(by) || !isPlain(from)) return []
    return [{ member: `${target.name}:${fieldOf(by)}`, isMany: true, of: resource, from, target, by }]
  })
}

function namesOf(api: Api, resource: Resource): string[] {
  const one = Object.keys(resource.relations).filter((name) => toOne(api, resource, name))
  const many = referrersOf(api, resource).map(({ member, target }) =>
    toMany(api, resource, target.name) ? target.name : member,
  )
  return [...one, ...many]
}

/** Its values can be told apart by the text that they are shown as. */
function isPlain({ type: { kind } }: Column): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'text'
}

function refuse(detail: string): never {
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'expand', detail }] })
}
