// @generated from cc_currencies by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_currencies`, at `/api/currencies/`. */
export interface Currencies {
  /** smallint unsigned */
  id: number
  /** char(3) */
  currency: string
  /** varchar(30) */
  name: string
  /** decimal(12,5) unsigned */
  value: string
  /** timestamp */
  lastupdate: string | null
  /** char(3) */
  basecurrency: string
}

/** What a new row takes. */
export interface NewCurrencies {
  /** smallint unsigned */
  id?: number | string
  /** char(3) */
  currency?: string
  /** varchar(30) */
  name?: string
  /** decimal(12,5) unsigned */
  value?: string
  /** timestamp */
  lastupdate?: string
  /** char(3) */
  basecurrency?: string
}

/** What of a row can be changed. */
export type CurrenciesPatch = Changes<NewCurrencies, 'id', 'value'>
