// @generated from cc_server_manager by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_server_manager`, at `/api/servermanager/`. */
export interface ServerManager {
  /** bigint */
  id: number
  /** int */
  id_group: number | null
  /** varchar(40) */
  server_ip: string | null
  /** varchar(50) */
  manager_host: string | null
  /** varchar(50) */
  manager_username: string | null
  /** varchar(50). Secret: only for holders of secrets:read */
  manager_secret?: string | null
  /** timestamp */
  lasttime_used: string | null
}

/** What a new row takes. */
export interface NewServerManager {
  /** bigint */
  id?: number | string
  /** int */
  id_group?: number | string | null
  /** varchar(40) */
  server_ip?: string | null
  /** varchar(50) */
  manager_host?: string | null
  /** varchar(50) */
  manager_username?: string | null
  /** varchar(50). Secret: only for holders of secrets:read */
  manager_secret?: string | null
  /** timestamp */
  lasttime_used?: string
}

/** What of a row can be changed. */
export type ServerManagerPatch = Changes<NewServerManager, 'id', never>
