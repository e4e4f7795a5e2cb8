/** The schemas of A2Billing's versions as snapshots: facts that tests build databases from and compare. */
import { readFileSync } from 'node:fs'
import { parseSnapshot, type Snapshot } from '../../codegen/introspection/snapshot.ts'
import { a2billingSnapshot } from '../../scripts/demo/create.ts'
import type { DatabaseObjects } from '../../scripts/demo/ddl.ts'
import { a2billingObjects } from '../../scripts/demo/objects.ts'
import { quoteName } from '../../scripts/demo/sql-text.ts'

/** Oldest first. The partial one is what the stock installer leaves behind on a strict server: it calls itself 2.3.0. */
export const VERSIONS = ['1.4.0', '1.6.0', '1.9.5', '2.0.8', '2.2.0', '2.3.0-partial', '2.3.0'] as const

export type Version = (typeof VERSIONS)[number]

export function versionSnapshot(version: Version): Snapshot {
  if (version === '2.3.0') return a2billingSnapshot()
  const file = new URL(`../a2billing/${version}.snapshot.json`, import.meta.url)
  return parseSnapshot(readFileSync(file, 'utf8'), `test/a2billing/${version}.snapshot.json`)
}

/**
 * The views and triggers of a version, which its snapshot only names. They are 2.3.0's but for the list of columns of
 * `cc_sip_buddies_empty`, which grew with every version; what it blanks out is CHAR(0).
 */
export function objectsOf(snapshot: Snapshot): DatabaseObjects {
  const columns = snapshot.tables.find(({ name }) => name === SIP_VIEW)?.columns ?? []
  const list = columns.map(({ name, type }) => `${type === 'char(0)' ? "_utf8mb3'' AS " : ''}${quoteName(name)}`)
  const views = { ...a2billingObjects.views, [SIP_VIEW]: `SELECT ${list.join(', ')} FROM cc_sip_buddies` }
  return { ...a2billingObjects, views }
}

const SIP_VIEW = 'cc_sip_buddies_empty'
