/** What is recorded in this folder, and how it is read back. `record.ts` writes it. */
import { readFileSync } from 'node:fs'
import type { RecordedRows } from '../../../../codegen/introspection/rows.ts'

/** Of A2Billing, the tables that show something; all of them would be a quarter of a megabyte. */
export const TELLING_TABLES = [
  'cc_agent_tariffgroup',
  'cc_callplan_lcr',
  'cc_card',
  'cc_card_seria',
  'cc_charge',
  'cc_currencies',
  'cc_iso639',
  'cc_logrefill',
  'cc_prefix',
  'cc_ratecard',
  'cc_sip_buddies_empty',
  'cc_system_log',
  'cc_templatemail',
  'cc_version',
]

/** @param name - of a file here: `mysql-9.7-awkward` */
export function recordedRows(name: string): RecordedRows {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as RecordedRows
}
