/** `page=` and `limit=`, and the links to other pages. */
import { ApiError } from '../errors.ts'
import type { Resource } from './resource.ts'

/** Where the resource has no size of its own. */
export const PAGE_SIZE = { default: 20, maximum: 1000 } as const
/** So that the offset stays a number the server takes. */
const MAX_PAGE = 999_999_999
/** Of an export. */
const MAX_LIMIT = 999_999_999_999
/** More than any table has. */
const ALL = Number.MAX_SAFE_INTEGER

export interface Page {
  /** From 1. */
  readonly page: number
  readonly limit: number
}

/** @throws ApiError `invalid_parameter` for anything but a whole number in range */
export function parsePage({ pageSize }: Resource, page: string | undefined, limit: string | undefined): Page {
  const size = { ...PAGE_SIZE, ...pageSize }
  return {
    page: wholeNumber('page', page, 1, MAX_PAGE),
    limit: wholeNumber('limit', limit, size.default, size.maximum),
  }
}

/**
 * All rows, or as many as `limit` says: it may be more than a page holds.
 *
 * @throws ApiError `invalid_parameter` for a page, and for a limit that is no whole number
 */
export function parseWhole(_: Resource, page: string | undefined, limit: string | undefined): Page {
  if (page === undefined) return { page: 1, limit: wholeNumber('limit', limit, ALL, MAX_LIMIT) }
  const detail = 'The parameter "page" cannot be given for an export, which has no pages; "limit" ends it.'
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'page', detail }] })
}

/**
 * @param query - the request's own parameters; all of them but this one are kept, in their order
 * @param to - `page` or `cursor`
 * @returns e.g. `/api/card/?status=1&page=3`
 */
export function linkTo(resourceName: string, query: URLSearchParams, to: string, value: string): string {
  const parameters = new URLSearchParams(query)
  parameters.delete(to)
  parameters.append(to, value)
  return `/api/${resourceName}/?${parameters}`
}

function wholeNumber(parameter: string, text: string | undefined, absent: number, max: number): number {
  if (text === undefined) return absent
  const number = /^\d{1,12}$/.test(text) ? Number(text) : 0
  if (number >= 1 && number <= max) return number
  const detail = `The parameter "${parameter}" must be a whole number from 1 to ${max}.`
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}
