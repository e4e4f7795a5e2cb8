// @generated from crm_customers by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `crm_customers`, at `/api/customer/`. */
export interface Customer {
  /** int */
  id: number
  /** int */
  number: number
  /** bigint */
  card: number
  /** char(1). G gold; S silver */
  level: string | null
  /** varchar(34). Secret: only for holders of secrets:read */
  iban?: string | null
  /** char(1). false is not; true is called first */
  vip: boolean | string
  /** tinyint(1) */
  blocked: boolean | number
  /** enum('f','t','later') */
  mails: true | false | 'later' | '' | null
  /** text */
  settings: unknown
}

/** What a new row takes. */
export interface NewCustomer {
  /** int */
  id?: number | string
  /** bigint */
  card?: number | string
  /** char(1). G gold; S silver */
  level?: string | null
  /** varchar(34). Secret: only for holders of secrets:read */
  iban?: string | null
  /** char(1). false is not; true is called first */
  vip: boolean
  /** tinyint(1) */
  blocked?: boolean
  /** enum('f','t','later') */
  mails?: boolean | null
  /** text */
  settings?: unknown
}

/** What of a row can be changed. */
export type CustomerPatch = Changes<NewCustomer, 'id', 'blocked'>
