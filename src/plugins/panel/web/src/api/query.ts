/** What react-admin asks of a list -> the query of the API. */
import type { GetListParams } from 'react-admin'

/** Without the page, which has a number or a cursor. */
export function queryOf({ pagination, sort, filter }: Partial<GetListParams>): URLSearchParams {
  const query = new URLSearchParams()
  if (pagination) query.set('limit', String(pagination.perPage))
  if (sort?.field) query.set('ordering', `${sort.order === 'DESC' ? '-' : ''}${sort.field}`)
  for (const [name, value] of Object.entries((filter ?? {}) as Record<string, unknown>)) {
    if (value === '' || value === null || value === undefined) continue
    query.append(name === 'q' ? 'search' : name, Array.isArray(value) ? value.join(',') : String(value))
  }
  return query
}
