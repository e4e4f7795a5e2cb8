/** What the API refuses, as an error: RFC 9457 with the types of docs/errors.md. */

const URN = 'urn:a2billing-api:error:'

export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly {
    /** Of a file. */
    readonly line?: number
    readonly pointer?: string
    readonly parameter?: string
    readonly detail: string
  }[]
  readonly request_id: string
  /** The short text of the original API. */
  readonly error: string
}

/** Match on {@link code}; the message is for people and may change. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError'
  /** As in docs/errors.md: `invalid_parameter`. */
  readonly code: string
  readonly status: number
  readonly problem: ProblemBody
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | undefined

  constructor(problem: ProblemBody, retryAfter: number | undefined) {
    super(problem.detail)
    this.code = codeOf(problem.type)
    this.status = problem.status
    this.problem = problem
    this.retryAfter = retryAfter
  }

  /** What is wrong with which member of the body, or which parameter. */
  get errors(): NonNullable<ProblemBody['errors']> {
    return this.problem.errors ?? []
  }
}

/** The row is not as `ifMatch` has it, or not there any more: nothing was done. Read it again, and decide anew. */
export class RowChangedError extends ProblemError {
  override readonly name = 'RowChangedError'
}

/** An answer that is not the API's: a proxy's page, say. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError'
  readonly status: number
  readonly retryAfter: number | undefined

  constructor(status: number, text: string, retryAfter: number | undefined) {
    super(`Status ${status}, and no problem of the API: ${text.slice(0, 200)}`)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** @param response - one whose status is no success */
export async function errorOf(response: Response): Promise<ProblemError | UnexpectedAnswerError> {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined
  const text = await response.text()
  const problem = response.headers.get('Content-Type')?.startsWith('application/problem+json')
    ? (JSON.parse(text) as ProblemBody)
    : undefined
  if (!problem?.type.startsWith(URN)) return new UnexpectedAnswerError(response.status, text, retryAfter)
  const { status } = response
  return status === 412 ? new RowChangedError(problem, retryAfter) : new ProblemError(problem, retryAfter)
}

/** @param type - `urn:a2billing-api:error:not-found` */
export function codeOf(type: string): string {
  return type.slice(URN.length).replaceAll('-', '_')
}
