/**
 * What generated routers call: one function per method, each giving the Koa middleware for one resource.
 *
 * They find the parts of the request and answer what the plain functions return; whether the caller may is asked
 * before, once for all routes, by the permission that each carries.
 */
import type { RouterMiddleware } from '@koa/router'
import { type Guarded, guarded, may } from '../access.ts'
import { ApiError } from '../errors.ts'
import { jsonBytes } from '../json-bytes.ts'
import type { Origin } from '../origin.ts'
import type { Streamed } from '../streamed.ts'
import type { Api } from './api.ts'
import { createRows, type RowsAnswer } from './create-rows.ts'
import { exportRows } from './export-rows.ts'
import { formatOf } from './format.ts'
import { listRows } from './list-rows.ts'
import { parseRowQuery, parseWriteQuery, refuseParameters } from './query-string.ts'
import type { Resource } from './resource.ts'
import { isKnown, tagsIn } from './preconditions.ts'
import { isMinimal, preferencesIn } from './preferences.ts'
import { type Answered, readRow } from './read-row.ts'
import { createRow, removeRow, updateRowByKey } from './rows.ts'
import { dryRunOf, type Run } from './run.ts'
import { upsertRow } from './upsert.ts'
import { type Matching, removeMatching, updateMatching } from './write-matching.ts'
import { assertCreatable, viewOf } from './view.ts'

/** Middleware for a route of the resource, with the permission that it needs; a row's key is the parameter `key`. */
export type Handler = Guarded<RouterMiddleware>
type Context = Parameters<RouterMiddleware>[0]

/**
 * `GET /api/card/?status=1&ordering=-id&page=2`; with `&format=csv` all rows, as a stream.
 *
 * @param toExport - the permission for that, beside the one for the list
 */
export function list(api: Api, resource: Resource, toExport = `${resource.name}:export`): Handler {
  return takingTurns(`${resource.name}:list`, async (ctx) => {
    const { view, seen, origin } = lookAt(api, resource, ctx)
    const format = formatOf(ctx)
    if (format !== 'json') {
      const { access } = origin.caller
      if (!may(access, toExport)) throw new ApiError('forbidden', `An export needs the permission "${toExport}".`)
      const streamed: Streamed = exportRows(view, seen, origin.caller, format, ctx.querystring, ctx.state.inTurn)
      ctx.state.streamed = streamed
      return
    }
    answer(ctx, { json: await listRows(view, seen, origin.caller, ctx.querystring, ctx.state.inTurn) })
  })
}

/** `GET /api/card/5/` */
export function read(api: Api, resource: Resource): Handler {
  return takingTurns(`${resource.name}:get`, async (ctx) => {
    const { view, seen, origin } = lookAt(api, resource, ctx)
    const shown = parseRowQuery(ctx.querystring)
    const known = tagsIn(ctx.req, 'if-none-match')
    const row = await readRow(view, seen, origin.caller, keyIn(ctx, seen), ctx.state.inTurn, shown)
    answer(ctx, row)
    if (known === undefined || row.tag === undefined || !isKnown(known, row.tag)) return
    ctx.state.json = undefined
    ctx.status = 304
  })
}

/** Requests that one query can answer together wait for each other, not for their turns. */
function takingTurns(permission: string, handler: RouterMiddleware): Handler {
  return Object.assign(guarded(permission, handler), { takesTurns: true } as const)
}

/**
 * `POST /api/card/`: answers 200 with the row, as the original did; of a list of rows, with all of them.
 *
 * @param toUpdate - the permission for `on`, beside the one to create
 */
export function create(api: Api, resource: Resource, toUpdate = `${resource.name}:update`): Handler {
  return guarded(`${resource.name}:create`, async (ctx) => {
    const { view, seen, origin } = lookAt(api, resource, ctx)
    const { run, on } = queryOfWrite(ctx, view, seen)
    assertCreatable(seen)
    const { body } = ctx.request
    if (on !== undefined) {
      if (!may(origin.caller.access, toUpdate))
        throw new ApiError('forbidden', `"on" needs the permission "${toUpdate}".`)
      assertAddressed(seen)
      const row = await upsertRow(view, seen, origin, body, on, run)
      answerWrite(ctx, seen, row, run)
      if (row.isNew && ctx.status === 200) ctx.status = 201
    } else if (Array.isArray(body)) answerRows(ctx, await createRows(view, seen, origin, body, run), run)
    else answerWrite(ctx, seen, await createRow(view, seen, origin, body, run), run)
  })
}

/** `PUT` and `PATCH /api/card/5/`: both change only the fields they name. */
export function update(api: Api, resource: Resource): Handler {
  return takingIfMatch(`${resource.name}:update`, async (ctx) => {
    const { view, seen, origin } = lookAt(api, resource, ctx)
    const { run } = queryOfWrite(ctx, view, seen)
    const tags = tagsIn(ctx.req, 'if-match')
    const row = await updateRowByKey(view, seen, origin, keyIn(ctx, seen), ctx.request.body, tags, run)
    answerWrite(ctx, seen, row, run)
  })
}

/** `DELETE /api/card/5/`, `POST /api/card/5/delete/` */
export function remove(api: Api, resource: Resource): Handler {
  return takingIfMatch(`${resource.name}:delete`, async (ctx) => {
    const { view, seen, origin } = lookAt(api, resource, ctx)
    const { run } = queryOfWrite(ctx, view, seen)
    const tags = tagsIn(ctx.req, 'if-match')
    answerWrite(ctx, seen, await removeRow(view, seen, origin, keyIn(ctx, seen), tags, run), run)
  })
}

