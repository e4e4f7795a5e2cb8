/** What people call the customers, trunks and destinations of a report. */
import { sql } from 'kysely'
import { may } from '../../access.ts'
import type { Caller } from '../../caller.ts'
import type { Api } from '../../resources/api.ts'
import { parseFilters } from '../../resources/filters.ts'
import { fieldOf } from '../../resources/resource.ts'
import { selectRows, whereSql } from '../../resources/selection.ts'
import { viewOf } from '../../resources/view.ts'
import { readerOn } from './figures.ts'

/**
 * @param to - the resource and column that the keys are of
 * @param keys - at most 500
 * @returns names by key; none for rows that are gone, or that the caller may not list
 */
export async function namesOf(
  api: Api,
  caller: Caller,
  to: { readonly resource: string; readonly column: string },
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const view = viewOf(api, caller)
  const target = view.resources.get(to.resource)
  const find = (name: string | undefined) => target?.columns.find((column) => column.name === name && !column.secret)
  const [key, display] = [find(to.column), find(target?.display)]
  if (!target || !key || !display || keys.length === 0 || !may(caller.access, `${target.name}:list`)) return new Map()
  const conditions = parseFilters(view, target, new Map([[`${fieldOf(key)}__in`, [keys.join(',')]]]), [])
  const rows = selectRows(target, { conditions })
  const found = await readerOn(view)(['names', target.name, ...rows.shape], rows.values, (slot) => {
    const { from, terms } = rows.build(slot)
    return sql`select ${sql.id('t0', key.name)}, ${sql.id('t0', display.name)}${from}${whereSql(terms)}`
  })
  return new Map(found.flatMap(([value, name]) => (name === null ? [] : [[String(value), String(name)] as const])))
}
