// @generated from cc_agent by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_agent`, at `/api/agent/`. */
export interface Agent {
  /** bigint */
  id: number
  /** timestamp */
  datecreation: string | null
  /** char(1). t active; f inactive */
  active: string
  /** char(20) */
  login: string
  /** char(40). Secret: only for holders of secrets:read */
  passwd?: string | null
  /** text */
  location: string | null
  /** char(5) */
  language: string | null
  /** int */
  id_tariffgroup: number | null
  /** int */
  options: number
  /** decimal(15,5) */
  credit: string
  /** char(3) */
  currency: string | null
  /** char(10) */
  locale: string | null
  /** decimal(10,4) */
  commission: string
  /** decimal(10,4) */
  vat: string
  /** text */
  banner: string | null
  /** int. 1 customers; 2 billing; 4 rate card; 8 call report; 16 my account; 32 support; 64 create customer; 128 edit customer; 256 delete customer; 512 generate customers; 1024 signup; 2048 VoIP configuration; 4096 see caller ids */
  perms: number | null
  /** char(50) */
  lastname: string | null
  /** char(50) */
  firstname: string | null
  /** char(100) */
  address: string | null
  /** char(40) */
  city: string | null
  /** char(40) */
  state: string | null
  /** char(40) */
  country: string | null
  /** char(20) */
  zipcode: string | null
  /** char(20) */
  phone: string | null
  /** char(70) */
  email: string | null
  /** char(20) */
  fax: string | null
  /** varchar(50) */
  company: string | null
  /** decimal(15,5) */
  com_balance: string
  /** decimal(15,5) */
  threshold_remittance: string
  /** mediumtext */
  bank_info: string | null
}

/** What a new row takes. */
export interface NewAgent {
  /** bigint */
  id?: number | string
  /** timestamp */
  datecreation?: string
  /** char(1). t active; f inactive */
  active?: string
  /** char(20) */
  login: string
  /** char(40). Secret: only for holders of secrets:read */
  passwd?: string | null
  /** text */
  location?: string | null
  /** char(5) */
  language?: string | null
  /** int */
  id_tariffgroup?: number | string | null
  /** int */
  options?: number | string
  /** decimal(15,5) */
  credit?: string
  /** char(3) */
  currency?: string | null
  /** char(10) */
  locale?: string | null
  /** decimal(10,4) */
  commission?: string
  /** decimal(10,4) */
  vat?: string
  /** text */
  banner?: string | null
  /** int. 1 customers; 2 billing; 4 rate card; 8 call report; 16 my account; 32 support; 64 create customer; 128 edit customer; 256 delete customer; 512 generate customers; 1024 signup; 2048 VoIP configuration; 4096 see caller ids */
  perms?: number | string | null
  /** char(50) */
  lastname?: string | null
  /** char(50) */
  firstname?: string | null
  /** char(100) */
  address?: string | null
  /** char(40) */
  city?: string | null
  /** char(40) */
  state?: string | null
  /** char(40) */
  country?: string | null
  /** char(20) */
  zipcode?: string | null
  /** char(20) */
  phone?: string | null
  /** char(70) */
  email?: string | null
  /** char(20) */
  fax?: string | null
  /** varchar(50) */
  company?: string | null
  /** decimal(15,5) */
  com_balance?: string
  /** decimal(15,5) */
  threshold_remittance?: string
  /** mediumtext */
  bank_info?: string | null
}

/** What of a row can be changed. */
export type AgentPatch = Changes<NewAgent, 'id' | 'credit' | 'com_balance', 'options' | 'commission' | 'vat' | 'threshold_remittance'>
