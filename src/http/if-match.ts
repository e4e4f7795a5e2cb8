/** `If-Match` and `If-None-Match` on writes that do not look at them: refused, because whoever sends them relies on it. */
import type { IncomingMessage } from 'node:http'
import { ApiError } from '../errors.ts'

/** @throws ApiError `unsupported_header` */
export function refuseIfMatch(request: IncomingMessage): void {
  refuse(request, 'If-Match', 'It goes with a change or the removal of one row of a table.')
}

/** @throws ApiError `unsupported_header` */
export function refuseIfNoneMatch(request: IncomingMessage): void {
  refuse(request, 'If-None-Match', 'It goes with the reading of a row.')
}

function refuse({ headers }: IncomingMessage, name: string, place: string): void {
  if (headers[name.toLowerCase()] === undefined) return
  throw new ApiError(
    'unsupported_header',
    `Nothing is done here with the header ${name}. ${place} Nothing was changed.`,
  )
}
