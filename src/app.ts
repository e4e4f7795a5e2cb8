/**
 * The server around the resources: what every request passes, in order.
 *
 *     request id, log -> errors -> headers -> open pages -> OPTIONS -> authentication -> body -> router -> handler
 */
import { Router } from '@koa/router'
import type { RouterMiddleware } from '@koa/router'
import Koa from 'koa'
import type { Middleware } from 'koa'
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { bodyReader } from './http/body.ts'
import { guarded, LOGIN } from './access.ts'
import type { Origin } from './origin.ts'
import { checkRequest } from './http/check-request.ts'
import { clientAddress } from './http/client-address.ts'
import { errorHandler } from './http/error-handler.ts'
import { fairShare } from './http/fair-share.ts'
import { healthPages } from './http/health.ts'
import type { Readiness, SchemaVerdict } from './http/health.ts'
import { sendJson } from './http/json-answer.ts'
import { requestLog } from './http/log.ts'
import type { Logger } from './http/log.ts'
import { fixedPage, servePages } from './http/pages.ts'
import { requestReason } from './http/request-reason.ts'
import { sendStreamed } from './http/stream-answer.ts'
import { answerOptions, dispatch, isOpen, mountKey, mountOf } from './http/routes.ts'
import { importRouter } from './imports/router.ts'
import { documentsOf } from './metadata/documents.ts'
import { doctorRouter, type DoctorSources } from './operator/doctor-router.ts'
import { metadataRouter } from './metadata/router.ts'
import type { Mount, Mounts } from './http/routes.ts'
import { documentPage } from './document-page.ts'
import { docsPage } from './docs-page/docs-page.ts'
import { serveFolders } from './http/folder.ts'
import type { HostedPlugin } from './plugins/host.ts'
import { withPlugins } from './plugins/openapi.ts'
import { resourceRouters } from './plugins/resource-router.ts'
import { pluginRouters } from './plugins/routers.ts'
import { jsonBytes } from './json-bytes.ts'
import type { Api } from './resources/api.ts'
import { batchRouter } from './resources/batch-router.ts'
import { refuseParameters } from './resources/query-string.ts'
import { type Authentication, findCaller } from './sessions/find-caller.ts'
import { sessionRouter } from './sessions/router.ts'
import type { Sessions } from './sessions/sessions.ts'
import { StartError } from './start-error.ts'

export interface AppOptions {
  readonly api: Api
  /** The generated routers, by resource name. */
  readonly routers: ReadonlyMap<string, (api: Api) => Router>
  readonly plugins: readonly HostedPlugin[]
  /** The generated document. */
  readonly openapi: OpenAPIObject
  readonly authentication: Authentication
  /** Without them, nobody signs in with a browser. */
  readonly sessions?: Sessions
  /** Without them, nothing is at `/api/doctor/`. */
  readonly doctor?: DoctorSources
  readonly readiness: () => Promise<Readiness>
  /** How the database compared with the generated code when the server started. */
  readonly schema: SchemaVerdict
  /** True once the server is stopping. */
  readonly isDraining: () => boolean
  readonly log: Logger
  /** Bytes. */
  readonly bodyLimit: number
  /** Bytes of a file to import. */
  readonly importLimit: number
  /** Requests of one caller that may be in work at once. */
  readonly callerLimit: number
  /** Milliseconds in which a client has to take what waits for it of a long answer. A minute unless given. */
  readonly clientPatience?: number
}

/** @throws StartError when a plugin's declaration cannot be served */
export function createApp(options: AppOptions): Koa {
  const { log, plugins } = options
  const mounts = mountAll(options)
  const openapi = withPlugins(
    options.openapi,
    plugins.map(({ plugin }) => plugin),
  )
  const pages = new Map([
    ['/', fixedPage('text/plain; charset=utf-8', WELCOME)],
    ['/openapi.json', documentPage(documentsOf(openapi, options.api), options.authentication)],
    ...healthPages(options.readiness, options.schema),
  ])

  const app = new Koa()
  app.use(sendJson)
  app.use(requestLog(log))
  app.use(sayGoodbye(options.isDraining))
  app.use(errorHandler(log))
  app.use(openRequest)
  app.use(servePages(pages))
  app.use(serveFolders([docsPage(), ...plugins.flatMap(({ plugin }) => plugin.folders ?? [])]))
  app.use(answerOptions(mounts))
  app.use(authenticate(options.authentication, mounts))
  app.use(sendStreamed({ log, ...(options.clientPatience !== undefined && { patience: options.clientPatience }) }))
  app.use(dispatch(mounts, bodyReader(options.bodyLimit), fairShare(options.callerLimit)))
  // Only what fails after the answer has begun comes here: mostly clients that went away.
  app.on('error', (error: unknown) => log.debug({ err: error }, 'connection failed'))
  return app
}

