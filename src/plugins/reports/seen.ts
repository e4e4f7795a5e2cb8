/** A2Billing's tables as the caller of a report sees them: his rows and no others are counted. */
import { may } from '../../access.ts'
import type { Caller } from '../../caller.ts'
import { ApiError } from '../../errors.ts'
import type { Api } from '../../resources/api.ts'
import type { Resource } from '../../resources/resource.ts'
import { findTable, hasColumn } from '../../resources/tables.ts'
import { viewOf } from '../../resources/view.ts'

/**
 * @param whole - the API as everybody's
 * @param table - A2Billing's name
 * @returns with the rows that exist for the caller
 * @throws ApiError `forbidden` where the caller does not see a column of which the figures are made: what they are
 *   would tell what is in it
 */
export function seenTable(whole: Api, caller: Caller, table: string, columns: readonly string[]): Resource {
  const all = findTable(whole, table)
  const seen = findTable(viewOf(whole, caller), table)
  const missing = columns.filter((name) => hasColumn(all, name) && !hasColumn(seen, name))
  if (seen && missing.length === 0) return seen
  const what = seen ? missing.map((name) => `${seen.name}.${name}`).join(', ') : (all?.name ?? table)
  throw new ApiError('forbidden', `This report is made of ${what}, which you do not see.`)
}

/**
 * {@link seenTable}, of what is joined to the rows that a report counts: what it says of them tells what is in it, as a list would.
 *
 * @throws ApiError `forbidden` where the caller may not list it, too
 */
export function joinedTable(whole: Api, caller: Caller, table: string, columns: readonly string[]): Resource {
  const seen = seenTable(whole, caller, table, columns)
  if (may(caller.access, `${seen.name}:list`)) return seen
  throw new ApiError('forbidden', `This report is made of ${seen.name}, which you may not list.`)
}
