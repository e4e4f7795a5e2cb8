/**
 * What the rest of the server may do with the database.
 *
 * Queries are written with Kysely and compiled once per shape; hot reads take the compiled SQL to
 * {@link Db.readRows}, which gives rows by position, and plugins use {@link Db.kysely} as it is.
 */
import type { Kysely } from 'kysely'
import type { ByteSink } from '../streamed.ts'

/** Any table, any column: the tables are the operator's own, so names are checked against the model, not the compiler. */
export type AnyTables = Record<string, Record<string, unknown>>

/** A value of a row as the driver gives it: text and exact numbers as text, small integers as numbers, bytes as Buffer. */
export type Cell = string | number | Buffer | null
/** Values in the order of the select list. */
export type Row = readonly Cell[]

export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** Rows of one select list to JSON. */
export interface RowWriter {
  /** Bytes that the JSON of a row cannot exceed, whose values take so many in its packet. */
  room(bytes: number): number
  /**
   * @param from - holds the row's values from `start` to `end`, as the text protocol has them
   * @param to - has {@link room} from `at` on
   * @returns where the JSON ends
   */
  write(from: Buffer, start: number, end: number, to: Buffer, at: number): number
  /** The same for a row that was read the ordinary way. */
  fromCells(row: Row): string
}

/** Rows that follow one another with nothing between them, in a stream of any length. */
export interface StreamWriter extends RowWriter {
  /** What comes before the first row. */
  readonly head: string
}

/** JSON as it is sent: each character stands for one byte of its UTF-8. A type of its own, so that nobody takes it for text. */
export interface JsonBytes {
  readonly latin1: string
}

export interface JsonRows extends JsonBytes {
  /** Objects with commas between them. */
  readonly latin1: string
  /** Rows that were there; no more than the limit are in {@link latin1}. */
  readonly count: number
}

export interface WriteResult {
  readonly affectedRows: number
  /** Decimal text, exact beyond 2^53; `'0'` when no auto-increment value was made. */
  readonly insertId: string
}

/** A connection of its own, for statements that must follow one another on one connection. */
export interface Session {
  /** Queries on this connection; it begins no transaction of its own. */
  readonly kysely: Kysely<AnyTables>
  readRows(statement: Statement): Promise<Row[]>
  write(statement: Statement): Promise<WriteResult>
}

/** A connection on which transactions are begun and ended, for what has to stay on it before and after them. */
export interface OwnSession extends Session {
  /** As {@link Db.transaction}, on this connection; within `work` no other is begun. */
  transaction<T>(work: () => Promise<T>): Promise<T>
}

export interface Db extends Session {
  /**
   * Rows as JSON, without becoming values in between.
   *
   * @param writer - of the statement's select list
   * @param limit - rows that are written; those beyond it are counted
   */
  readJson(statement: Statement, writer: RowWriter, limit: number): Promise<JsonRows>
  /**
   * Rows of any number, written while they come. The statement may run for longer than others.
   *
   * @param writer - of the statement's select list
   * @param options.neverWaits - the database is read as fast as it goes, and what the sink has not taken yet lies in a
   *   file: for tables that nobody else can write to meanwhile
   * @returns how many rows were written, after the sink has taken all of them
   * @throws ApiError `database_busy` when as many streams are open as there may be; what a query fails with; why the
   *   sink takes no more. The query has been ended then
   */
  streamRows(
    statement: Statement,
    writer: StreamWriter,
    sink: ByteSink,
    options?: { readonly neverWaits?: boolean },
  ): Promise<number>
  /**
   * Runs `work` in one transaction on one connection: COMMIT when it resolves, ROLLBACK when it throws, and the
   * connection is destroyed when either fails. On MyISAM tables a rollback undoes nothing.
   *
   * @throws ApiError `outcome_unknown` when the connection broke before it was known what became of the COMMIT
   */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Runs `work` on one connection, outside of a transaction (A2Billing's triggers read a session variable). */
  session<T>(work: (session: OwnSession) => Promise<T>): Promise<T>
  /** One cheap round trip; throws when the database cannot serve. */
  ping(): Promise<void>
  close(): Promise<void>
}
