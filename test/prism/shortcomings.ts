/** Where Prism 5.16.0 is not asked, or not listened to, and why; without one of these lines the test shows what it is about. */
import type { MadeUp } from '../fuzz/requests.ts'
import type { Violation } from './prism.ts'

export interface Unasked {
  readonly what: string
  readonly why: string
  is(request: MadeUp): boolean
}

export const UNASKED: readonly Unasked[] = [
  {
    what: 'an address whose percent signs begin no UTF-8',
    why: 'It ends itself with a URIError, where the API answers 400',
    is: ({ path }) => throws(() => decodeURIComponent(path)),
  },
  {
    what: 'HEAD',
    why: 'It reads the answer that has no body as JSON, and answers 500 itself',
    is: ({ method }) => method === 'HEAD',
  },
  {
    what: 'a body that says it is JSON and is none',
    why: 'It never answers, where the API answers 400',
    is: ({ body, headers }) => /json/.test(headers['Content-Type'] ?? '') && throws(() => JSON.parse(body ?? 'null')),
  },
  {
    what: 'a body that is null',
    why: 'It passes on its length and not the body, until the API answers 408',
    is: ({ body }) => body?.trim() === 'null',
  },
  {
    what: 'a body with a number that a double may not hold',
    why: 'It passes on what JSON.parse makes of it, null for one of 5,000 digits; the API sees another number, or none',
    is: ({ body = '' }) => /\d[\d.]{15,}|\d[eE][+\-\d]/.test(body),
  },
]

export interface Overruled {
  readonly what: string
  readonly why: string
  is(violation: Violation, request: MadeUp): boolean
}

export const OVERRULED: readonly Overruled[] = [
  {
    what: 'a DELETE that has a body',
    why: 'It says 415; RFC 9110 gives such a body no meaning, and the API does not read it',
    is: ({ location, code }, { method }) => method === 'DELETE' && location.join() === 'request' && code === 415,
  },
  {
    what: 'a number where a text is asked for',
    why: 'The description of the document says once, for all bodies, that a number is taken as its digits there',
    is: ({ location: [part, place, ...path], message }, { body = '' }) =>
      part === 'request' &&
      place === 'body' &&
      message.endsWith('must be string') &&
      typeof at(body, path) === 'number',
  },
]

/** The API takes an address with and without a slash at its end, as the original did; the document has one of them. */
export function asDocumented({ path, ...made }: MadeUp, template: string): MadeUp {
  const [, address = '', query = ''] = /^([^?]*?)\/?(\?.*)?$/s.exec(path) ?? []
  return { ...made, path: `${address}${template.endsWith('/') ? '/' : ''}${query}` }
}

/** What a body has at a path of names. */
function at(json: string, path: readonly string[]): unknown {
  return path.reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], JSON.parse(json))
}

function throws(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}
