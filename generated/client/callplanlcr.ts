// @generated from cc_callplan_lcr by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

/** A row of `cc_callplan_lcr`, at `/api/callplanlcr/`. */
export interface CallplanLcr {
  /** int */
  id: number | null
  /** varchar(60) */
  destination: string | null
  /** char(30) */
  dialprefix: string | null
  /** decimal(15,5) */
  buyrate: string | null
  /** decimal(15,5) */
  rateinitial: string | null
  /** timestamp */
  startdate: string | null
  /** timestamp */
  stopdate: string | null
  /** int */
  initblock: number | null
  /** decimal(15,5) */
  connectcharge: string | null
  /** int */
  id_trunk: number | null
  /** int */
  idtariffplan: number | null
  /** int */
  ratecard_id: number | null
  /** int */
  tariffgroup_id: number | null
}