const WELCOME = `Welcome to the A2Billing API.

  /docs/          every address, what it takes and what it answers, to read and to try
  /openapi.json   the same for programs
  /api/           the resources, after logging in
  /health/ready   whether requests can be served now
`

function mountAll(options: AppOptions): Mounts {
  const { api, routers, plugins, sessions, doctor, bodyLimit, importLimit, isDraining } = options
  const mounts = new Map<string, Mount>()
  const mount = (router: Router, key: string, reason?: string): void => {
    if (mounts.has(key))
      throw new StartError(`${key} would be two things. Call a table or a plugin's resource otherwise.`)
    mounts.set(key, mountOf(router, reason))
  }
  for (const [resource, makeRouter] of routers) {
    mount(makeRouter(api), `/api/${resource}`, api.resources.get(resource)?.readOnly)
  }
  mount(
    metadataRouter(
      api,
      plugins.map(({ plugin }) => plugin),
    ),
    '/api/metadata',
  )
  const names = new Set(routers.keys())
  mount(batchRouter(api, names), '/api/batch')
  mount(importRouter(api, { names, fileLimit: importLimit, lineLimit: bodyLimit, isDraining }), '/api/import')
  if (sessions) mount(sessionRouter(sessions), '/api/session')
  if (doctor) mount(doctorRouter(doctor), '/api/doctor')
  const own = resourceRouters(api, plugins)
  pluginRouters(plugins, new Set(mounts.keys()), own).forEach((router, key) => mount(router, key))
  own.forEach(({ router, reason }, key) => mount(router, key, reason))
  const listed = [...names, ...plugins.flatMap(({ plugin }) => (plugin.resources ?? []).map(({ name }) => name))]
  for (const path of ['/api', '/api/']) mount(resourceList(listed), path)
  return mounts
}

/** `GET /api/`: where the rows of each resource are. */
function resourceList(names: readonly string[]): Router {
  const resources = Object.fromEntries(names.toSorted().map((name) => [name, `/api/${name}/`]))
  const json = jsonBytes(JSON.stringify({ resources }))
  const answer = guarded(LOGIN, (ctx: Parameters<RouterMiddleware>[0]) => {
    refuseParameters(ctx.querystring)
    ctx.status = 200
    ctx.state.json = json
  })
  return new Router({ sensitive: true }).get('/api', answer)
}

/** What every answer carries, and what no request may lack. */
const openRequest: Middleware = (ctx, next) => {
  ctx.res.setHeader('X-Content-Type-Options', 'nosniff')
  checkRequest(ctx)
  return next()
}

/** Clients and proxies that would use the connection again are told in time that it ends with this answer. */
function sayGoodbye(isDraining: () => boolean): Middleware {
  return async (ctx, next) => {
    await next()
    if (isDraining() && !ctx.headerSent) ctx.set('Connection', 'close')
  }
}

/** Everything under `/api/` and `/custom_api/` needs a login, what does not exist there, too; but for signing in. */
function authenticate(authentication: Authentication, mounts: Mounts): Middleware {
  return async (ctx, next) => {
    const { path } = ctx
    const mount = mounts.get(mountKey(path))
    if (mount !== undefined || PROTECTED.test(path)) {
      ctx.res.setHeader('Cache-Control', 'no-store')
      if (mount !== undefined && isOpen(mount, ctx.method, path)) return next()
      const address = clientAddress(ctx.req)
      const caller = await findCaller(ctx.req, address, authentication)
      const reason = requestReason(ctx.req)
      const origin: Origin = {
        caller,
        address,
        requestId: ctx.state.requestId,
        ...(reason !== undefined && { reason }),
      }
      ctx.state.caller = caller
      ctx.state.origin = origin
    }
    return next()
  }
}

const PROTECTED = /^\/(custom_)?api(\/|$)/
