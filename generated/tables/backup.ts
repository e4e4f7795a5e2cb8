// @generated from cc_backup by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_backup`. Primary key: `id`. */
export interface BackupTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(255) */
  name: string

  /** varchar(255) */
  path: string

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>
}

export type Backup = Selectable<BackupTable>

export type NewBackup = Insertable<BackupTable>

export type BackupPatch = Updateable<BackupTable>
