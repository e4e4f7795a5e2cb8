// @generated from cc_agent_commission by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_agent_commission`. Primary key: `id`. */
export interface AgentCommissionTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_payment: Bigint | null

  /** bigint */
  id_card: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** decimal(15,5) */
  amount: Decimal

  /** mediumtext */
  description: string | null

  /** int */
  id_agent: number

  /** tinyint */
  commission_type: number

  /** decimal(10,4) */
  commission_percent: Decimal
}

export type AgentCommission = Selectable<AgentCommissionTable>

export type NewAgentCommission = Insertable<AgentCommissionTable>

export type AgentCommissionPatch = Updateable<AgentCommissionTable>
