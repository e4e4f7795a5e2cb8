/**
 * Tables that the server cannot open, mostly MyISAM ones after a crash: information_schema shows their columns and says
 * nothing of their indexes, as if there were none. Few tables have none, so those are asked for themselves.
 */
import type { Query } from './read.ts'
import type { RecordedRows } from './rows.ts'

/** What the storage engine says of its files; ER_NOT_KEYFILE, ER_CRASHED_ON_USAGE, ER_CRASHED_ON_REPAIR. */
const DAMAGED = new Set([126, 127, 144, 145, 1034, 1194, 1195])

export async function findDamaged(rows: RecordedRows, query: Query): Promise<string[]> {
  const indexed = new Set(rows.indexParts.map(({ tableName }) => tableName))
  const suspects = rows.tables.filter(({ name, type }) => type === 'BASE TABLE' && !indexed.has(name))
  const damaged: string[] = []
  for (const { name } of suspects) if (await isDamaged(name, query)) damaged.push(name)
  return damaged
}

async function isDamaged(table: string, query: Query): Promise<boolean> {
  try {
    await query(`select 1 from ${quoteName(table)} limit 0`)
    return false
  } catch (error) {
    // Whoever may not read it, say, finds out when it is read.
    return DAMAGED.has((error as { errno?: number }).errno ?? 0)
  }
}

export function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}
