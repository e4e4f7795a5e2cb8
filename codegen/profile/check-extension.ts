/**
 * Holds what `a2b.config.ts` says against the database: a name that is not there, or a choice that does not fit its
 * column, was meant to do something and would silently do nothing.
 *
 * Only the operator's own settings are held to it. The shipped profile knows tables of many versions, and a schema
 * built from an older snapshot may lack what today's settings name.
 */
import { quote } from '../escape.ts'
import type { Snapshot, SnapshotColumn, SnapshotTable } from '../introspection/snapshot.ts'
import { flagKind, jsonKind, Misfit } from '../model/column-choices.ts'
import { PAGE_SIZE } from '../model/page-size.ts'
import type { Schema } from '../model/schema.ts'
import { isType } from '../output/syntax.ts'
import { matchesTable, type ProfileColumnType, type ProfileExtension } from './profile.ts'

/** @returns a sentence with a space before it, or nothing where no known name is near */
export type DidYouMean = (given: string, known: Iterable<string>) => string

/**
 * @param snapshot - without the server's own tables
 * @returns a line for everything that is wrong: setting, name, and the nearest that exists
 */
export function checkExtension(snapshot: Snapshot, extension: ProfileExtension, didYouMean: DidYouMean): string[] {
  const names = new Names(snapshot, didYouMean)
  const keysOf = (record: object | undefined): string[] => Object.keys(record ?? {})
  const found: (string | undefined)[] = []
  const check = (setting: string, given: Iterable<string>, problem: (name: string) => string | undefined): void => {
    for (const name of given) {
      const text = problem(name)
      if (text !== undefined) found.push(`generator.${setting}: ${text}`)
    }
  }

  for (const setting of ['include', 'exclude'] as const) check(setting, extension[setting] ?? [], names.pattern)
  if (extension.tablePrefix) check('tablePrefix', [`${extension.tablePrefix}*`], names.pattern)
  for (const setting of ['resources', 'actions', 'triggerVariables'] as const) {
    check(setting, keysOf(extension[setting]), names.table)
  }
  check('openActions', extension.openActions ?? [], names.table)
  check('pageSizes', keysOf(extension.pageSizes), (name) => (name === '*' ? undefined : names.table(name)))
  for (const setting of ['fields', 'codes', 'secrets', 'protected', 'required', 'flags', 'columnTypes'] as const) {
    check(setting, keysOf(extension[setting]), names.column)
  }
  check('secretNames', extension.secretNames ?? [], names.anyColumn)
  check('readOnly', keysOf(extension.readOnly), (name) => (name.includes('.') ? names.either(name) : names.table(name)))

  for (const [index, { from, to, when }] of (extension.relations ?? []).entries()) {
    const served = (path: string): string | undefined => names.column(path) ?? names.served(path, extension)
    check(`relations[${index}].from`, [from], served)
    check(`relations[${index}].to`, [to], served)
    if (when) check(`relations[${index}].when`, [when.column], (name) => names.besides(from, name))
  }
  return [...found.filter((line) => line !== undefined), ...misfits(names, extension)]
}

/** @returns a line for each column that a create would have to name and must not */
export function checkWritable(schema: Schema, { readOnly = {}, protected: kept = {} }: ProfileExtension): string[] {
  return schema.tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const path = `${table.name}.${column.name}`
      const setting = path in readOnly ? 'readOnly' : path in kept ? 'protected' : undefined
      if (table.readOnly || !setting || !column.required || column.writable !== 'never') return []
      return [
        `generator.${setting}: "${path}" has to be given by whoever creates a row. Let it be written at creation ` +
          `(protected: { ${quote(path)}: { writable: 'create', … } }), or make all of ${table.name} read-only`,
      ]
    }),
  )
}

/** Choices about columns and pages that are there, and do not fit. */
function misfits(names: Names, { flags = {}, columnTypes = {}, pageSizes = {} }: ProfileExtension): string[] {
  const lines = (setting: string, entries: [path: string, reason: string | undefined][]): string[] =>
    entries.flatMap(([path, reason]) => (reason === undefined ? [] : [`generator.${setting}: "${path}": ${reason}`]))
  const reasonOf = (kind: object): string | undefined => (kind instanceof Misfit ? kind.reason : undefined)
  return [
    ...lines(
      'flags',
      Object.entries(flags).map(([path, flag]) => {
        const place = names.find(path)
        if (!place) return [path, undefined]
        if (columnTypes[path]?.sql) return [path, 'it cannot be JSON as well']
        return [path, keyReason(place) ?? reasonOf(flagKind(place.column, path, flag))]
      }),
    ),
    ...lines(
      'columnTypes',
      Object.entries(columnTypes).map(([path, choice]) => {
        const place = names.find(path)
        if (!place) return [path, undefined]
        const json = choice.sql && (keyReason(place) ?? reasonOf(jsonKind(place.column, path)))
        return [path, json ?? typeReason(choice)]
      }),
    ),
    ...lines(
      'pageSizes',
      Object.entries(pageSizes).map(([table, { default: usual = PAGE_SIZE.default, maximum = PAGE_SIZE.maximum }]) => {
        const isFit = usual <= maximum || (table !== '*' && names.table(table) !== undefined)
        return [table, isFit ? undefined : `the default of ${usual} is above the maximum of ${maximum}; set both`]
      }),
    ),
  ]
}

