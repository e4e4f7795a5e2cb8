/**
 * Whatever is thrown behind it -> an `application/problem+json` answer.
 *
 * An {@link ApiError} is for the client. Anything else is a defect or a broken machine: it is logged with its stack,
 * and the client learns only the request id.
 */
import type { Middleware } from 'koa'
import { ApiError } from '../errors.ts'
import { breakOff } from './break-off.ts'
import { challengeFor } from './challenge.ts'
import type { Logger } from './log.ts'
import { PROBLEM_TYPE, problemBody } from './problem.ts'

export function errorHandler(log: Logger): Middleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (thrown) {
      const error = asApiError(thrown)
      if (error.status >= 500 || ctx.headerSent) log.error({ err: thrown, id: ctx.state.requestId }, 'request failed')
      // A body that has begun cannot be taken back: the broken connection tells the client that it is not whole.
      if (ctx.headerSent) {
        breakOff(ctx.res)
        return
      }
      ctx.state.json = undefined
      ctx.status = error.status
      ctx.set(error.headers)
      if (error.status === 401) ctx.set('WWW-Authenticate', challengeFor(ctx.req))
      ctx.set('Content-Type', PROBLEM_TYPE)
      ctx.body = problemBody(error, ctx.state.requestId)
    }
  }
}

function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  return new ApiError(
    'internal_error',
    'The request failed on the server. The log has the reason under this request_id.',
  )
}
