/** One page of a resource as the documented envelope, `{"meta": {…}, "objects": […]}`. */
import { isBadPattern, isOfMixedCollations } from '../db/errors.ts'
import type { Db, JsonBytes, JsonRows, RowWriter, Statement } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import { may } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { Api } from './api.ts'
import { listStatement } from './list-statement.ts'
import { pageLink } from './paging.ts'
import { projectionOf } from './projection.ts'
import { type ListQuery, parseListQuery } from './query-string.ts'
import type { Resource } from './resource.ts'
import { AT_ONCE, Gatherings, type InTurn, Together } from './together.ts'

/**
 * @param queryString - as in the URL, without `?`
 * @throws ApiError 400 naming the parameter that is unknown or cannot be used
 */
export async function listRows(
  api: Api,
  resource: Resource,
  caller: Caller,
  queryString: string,
  inTurn = AT_ONCE,
): Promise<JsonBytes> {
  const query = parseListQuery(api, resource, queryString)
  const projection = projectionOf(resource, may(caller.access, 'secrets:read'))
  const { latin1: objects, count } = await fetch(query, () => {
    const statement = listStatement(api, resource, projection, query)
    return readTogether(api.db, [caller.id, resource.name], statement, projection.writer, query.limit, inTurn)
  })
  const { page, limit, parameters } = query
  const next = count > limit ? pageLink(resource.name, parameters, page + 1) : ''
  const previous = page > 1 ? pageLink(resource.name, parameters, page - 1) : ''
  const meta = Buffer.from(JSON.stringify({ model: resource.name, next, page, previous })).toString('latin1')
  return { latin1: `{"meta":${meta},"objects":[${objects}]}` }
}

const gatherings = new WeakMap<Db, Gatherings<undefined, JsonRows>>()

/** The same question of the same caller, asked while it waits to be sent, is answered by one query. */
function readTogether(
  db: Db,
  asked: readonly unknown[],
  statement: Statement,
  writer: RowWriter,
  limit: number,
  inTurn: InTurn,
): Promise<JsonRows> {
  const all = gatherings.get(db) ?? new Gatherings<undefined, JsonRows>()
  gatherings.set(db, all)
  const { sql, parameters } = statement
  return all.answer(
    JSON.stringify([asked, parameters]) + sql,
    undefined,
    () =>
      new Together(Infinity, async () => {
        const rows = await inTurn(() => db.readJson(statement, writer, limit))
        return () => rows
      }),
  )
}

async function fetch({ conditions }: ListQuery, read: () => Promise<JsonRows>): Promise<JsonRows> {
  try {
    return await read()
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
