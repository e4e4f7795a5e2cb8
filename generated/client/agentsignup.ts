// @generated from cc_agent_signup by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_agent_signup`, at `/api/agentsignup/`. */
export interface AgentSignup {
  /** bigint */
  id: number
  /** int */
  id_agent: number
  /** varchar(30) */
  code: string
  /** int */
  id_tariffgroup: number
  /** int */
  id_group: number
}

/** What a new row takes. */
export interface NewAgentSignup {
  /** bigint */
  id?: number | string
  /** int */
  id_agent?: number | string
  /** varchar(30) */
  code: string
  /** int */
  id_tariffgroup?: number | string
  /** int */
  id_group?: number | string
}

/** What of a row can be changed. */
export type AgentSignupPatch = Changes<NewAgentSignup, 'id', never>
