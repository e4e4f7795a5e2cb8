// @generated from cc_card_group by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card_group`, at `/api/cardgroup/`. */
export interface CardGroup {
  /** int */
  id: number
  /** varchar(50) */
  name: string | null
  /** varchar(400) */
  description: string | null
  /** int. 2 password; 4 SIP/IAX; 8 call history; 16 payment history; 32 voucher; 64 invoices; 128 DID; 256 speed dial; 512 rate card; 1024 simulator; 2048 callback; 4096 web phone; 8192 caller id; 16384 support; 32768 notification; 65536 auto dialler; 131072 personal info; 262144 see recordings */
  users_perms: number
  /** int */
  id_agent: number | null
  /** varchar(200) */
  provisioning: string | null
}

/** What a new row takes. */
export interface NewCardGroup {
  /** int */
  id?: number | string
  /** varchar(50) */
  name?: string | null
  /** varchar(400) */
  description?: string | null
  /** int. 2 password; 4 SIP/IAX; 8 call history; 16 payment history; 32 voucher; 64 invoices; 128 DID; 256 speed dial; 512 rate card; 1024 simulator; 2048 callback; 4096 web phone; 8192 caller id; 16384 support; 32768 notification; 65536 auto dialler; 131072 personal info; 262144 see recordings */
  users_perms?: number | string
  /** int */
  id_agent?: number | string | null
  /** varchar(200) */
  provisioning?: string | null
}

/** What of a row can be changed. */
export type CardGroupPatch = Changes<NewCardGroup, 'id', never>