function keyReason({ table, column }: Place): string | undefined {
  return table.primaryKey?.includes(column.name)
    ? 'it is part of the primary key, whose values are addresses'
    : undefined
}

function typeReason({ typescript, from }: ProfileColumnType): string | undefined {
  if (typescript === undefined) return undefined
  if (from !== undefined && !/^[A-Za-z_$][\w$]*$/.test(typescript)) {
    return `"${typescript}" is no name that could be imported from "${from}"`
  }
  if (from?.startsWith('.') && !from.endsWith('.ts')) return `"${from}" has to be a file whose name ends in .ts`
  return isType(typescript) ? undefined : `"${typescript}" is no TypeScript type`
}

interface Place {
  readonly table: SnapshotTable
  readonly column: SnapshotColumn
}

/** Every name of a snapshot; each question is answered with what is wrong, or undefined. */
class Names {
  readonly #tables: ReadonlyMap<string, SnapshotTable>
  readonly #didYouMean: DidYouMean

  constructor({ tables }: Snapshot, didYouMean: DidYouMean) {
    this.#tables = new Map(tables.map((table) => [table.name, table]))
    this.#didYouMean = didYouMean
  }

  readonly table = (name: string): string | undefined =>
    this.#tables.has(name) ? undefined : `no table "${name}".${this.#didYouMean(name, this.#tables.keys())}`

  readonly pattern = (pattern: string): string | undefined => {
    if (!pattern.includes('*')) return this.table(pattern)
    const isKnown = this.#tables.keys().some((name) => matchesTable([pattern], name))
    return isKnown ? undefined : `no table matches "${pattern}".${this.#didYouMean(pattern, this.#tables.keys())}`
  }

  readonly column = (path: string): string | undefined => {
    if (this.find(path)) return undefined
    const table = this.#tables.get(this.#tableIn(path))
    if (table) return this.besides(path, path.slice(table.name.length + 1))
    return path.includes('.') ? this.table(this.#tableIn(path)) : `"${path}" names no column: write it as table.column`
  }

  /** A table whose name has a dot, or a column. */
  readonly either = (name: string): string | undefined => (this.#tables.has(name) ? undefined : this.column(name))

  readonly anyColumn = (name: string): string | undefined => {
    const known = new Set(this.#tables.values().flatMap((table) => table.columns.map((column) => column.name)))
    return known.has(name) ? undefined : `no table has a column "${name}".${this.#didYouMean(name, known)}`
  }

  /** @param path - of a column that the table of `name` has beside it */
  besides(path: string, name: string): string | undefined {
    const table = this.#tables.get(this.#tableIn(path))
    const known = table?.columns.map((column) => column.name) ?? []
    if (!table || known.includes(name)) return undefined
    return `${table.name} has no column "${name}".${this.#didYouMean(name, known)}`
  }

  /** A relation to or from a table that is left out would be no relation. */
  served(path: string, { include = ['*'], exclude = [] }: ProfileExtension): string | undefined {
    const table = this.#tableIn(path)
    return matchesTable(include, table) && !matchesTable(exclude, table)
      ? undefined
      : `${table} is not served: include or exclude leaves it out`
  }

  find(path: string): Place | undefined {
    const table = this.#tables.get(this.#tableIn(path))
    const column = table?.columns.find(({ name }) => path === `${table.name}.${name}`)
    return table && column && { table, column }
  }

  /** Names may have dots themselves: the longest part that is a table, or else what stands before the first. */
  #tableIn(path: string): string {
    const dots = Array.from(path.matchAll(/\./g), ({ index }) => index)
    const parts = dots.map((dot) => path.slice(0, dot)).reverse()
    return parts.find((part) => this.#tables.has(part)) ?? parts.at(-1) ?? path
  }
}
