// @generated from crm_customers by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, Narrowed } from '../../src/db/column-types.ts'
import type { CardId } from '../../crm/ids.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `crm_customers`. Primary key: `id`. */
export interface CustomerTable {
  /** int, auto increment */
  id: Generated<number>

  /** int */
  number: number

  /** bigint */
  card_id: Narrowed<Bigint, CardId>

  /** char(1) */
  level: Narrowed<string, 'S' | 'G'> | null

  /** varchar(34). Secret: bank account */
  iban: string | null

  /** char(1). Flag: true is Y, false is N */
  vip: string

  /** tinyint(1). Flag: true is 1, false is 0 */
  blocked: number

  /** enum('f','t','later'). Flag: true is t, false is f */
  mails: 'f' | 't' | 'later' | null

  /** text */
  settings: string | null
}

export type Customer = Selectable<CustomerTable>

export type NewCustomer = Insertable<CustomerTable>

export type CustomerPatch = Updateable<CustomerTable>
