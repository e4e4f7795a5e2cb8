/** The few addresses that need no login: `/`, `/openapi.json`, `/health/…`. */
import type { Context, Middleware } from 'koa'
import { methodNotAllowed } from './routes.ts'

export interface Page {
  /** Media type. */
  readonly type: string
  answer(ctx: Context): Promise<[status: number, body: string | Buffer]>
}

/** A page that is always the same. */
export function fixedPage(type: string, body: string | Buffer): Page {
  return { type, answer: async () => [200, body] }
}

export function servePages(pages: ReadonlyMap<string, Page>): Middleware {
  return async (ctx, next) => {
    const { path, method } = ctx
    const page = pages.get(path) ?? (path.endsWith('/') ? pages.get(path.slice(0, -1)) : undefined)
    if (page === undefined) return next()
    if (method === 'OPTIONS') {
      ctx.set('Allow', 'GET, HEAD, OPTIONS')
      ctx.status = 204
      return
    }
    if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed(['GET', 'HEAD'])
    const [status, body] = await page.answer(ctx)
    ctx.status = status
    ctx.set('Content-Type', page.type)
    ctx.set('Cache-Control', 'no-cache')
    ctx.body = body
  }
}
