// @generated from cc_server_group by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_server_group`, at `/api/servergroup/`. */
export interface ServerGroup {
  /** bigint */
  id: number
  /** varchar(60) */
  name: string | null
  /** mediumtext */
  description: string | null
}

/** What a new row takes. */
export interface NewServerGroup {
  /** bigint */
  id?: number | string
  /** varchar(60) */
  name?: string | null
  /** mediumtext */
  description?: string | null
}

/** What of a row can be changed. */
export type ServerGroupPatch = Changes<NewServerGroup, 'id', never>
