/** The schemas of A2Billing's versions as snapshots: facts that tests build databases from and compare. */
import { readFileSync } from 'node:fs'
import { parseSnapshot, type Snapshot } from '../../codegen/introspection/snapshot.ts'
import { a2billingSnapshot } from '../../scripts/demo/create.ts'

/** Oldest first. The partial one is what the stock installer leaves behind on a strict server: it calls itself 2.3.0. */
export const VERSIONS = ['1.4.0', '1.6.0', '1.9.5', '2.0.8', '2.2.0', '2.3.0-partial', '2.3.0'] as const

export type Version = (typeof VERSIONS)[number]

export function versionSnapshot(version: Version): Snapshot {
  if (version === '2.3.0') return a2billingSnapshot()
  const file = new URL(`../a2billing/${version}.snapshot.json`, import.meta.url)
  return parseSnapshot(readFileSync(file, 'utf8'), `test/a2billing/${version}.snapshot.json`)
}
