/**
 * What the driver gives and takes for the SQL types that TypeScript has no word for; generated table types use these.
 *
 * The pool's settings and these aliases say the same; a test reads one row of every type and compares.
 */
import type { ColumnType, SelectType } from 'kysely'

/** DECIMAL: exact decimal text such as `'5.00000'`. Never a number: a double would change money. */
export type Decimal = string
/** BIGINT: decimal text, exact beyond 2^53; written as text or bigint. A number would have been rounded already. */
export type Bigint = ColumnType<string, string | bigint, string | bigint>
/** DATE: `'YYYY-MM-DD'`, or `'0000-00-00'`. */
export type SqlDate = string
/** DATETIME and TIMESTAMP: `'YYYY-MM-DD HH:MM:SS'`, or the zero date, which no Date can hold. */
export type SqlDateTime = string
/** A column that an insert may leave to the database. Kysely's own `Generated` does not see into `Bigint`. */
export type Generated<T> =
  T extends ColumnType<infer Select, infer Insert, infer Update>
    ? ColumnType<Select, Insert | undefined, Update>
    : ColumnType<T, T | undefined, T>
/** A column that can only be read: generated columns, and every column of a view. */
export type ReadOnly<T> = ColumnType<SelectType<T>, never, never>
/** A type of the operator's own for a column: it has to be among what the driver gives, and is all that may be written. */
export type Narrowed<Driver, Own extends SelectType<Driver>> = Own
