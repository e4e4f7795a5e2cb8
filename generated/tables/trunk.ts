// @generated from cc_trunk by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_trunk`. Primary key: `id_trunk`. */
export interface TrunkTable {
  /** int, auto increment */
  id_trunk: Generated<number>

  /** varchar(50) */
  trunkcode: string | null

  /** char(20) */
  trunkprefix: string | null

  /** char(20) */
  providertech: string

  /** char(80) */
  providerip: string

  /** char(20) */
  removeprefix: string | null

  /** int, default 0 */
  secondusedreal: Generated<number | null>

  /** int, default 0 */
  secondusedcarrier: Generated<number | null>

  /** int, default 0 */
  secondusedratecard: Generated<number | null>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** int */
  failover_trunk: number | null

  /** char(120) */
  addparameter: string | null

  /** int */
  id_provider: number | null

  /** int, default 0 */
  inuse: Generated<number | null>

  /** int, default -1 */
  maxuse: Generated<number | null>

  /** int, default 1 */
  status: Generated<number | null>

  /** int, default 0 */
  if_max_use: Generated<number | null>
}

export type Trunk = Selectable<TrunkTable>

export type NewTrunk = Insertable<TrunkTable>

export type TrunkPatch = Updateable<TrunkTable>
