/** The golden table of every type, for tests that make it on a server. */
import { readFileSync } from 'node:fs'
import { parseSnapshot, type Snapshot } from '../../codegen/introspection/snapshot.ts'

/** With those columns that the server has a type for. */
export function everyTypeOn(server: 'mariadb' | 'mysql'): Snapshot {
  const path = '../golden/every-type/snapshot.json'
  const snapshot = parseSnapshot(readFileSync(new URL(path, import.meta.url), 'utf8'), path)
  const isKnown = (type: string): boolean => server === 'mariadb' || !/^(uuid|inet4|inet6)$/.test(type)
  const tables = snapshot.tables.map((table) => ({
    ...table,
    columns: table.columns.filter(({ type }) => isKnown(type)),
  }))
  return { ...snapshot, tables }
}
