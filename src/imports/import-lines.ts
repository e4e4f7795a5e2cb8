/**
 * The lines of a file -> rows, some at a time, each as if it came in a request of its own.
 *
 * First every line is looked at, and when something is wrong with any, nothing is stored. Then they are written. What
 * only the write shows, a name that is taken say, fails for its line alone. How far it has come is noted in the
 * transactions that write, so whoever sends the file again goes on there.
 */
import { attempting, mayPass } from '../db/attempts.ts'
import type { Session } from '../db/db.ts'
import { ApiError, type FieldError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import { changesBetween } from '../resources/changes.ts'
import { readWhole } from '../resources/read-row.ts'
import { type Column, fieldOf, type Resource, wholeOf } from '../resources/resource.ts'
import { parseKey } from '../resources/row-key.ts'
import type { Performed, RowWrite } from '../resources/row-write.ts'
import { prepareCreate } from '../resources/rows.ts'
import { inTransaction, type Run } from '../resources/run.ts'
import { problemOf } from '../resources/several.ts'
import { prepareUpsert } from '../resources/upsert.ts'
import { parseCreate } from '../resources/write-body.ts'
import { type ColumnOptions, readHeader, type ToBody } from './columns.ts'
import { type CsvLine, malformed } from './csv-lines.ts'
import {
  assertSame,
  beginImport,
  claimLines,
  findImport,
  type ImportKey,
  type LineProblem,
  MOST_PROBLEMS,
  noteStep,
  problemsOf,
  type Progress,
  readImport,
} from './ledger.ts'
import { findStored, highestNumber, numberColumn } from './stored-line.ts'

export interface Import extends ColumnOptions {
  /** As the caller sees it. */
  readonly api: Api
  readonly resource: Resource
  readonly origin: Origin
  /** The lines from the first, as often as they are asked for. */
  readonly read: () => AsyncIterable<CsvLine>
  /** Changes the row that has the same values in these columns, if there is one. */
  readonly on: readonly Column[] | undefined
  /** Stores what can be stored although something is wrong with other lines. */
  readonly isSkipping: boolean
  readonly run: Run
  /** Under which it can go on; without one, in a dry run, nothing is noted. */
  readonly key: ImportKey | undefined
  /** Of the file and everything that decides what becomes of it. */
  readonly fingerprint: string
}

export interface Report extends Progress {
  readonly problems: readonly LineProblem[]
}

/** Lines that are written in one transaction: their rows are locked that long, and one round trip notes them. */
const AT_ONCE = 100

/**
 * @param onProgress - called when some lines are done
 * @param assertWanted - throws when it is to stop; what is done by then stays, and is noted
 * @throws ApiError `malformed_csv`, `invalid_lines` and others before anything is stored
 */
export async function importLines(
  task: Import,
  onProgress: (progress: Progress) => Promise<void>,
  assertWanted: () => void,
): Promise<Report> {
  const known = task.key && (await findImport(task.api.db, task.key))
  if (known) assertSame(known, task.fingerprint)
  const done = known?.progress.done ?? 0
  const toBody = await header(task)
  const lines = done === known?.progress.lines ? done : await check(task, toBody, done, assertWanted)
  const begun = known ?? (await begin(task, lines))
  const writing = new Writing(task, toBody, begun?.id, begun?.progress ?? nothingOf(lines))
  if (known) writing.mayBeStored = true
  await onProgress(writing.progress)
  for await (const some of chunks(task.read(), AT_ONCE)) {
    if (some.first + some.lines.length <= writing.progress.done) continue
    assertWanted()
    await writing.write(some)
    await onProgress(writing.progress)
  }
  const problems = begun ? await problemsOf(task.api.db, begun.id) : writing.problems
  return { ...writing.progress, problems }
}

const nothingOf = (lines: number): Progress => ({ lines, done: 0, created: 0, updated: 0, failed: 0 })

async function header({ read, resource, ...options }: Import): Promise<ToBody> {
  for await (const first of read()) return readHeader(resource, first, options)
  throw malformed(1, 'The file is empty. Its first line must have the names of the columns.')
}

async function begin({ api, resource, key, fingerprint }: Import, lines: number): ReturnType<typeof findImport> {
  if (!key) return undefined
  const above = api.canRollBack(resource.table) ? null : await highestNumber(api.db, resource)
  return beginImport(api.db, key, fingerprint, lines, above)
}

interface Chunk {
  /** Of the lines behind the header, from 0. */
  readonly first: number
  readonly lines: readonly CsvLine[]
}

/** Of the lines behind the header. */
async function* chunks(lines: AsyncIterable<CsvLine>, size: number): AsyncGenerator<Chunk> {
  let [first, some] = [0, [] as CsvLine[]]
  let isHeader = true
  for await (const line of lines) {
    if (isHeader) {
      isHeader = false
      continue
    }
    some.push(line)
    if (some.length < size) continue
    yield { first, lines: some }
    first += size
    some = []
  }
  if (some.length > 0) yield { first, lines: some }
}

/** A line that is ready to be written, or what is wrong with it. */
type Prepared = { readonly line: number } & (
  | { readonly write: RowWrite; readonly isNew: boolean; readonly body: Readonly<Record<string, unknown>> }
  | { readonly error: ApiError }
)

async function prepare({ api, resource, origin, on }: Import, toBody: ToBody, line: CsvLine): Promise<Prepared> {
  try {
    const body = toBody(line)
    if (on) return { line: line.line, body, ...(await prepareUpsert(api, resource, origin, body, on)) }
    return { line: line.line, body, write: await prepareCreate(api, resource, origin, body), isNew: true }
  } catch (error) {
    return { line: line.line, error: ofThisLine(error) }
  }
}

/** @throws what would fail for the others, too */
function ofThisLine(error: unknown): ApiError {
  if (error instanceof ApiError && error.status < 500) return error
  throw error
}

/**
 * Looks at every line that is not done.
 *
 * @returns how many there are, done ones too
 * @throws ApiError `invalid_lines`
 */
async function check(task: Import, toBody: ToBody, done: number, assertWanted: () => void): Promise<number> {
  let [lines, wrong] = [0, 0]
  const errors: FieldError[] = []
  for await (const some of chunks(task.read(), AT_ONCE)) {
    lines += some.lines.length
    assertWanted()
    if (task.isSkipping) continue
    for (const problem of await checkSome(task, toBody, some.lines.slice(Math.max(0, done - some.first)))) {
      wrong++
      if (errors.length < MOST_PROBLEMS) errors.push(...placesOf(problem))
    }
  }
  const [first] = errors
  if (!first) return lines
  const detail =
    `${wrong} of ${lines} lines cannot be stored. Line ${first.line}: ${described(first)} Nothing ` +
    `${done > 0 ? 'more ' : ''}was stored; correct the file, or store the other lines with errors=skip.`
  throw new ApiError('invalid_lines', detail, { errors: errors.slice(0, MOST_PROBLEMS) })
}

interface Wrong {
  readonly line: number
  readonly error: ApiError
}

function placesOf({ line, error: { errors, message } }: Wrong): FieldError[] {
  return errors.length > 0 ? errors.map((each) => ({ line, ...each })) : [{ line, detail: message }]
}

function described({ pointer, detail }: FieldError): string {
  return pointer === undefined ? detail : `${pointer.slice(1)}: ${detail}`
}

async function checkSome(task: Import, toBody: ToBody, lines: readonly CsvLine[]): Promise<Wrong[]> {
  const prepared: Prepared[] = []
  for (const line of lines) prepared.push(await prepare(task, toBody, line))
  const wrong: Wrong[] = []
  await inTransaction(task.api.db, 'check', async (session) => {
    for (const each of prepared) {
      const { line } = each
      if ('error' in each) wrong.push(each)
      else {
        await each.write.perform(session, true).catch((error: unknown) => {
          wrong.push({ line, error: ofThisLine(each.write.describe(error)) })
        })
      }
    }
  })
  return wrong
}

/** What became of some lines. */
interface Outcome {
  readonly created: number
  readonly updated: number
  readonly problems: readonly LineProblem[]
  readonly performed: readonly Performed[]
}

class Writing {
  readonly #task: Import
  readonly #toBody: ToBody
  readonly #id: string | undefined
  progress: Progress
  /** Of an import of which nothing is noted. */
  problems: LineProblem[] = []
  /** Lines that come next may be stored already, by who could not note it. */
  mayBeStored = false

  constructor(task: Import, toBody: ToBody, id: string | undefined, progress: Progress) {
    this.#task = task
    this.#toBody = toBody
    this.#id = id
    this.progress = progress
  }

  /** Those that are not done. */
  async write({ first, lines }: Chunk): Promise<void> {
    for (;;) {
      const left = lines.slice(Math.max(0, this.progress.done - first))
      if (left.length === 0) return
      const prepared: Prepared[] = []
      for (const line of left) prepared.push(await prepare(this.#task, this.#toBody, line))
      await this.#writeSome(prepared)
    }
  }

  async #writeSome(prepared: readonly Prepared[]): Promise<void> {
    const { api, run } = this.#task
    const outcome = await attempting(() =>
      inTransaction(api.db, run, (session) => this.#perform(session, prepared)).catch((error: unknown) => {
        this.mayBeStored = true
        throw error
      }),
    )
    this.mayBeStored = false
    if (!outcome) {
      // Somebody else has done them, or this one, whose COMMIT was thought lost.
      this.progress = (await readImport(api.db, this.#id ?? '')).progress
      return
    }
    const { created, updated, problems, performed } = outcome
    if (run === 'commit') for (const { committed } of performed) await committed()
    const { progress } = this
    this.progress = {
      ...progress,
      done: progress.done + prepared.length,
      created: progress.created + created,
      updated: progress.updated + updated,
      failed: progress.failed + problems.length,
    }
    if (this.#id === undefined) this.problems = [...this.problems, ...problems].slice(0, MOST_PROBLEMS)
  }

  async #perform(session: Session, prepared: readonly Prepared[]): Promise<Outcome | undefined> {
    const { api, resource, run } = this.#task
    const claimed = this.#id === undefined ? undefined : await claimLines(session, this.#id, this.progress.done)
    if (this.#id !== undefined && !claimed) return undefined
    const looksForStored = this.mayBeStored && !api.canRollBack(resource.table)
    let lastNumber = claimed?.lastNumber ?? null
    let [created, updated] = [0, 0]
    const performed: Performed[] = []
    const problems: LineProblem[] = []
    for (const each of prepared) {
      const stored = looksForStored ? await this.#findStored(session, each, lastNumber) : undefined
      const done = stored ?? (await this.#performOne(session, each, run))
      if (done instanceof ApiError) {
        problems.push({ line: each.line, problem: problemOf({ line: each.line }, done) })
        continue
      }
      performed.push(done)
      if ('isNew' in each && each.isNew) created++
      else updated++
      if (done.answer.segment !== undefined && numberColumn(resource)) lastNumber = done.answer.segment
    }
    if (this.#id !== undefined) {
      const step = { done: prepared.length, created, updated, problems, lastNumber: lastNumber ?? undefined }
      await noteStep(session, this.#id, step)
    }
    return { created, updated, problems, performed }
  }

  /** What fails is taken back alone, as far as the table can. */
  async #performOne(session: Session, prepared: Prepared, run: Run): Promise<Performed | ApiError> {
    if ('error' in prepared) return prepared.error
    const { write } = prepared
    await session.write({ sql: 'savepoint a2b_line', parameters: [] })
    try {
      return await write.perform(session, run === 'check')
    } catch (error) {
      if (mayPass(error)) throw error
      const reason = ofThisLine(write.describe(error))
      await session.write({ sql: 'rollback to savepoint a2b_line', parameters: [] })
      return reason
    }
  }

  /** The row that an interrupted import has stored of this line; what it could not record is recorded now. */
  async #findStored(session: Session, prepared: Prepared, above: string | null): Promise<Performed | undefined> {
    const { api, resource, origin } = this.#task
    if ('error' in prepared || !prepared.isNew) return undefined
    const { body } = prepared
    const segment = await findStored(session, resource, parseCreate(resource, body), above)
    if (segment === undefined) return undefined
    const row = await readWhole(api, session, resource, parseKey(resource, segment))
    const isNamed = (column: Column): boolean => fieldOf(column) in body || resource.primaryKey.includes(column.name)
    const changes = changesBetween(wholeOf(resource).columns, undefined, row?.cells, isNamed)
    const record = { operation: 'create', resource: resource.name, key: segment, changes } as const
    await api.audit.record(session, origin, record)
    return { answer: { json: '', segment }, committed: async () => {} }
  }
}
