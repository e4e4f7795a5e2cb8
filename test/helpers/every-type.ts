/** The golden table of every type, for tests that make it on a server. */
import { readFileSync } from 'node:fs'
import { parseSnapshot, type Snapshot } from '../../codegen/introspection/snapshot.ts'

/**
 * With those columns that the server has a type for.
 *
 * @param version - as `version()` gives it: `10.11.19-MariaDB`, `9.7.4`
 */
export function everyTypeOn(version: string): Snapshot {
  const path = '../golden/every-type/snapshot.json'
  const snapshot = parseSnapshot(readFileSync(new URL(path, import.meta.url), 'utf8'), path)
  if (/mariadb/i.test(version)) return snapshot
  const hasInvisible = !version.startsWith('5.')
  const tables = snapshot.tables.map((table) => ({
    ...table,
    columns: table.columns
      .filter(({ type }) => !/^(uuid|inet4|inet6)$/.test(type))
      .map(({ invisible, ...column }) => (invisible && hasInvisible ? { ...column, invisible } : column)),
  }))
  return { ...snapshot, tables }
}
