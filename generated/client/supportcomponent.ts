// @generated from cc_support_component by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_support_component`, at `/api/supportcomponent/`. */
export interface SupportComponent {
  /** smallint */
  id: number
  /** smallint */
  id_support: number
  /** varchar(50) */
  name: string
  /** smallint. 0 inactive; 1 active */
  activated: number
  /** tinyint. 0 customers; 1 agents; 2 customers and agents */
  type_user: number
}

/** What a new row takes. */
export interface NewSupportComponent {
  /** smallint */
  id?: number | string
  /** smallint */
  id_support?: number | string
  /** varchar(50) */
  name?: string
  /** smallint. 0 inactive; 1 active */
  activated?: number | string
  /** tinyint. 0 customers; 1 agents; 2 customers and agents */
  type_user?: number | string
}

/** What of a row can be changed. */
export type SupportComponentPatch = Changes<NewSupportComponent, 'id', never>
