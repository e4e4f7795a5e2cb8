// @generated from cc_provider by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_provider`, at `/api/provider/`. */
export interface Provider {
  /** int */
  id: number
  /** char(30) */
  provider_name: string
  /** timestamp */
  creationdate: string | null
  /** mediumtext */
  description: string | null
}

/** What a new row takes. */
export interface NewProvider {
  /** int */
  id?: number | string
  /** char(30) */
  provider_name: string
  /** timestamp */
  creationdate?: string
  /** mediumtext */
  description?: string | null
}

/** What of a row can be changed. */
export type ProviderPatch = Changes<NewProvider, 'id', never>
