// @generated from cc_tariffplan by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_tariffplan`. Primary key: `id`. */
export interface TariffplanTable {
  /** int, auto increment */
  id: Generated<number>

  /** int, default 0 */
  iduser: Generated<number>

  /** char(50) */
  tariffname: string

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  startingdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  expirationdate: Generated<SqlDateTime>

  /** mediumtext */
  description: string | null

  /** int, default 0 */
  id_trunk: Generated<number | null>

  /** int, default 0 */
  secondusedreal: Generated<number | null>

  /** int, default 0 */
  secondusedcarrier: Generated<number | null>

  /** int, default 0 */
  secondusedratecard: Generated<number | null>

  /** int, default 0 */
  reftariffplan: Generated<number | null>

  /** int, default 0 */
  idowner: Generated<number | null>

  /** char(30), default all */
  dnidprefix: Generated<string>

  /** char(30), default all */
  calleridprefix: Generated<string>
}

export type Tariffplan = Selectable<TariffplanTable>

export type NewTariffplan = Insertable<TariffplanTable>

export type TariffplanPatch = Updateable<TariffplanTable>
