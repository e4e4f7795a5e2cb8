// @generated from cc_tariffgroup_plan by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_tariffgroup_plan`, at `/api/tariffgroupplan/`. */
export interface TariffgroupPlan {
  /** int */
  idtariffgroup: number
  /** int */
  idtariffplan: number
}

/** What a new row takes. */
export interface NewTariffgroupPlan {
  /** int */
  idtariffgroup: number | string
  /** int */
  idtariffplan: number | string
}

/** What of a row can be changed. */
export type TariffgroupPlanPatch = Changes<NewTariffgroupPlan, 'idtariffgroup' | 'idtariffplan', never>
