/** One page of a resource as the documented envelope, `{"meta": {…}, "objects": […]}`. */
import { errorNumber } from '../db/errors.ts'
import type { Row, Statement } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import type { Caller } from '../caller.ts'
import type { Api } from './api.ts'
import { listStatement } from './list-statement.ts'
import { pageLink } from './paging.ts'
import { projectionOf } from './projection.ts'
import { type ListQuery, parseListQuery } from './query-string.ts'
import type { Resource } from './resource.ts'

/** MariaDB and MySQL 5.7 for a bad pattern; from 3685 on those of MySQL 8. */
const BAD_PATTERN = new Set([1139, ...Array.from({ length: 15 }, (_, index) => 3685 + index)])
/** Two texts cannot be compared because their collations differ. */
const MIXED_COLLATIONS = new Set([1267, 1270, 1271])

/**
 * @param queryString - as in the URL, without `?`
 * @returns JSON
 * @throws ApiError 400 naming the parameter that is unknown or cannot be used
 */
export async function listRows(api: Api, resource: Resource, caller: Caller, queryString: string): Promise<string> {
  const query = parseListQuery(api, resource, queryString)
  const projection = projectionOf(resource, caller.admin)
  const rows = await fetch(api, query, listStatement(api, resource, projection, query))
  const { page, limit, parameters } = query
  const next = rows.length > limit ? pageLink(resource.name, parameters, page + 1) : ''
  const previous = page > 1 ? pageLink(resource.name, parameters, page - 1) : ''
  const objects = rows.slice(0, limit).map(projection.serialize).join(',')
  const meta = JSON.stringify({ model: resource.name, next, page, previous })
  return `{"meta":${meta},"objects":[${objects}]}`
}

async function fetch(api: Api, { conditions }: ListQuery, statement: Statement): Promise<Row[]> {
  try {
    return await api.db.readRows(statement)
  } catch (error) {
    const number = errorNumber(error)
    const names = conditions.flatMap((condition) => condition.names)
    if (BAD_PATTERN.has(number)) {
      throw unusable(
        names.filter((name) => name.endsWith('regexp')),
        'The pattern is no regular expression of the database.',
        error,
      )
    }
    if (MIXED_COLLATIONS.has(number)) {
      throw unusable(
        names,
        'The database cannot compare these texts: their character sets or collations differ.',
        error,
      )
    }
    throw error
  }
}

function unusable(names: readonly string[], detail: string, cause: unknown): ApiError {
  return new ApiError('invalid_parameter', detail, { cause, errors: names.map((parameter) => ({ parameter, detail })) })
}
