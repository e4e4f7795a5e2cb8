/** Where a write comes from: what the audit tells of it beside what was done. */
import type { Caller } from './caller.ts'

export interface Origin {
  readonly caller: Caller
  /** Of the client. */
  readonly address: string
  /** Also in the answer and the log. */
  readonly requestId: string
  /** What the client said of it in `X-Request-Reason`. */
  readonly reason?: string
}
