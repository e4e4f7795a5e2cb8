/**
 * The model that every emitter works from: a snapshot after every choice has been made. Types only, all readonly.
 *
 * Names of tables and columns are the database's own; `resource` and `field` are the words on the wire.
 */
import type { ProfileCodes, ProfilePageSize } from '../profile/profile.ts'
import type { ColumnKind } from './column-types.ts'
import type { SnapshotDefault } from '../introspection/snapshot.ts'

export interface Schema {
  /** In the order of their resource names. */
  readonly tables: readonly Table[]
  /** Choices worth telling the person who runs the generator: profile rows skipped, tables left out. */
  readonly notes: readonly string[]
}

export interface Table {
  readonly name: string
  readonly kind: 'table' | 'view'
  /** What the profile calls it, where the database's tables begin with something else. */
  readonly knownAs?: string
  readonly engine?: string
  readonly comment?: string
  /** In the URL, in `meta.model` and in file names: `cardgroup`. */
  readonly resource: string
  /** In types: `CardGroup`. */
  readonly typeName: string
  /** In code: `cardGroup`. */
  readonly variable: string
  readonly columns: readonly Column[]
  /** Empty: rows have no address. */
  readonly primaryKey: readonly string[]
  /** Why it cannot be written to; absent where it can. */
  readonly readOnly?: string
  /** Session variables that its triggers read and leave behind. */
  readonly triggerVariables: readonly string[]
  /** Rows a page, where it differs from the server's own. */
  readonly pageSize?: ProfilePageSize
  /** Orders in which an index holds the rows, beside that of the primary key. */
  readonly indexes: readonly TableIndex[]
  readonly relations: readonly Relation[]
  readonly presentation: Presentation
  /** Where `search=` looks; empty where there is no such thing. */
  readonly search: readonly Searched[]
}

/** How people are shown a table. */
export interface Presentation {
  readonly label: string
  /** Part of the work; `other` where nobody has said. */
  readonly section: string
  /** Column that names a row to people. */
  readonly display: string
}

export interface TableIndex {
  /** In the order of the index; of InnoDB, with the key that it ends in. */
  readonly columns: readonly string[]
  /** No two rows have the same values in them, nor has any row none. */
  readonly unique?: true
}

export interface Column {
  readonly name: string
  /** On the wire; the column's own name but for a few. */
  readonly field: string
  /** What people call it, where the name does not say it. */
  readonly label?: string
  /** As in the snapshot: `decimal(15,5)`. */
  readonly sqlType: string
  readonly kind: ColumnKind
  readonly nullable: boolean
  readonly default?: SnapshotDefault
  readonly autoIncrement: boolean
  /** The database computes it. */
  readonly generated: boolean
  readonly comment?: string
  readonly codes?: ProfileCodes
  /** What is secret about it; absent where nothing is. */
  readonly secret?: string
  /** Absent: at any time. */
  readonly writable?: 'create' | 'never'
  readonly hint?: string
  /** Create must name it; `filled`: with more than an empty text. */
  readonly required?: true | 'filled'
  /** What an omitted value becomes: `''`, `0` for a NOT NULL column without a default; its default for one of the key. */
  readonly blank?: string
  /** Of a key's column: SQL that makes its value where create omits it. */
  readonly defaultSql?: string
  /** The zero date stands for null, in both directions. */
  readonly zeroDate: boolean
}

/** A column in which `search=` looks. */
export interface Searched {
  readonly column: string
  /** It is another table's, whose reference points to the row. */
  readonly in?: { readonly resource: string; readonly reference: string }
}

export interface Relation {
  readonly column: string
  readonly to: { readonly resource: string; readonly column: string }
  /** What stands for "refers to nothing", beside NULL. */
  readonly none?: readonly string[]
  /** It holds only for rows whose `column` has this value. */
  readonly when?: { readonly column: string; readonly equals: string }
}

/** The columns of a primary key, in key order. */
export function keyColumns(table: Table): Column[] {
  return table.primaryKey.map((name) => {
    const column = table.columns.find((candidate) => candidate.name === name)
    if (!column) throw new Error(`${table.name}: the primary key names "${name}", which is no column`)
    return column
  })
}

/** What a client can do with the rows of a table: routers, document and reports say the same. */
export function shapeOf(table: Table): 'read-write' | 'read-only' | 'list-only' {
  if (table.primaryKey.length === 0) return 'list-only'
  return table.readOnly ? 'read-only' : 'read-write'
}
