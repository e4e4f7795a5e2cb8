/** What a write of many rows throws where it was done in part: on tables that cannot roll back. */
import type { LooseRow } from './paths.ts'
import { codeOf, type ProblemBody } from './problem.ts'

/** What kept one row from being written. */
export interface RowProblem extends Omit<ProblemBody, 'request_id'> {
  /** Its place in the body: `/3`. */
  readonly pointer?: string
  /** Or its key, as in its address. */
  readonly key?: string
  /** As in docs/errors.md. */
  readonly code: string
}

/** Some rows were written and stay so; {@link problems} says which were not, and why. */
export class PartlyDoneError extends Error {
  override readonly name = 'PartlyDoneError'
  /** How many rows were written. */
  readonly done: number
  /** Of new rows: those that were created, in the order of the body, and null in the place of one that was not. */
  readonly rows: readonly (LooseRow | null)[]
  readonly problems: readonly RowProblem[]

  constructor(done: number, rows: readonly (LooseRow | null)[], problems: readonly Omit<RowProblem, 'code'>[]) {
    super(`${done} rows were written and stay so, and ${problems.length} were refused: the table cannot roll back`)
    this.done = done
    this.rows = rows
    this.problems = problems.map((problem) => ({ ...problem, code: codeOf(problem.type) }))
  }
}
