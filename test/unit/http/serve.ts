/** Serves a stand-in resource through the whole middleware stack, on a free loopback port. */
import { guarded } from '../../../src/access.ts'
import { admin, apiOn } from '../../helpers/callers.ts'
import type { AddressInfo } from 'node:net'
import { Router } from '@koa/router'
import type { RouterMiddleware } from '@koa/router'
import { createApp } from '../../../src/app.ts'
import type { AppOptions } from '../../../src/app.ts'
import type { Db } from '../../../src/db/db.ts'
import { ApiError } from '../../../src/errors.ts'
import { createHttpServer } from '../../../src/http/http-server.ts'
import { createLog } from '../../../src/http/log.ts'
import type { Money } from '../../../src/money/money.ts'
import type { Plugin } from '../../../src/plugins/plugin.ts'
import type { Api } from '../../../src/resources/api.ts'
import { offlineDb } from '../../helpers/offline-db.ts'
import { hosted } from '../../helpers/plugins.ts'

export interface Served {
  readonly url: string
  readonly port: number
  /** What was logged, one object a line. */
  readonly lines: Record<string, unknown>[]
  close(): Promise<void>
}

/** The caller of every request that names any user. */
export { admin }
/** Sent with every request that is to be authenticated. */
export const login = { authorization: 'Basic anyone' }

export const emptyDocument: AppOptions['openapi'] = {
  openapi: '3.1.0',
  info: { title: 'A2Billing API', version: '1.0.0' },
  paths: {},
}

type Context = Parameters<RouterMiddleware>[0]

/** A resource `/api/thing/` whose answers show what reached the handler. */
export function thingRouter(): Router {
  const echo = async (ctx: Context): Promise<void> => {
    ctx.body = { method: ctx.method, body: ctx.request.body ?? 'none', ...ctx.state }
  }
  const write = guarded('thing:write', (ctx: Context) => echo(ctx))
  const readOne = async (ctx: Context): Promise<void> => {
    if (ctx.params['key'] === 'broken') throw new Error('SELECT secret FROM somewhere')
    ctx.body = { key: ctx.params['key'] }
  }
  return new Router({ prefix: '/api/thing', sensitive: true })
    .get('/', guarded('thing:read', echo))
    .post('/', write)
    .get('/:key', guarded('thing:read', readOne))
    .put('/:key', write)
    .delete('/:key', write)
    .post('/:key/delete', write)
}

/** An API whose database fails every query. */
export function offlineApi(resources: Api['resources'] = new Map()): Api {
  const { kysely } = offlineDb()
  const get = (_: object, name: string | symbol): unknown =>
    name === 'kysely' ? kysely : Promise.reject(new Error(`no database: ${String(name)}`))
  const db: unknown = new Proxy({}, { get })
  return apiOn(db as Db, resources)
}

interface ServeOptions extends Omit<Partial<AppOptions>, 'plugins'> {
  /** Another caller for who sends the header `Authorization`. */
  readonly authenticate?: AppOptions['authentication']['authenticate']
  readonly plugins?: readonly Plugin[]
  readonly money?: Money
}

export async function serve({ plugins = [], money, authenticate, ...options }: ServeOptions = {}): Promise<Served> {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) })
  const lent = hosted(plugins, options.api ?? offlineApi(), { log, ...(money && { money }) })
  const app = createApp({
    ...lent,
    routers: new Map([['thing', thingRouter]]),
    openapi: emptyDocument,
    authentication: {
      authenticate:
        authenticate ??
        (async (authorization) => {
          if (authorization) return admin
          throw new ApiError('authentication_failed', 'Log in.')
        }),
      authenticateSession: async () => {
        throw new ApiError('authentication_failed', 'Sign in.')
      },
    },
    readiness: async () => 'ready',
    schema: { status: 'equal', breaking: 0, additive: 0 },
    isDraining: () => false,
    bodyLimit: 1024,
    importLimit: 4096,
    callerLimit: 8,
    log,
    ...options,
    api: lent.api,
  })
  const server = createHttpServer(app.callback(), { requestTimeout: 10, log })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    lines,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
