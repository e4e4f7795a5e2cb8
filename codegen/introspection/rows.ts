/**
 * What the queries of `read.ts` return: the rows of one database's `information_schema` as the server wrote them.
 *
 * Plain JSON, so that the rows of a server that is not at hand can be kept in a file and read into a snapshot again.
 */

/** Everything a snapshot is made from. */
export interface RecordedRows {
  /** As `version()` gives it: `10.11.19-MariaDB-0+deb12u1`, `9.7.4-2`. */
  readonly version: string
  /** The database that was read; MariaDB writes its name into some expressions. */
  readonly database: string
  readonly tables: readonly TableRow[]
  /** By position within their table. */
  readonly columns: readonly ColumnRow[]
  /** By position within their index. */
  readonly indexParts: readonly IndexPartRow[]
  /** By position within their key. */
  readonly keyParts: readonly KeyPartRow[]
  readonly keyRules: readonly KeyRuleRow[]
  readonly triggers: readonly TriggerRow[]
  /** Of MariaDB only: they tell which of its columns are JSON. */
  readonly checks: readonly CheckRow[]
}

export interface TableRow {
  readonly name: string
  /** `BASE TABLE`, `VIEW`; on MariaDB also `SYSTEM VERSIONED` and `SEQUENCE`. */
  readonly type: string
  readonly engine: string | null
  readonly collation: string | null
  readonly comment: string
}

export interface ColumnRow {
  readonly tableName: string
  readonly name: string
  readonly type: string
  readonly nullable: string
  readonly defaultText: string | null
  readonly extra: string
  readonly charset: string | null
  readonly collation: string | null
  readonly comment: string
  /** Null or empty where nothing is generated. */
  readonly expression: string | null
}

/** The driver may give a number as text. */
export interface IndexPartRow {
  readonly tableName: string
  readonly name: string
  readonly nonUnique: number | string
  readonly type: string
  /** Null where an expression is indexed. */
  readonly columnName: string | null
  readonly prefix: number | string | null
  /** `A`, `D` for descending, null where the index has no order. */
  readonly direction: string | null
  readonly expression: string | null
  /** MySQL's `YES` or `NO`. */
  readonly visible: string | null
  /** MariaDB's `YES` or `NO`. */
  readonly ignored: string | null
}

export interface KeyPartRow {
  readonly tableName: string
  readonly name: string
  readonly columnName: string
  readonly toDatabase: string
  readonly toTable: string
  readonly toColumn: string
}

export interface KeyRuleRow {
  readonly tableName: string
  readonly name: string
  readonly onDelete: string
  readonly onUpdate: string
}

export interface TriggerRow {
  readonly tableName: string
  readonly name: string
  readonly timing: string
  readonly event: string
}

export interface CheckRow {
  readonly tableName: string
  readonly name: string
  readonly clause: string
}
