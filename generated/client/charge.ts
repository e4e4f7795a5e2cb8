// @generated from cc_charge by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_charge`, at `/api/charge/`. */
export interface Charge {
  /** bigint */
  id: number
  /** bigint */
  id_cc_card: number
  /** int */
  iduser: number
  /** timestamp */
  creationdate: string | null
  /** float */
  amount: number
  /** int. 0 subscription fee (old meaning, also the column default); 1 DID connection charge; 2 DID monthly charge; 3 subscription fee; 4 extra charge */
  chargetype: number | null
  /** mediumtext */
  description: string | null
  /** bigint */
  id_cc_did: number | null
  /** bigint */
  id_cc_card_subscription: number | null
  /** date */
  cover_from: string | null
  /** date */
  cover_to: string | null
  /** tinyint. 0 not taken from the balance; 1 already taken from the balance */
  charged_status: number
  /** tinyint. 0 not on an invoice yet; 1 already put on an invoice */
  invoiced_status: number
}

/** What a new row takes. */
export interface NewCharge {
  /** bigint */
  id?: number | string
  /** bigint */
  id_cc_card?: number | string
  /** int */
  iduser?: number | string
  /** timestamp */
  creationdate?: string
  /** float */
  amount?: number | string
  /** int. 0 subscription fee (old meaning, also the column default); 1 DID connection charge; 2 DID monthly charge; 3 subscription fee; 4 extra charge */
  chargetype?: number | string | null
  /** mediumtext */
  description?: string | null
  /** bigint */
  id_cc_did?: number | string | null
  /** bigint */
  id_cc_card_subscription?: number | string | null
  /** date */
  cover_from?: string | null
  /** date */
  cover_to?: string | null
  /** tinyint. 0 not taken from the balance; 1 already taken from the balance */
  charged_status?: number | string
  /** tinyint. 0 not on an invoice yet; 1 already put on an invoice */
  invoiced_status?: number | string
}

/** What of a row can be changed. */
export type ChargePatch = Changes<NewCharge, 'id', 'iduser'>
