// @generated from cc_ticket_comment by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_ticket_comment`. Primary key: `id`. */
export interface TicketCommentTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** bigint */
  id_ticket: Bigint

  /** text */
  description: string | null

  /** bigint */
  creator: Bigint

  /** tinyint, default 0 */
  creator_type: Generated<number>

  /** tinyint, default 1 */
  viewed_cust: Generated<number>

  /** tinyint, default 1 */
  viewed_agent: Generated<number>

  /** tinyint, default 1 */
  viewed_admin: Generated<number>
}

export type TicketComment = Selectable<TicketCommentTable>

export type NewTicketComment = Insertable<TicketCommentTable>

export type TicketCommentPatch = Updateable<TicketCommentTable>
