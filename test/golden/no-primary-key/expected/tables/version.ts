// @generated from cc_version by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_version`. */
export interface VersionTable {
  /** varchar(30) */
  version: string
}

export type Version = Selectable<VersionTable>

export type NewVersion = Insertable<VersionTable>

export type VersionPatch = Updateable<VersionTable>
