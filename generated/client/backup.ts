// @generated from cc_backup by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_backup`, at `/api/backup/`. */
export interface Backup {
  /** bigint */
  id: number
  /** varchar(255) */
  name: string
  /** varchar(255) */
  path: string
  /** timestamp */
  creationdate: string | null
}

/** What a new row takes. */
export interface NewBackup {
  /** bigint */
  id?: number | string
  /** varchar(255) */
  name: string
  /** varchar(255) */
  path?: string
  /** timestamp */
  creationdate?: string
}

/** What of a row can be changed. */
export type BackupPatch = Changes<NewBackup, 'id', never>
