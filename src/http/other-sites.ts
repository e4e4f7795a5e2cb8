/**
 * Keeps other web sites from writing through a browser that remembers the API's password.
 *
 * A form on any page can send a POST without a body, to `/api/card/7/delete/` say. Browsers tell where a request
 * comes from in headers that a page cannot set; clients that are not browsers send neither and are not concerned.
 */
import type { IncomingMessage } from 'node:http'
import { ApiError } from '../errors.ts'

/** @throws {@link ApiError} `forbidden` when a browser says that another site sent the request */
export function refuseOtherSites({ headers }: IncomingMessage): void {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (site === undefined && origin === undefined) return
  // Sec-Fetch-Site is not sent over plain HTTP to another machine; Origin is.
  const isOwn = site === undefined ? URL.canParse(origin ?? '') && new URL(origin ?? '').host === host : OWN.has(site)
  if (!isOwn) throw new ApiError('forbidden', 'Pages of other web sites may not write through this API.')
}

/** `none`: typed by the person, or sent by an extension. */
const OWN: ReadonlySet<unknown> = new Set(['same-origin', 'none'])
