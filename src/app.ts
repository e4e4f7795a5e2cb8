/**
 * The server around the resources: what every request passes, in order.
 *
 *     request id, log -> errors -> headers -> open pages -> OPTIONS -> authentication -> body -> router -> handler
 */
import type { Router } from '@koa/router'
import Koa from 'koa'
import type { Middleware } from 'koa'
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { ApiError } from './errors.ts'
import { bodyReader } from './http/body.ts'
import type { Caller } from './http/caller.ts'
import { errorHandler } from './http/error-handler.ts'
import { healthPages } from './http/health.ts'
import type { Readiness } from './http/health.ts'
import { requestLog } from './http/log.ts'
import type { Logger } from './http/log.ts'
import { fixedPage, servePages } from './http/pages.ts'
import { answerOptions, dispatch, mountKey } from './http/routes.ts'
import type { Mount, Mounts } from './http/routes.ts'
import { withPlugins } from './plugins/openapi.ts'
import type { Plugin } from './plugins/plugin.ts'
import { pluginRouters, usablePlugins } from './plugins/routers.ts'
import type { Api } from './resources/api.ts'

export interface AppOptions {
  readonly api: Api
  /** The generated routers, by resource name. */
  readonly routers: ReadonlyMap<string, (api: Api) => Router>
  readonly plugins: readonly Plugin[]
  /** The generated document. */
  readonly openapi: OpenAPIObject
  /** Rejects with ApiError `authentication_failed`, whatever was wrong. */
  readonly authenticate: (authorization: string | undefined) => Promise<Caller>
  readonly readiness: () => Promise<Readiness>
  readonly log: Logger
  /** Bytes. */
  readonly bodyLimit: number
}

/** @throws StartError when a plugin's declaration cannot be served */
export function createApp(options: AppOptions): Koa {
  const { api, log } = options
  const { usable: plugins, left } = usablePlugins(options.plugins, api)
  for (const [{ name }, tables] of left)
    log.warn({ plugin: name, missing: tables }, 'plugin left out: the database lacks its tables')
  const mounts = mountAll(options.routers, plugins, api)
  const pages = new Map([
    ['/', fixedPage('text/plain; charset=utf-8', WELCOME)],
    [
      '/openapi.json',
      fixedPage('application/json', Buffer.from(JSON.stringify(withPlugins(options.openapi, plugins)))),
    ],
    ...healthPages(options.readiness),
  ])

  const app = new Koa()
  app.use(requestLog(log))
  app.use(errorHandler(log))
  app.use(checkUrl)
  app.use(servePages(pages))
  app.use(answerOptions(mounts))
  app.use(authenticate(options.authenticate, mounts))
  app.use(dispatch(mounts, bodyReader(options.bodyLimit)))
  // Only what fails after the answer has begun comes here: mostly clients that went away.
  app.on('error', (error: unknown) => log.debug({ err: error }, 'connection failed'))
  return app
}

const WELCOME = `Welcome to the A2Billing API.

  /openapi.json   every address, what it takes and what it answers
  /health/ready   whether requests can be served now
`

function mountAll(routers: AppOptions['routers'], plugins: readonly Plugin[], api: Api): Mounts {
  const mounts = new Map<string, Mount>()
  const mount = (router: Router, key: string): void => {
    mounts.set(key, { router, answer: router.routes() as Mount['answer'] })
  }
  for (const [resource, makeRouter] of routers) mount(makeRouter(api), `/api/${resource}`)
  pluginRouters(plugins, api, new Set(mounts.keys())).forEach(mount)
  return mounts
}

/** What every answer carries, and the one thing about an address that no router would refuse. */
const checkUrl: Middleware = (ctx, next) => {
  ctx.res.setHeader('X-Content-Type-Options', 'nosniff')
  if (ctx.url.includes('%')) {
    try {
      decodeURIComponent(ctx.url)
    } catch (cause) {
      throw new ApiError('malformed_url', 'The address has a % that no two hexadecimal digits of UTF-8 follow.', {
        cause,
      })
    }
  }
  return next()
}

/** Everything under `/api/` and `/custom_api/` needs a login, what does not exist there, too. */
function authenticate(find: AppOptions['authenticate'], mounts: Mounts): Middleware {
  return async (ctx, next) => {
    const { path } = ctx
    if (PROTECTED.test(path) || mounts.has(mountKey(path))) {
      ctx.res.setHeader('Cache-Control', 'no-store')
      ctx.state.caller = await find(ctx.req.headers.authorization)
    }
    return next()
  }
}

const PROTECTED = /^\/(custom_)?api(\/|$)/
