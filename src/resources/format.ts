/** Which form a list is asked for in: `format=`, or else the header `Accept`. */
import type { RouterMiddleware } from '@koa/router'
import { parseChoice } from './choice.ts'

export const EXPORT_TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const
export type ExportFormat = keyof typeof EXPORT_TYPES

const FORMATS = ['json', 'csv', 'ndjson'] as const
type Format = (typeof FORMATS)[number]
type Context = Parameters<RouterMiddleware>[0]

/**
 * Who accepts neither form of an export is answered JSON, whatever is accepted, as the original API did.
 *
 * @throws ApiError `invalid_parameter` for a format that there is none of
 */
export function formatOf(ctx: Context): Format {
  // Most requests say nothing of it. Encoded, the word could hide behind a percent sign.
  if (/format|%/.test(ctx.querystring)) {
    const named = new URLSearchParams(ctx.querystring).get('format')
    const format = parseChoice('format', named ?? undefined, FORMATS)
    if (format) return format
  }
  const { accept } = ctx.headers
  if (accept === undefined || !/csv|ndjson/i.test(accept)) return 'json'
  const best = ctx.accepts(['application/json', ...Object.values(EXPORT_TYPES)])
  return best === EXPORT_TYPES.csv ? 'csv' : best === EXPORT_TYPES.ndjson ? 'ndjson' : 'json'
}
