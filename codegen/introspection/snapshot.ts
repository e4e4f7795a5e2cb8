/**
 * The facts of a database as plain JSON, before any choice is made.
 *
 * The same schema gives the same bytes on every MariaDB and MySQL: integer display widths are dropped,
 * defaults are tagged instead of quoted, absent facts are left out, tables are sorted by name. No date, host or
 * server version is kept, so a difference between two snapshots is a difference between two schemas.
 */

import { CodegenError } from '../errors.ts'
import { formatJson } from '../json.ts'

/** What the generator works from. `generated/snapshot.json` holds one. */
export interface Snapshot {
  readonly format: 1
  readonly tables: readonly SnapshotTable[]
  /** Names of MariaDB's sequences; absent where there are none. */
  readonly sequences?: readonly string[]
}

export interface SnapshotTable {
  readonly name: string
  readonly kind: 'table' | 'view'
  /** E.g. `MyISAM`; absent on views. */
  readonly engine?: string
  /** E.g. `utf8mb3_bin`; absent on views. */
  readonly collation?: string
  /** MariaDB keeps the former versions of its rows; queries see the present ones. */
  readonly systemVersioned?: true
  readonly comment?: string
  /** In the table's own order. */
  readonly columns: readonly SnapshotColumn[]
  /** Column names in key order; absent where there is no primary key. */
  readonly primaryKey?: readonly string[]
  /** Every index but the primary key, by name. */
  readonly indexes?: readonly SnapshotIndex[]
  readonly foreignKeys?: readonly SnapshotForeignKey[]
  /** Names and moments only; bodies are the database's own affair. */
  readonly triggers?: readonly SnapshotTrigger[]
}

export interface SnapshotColumn {
  readonly name: string
  /** `COLUMN_TYPE` without integer display width: `int`, `decimal(15,5)`, `smallint unsigned`, `tinyint(1)`. */
  readonly type: string
  readonly nullable?: true
  /** Absent: no default (a nullable column then defaults to null). Views have none. */
  readonly default?: SnapshotDefault
  readonly autoIncrement?: true
  /** The expression of `ON UPDATE`, e.g. `CURRENT_TIMESTAMP`. */
  readonly onUpdate?: string
  readonly generated?: { readonly expression: string; readonly stored: boolean }
  readonly invisible?: true
  /** Text columns only. */
  readonly charset?: string
  readonly collation?: string
  readonly comment?: string
}

/** `value` is the literal's text, unquoted; `expression` is SQL, e.g. `CURRENT_TIMESTAMP`, `b'10'`, `x'00ff'`. */
export type SnapshotDefault = { readonly value: string } | { readonly expression: string }

export interface SnapshotIndex {
  readonly name: string
  readonly unique?: true
  /** `FULLTEXT`, `SPATIAL`, `HASH`; absent for the usual `BTREE`. */
  readonly type?: string
  /** The database does not use it for queries: IGNORED on MariaDB, INVISIBLE on MySQL. */
  readonly ignored?: true
  /**
   * A column name, `name(10)` for a prefix, or an expression in parentheses; ` DESC` follows where the order is
   * descending. `index-part.ts` reads them.
   */
  readonly columns: readonly string[]
}

export interface SnapshotForeignKey {
  readonly name: string
  readonly columns: readonly string[]
  readonly references: {
    /** Absent for a table of the same database. */
    readonly database?: string
    readonly table: string
    readonly columns: readonly string[]
  }
  /** `CASCADE`, `SET NULL`, `SET DEFAULT`; absent where the change of a row that others refer to is refused. */
  readonly onDelete?: string
  readonly onUpdate?: string
}

export interface SnapshotTrigger {
  readonly name: string
  readonly timing: string
  readonly event: string
}

/** One line per column, index, key and trigger, so that a change of schema is a change of lines. */
export function formatSnapshot(snapshot: Snapshot): string {
  const isTableOrAbove = (depth: number): boolean => depth <= 2
  const isListOfFacts = (value: object): boolean => Array.isArray(value) && typeof value[0] === 'object'
  return formatJson(snapshot, { isBroken: (value, depth) => isTableOrAbove(depth) || isListOfFacts(value) })
}

/**
 * Reads what {@link formatSnapshot} wrote.
 *
 * @param source - where the text came from, for the message
 * @throws {@link CodegenError} when it is not a snapshot of this format
 */
export function parseSnapshot(text: string, source: string): Snapshot {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new CodegenError(`${source} is not JSON: ${(error as Error).message}`, { cause: error })
  }
  const snapshot = value as Partial<Snapshot> | null
  if (snapshot?.format !== 1 || !Array.isArray(snapshot.tables) || !snapshot.tables.every(isTable)) {
    throw new CodegenError(`${source} is not a snapshot of format 1: write a new one with \`a2b generate\`.`)
  }
  return snapshot as Snapshot
}

function isTable(value: Partial<SnapshotTable> | null): boolean {
  return typeof value?.name === 'string' && Array.isArray(value.columns) && value.columns.every(isColumn)
}

function isColumn(value: Partial<SnapshotColumn> | null): boolean {
  return typeof value?.name === 'string' && typeof value.type === 'string'
}
