/**
 * What generated routers call: one function per method, each giving the Koa middleware for one resource.
 *
 * They find the parts of the request and answer what the plain functions return; whether the caller may is asked
 * before, once for all routes, by the permission that each carries.
 */
import type { RouterMiddleware } from '@koa/router'
import { type Guarded, guarded } from '../access.ts'
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import { listRows } from './list-rows.ts'
import { refuseParameters } from './query-string.ts'
import type { Resource } from './resource.ts'
import { readRow } from './read-row.ts'
import { createRow, removeRow, updateRowByKey } from './rows.ts'

/** Middleware for a route of the resource, with the permission that it needs; a row's key is the parameter `key`. */
export type Handler = Guarded<RouterMiddleware>
type Context = Parameters<RouterMiddleware>[0]

/** `GET /api/card/?status=1&ordering=-id&page=2` */
export function list(api: Api, resource: Resource): Handler {
  return guarded(`${resource.name}:list`, async (ctx) => {
    answer(ctx, await listRows(api, resource, originOf(ctx).caller, ctx.querystring))
  })
}

/** `GET /api/card/5/` */
export function read(api: Api, resource: Resource): Handler {
  return guarded(`${resource.name}:get`, async (ctx) => {
    refuseParameters(ctx.querystring)
    answer(ctx, await readRow(api, resource, originOf(ctx).caller, keyIn(ctx)))
  })
}

/** `POST /api/card/`: answers 200 with the row, as the original did. */
export function create(api: Api, resource: Resource): Handler {
  return guarded(`${resource.name}:create`, async (ctx) => {
    assertWritable(ctx, resource)
    answer(ctx, await createRow(api, resource, originOf(ctx), ctx.request.body))
  })
}

/** `PUT` and `PATCH /api/card/5/`: both change only the fields they name. */
export function update(api: Api, resource: Resource): Handler {
  return guarded(`${resource.name}:update`, async (ctx) => {
    assertWritable(ctx, resource)
    answer(ctx, await updateRowByKey(api, resource, originOf(ctx), keyIn(ctx), ctx.request.body))
  })
}

/** `DELETE /api/card/5/`, `POST /api/card/5/delete/` */
export function remove(api: Api, resource: Resource): Handler {
  return guarded(`${resource.name}:delete`, async (ctx) => {
    assertWritable(ctx, resource)
    answer(ctx, await removeRow(api, resource, originOf(ctx), keyIn(ctx)))
  })
}

function answer(ctx: Context, json: string): void {
  ctx.type = 'application/json'
  ctx.body = json
}

function originOf(ctx: Context): Origin {
  return ctx.state.origin
}

/** @throws ApiError `method_not_allowed` on a resource that cannot be written to */
function assertWritable(ctx: Context, resource: Resource): void {
  if (resource.readOnly !== undefined) {
    throw new ApiError('method_not_allowed', `${resource.name} can only be read. ${resource.readOnly}`, {
      headers: { Allow: 'GET, HEAD' },
    })
  }
  refuseParameters(ctx.querystring)
}

function keyIn(ctx: Context): string {
  const { key } = ctx.params
  if (key === undefined) throw new Error(`The route ${ctx.path} has no parameter "key"`)
  return key
}
