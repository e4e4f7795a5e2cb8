/** A file of CSV to rows: sent again under its key until it is done, each line once. */
import { linesOf } from './lines.ts'
import { codeOf, type ProblemBody } from './problem.ts'
import { mayPass, type Retry, retrying } from './retry.ts'
import { because, type Requests } from './transport.ts'

export interface ImportOptions<Row> {
  /**
   * Of this import, the same for each attempt at it: by it a file goes on where it was broken off. Store it before you send,
   * so that it outlives your own program; without it one is made here.
   */
  readonly idempotencyKey?: string
  /** Fields that every line is given beside its own. */
  readonly set?: Row
  /** Columns of the file that are left out. */
  readonly omit?: readonly string[]
  /** Changes the row that has these values, if there is one: the key, or the fields of a unique index. */
  readonly on?: (keyof Row & string) | readonly (keyof Row & string)[]
  /** Stores the other lines although something is wrong with some. Otherwise nothing is stored then, and `invalid_lines` thrown. */
  readonly skipErrors?: boolean
  /** Stores nothing. */
  readonly dryRun?: boolean
  /** Why, for the audit. */
  readonly reason?: string
  /** Called whenever some lines are done. */
  readonly onProgress?: (progress: ImportProgress) => void
}

/** Lines of the file, without the first. */
export interface ImportProgress {
  readonly lines: number
  /** Created, updated or failed, in the order of the file. */
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly failed: number
}

/** What kept a line from being stored. */
export interface LineProblem extends Omit<ProblemBody, 'request_id'> {
  /** In the file, from 1. */
  readonly line: number
  /** As in docs/errors.md. */
  readonly code: string
}

export interface ImportReport extends ImportProgress {
  /** Of lines that failed, the first thousand. */
  readonly problems: readonly LineProblem[]
}

/** What it has come to is noted: send the same file with {@link idempotencyKey}, and it goes on there. */
export class InterruptedImportError extends Error {
  override readonly name = 'InterruptedImportError'
  readonly idempotencyKey: string

  constructor(idempotencyKey: string, cause: unknown) {
    super(`The import was broken off: send the same file with the key ${idempotencyKey}, and it goes on`, { cause })
    this.idempotencyKey = idempotencyKey
  }
}

type Told = ImportProgress & { readonly problems?: readonly Omit<LineProblem, 'code'>[] }

/** @throws {@link InterruptedImportError} when the attempts are used up; ProblemError when it was refused */
export async function importFile(
  exchange: Requests['exchange'],
  resource: string,
  file: string | Blob | Uint8Array<ArrayBuffer>,
  retry: Retry | undefined,
  options: ImportOptions<object> = {},
): Promise<ImportReport> {
  const { idempotencyKey = crypto.randomUUID(), set, omit, on, skipErrors, dryRun, reason, onProgress } = options
  const init = {
    params: {
      path: { resource },
      query: {
        ...(set && { set: JSON.stringify(set) }),
        ...(omit && { omit: omit.join() }),
        ...(on !== undefined && { on: [on].flat().join() }),
        ...(skipErrors && { errors: 'skip' }),
        ...(dryRun && { dry_run: 1 }),
      },
    },
    headers: {
      Accept: 'application/x-ndjson',
      'Content-Type': 'text/csv',
      'Idempotency-Key': idempotencyKey,
      ...because(reason),
    },
    body: file,
    bodySerializer: (body: unknown) => body,
    parseAs: 'stream',
  }
  const attempt = async (): Promise<ImportReport> => {
    const { data } = await exchange('POST', '/api/import/{resource}/', init)
    for await (const line of linesOf(data as ReadableStream<Uint8Array>)) {
      const { problems, ...progress } = JSON.parse(line) as Told
      if (problems) return { ...progress, problems: problems.map((it) => ({ ...it, code: codeOf(it.type) })) }
      onProgress?.(progress)
    }
    throw new TypeError('The answer to an import ended before its report')
  }
  try {
    return await retrying(attempt, retry)
  } catch (error) {
    throw mayPass(error) ? new InterruptedImportError(idempotencyKey, error) : error
  }
}
