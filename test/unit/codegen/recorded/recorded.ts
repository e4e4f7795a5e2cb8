/** What is recorded in this folder, and how it is read back. `record.ts` writes it. */
import { readFileSync } from 'node:fs'
import type { RecordedRows } from '../../../../codegen/introspection/rows.ts'
import { parseSnapshot, type Snapshot } from '../../../../codegen/introspection/snapshot.ts'

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

/** The golden table of every type, with those columns that the server has a type for. */
export function everyTypeOn(server: 'mariadb' | 'mysql'): Snapshot {
  const path = '../../../golden/every-type/snapshot.json'
  const snapshot = parseSnapshot(readFileSync(new URL(path, import.meta.url), 'utf8'), path)
  const isKnown = (type: string): boolean => server === 'mariadb' || !/^(uuid|inet4|inet6)$/.test(type)
  const tables = snapshot.tables.map((table) => ({
    ...table,
    columns: table.columns.filter(({ type }) => isKnown(type)),
  }))
  return { ...snapshot, tables }
}
