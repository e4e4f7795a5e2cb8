/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string
  /** As in the request line, with its query. */
  readonly path: string
  readonly requestHeaders: Headers
  /** Undefined where it has none, or it is no text. */
  readonly requestBody: string | undefined
  readonly status: number
  readonly headers: Headers
  /** Undefined where it is a stream that was not looked at. */
  readonly text: string | undefined
}

export function mediaTypeOf(headers: Headers): string {
  return (headers.get('Content-Type') ?? '').split(';')[0]?.trim() ?? ''
}
