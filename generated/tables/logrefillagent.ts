// @generated from cc_logrefill_agent by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_logrefill_agent`. Primary key: `id`. */
export interface LogrefillAgentTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** decimal(15,5) */
  credit: Decimal

  /** bigint */
  agent_id: Bigint

  /** mediumtext */
  description: string | null

  /** tinyint, default 0 */
  refill_type: Generated<number>
}

export type LogrefillAgent = Selectable<LogrefillAgentTable>

export type NewLogrefillAgent = Insertable<LogrefillAgentTable>

export type LogrefillAgentPatch = Updateable<LogrefillAgentTable>
