/** Load on one server: 32 connections that stay open, each request of a list in turn. */
export const CONNECTIONS = 32

/** What is asked for, again and again from the first to the last. */
export interface Requests {
  readonly paths: readonly string[]
  /** Sent as JSON by POST, one with each path; without them the method is GET. */
  readonly bodies?: readonly string[]
  /** Nobody logs in, where the server would let them. */
  readonly isAnonymous?: true
}

export interface Load {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Answers that were no 2xx, and connections that failed. */
  readonly failed: number
}

export interface LoadOptions {
  readonly url: string
  readonly requests: Requests
  readonly seconds: number
  /** Of the header Authorization, in turn; none for a server without logins. */
  readonly logins?: readonly string[]
  /** For files of the generator's. */
  readonly directory: string
  readonly signal: AbortSignal
}

export type PutLoad = (options: LoadOptions) => Promise<Load>

export interface Generator {
  readonly name: string
  readonly putLoad: PutLoad
}
