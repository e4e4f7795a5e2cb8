/**
 * What a plugin cannot do without, held against the tables that the database has: versions and forks of A2Billing drop,
 * rename and retype columns, and a plugin that finds out at the first request may have moved half of the money.
 */
import { OPERATIONS } from '../access.ts'
import { didYouMean } from '../nearest-name.ts'
import { type Column, type Resource } from '../resources/resource.ts'
import type { ColumnRequirement, Plugin, RequiredKind } from './plugin.ts'
import { findTable } from '../resources/tables.ts'

const KINDS = {
  any: undefined,
  integer: ['integer'],
  decimal: ['decimal'],
  number: ['decimal', 'float', 'double', 'integer'],
  moment: ['timestamp', 'datetime'],
} as const satisfies Record<RequiredKind, readonly Column['type']['kind'][] | undefined>

const ARTICLED: ReadonlySet<RequiredKind> = new Set(['number', 'moment'])

export interface Missing {
  /** A clause: `cc_card.credit is float and has to be decimal`. */
  readonly what: string
  /** A sentence with the nearest name, or nothing. */
  readonly hint: string
}

/** By name, with the resources of plugins. */
type Resources = ReadonlyMap<string, Resource>

/** @returns what is missing; empty where nothing is */
export function findMissing(plugin: Plugin, resources: Resources): Missing[] {
  return [
    ...Object.entries(plugin.tables ?? {}).flatMap(([table, { columns = {}, gives, optional }]) =>
      optional && !findTable({ resources }, table)
        ? []
        : [...missingIn(resources, table, columns), ...(gives ? notGiven(resources, table, gives) : [])],
    ),
    ...missingResources(plugin, resources),
    ...missingPermissions(plugin, resources),
  ]
}

function missingIn(
  resources: Resources,
  tableName: string,
  columns: Readonly<Record<string, ColumnRequirement>>,
): Missing[] {
  const resource = findTable({ resources }, tableName)
  if (!resource) {
    const names = Array.from(resources.values(), ({ knownAs, table }) => knownAs ?? table)
    const what = `the table ${tableName} is not there, or excluded in a2b.config.ts`
    return [{ what, hint: didYouMean(tableName, names) }]
  }
  return Object.entries(columns).flatMap(([name, requirement]) => problemWith(resource, name, requirement) ?? [])
}

/**
 * Columns that a row must be given and the plugin knows nothing of; a table that is missing is said already. One that
 * could be null is asked of clients only.
 */
function notGiven(resources: Resources, tableName: string, given: readonly string[]): Missing[] {
  const { table, columns } = findTable({ resources }, tableName) ?? { table: tableName, columns: [] }
  const unknown = columns.filter(({ required, nullable, name }) => required && !nullable && !given.includes(name))
  return unknown.map(({ name }) => ({ what: `a row of ${table} must be given ${name}`, hint: '' }))
}

function problemWith({ table, columns }: Resource, name: string, requirement: ColumnRequirement): Missing | undefined {
  const column = columns.find((candidate) => candidate.name === name)
  const kind = requirement.replace(/\?$/, '') as RequiredKind
  if (!column) {
    if (requirement.endsWith('?')) return undefined
    const names = columns.map((candidate) => candidate.name)
    return { what: `the column ${table}.${name} is not there`, hint: didYouMean(name, names) }
  }
  const kinds: readonly string[] | undefined = KINDS[kind]
  if (!kinds || kinds.includes(column.type.kind)) return undefined
  const what = `${table}.${name} is ${column.type.kind} and has to be ${ARTICLED.has(kind) ? `a ${kind}` : kind}`
  return { what, hint: '' }
}

/** What hooks, actions, panels and fields are on. */
function missingResources(plugin: Plugin, resources: Resources): Missing[] {
  const { hooks = {}, actions = [], panels = [], fields = {} } = plugin
  const named = new Set([
    ...Object.keys(hooks),
    ...actions.map(({ resource }) => resource),
    ...panels.flatMap(({ resource, of }) => [resource, of]),
    ...Object.keys(fields),
  ])
  return [...named]
    .filter((name) => !resources.has(name) && !findTable({ resources }, name))
    .map((name) => ({ what: `there is no resource ${name}`, hint: didYouMean(name, resources.keys()) }))
}

function missingPermissions({ routes = [], permissions = {} }: Plugin, resources: Resources): Missing[] {
  const names = new Set(routes.map(({ permission }) => permission))
  return [...names].flatMap((name) => {
    const [resource = '', operation = ''] = name.split(':')
    if (Object.hasOwn(permissions, name)) return []
    if (OPERATIONS.some((one) => one === operation) && resources.has(resource)) return []
    const hint = didYouMean(name, Object.keys(permissions))
    return [{ what: `nobody declares the permission ${name}: describe it in \`permissions\``, hint }]
  })
}
