// @generated from cc_voucher by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_voucher`, at `/api/voucher/`. */
export interface Voucher {
  /** bigint */
  id: number
  /** timestamp */
  creationdate: string | null
  /** timestamp */
  usedate: string | null
  /** timestamp */
  expirationdate: string | null
  /** char(50). Secret: only for holders of secrets:read */
  voucher?: string
  /** char(50) */
  usedcardnumber: string | null
  /** char(50) */
  tag: string | null
  /** float */
  credit: number
  /** char(1). t usable; f not usable / used */
  activated: string
  /** int. 0 not used; 1 used */
  used: number | null
  /** char(3) */
  currency: string | null
}

/** What a new row takes. */
export interface NewVoucher {
  /** bigint */
  id?: number | string
  /** timestamp */
  creationdate?: string
  /** timestamp */
  usedate?: string | null
  /** timestamp */
  expirationdate?: string | null
  /** char(50). Secret: only for holders of secrets:read */
  voucher: string
  /** char(50) */
  usedcardnumber?: string | null
  /** char(50) */
  tag?: string | null
  /** float */
  credit?: number | string
  /** char(1). t usable; f not usable / used */
  activated?: string
  /** int. 0 not used; 1 used */
  used?: number | string | null
  /** char(3) */
  currency?: string | null
}

/** What of a row can be changed. */
export type VoucherPatch = Changes<NewVoucher, 'id', never>
