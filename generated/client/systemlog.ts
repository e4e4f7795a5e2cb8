// @generated from cc_system_log by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_system_log`, at `/api/systemlog/`. */
export interface SystemLog {
  /** int */
  id: number
  /** int */
  iduser: number
  /** int. 1 log in/out; 2 add, import, export; 3 update, delete */
  loglevel: number
  /** text */
  action: string
  /** mediumtext */
  description: string | null
  /** blob. Secret: only for holders of secrets:read */
  data?: string | null
  /** varchar(255) */
  tablename: string | null
  /** varchar(255) */
  pagename: string | null
  /** varchar(255) */
  ipaddress: string | null
  /** timestamp */
  creationdate: string | null
  /** tinyint. 0 iduser is an administrator; 1 iduser is an agent */
  agent: number | null
}

/** What a new row takes. */
export interface NewSystemLog {
  /** int */
  id?: number | string
  /** int */
  iduser?: number | string
  /** int. 1 log in/out; 2 add, import, export; 3 update, delete */
  loglevel?: number | string
  /** text */
  action?: string
  /** mediumtext */
  description?: string | null
  /** blob. Secret: only for holders of secrets:read */
  data?: string | null
  /** varchar(255) */
  tablename?: string | null
  /** varchar(255) */
  pagename?: string | null
  /** varchar(255) */
  ipaddress?: string | null
  /** timestamp */
  creationdate?: string
  /** tinyint. 0 iduser is an administrator; 1 iduser is an agent */
  agent?: number | string | null
}

/** What of a row can be changed. */
export type SystemLogPatch = Changes<NewSystemLog, 'id', never>
