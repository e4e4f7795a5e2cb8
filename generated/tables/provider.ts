// @generated from cc_provider by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_provider`. Primary key: `id`. */
export interface ProviderTable {
  /** int, auto increment */
  id: Generated<number>

  /** char(30) */
  provider_name: string

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** mediumtext */
  description: string | null
}

export type Provider = Selectable<ProviderTable>

export type NewProvider = Insertable<ProviderTable>

export type ProviderPatch = Updateable<ProviderTable>
