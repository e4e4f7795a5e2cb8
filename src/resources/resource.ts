/**
 * What the generated descriptors in `generated/resources/` are made of: one {@link Resource} per table or view,
 * everything the server needs to know of it, as data.
 *
 * Choices (names, secrets, what may be written) were made once, by the generator; here they are only read.
 */

import type { RawBuilder } from 'kysely'
import type { NextSlot } from '../db/statements.ts'

/** A table as clients see it: `cc_card` is the resource `card` at `/api/card/`. */
export interface Resource {
  /** Name in the URL and in `meta.model`, e.g. `cardgroup`. */
  readonly name: string
  /** Table or view in the database, e.g. `cc_card_group`. */
  readonly table: string
  /** A2Billing's own name for it, where tables begin with something else than `cc_` here. */
  readonly knownAs?: string
  /** What people call it: `Customer groups`. Its {@link name} unless given. */
  readonly label?: string
  /** In which part of the work they look for it: `customers`; `other` unless given. */
  readonly section?: string
  /** The column that names a row to them. */
  readonly display?: string
  /** Column names in key order. Empty: rows have no address, the resource is a read-only list. */
  readonly primaryKey: readonly string[]
  /** Why this resource cannot be written to; absent where it can. */
  readonly readOnly?: string
  /** Session variables that the table's triggers read and leave behind: set to NULL on the connection before each write. */
  readonly resetVariables?: readonly string[]
  /** Rows a page, where it differs from `PAGE_SIZE` in `paging.ts`: without `limit`, and the highest `limit` there may be. */
  readonly pageSize?: { readonly default?: number; readonly maximum?: number }
  /** In the table's own order. */
  readonly columns: readonly Column[]
  /** Orders in which an index holds the rows, beside that of the primary key: those in which a cursor can go on. */
  readonly indexes?: readonly Index[]
  /** Reference columns, by column name: what `id_cc_card__lastname=` follows, and what a delete must not orphan. */
  readonly relations: Readonly<Record<string, Relation>>
  /** Further references that a delete must not orphan, but that no filter can follow because the target varies by row. */
  readonly conditionalRelations?: readonly ConditionalRelation[]
  /** Columns in which `search=` looks, and those of other resources whose rows refer to this one's. */
  readonly search?: readonly (string | Referring)[]
  /** Why something is refused: since the database is no longer what it was generated from, or as a plugin has it. */
  readonly refusals?: Refusals
  /** Only of what `viewOf` makes, a resource as one caller sees it. */
  readonly seen?: Seen
}

/** Each is a sentence for the client. */
export interface Refusals {
  readonly create?: string
  readonly remove?: string
  /** Everything that addresses one row. */
  readonly row?: string
}

export interface Index {
  /** Names in the order of the index; on InnoDB it ends in the primary key, which is then said as well. */
  readonly columns: readonly string[]
  /** No two rows have the same values in them, nor has any row none. */
  readonly unique?: true
}

/** What is behind a resource from which a caller sees less. */
export interface Seen {
  /** As everybody's, with the columns that do not exist for the caller. */
  readonly whole: Resource
  /** Which rows exist for the caller; absent where all do. */
  readonly scope?: RowScope
}

/** A condition on rows, made of filters; the same SQL for the same shape, whatever the values. */
export interface RowScope {
  readonly shape: string
  /** In the order in which {@link sql} asks for their slots. */
  readonly values: readonly unknown[]
  /** Of the row itself, on which it depends whether it is met. */
  readonly columns: readonly Column[]
  /** @param row - alias of the table; everything else that it looks at is within subqueries */
  sql(row: string, slot: NextSlot): RawBuilder<unknown>
}

