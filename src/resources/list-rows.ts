/** One page of a resource as the documented envelope, `{"meta": {…}, "objects": […]}`. */
import { isBadPattern, isOfMixedCollations } from '../db/errors.ts'
import type { Row, Statement } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import { may } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { Api } from './api.ts'
import { listStatement } from './list-statement.ts'
import { pageLink } from './paging.ts'
import { projectionOf } from './projection.ts'
import { type ListQuery, parseListQuery } from './query-string.ts'
import type { Resource } from './resource.ts'

/**
 * @param queryString - as in the URL, without `?`
 * @returns JSON
 * @throws ApiError 400 naming the parameter that is unknown or cannot be used
 */
export async function listRows(api: Api, resource: Resource, caller: Caller, queryString: string): Promise<string> {
  const query = parseListQuery(api, resource, queryString)
  const projection = projectionOf(resource, may(caller.access, 'secrets:read'))
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
    const names = conditions.flatMap((condition) => condition.names)
    if (isBadPattern(error)) {
      throw unusable(
        names.filter((name) => name.endsWith('regexp')),
        'The pattern is no regular expression of the database.',
        error,
      )
    }
    if (isOfMixedCollations(error)) {
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
