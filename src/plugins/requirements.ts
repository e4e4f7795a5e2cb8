/**
 * What a plugin cannot do without, held against the tables that the database has: versions and forks of A2Billing drop,
 * rename and retype columns, and a plugin that finds out at the first request may have moved half of the money.
 */
import type { Api } from '../resources/api.ts'
import type { Column } from '../resources/resource.ts'
import { StartError } from '../start-error.ts'
import type { ColumnRequirement, Plugin, RequiredKind } from './plugin.ts'
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
export function findMissing({ name, tables = {} }: Plugin, api: Resources): string[] {
  refuseMalformed(name, tables)
  return Object.entries(tables).flatMap(([table, { columns = {}, gives }]) => [
    ...missingIn(api, table, columns),
    ...(gives ? notGiven(api, table, gives) : []),
  ])
}

type Columns = Readonly<Record<string, ColumnRequirement>>
type Resources = Pick<Api, 'resources'>

function missingIn(api: Resources, tableName: string, columns: Columns): string[] {
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
function notGiven(api: Resources, tableName: string, given: readonly string[]): string[] {
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

function refuseMalformed(plugin: string, tables: unknown): void {
  const malformed = (what: string): StartError =>
    new StartError(
      `Plugin "${plugin}", tables: ${what}. Write what it does with each table, and what its columns have to be, as in ` +
        `{ cc_card: { access: 'read', columns: { id: 'integer', credit: 'decimal', vat: 'number?' } } }: ` +
        `${ACCESSES.join(', ')}; ${Object.keys(KINDS).join(', ')}.`,
    )
  if (!isRecord(tables)) throw malformed('it is no object')
  for (const [table, use] of Object.entries(tables)) {
    if (!isRecord(use)) throw malformed(`${table} is no object`)
    const { access, columns = {}, gives = [] } = use
    if (!ACCESSES.some((one) => one === access)) throw malformed(`${table}.access is ${JSON.stringify(access)}`)
    if (!isRecord(columns)) throw malformed(`${table}.columns is no object`)
    if (!Array.isArray(gives)) throw malformed(`${table}.gives is no list`)
    for (const [name, requirement] of Object.entries(columns)) {
      const isKnown = typeof requirement === 'string' && Object.hasOwn(KINDS, kindOf(requirement))
      if (!isKnown) throw malformed(`${table}.${name} is ${JSON.stringify(requirement)}`)
    }
  }
}

const ACCESSES = ['read', 'add', 'write'] as const

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
