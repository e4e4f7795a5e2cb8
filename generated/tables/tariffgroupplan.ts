// @generated from cc_tariffgroup_plan by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_tariffgroup_plan`. Primary key: `idtariffgroup`, `idtariffplan`. */
export interface TariffgroupPlanTable {
  /** int */
  idtariffgroup: number

  /** int */
  idtariffplan: number
}

export type TariffgroupPlan = Selectable<TariffgroupPlanTable>

export type NewTariffgroupPlan = Insertable<TariffgroupPlanTable>

export type TariffgroupPlanPatch = Updateable<TariffgroupPlanTable>
