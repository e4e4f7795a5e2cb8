// @generated from cc_tariffgroup by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_tariffgroup`. Primary key: `id`. */
export interface TariffgroupTable {
  /** int, auto increment */
  id: Generated<number>

  /** int, default 0 */
  iduser: Generated<number>

  /** int, default 0 */
  idtariffplan: Generated<number>

  /** char(50) */
  tariffgroupname: string

  /** int, default 0 */
  lcrtype: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** int, default 0 */
  removeinterprefix: Generated<number>

  /** bigint, default -1 */
  id_cc_package_offer: Generated<Bigint>
}

export type Tariffgroup = Selectable<TariffgroupTable>

export type NewTariffgroup = Insertable<TariffgroupTable>

export type TariffgroupPatch = Updateable<TariffgroupTable>
