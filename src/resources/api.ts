/** What every generated router is given. */
import type { Access } from '../access.ts'
import type { Db, Session } from '../db/db.ts'
import type { Origin } from '../origin.ts'
import type { Hooks } from './hooks.ts'
import type { Resource } from './resource.ts'

export interface Api {
  readonly db: Db
  /** Every resource by its name in the URL; relations are followed through it. */
  readonly resources: ReadonlyMap<string, Resource>
  /** What plugins do around the writes of a resource. */
  readonly hooks: Hooks
  /** Keeps what was done, by whom; in the session of the write, so that both are kept or neither. */
  readonly audit: Audit
  /** Shared by all processes and told to nobody: what the tags of rows are made with. */
  readonly tagKey: string
  /** Whether a rollback undoes what was written to this table, as it was when the server started. */
  canRollBack(table: string): boolean
  /** Only of what `viewOf` makes, the API as one caller sees it. */
  readonly seen?: {
    /** As everybody's. */
    readonly whole: Api
    readonly access: Access
  }
}

export interface Audit {
  record(session: Session, origin: Origin, entry: AuditEntry): Promise<void>
}

/** One thing that was done. */
export interface AuditEntry {
  /** `create`, `update`, `delete`, or what a plugin calls it: `refill`. */
  readonly operation: string
  /** Name of the resource, `card`. */
  readonly resource: string
  /** Of the row, as in its address. */
  readonly key: string
  /** By field: from what to what, as the database prints it. Of secret columns only that they changed. */
  readonly changes: Readonly<Record<string, readonly [before: string | null, after: string | null] | 'changed'>>
}
