/** What a 401 answer asks for. */
import type { IncomingMessage } from 'node:http'

const BEARER = 'Bearer realm="A2Billing API"'
/** In the order of preference of old clients. */
const BASIC = `Basic realm="A2Billing API", charset="UTF-8", ${BEARER}`

/** Asked for Basic, browsers open a dialog of their own. A page that sends `X-CSRF-Token`, even empty, has a form instead. */
export function challengeFor({ headers }: IncomingMessage): string {
  return headers['x-csrf-token'] === undefined ? BASIC : BEARER
}
