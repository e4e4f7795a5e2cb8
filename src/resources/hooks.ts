/**
 * What plugins do around a write of a resource, and when.
 *
 *     validate -> BEGIN -> before* -> the write -> after* -> audit -> COMMIT -> afterCommit -> answer
 *
 * `validate` may change the values and refuse, outside of any transaction: slow work belongs here.
 * `before*` may change the values and refuse, in the transaction. `after*` sees the row as it is stored, in the
 * transaction, and may still refuse: everything is rolled back, except on tables that cannot (`canRollBack`).
 * `afterCommit` can change nothing any more; when it fails, the log says so and the answer stays.
 */
import type { Kysely } from 'kysely'
import type { AnyTables, Cell } from '../db/db.ts'
import type { Caller } from '../caller.ts'
import type { Origin } from '../origin.ts'
import type { Resource } from './resource.ts'

/** Values of a body by field: texts, numbers as the text of their digits, and `{ $increment: digits }` for what is added. */
export type Values = Readonly<Record<string, unknown>>

export interface WriteEvent {
  readonly origin: Origin
  readonly resource: Resource
  readonly operation: 'create' | 'update' | 'delete'
  /** Of the row, as in its address; null before it is created. */
  readonly key: string | null
  /** What will be written; of a delete, nothing. */
  readonly values: Values
  /** False on MyISAM: what has been written stays, whatever is thrown. */
  readonly canRollBack: boolean
}

/** In the transaction of the write. */
export interface TransactionEvent extends WriteEvent {
  /** Queries on the connection of the write. */
  readonly db: Kysely<AnyTables>
}

export interface RowEvent extends WriteEvent {
  readonly key: string
  /** By column name, as the database prints it; of a delete, the row that was. */
  readonly row: Readonly<Record<string, Cell>>
}

export type AfterEvent = RowEvent & TransactionEvent

/** Returns what is to be written instead, or nothing to leave it as it is; throws an ApiError to refuse. */
type Change<Event> = (event: Event) => Values | void | Promise<Values | void>
type Look<Event> = (event: Event) => void | Promise<void>

export interface ResourceHooks {
  /** Of creates and updates. */
  readonly validate?: Change<WriteEvent>
  readonly beforeCreate?: Change<TransactionEvent>
  readonly beforeUpdate?: Change<TransactionEvent>
  readonly beforeDelete?: Look<TransactionEvent>
  readonly afterCreate?: Look<AfterEvent>
  readonly afterUpdate?: Look<AfterEvent>
  readonly afterDelete?: Look<AfterEvent>
  readonly afterCommit?: Look<RowEvent>
  /**
   * Rows that exist for this caller: a filter in the grammar of a list's query, `id_group__id_agent=5`, which lists,
   * reads, updates, deletes and relations all keep to; of several, every one. Undefined for no limit.
   */
  readonly scope?: (caller: Caller) => string | readonly string[] | undefined
}

/** Every plugin's hooks, in the order in which they run; each fails in its plugin's name and within a time limit. */
export interface Hooks {
  /** @returns by resource name; undefined where no plugin has any */
  of(resource: string): ResourceHooks | undefined
}

export const NO_HOOKS: Hooks = { of: () => undefined }
