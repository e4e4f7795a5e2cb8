// @generated from cc_agent_signup by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_agent_signup`. Primary key: `id`. */
export interface AgentSignupTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** int */
  id_agent: number

  /** varchar(30) */
  code: string

  /** int */
  id_tariffgroup: number

  /** int */
  id_group: number
}

export type AgentSignup = Selectable<AgentSignupTable>

export type NewAgentSignup = Insertable<AgentSignupTable>

export type AgentSignupPatch = Updateable<AgentSignupTable>
