// @generated from cc_agent_signup by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Selectable, Insertable, Updateable } from 'kysely'
import type { Bigint } from '../../src/db/column-types.ts'

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
