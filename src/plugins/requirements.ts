/**
 * What a plugin cannot do without, held against the tables that the database has: versions and forks of A2Billing drop,
 * rename and retype columns, and a plugin that finds out at the first request may have moved half of the money.
 */
import type { Api } from '../resources/api.ts'
import type { Column } from '../resources/resource.ts'
import { StartError } from '../start-error.ts'
import type { ColumnRequirement, Plugin, RequiredKind, Requirements } from './plugin.ts'
import { findTable } from './tables.ts'

const KINDS = {
  any: undefined,
  integer: ['integer'],
  decimal: ['decimal'],
  number: ['decimal', 'float', 'double', 'integer'],
} as const satisfies Record<RequiredKind, readonly Column['type']['kind'][] | undefined>

/**
 * @returns what is missing, each thing as a clause: `cc_card.credit is float and has to be decimal`; empty where nothing is
 * @throws {@link StartError} naming the plugin whose declaration is malformed: no compiler has looked at one from outside
 */
export function findMissing({ name, requires = {}, adds = {} }: Plugin, api: Api): string[] {
  refuseMalformed(name, requires)
  return [
    ...Object.entries(requires).flatMap(([table, columns]) => missingIn(api, table, columns)),
    ...Object.entries(adds).flatMap(([table, given]) => notGiven(api, table, given)),
  ]
}

function missingIn(api: Api, tableName: string, columns: Requirements[string]): string[] {
  const resource = findTable(api, tableName)
  if (!resource) return [`the table ${tableName} is not there, or excluded in a2b.config.ts`]
  return Object.entries(columns).flatMap(([name, requirement]) => {
    const column = resource.columns.find((candidate) => candidate.name === name)
    return problemWith(`${resource.table}.${name}`, column, requirement) ?? []
  })
}

/**
 * Columns that a row must be given and the plugin knows nothing of; a table that is missing is said already. One that
 * could be null is asked of clients only.
 */
function notGiven(api: Api, tableName: string, given: readonly string[]): string[] {
  const { table, columns } = findTable(api, tableName) ?? { table: tableName, columns: [] }
  const unknown = columns.filter(({ required, nullable, name }) => required && !nullable && !given.includes(name))
  return unknown.map(({ name }) => `a row of ${table} must be given ${name}`)
}

function problemWith(path: string, column: Column | undefined, requirement: ColumnRequirement): string | undefined {
  const kind = kindOf(requirement)
  if (!column) return requirement.endsWith('?') ? undefined : `the column ${path} is not there`
  const kinds: readonly string[] | undefined = KINDS[kind]
  if (!kinds || kinds.includes(column.type.kind)) return undefined
  return `${path} is ${column.type.kind} and has to be ${kind === 'number' ? 'a number' : kind}`
}

function kindOf(requirement: string): RequiredKind {
  return requirement.replace(/\?$/, '') as RequiredKind
}

function refuseMalformed(plugin: string, requires: unknown): void {
  const malformed = (what: string): StartError =>
    new StartError(
      `Plugin "${plugin}", requires: ${what}. Write the columns of each table with what they have to be, as in ` +
        `{ cc_card: { id: 'integer', credit: 'decimal', vat: 'number?' } }: ${Object.keys(KINDS).join(', ')}.`,
    )
  if (!isRecord(requires)) throw malformed('it is no object')
  for (const [table, columns] of Object.entries(requires)) {
    if (!isRecord(columns)) throw malformed(`${table} is no object`)
    for (const [name, requirement] of Object.entries(columns)) {
      const isKnown = typeof requirement === 'string' && Object.hasOwn(KINDS, kindOf(requirement))
      if (!isKnown) throw malformed(`${table}.${name} is ${JSON.stringify(requirement)}`)
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
