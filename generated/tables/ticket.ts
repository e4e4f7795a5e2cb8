// @generated from cc_ticket by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_ticket`. Primary key: `id`. */
export interface TicketTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** smallint */
  id_component: number

  /** varchar(100) */
  title: string

  /** text */
  description: string | null

  /** smallint, default 0 */
  priority: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** bigint */
  creator: Bigint

  /** smallint, default 0 */
  status: Generated<number>

  /** tinyint, default 0 */
  creator_type: Generated<number>

  /** tinyint, default 1 */
  viewed_cust: Generated<number>

  /** tinyint, default 1 */
  viewed_agent: Generated<number>

  /** tinyint, default 1 */
  viewed_admin: Generated<number>
}

export type Ticket = Selectable<TicketTable>

export type NewTicket = Insertable<TicketTable>

export type TicketPatch = Updateable<TicketTable>
