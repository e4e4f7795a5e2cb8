/**
 * Tables and columns that look gone, because this account may not read them.
 *
 * information_schema shows an account only what it may use. Asking for the thing itself tells the two apart, mostly:
 * with rights on single tables only, the server denies what does not exist just as well.
 */
import type { Db } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import type { Resource } from '../resources/resource.ts'
import type { LiveTable } from './drift.ts'

/** ER_TABLEACCESS_DENIED_ERROR and ER_COLUMNACCESS_DENIED_ERROR. */
const DENIED = new Set([1142, 1143])

/** @returns e.g. `['cc_call', 'cc_card.uipass']`: what the account may not read, whether or not it is there */
export async function findHidden(
  db: Db,
  resources: Iterable<Resource>,
  live: ReadonlyMap<string, LiveTable>,
): Promise<string[]> {
  const hidden: string[] = []
  for (const { table, columns } of resources) {
    const now = live.get(table)
    const missing = columns.map(({ name }) => name).filter((name) => !now?.columns.has(name) && !now?.changed.has(name))
    if (!now) {
      if (await isDenied(db, table, '1')) hidden.push(table)
    } else if (missing.length > 0) {
      for (const name of missing) if (await isDenied(db, table, quoted(name))) hidden.push(`${table}.${name}`)
    }
  }
  return hidden
}

async function isDenied(db: Db, table: string, expression: string): Promise<boolean> {
  try {
    await db.readRows({ sql: `select ${expression} from ${quoted(table)} limit 0`, parameters: [] })
    return false
  } catch (error) {
    return DENIED.has(errorNumber(error))
  }
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}
