/**
 * Several rows written by one request: together, where the table can roll back, and otherwise one by one, with an account
 * of each.
 */
import { ApiError, ERRORS, type FieldError, problemType } from '../errors.ts'
import type { Api } from './api.ts'
import type { Answered } from './read-row.ts'
import { type RowWrite, writeAlone, writeTogether } from './row-write.ts'
import type { Run } from './run.ts'

/** Rows of one request. */
export const MOST_ROWS = 500

/** What an error says of its place tells which row it is about. */
export type Locate = (index: number, error: unknown) => unknown

/** What became of each row, in their order. */
export interface Account {
  /** Undefined where the row was not written. */
  readonly answers: readonly (Answered | undefined)[]
  readonly problems: readonly Problem[]
}

export interface Problem {
  readonly index: number
  readonly error: ApiError
}

/**
 * Makes each ready, so that what is wrong with any is said before one is written.
 *
 * @throws ApiError the first, with what is wrong with all
 */
export async function prepareEach<T>(
  items: readonly T[],
  prepare: (item: T) => Promise<RowWrite>,
  locate: Locate,
): Promise<RowWrite[]> {
  const writes: RowWrite[] = []
  const refused: ApiError[] = []
  for (const [index, item] of items.entries()) {
    try {
      writes.push(await prepare(item))
    } catch (error) {
      const located = locate(index, error)
      // What is not the client's to correct would fail for the others, too.
      if (!(located instanceof ApiError) || located.status >= 500) throw located
      refused.push(located)
    }
  }
  if (refused[0]) throw together(refused)
  return writes
}

/** The first of some errors, with the places of all. */
function together([first, ...others]: readonly ApiError[]): ApiError {
  if (!first) throw new Error('There is no error')
  const { code, message, headers, shortText, cause } = first
  const places = [first, ...others].flatMap((each) => each.errors)
  const errors = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()].slice(0, MOST_PLACES)
  return new ApiError(code, message, { errors, headers, error: shortText, cause })
}

const MOST_PLACES = 100

/**
 * @param options.canRollBack - all are written or none
 * @throws ApiError when none was written
 */
export async function writeSeveral(
  api: Api,
  writes: readonly RowWrite[],
  { canRollBack, run }: { readonly canRollBack: boolean; readonly run: Run },
  locate: Locate,
): Promise<Account> {
  if (canRollBack || run !== 'commit') return { answers: await writeTogether(api, writes, run, locate), problems: [] }
  const answers: (Answered | undefined)[] = []
  const problems: Problem[] = []
  for (const [index, write] of writes.entries()) {
    try {
      answers.push(await writeAlone(api, write, run))
    } catch (error) {
      const located = locate(index, error)
      if (!(located instanceof ApiError)) throw defect(located, answers)
      answers.push(undefined)
      problems.push({ index, error: located })
      if (located.status >= 500) {
        problems.push(...untried(writes, index))
        break
      }
    }
  }
  // Where something stays although its write has failed since, there is something to tell of each.
  if (problems.length > 0 && problems.length === writes.length && !writes.some((write) => write.isKept()))
    throw together(problems.map(({ error }) => error))
  while (answers.length < writes.length) answers.push(undefined)
  return { answers, problems }
}

/** A defect is for the log; what stays is for the client, too. */
function defect(error: unknown, answers: Account['answers']): unknown {
  const written = answers.filter((answer) => answer !== undefined).length
  if (written === 0) return error
  const detail = `The server failed at row ${answers.length}. Of those before it ${written} were written and stay so.`
  return new ApiError('internal_error', detail, { cause: error })
}

/** After what the server or the database cannot do now, the others would fail one after the other. */
function untried(writes: readonly RowWrite[], failed: number): Problem[] {
  return writes.slice(failed + 1).map((_, behind) => {
    const detail = `Not tried, because the database or the server failed before.`
    return { index: failed + 1 + behind, error: new ApiError('database_unavailable', detail) }
  })
}

/** As its own answer would have it, and which row it is about. */
export function problemOf(place: object, { code, status, message, errors, shortText }: ApiError): string {
  return JSON.stringify({
    ...place,
    type: problemType(code),
    title: ERRORS[code][1],
    status,
    detail: message,
    errors: errors.length > 0 ? errors : undefined,
    error: shortText,
  })
}

/** {@link Locate} for rows that a body has as the members of a list. */
export const inList: Locate = (index, error) => {
  if (!(error instanceof ApiError)) return error
  const { code, message, headers, shortText } = error
  const own: readonly FieldError[] = error.errors.length > 0 ? error.errors : [{ pointer: '', detail: message }]
  const errors = own.map((each) => ({ ...each, pointer: `/${index}${each.pointer ?? ''}` }))
  return new ApiError(code, `/${index}: ${message}`, { errors, headers, error: shortText, cause: error })
}
