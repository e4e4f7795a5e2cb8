/**
 * What generated routers call: one function per method, each giving the Koa middleware for one resource.
 *
 * They find the parts of the request, ask whether the caller may, and answer what the plain functions return.
 */
import type { RouterMiddleware } from '@koa/router'
import { ApiError } from '../errors.ts'
import type { Caller } from '../caller.ts'
import type { Api } from './api.ts'
import { listRows } from './list-rows.ts'
import { refuseParameters } from './query-string.ts'
import type { Resource } from './resource.ts'
import { createRow, readRow, removeRow, updateRowByKey } from './rows.ts'

/** Middleware for a route of the resource; a row's key is the parameter `key`. */
export type Handler = RouterMiddleware
type Context = Parameters<Handler>[0]

/** `GET /api/card/?status=1&ordering=-id&page=2` */
export function list(api: Api, resource: Resource): Handler {
  return async (ctx) => answer(ctx, await listRows(api, resource, callerOf(ctx), ctx.querystring))
}

/** `GET /api/card/5/` */
export function read(api: Api, resource: Resource): Handler {
  return async (ctx) => {
    refuseParameters(ctx.querystring)
    answer(ctx, await readRow(api, resource, callerOf(ctx), keyIn(ctx)))
  }
}

/** `POST /api/card/`: answers 200 with the row, as the original did. */
export function create(api: Api, resource: Resource): Handler {
  return async (ctx) => answer(ctx, await createRow(api, resource, writerOf(ctx, resource), ctx.request.body))
}

/** `PUT` and `PATCH /api/card/5/`: both change only the fields they name. */
export function update(api: Api, resource: Resource): Handler {
  return async (ctx) => {
    const caller = writerOf(ctx, resource)
    answer(ctx, await updateRowByKey(api, resource, caller, keyIn(ctx), ctx.request.body))
  }
}

/** `DELETE /api/card/5/`, `POST /api/card/5/delete/` */
export function remove(api: Api, resource: Resource): Handler {
  return async (ctx) => {
    writerOf(ctx, resource)
    answer(ctx, await removeRow(api, resource, keyIn(ctx)))
  }
}

function answer(ctx: Context, json: string): void {
  ctx.type = 'application/json'
  ctx.body = json
}

function callerOf(ctx: Context): Caller {
  return ctx.state.caller
}

/** @throws ApiError `method_not_allowed` on a resource that cannot be written to, `forbidden` without the right */
function writerOf(ctx: Context, resource: Resource): Caller {
  if (resource.readOnly !== undefined) {
    throw new ApiError('method_not_allowed', `${resource.name} can only be read. ${resource.readOnly}`, {
      headers: { Allow: 'GET, HEAD' },
    })
  }
  const caller = callerOf(ctx)
  if (!caller.admin) throw new ApiError('forbidden', `Only administrators may write to ${resource.name}.`)
  refuseParameters(ctx.querystring)
  return caller
}

function keyIn(ctx: Context): string {
  const { key } = ctx.params
  if (key === undefined) throw new Error(`The route ${ctx.path} has no parameter "key"`)
  return key
}
