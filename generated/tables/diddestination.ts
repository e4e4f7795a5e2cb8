// @generated from cc_did_destination by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_did_destination`. Primary key: `id`. */
export interface DidDestinationTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(100) */
  destination: string | null

  /** int, default 0 */
  priority: Generated<number>

  /** bigint */
  id_cc_card: Bigint

  /** bigint */
  id_cc_did: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** int, default 1 */
  activated: Generated<number>

  /** int, default 0 */
  secondusedreal: Generated<number | null>

  /** int, default 0 */
  voip_call: Generated<number | null>

  /** int, default 0 */
  validated: Generated<number | null>
}

export type DidDestination = Selectable<DidDestinationTable>

export type NewDidDestination = Insertable<DidDestinationTable>

export type DidDestinationPatch = Updateable<DidDestinationTable>
