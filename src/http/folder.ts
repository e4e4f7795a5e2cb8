/**
 * Files that browsers load, `/docs/` and the like: no login, nothing of the database, and nothing from other hosts.
 *
 * What the browser may do with them is said once, by the Content-Security-Policy: everything comes from this server.
 */
import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, Middleware } from 'koa'
import { methodNotAllowed } from './routes.ts'

export interface File {
  readonly bytes: Buffer
  /** Media type. */
  readonly type: string
  /** Its name changes with what is in it, so that browsers need never ask again. */
  readonly isImmutable?: boolean
}

export interface Folder {
  /** Without a final slash: `/docs`. */
  readonly at: string
  /** @returns the file, `''` being the page itself; undefined for a name that is none */
  find(name: string): Promise<File | undefined>
}

/** Frames of other pages could make people click what they do not see. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Besides files, elements that are empty when they come: what scripts put into those is theirs.
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Answers what lies under one of the folders; all else is for others. */
export function serveFolders(folders: readonly Folder[]): Middleware {
  const made = new WeakMap<File, Promise<Sent>>()
  return async (ctx, next) => {
    const folder = folders.find(({ at }) => ctx.path === at || ctx.path.startsWith(`${at}/`))
    if (!folder) return next()
    if (ctx.method === 'OPTIONS') {
      ctx.set('Allow', 'GET, HEAD, OPTIONS')
      ctx.status = 204
      return
    }
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') throw methodNotAllowed(['GET', 'HEAD'])
    if (ctx.path === folder.at) {
      // Relative, because a proxy may have put something before it.
      ctx.set('Location', `${folder.at.slice(folder.at.lastIndexOf('/') + 1)}/`)
      ctx.status = 308
      return
    }
    const file = await folder.find(ctx.path.slice(folder.at.length + 1))
    if (!file) return next()
    const sent = made.get(file) ?? prepare(file)
    made.set(file, sent)
    send(ctx, file, await sent)
  }
}

interface Sent {
  readonly etag: string
  readonly zipped: Buffer
}

async function prepare({ bytes }: File): Promise<Sent> {
  return { etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`, zipped: await promisify(gzip)(bytes) }
}

function send(ctx: Context, { bytes, type, isImmutable }: File, { etag, zipped }: Sent): void {
  ctx.set({
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ETag: etag,
  })
  ctx.status = 200
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  ctx.set('Content-Type', type)
  const isZipped = zipped.length < bytes.length && ctx.acceptsEncodings('gzip', 'identity') === 'gzip'
  if (isZipped) ctx.set('Content-Encoding', 'gzip')
  ctx.body = isZipped ? zipped : bytes
}
