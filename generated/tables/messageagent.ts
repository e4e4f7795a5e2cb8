// @generated from cc_message_agent by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_message_agent`. Primary key: `id`. */
export interface MessageAgentTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** int */
  id_agent: number

  /** longtext */
  message: string | null

  /** tinyint, default 0 */
  type: Generated<number>

  /** tinyint, default 1 */
  logo: Generated<number>

  /** int */
  order_display: number
}

export type MessageAgent = Selectable<MessageAgentTable>

export type NewMessageAgent = Insertable<MessageAgentTable>

export type MessageAgentPatch = Updateable<MessageAgentTable>
