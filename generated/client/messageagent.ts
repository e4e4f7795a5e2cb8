// @generated from cc_message_agent by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_message_agent`, at `/api/messageagent/`. */
export interface MessageAgent {
  /** bigint */
  id: number
  /** int */
  id_agent: number
  /** longtext */
  message: string | null
  /** tinyint. 0 info; 1 success; 2 warning; 3 error */
  type: number
  /** tinyint. 0 no; 1 yes */
  logo: number
  /** int */
  order_display: number
}

/** What a new row takes. */
export interface NewMessageAgent {
  /** bigint */
  id?: number | string
  /** int */
  id_agent?: number | string
  /** longtext */
  message?: string | null
  /** tinyint. 0 info; 1 success; 2 warning; 3 error */
  type?: number | string
  /** tinyint. 0 no; 1 yes */
  logo?: number | string
  /** int */
  order_display?: number | string
}

/** What of a row can be changed. */
export type MessageAgentPatch = Changes<NewMessageAgent, 'id', 'order_display'>