/**
 * `PATCH /api/card/?status=2`: changes every row that meets the filters.
 *
 * @param toList - the permission for that, beside the one to change rows
 */
export function updateList(api: Api, resource: Resource, toList = `${resource.name}:list`): Handler {
  return guarded(`${resource.name}:update`, async (ctx) => {
    const { view, seen, origin } = lookAtMatching(api, resource, ctx, toList)
    const matching = matchingOf(ctx, view)
    answerRows(ctx, await updateMatching(view, seen, origin, matching, ctx.request.body), matching.run)
  })
}

/** `DELETE /api/card/?status=0`: removes every row that meets the filters. */
export function removeList(api: Api, resource: Resource, toList = `${resource.name}:list`): Handler {
  return guarded(`${resource.name}:delete`, async (ctx) => {
    const { view, seen, origin } = lookAtMatching(api, resource, ctx, toList)
    const matching = matchingOf(ctx, view)
    answerRows(ctx, await removeMatching(view, seen, origin, matching), matching.run)
  })
}

function matchingOf(ctx: Context, view: Api): Matching {
  const { isDryRun, on, rest: filters } = parseWriteQuery(ctx.querystring)
  if (on !== undefined) refuseParameters('on')
  const maxAffected = preferencesIn(ctx.req).get('max-affected')
  return { filters, maxAffected, run: isDryRun ? dryRunOf(view) : 'commit' }
}

/** @throws ApiError `forbidden` for who may not list: filters tell what is in rows */
function lookAtMatching(api: Api, resource: Resource, ctx: Context, toList: string): Look {
  const look = lookAt(api, resource, ctx)
  const { seen, origin } = look
  refuseReadOnly(seen)
  if (!may(origin.caller.access, toList)) throw new ApiError('forbidden', `Filters need the permission "${toList}".`)
  assertAddressed(seen)
  return look
}

function takingIfMatch(permission: string, handler: RouterMiddleware): Handler {
  return Object.assign(guarded(permission, handler), { takesIfMatch: true } as const)
}

interface Look {
  readonly view: Api
  /** The resource in it. */
  readonly seen: Resource
  readonly origin: Origin
}

/**
 * What the caller sees; from here on nothing else exists for the request.
 *
 * @throws ApiError `forbidden` for a resource of which no row does
 */
function lookAt(api: Api, { name }: Resource, ctx: Context): Look {
  const origin: Origin = ctx.state.origin
  const view = viewOf(api, origin.caller)
  const seen = view.resources.get(name)
  if (seen) return { view, seen, origin }
  const detail = `You are limited to rows that are certainly yours, and of the rows of ${name} nothing says whose they are.`
  throw new ApiError('forbidden', detail)
}

function answer(ctx: Context, { json, tag }: Answered): void {
  ctx.status = 200
  if (tag !== undefined) ctx.set('ETag', `"${tag}"`)
  ctx.state.json = typeof json === 'string' ? jsonBytes(json) : json
}

/** With `Prefer: return=minimal`, no more than what a client could not know. */
function answerWrite(ctx: Context, { name }: Resource, { json, tag, segment }: Answered, run: Run): void {
  // What has not come to be has no address; nor a tag, by which guesses at secrets could be compared.
  if (run !== 'commit') return answerDry(ctx, json, run)
  answer(ctx, { json, ...(tag !== undefined && { tag }) })
  if (!isMinimal(preferencesIn(ctx.req))) return
  if (segment !== undefined) ctx.set('Location', `/api/${name}/${encodeURIComponent(segment)}/`)
  answerMinimal(ctx)
}

function answerRows(ctx: Context, { json, isPartial }: RowsAnswer, run: Run): void {
  if (run !== 'commit') return answerDry(ctx, json, run)
  answer(ctx, { json })
  if (isPartial) ctx.status = 207
  else if (isMinimal(preferencesIn(ctx.req))) answerMinimal(ctx)
}

/** As if it had been done, where it was done and taken back; and otherwise nothing. */
function answerDry(ctx: Context, json: Answered['json'], run: Run): void {
  ctx.set('Dry-Run', run === 'rollback' ? 'taken-back' : 'checked')
  if (run === 'rollback') answer(ctx, { json })
  else ctx.status = 204
}

function answerMinimal(ctx: Context): void {
  ctx.state.json = undefined
  ctx.status = 204
  ctx.set('Preference-Applied', 'return=minimal')
}

/** @throws ApiError `method_not_allowed` on a resource that cannot be written to */
function queryOfWrite(ctx: Context, view: Api, seen: Resource): { readonly run: Run; readonly on: string | undefined } {
  refuseReadOnly(seen)
  const { isDryRun, on, rest } = parseWriteQuery(ctx.querystring)
  refuseParameters(rest)
  if (on !== undefined && ctx.params.key !== undefined) refuseParameters('on')
  return { run: isDryRun ? dryRunOf(view) : 'commit', on }
}

function refuseReadOnly(resource: Resource): void {
  if (resource.readOnly !== undefined) {
    throw new ApiError('method_not_allowed', `${resource.name} can only be read. ${resource.readOnly}`, {
      headers: { Allow: 'GET, HEAD' },
    })
  }
}

function keyIn(ctx: Context, seen: Resource): string {
  const { key } = ctx.params
  if (key === undefined) throw new Error(`The route ${ctx.path} has no parameter "key"`)
  assertAddressed(seen)
  return key
}

/** @throws ApiError `forbidden` where the key is hidden from the caller */
function assertAddressed({ name, primaryKey }: Resource): void {
  if (primaryKey.length > 0) return
  throw new ApiError('forbidden', `You may only list ${name}: its rows have no address for you.`)
}
