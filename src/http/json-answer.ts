/**
 * Answers that are bytes already, past what Koa does to find out what a body is: headers and body leave in one write.
 *
 * A handler leaves them as `ctx.state.json`, a JsonBytes, with its status set.
 */
import type { Middleware } from 'koa'

/** Stands before everything that may still change status or headers. */
export const sendJson: Middleware = async (ctx, next) => {
  await next()
  const { json } = ctx.state
  if (json === undefined) return
  ctx.respond = false
  const { res } = ctx
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Content-Length', json.latin1.length)
  if (ctx.method === 'HEAD') res.end()
  else res.end(json.latin1, 'latin1')
}
