/**
 * `count=`: how many rows a list has in all. Only who asks is told, because to count millions of rows takes longer than
 * to find those of a page.
 */
import { sql } from 'kysely'
import type { Statement } from '../db/db.ts'
import { statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import { CAP } from './count-mode.ts'
import { rowsOf } from './list-statement.ts'
import type { ListQuery } from './query-string.ts'
import type { Resource } from './resource.ts'
import { whereSql } from './selection.ts'

export interface Count {
  readonly count: number
  /** Otherwise there are more. */
  readonly isExact: boolean
}

/**
 * @param found - rows that were there of this page, the one behind it included
 * @param ask - runs the statement and gives the number that it answers
 * @returns undefined where nobody wants to know
 */
export async function countRows(
  api: Api,
  resource: Resource,
  query: ListQuery,
  found: number,
  ask: (statement: Statement) => Promise<number>,
): Promise<Count | undefined> {
  const { count: mode, page, limit, cursor } = query
  if (mode === 'none') return undefined
  const isFirst = cursor ? cursor.after === undefined : page === 1
  const isLast = found <= limit && (found > 0 || isFirst)
  // The last page says it itself.
  if (isLast && (isFirst || !cursor)) return { count: (page - 1) * limit + found, isExact: true }
  const rows = rowsOf(resource, query)
  const isWhole = mode === 'exact' || (mode === 'auto' && isKnown(api, resource, query))
  const shape = JSON.stringify(['count', resource.name, isWhole, ...rows.shape])
  const prepared = statementsOf(api.db.kysely)(shape, (slot) => {
    const { from, terms } = rows.build(slot)
    if (isWhole) return sql`select count(*)${from}${whereSql(terms)}`
    return sql`select count(*) from (select 1 as ${sql.id('n')}${from}${whereSql(terms)} limit ${slot()}) as ${sql.id('counted')}`
  })
  if (isWhole) return { count: await ask(prepared(rows.values)), isExact: true }
  const count = await ask(prepared([...rows.values, CAP + 1]))
  return { count: Math.min(count, CAP), isExact: count <= CAP }
}

/** Tables without transactions know the number of all their rows; views, which have no key here, do not. */
function isKnown(api: Api, resource: Resource, { conditions, search, where, aggregation }: ListQuery): boolean {
  const isWhole = conditions.length === 0 && !search && !where && !aggregation && resource.seen?.scope === undefined
  return isWhole && resource.primaryKey.length > 0 && !api.canRollBack(resource.table)
}