export interface Column {
  /** In the database. */
  readonly name: string
  /** On the wire, where it differs: `cc_logrefill.card_id` is `card`. Bodies and filters accept both. */
  readonly field?: string
  /** What people call it, where the name does not say it. */
  readonly label?: string
  readonly type: ColumnType
  readonly nullable?: true
  /**
   * Create must name it. Otherwise an omitted column takes {@link blank}, or else the database's default.
   * `'filled'`: and with more than an empty text (the original's rule for five card fields).
   */
  readonly required?: true | 'filled'
  /** The database counts it all the same: a zero would ask it for the next number. */
  readonly counted?: true
  /**
   * Value supplied when create omits it: of a NOT NULL column without a default, which A2Billing leaves blank (`''`,
   * `0`); of a key's column its default, so that the new row's key is known.
   */
  readonly blank?: string
  /** Of a key's column: SQL that makes its value when create omits it, e.g. `uuid()`; run before the row is stored. */
  readonly defaultSql?: string
  /** NOT NULL with the zero date as its default: a null in a body is stored as the zero date, which is null on the wire. */
  readonly zeroDate?: true
  /** Never in a filter or an ordering; in an answer only for holders of `secrets:read`, and `always`: in none. */
  readonly secret?: true | 'always'
  /** What its values mean, by their text on the wire. */
  readonly codes?: Readonly<Record<string, string>>
  /** Values are sums of {@link codes}. */
  readonly sums?: true
  /** `create`: refused in PUT and PATCH. `never`: refused in POST too (generated columns, trigger-kept counters). */
  readonly writable?: 'create' | 'never'
  /** Shown when a write is refused by {@link writable}: what to do instead. */
  readonly hint?: string
}

/** How a value is checked, bound, read and written as JSON. Limits are those of the column. */
export type ColumnType =
  /** `min` and `max` are decimal text, because a bigint's do not fit a double. */
  | { readonly kind: 'integer'; readonly min: string; readonly max: string }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number; readonly unsigned?: true }
  /** `float` shows 6 digits and is filtered by them; `double` shows 17. With digits, FLOAT(M,D), which rounds to D of them. */
  | {
      readonly kind: 'float' | 'double'
      readonly unsigned?: true
      readonly digits?: { readonly precision: number; readonly scale: number }
    }
  /** `padded`: CHAR, which loses trailing spaces, so they are refused. `maxBytes` on the TEXT types, `maxLength` (characters) on the others. */
  | {
      readonly kind: 'text'
      readonly charset: string
      readonly maxLength?: number
      readonly maxBytes?: number
      readonly padded?: true
    }
  /** Base64 on the wire. `exact`: BINARY(n), which pads with zero bytes, so only full-length values are taken. */
  | { readonly kind: 'binary'; readonly maxBytes: number; readonly exact?: true }
  | { readonly kind: 'date' }
  /** `fraction`: digits after the seconds, 0 to 6. `timestamp` ends at 2038-01-19 03:14:07 UTC. */
  | { readonly kind: 'datetime' | 'timestamp' | 'time'; readonly fraction: number }
  | { readonly kind: 'year' }
  | { readonly kind: 'enum' | 'set'; readonly values: readonly string[] }
  /** An unsigned number on the wire. */
  | { readonly kind: 'bit'; readonly length: number }
  | { readonly kind: 'json' }
  /** True and false on the wire, `true` and `false` as texts in the column; any other value is shown as `stored` has it. */
  | { readonly kind: 'flag'; readonly stored: ColumnType; readonly true: string; readonly false: string }
  /** Text of a fixed form that the server checks itself. */
  | { readonly kind: 'uuid' | 'inet4' | 'inet6' }
  /** Base64 of the server's own bytes, read only. */
  | { readonly kind: 'opaque'; readonly sqlType: string }

/** A column of rows that refer to a row, by their column `reference`. */
export interface Referring {
  readonly resource: string
  readonly reference: string
  readonly column: string
}

/** To which column of which resource a reference points. No constraint stands behind it: orphans are normal. */
export interface Relation {
  readonly resource: string
  readonly column: string
  /** Values that stand for "refers to nothing", beside NULL: `0`, `-1` or an empty text, as the column has it. */
  readonly none?: readonly string[]
}

/** `cc_invoice_item.id_ext` refers to `cc_charge.id` where `type_ext` is `'CHARGE'`. */
export interface ConditionalRelation extends Relation {
  readonly from: string
  readonly when: { readonly column: string; readonly equals: string }
}

/** Name of a column on the wire. */
export function fieldOf(column: Column): string {
  return column.field ?? column.name
}

/** As the database has it, whatever the caller sees of it. */
export function wholeOf(resource: Resource): Resource {
  return resource.seen?.whole ?? resource
}
