/** The names of a database, for settings that have to mean one of them. */
import type { Snapshot, SnapshotColumn, SnapshotTable } from '../introspection/snapshot.ts'
import { matchesTable, type ProfileExtension } from './profile.ts'

/** @returns a sentence with a space before it, or nothing where no known name is near */
export type DidYouMean = (given: string, known: Iterable<string>) => string

/** Every name of a snapshot; each question is answered with what is wrong, or undefined. */
export class Names {
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

  /** A column of the table, or of another one as `table.column`. */
  searched(table: string, name: string): string | undefined {
    if (this.find(`${table}.${name}`)) return undefined
    return name.includes('.') ? this.column(name) : this.besides(`${table}.${name}`, name)
  }

  /** A relation to or from a table that is left out would be no relation. */
  served(path: string, { include = ['*'], exclude = [] }: ProfileExtension): string | undefined {
    const table = this.#tableIn(path)
    return matchesTable(include, table) && !matchesTable(exclude, table)
      ? undefined
      : `${table} is not served: include or exclude leaves it out`
  }

  /** @returns the column, where there is one */
  find(path: string): SnapshotColumn | undefined {
    const table = this.#tables.get(this.#tableIn(path))
    return table?.columns.find(({ name }) => path === `${table.name}.${name}`)
  }

  /** Names may have dots themselves: the longest part that is a table, or else what stands before the first. */
  #tableIn(path: string): string {
    const dots = Array.from(path.matchAll(/\./g), ({ index }) => index)
    const parts = dots.map((dot) => path.slice(0, dot)).reverse()
    return parts.find((part) => this.#tables.has(part)) ?? parts.at(-1) ?? path
  }
}
