/** What every generated router is given. */
import type { Db } from '../db/db.ts'
import type { Resource } from './resource.ts'

export interface Api {
  readonly db: Db
  /** Every resource by its name in the URL; relations are followed through it. */
  readonly resources: ReadonlyMap<string, Resource>
}
