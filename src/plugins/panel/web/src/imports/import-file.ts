/** A file to `/api/import/`, and how far it is while it goes on. */
import { HttpError } from 'react-admin'
import { addressOf, type Problem, problemError, sessionHeaders } from '../api/client.ts'

export interface Progress {
  readonly lines: number
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly failed: number
}

/** What is wrong with a line, as far as it can be pointed at. */
export interface LineError {
  readonly line: number
  readonly detail: string
}

export interface Report extends Progress {
  readonly problems: readonly LineError[]
  /** Of a dry run that could not find out which names are taken. */
  readonly isOnlyChecked: boolean
}

export interface Order {
  readonly resource: string
  readonly file: File
  /** Fields for every line. */
  readonly set: Readonly<Record<string, string>>
  /** Changes rows with the same values in these fields. */
  readonly on: string
  readonly isSkipping: boolean
}

export interface ImportOptions {
  readonly isDryRun: boolean
  readonly key: string
  readonly signal: AbortSignal
  onProgress(progress: Progress): void
}

/** @throws HttpError with the problem as its body; `status` 0 where it was broken off, and can be gone on with under its key */
export async function importFile(order: Order, { isDryRun, key, signal, onProgress }: ImportOptions): Promise<Report> {
  const response = await fetch(addressOf(`api/import/${order.resource}/?${queryOf(order, isDryRun)}`), {
    method: 'POST',
    credentials: 'same-origin',
    signal,
    headers: {
      ...sessionHeaders(),
      'Content-Type': 'text/csv',
      Accept: 'application/x-ndjson',
      'Idempotency-Key': key,
    },
    body: order.file,
  }).catch(brokenOff)
  if (!response.ok) throw problemError(response, (await response.json().catch(brokenOff)) as Problem)
  for await (const line of linesOf(response)) {
    const told = JSON.parse(line) as Progress & { readonly problems?: readonly LineError[] }
    onProgress(told)
    if (told.problems) {
      return { ...told, problems: told.problems, isOnlyChecked: response.headers.get('Dry-Run') === 'checked' }
    }
  }
  return brokenOff()
}

function queryOf({ set, on, isSkipping }: Order, isDryRun: boolean): URLSearchParams {
  return new URLSearchParams({
    ...(Object.keys(set).length > 0 && { set: JSON.stringify(set) }),
    ...(on !== '' && { on }),
    ...(isSkipping && { errors: 'skip' }),
    ...(isDryRun && { dry_run: '1' }),
  })
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { value, done } = (await reader?.read().catch(brokenOff)) ?? { value: undefined, done: true }
    if (done) return
    const lines = (text + value).split('\n')
    text = lines.pop() ?? ''
    yield* lines
  }
}

function brokenOff(): never {
  throw new HttpError('a2b.offline', 0)
}

/** @returns what is wrong with which lines, where the file was refused for that */
export function lineErrorsOf(error: unknown): readonly LineError[] {
  const { errors = [] } = ((error as Partial<HttpError>).body ?? {}) as Partial<Problem>
  return errors.flatMap(({ line, pointer, detail }) =>
    line === undefined ? [] : [{ line, detail: pointer === undefined ? detail : `${pointer.slice(1)}: ${detail}` }],
  )
}
