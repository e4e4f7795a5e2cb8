/** What is to be imported, and its lines made ready to be written. */
import type { Session } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import type { Column, Resource } from '../resources/resource.ts'
import type { RowWrite } from '../resources/row-write.ts'
import { prepareCreate } from '../resources/rows.ts'
import type { Run } from '../resources/run.ts'
import { prepareUpsert } from '../resources/upsert.ts'
import type { ColumnOptions, ToBody } from './columns.ts'
import type { CsvLine } from './csv-lines.ts'
import type { ImportKey } from './ledger.ts'

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

export type Body = Readonly<Record<string, unknown>>

/** A line that can be written. */
export interface Ready {
  readonly line: number
  readonly body: Body
  readonly write: RowWrite
  readonly isNew: boolean
}

/** What is wrong with a line. */
export interface Wrong {
  readonly line: number
  readonly error: ApiError
}

/** @param session - as that of {@link prepareBody} */
export async function prepareLine(
  task: Import,
  toBody: ToBody,
  line: CsvLine,
  session: Session,
): Promise<Ready | Wrong> {
  try {
    return await prepareBody(task, line.line, toBody(line), session)
  } catch (error) {
    return { line: line.line, error: ofThisLine(error) }
  }
}

/**
 * @param session - in which a row is looked for that may be there: lines before may have made it
 * @throws ApiError what is wrong with the line
 */
export async function prepareBody(
  { api, resource, origin, on }: Import,
  line: number,
  body: Body,
  session: Session,
): Promise<Ready> {
  if (on) return { line, body, ...(await prepareUpsert(api, resource, origin, body, on, session)) }
  return { line, body, write: await prepareCreate(api, resource, origin, body), isNew: true }
}

/** @throws what would fail for the others, too */
export function ofThisLine(error: unknown): ApiError {
  if (error instanceof ApiError && error.status < 500) return error
  throw error
}

export interface Chunk {
  /** Of the lines behind the one with the names, from 0. */
  readonly first: number
  readonly lines: readonly CsvLine[]
}

/** Lines that are written in one transaction: their rows are locked that long, and one round trip notes them. */
const AT_ONCE = 100

/** The lines behind the one with the names. */
export async function* chunksOf({ read }: Pick<Import, 'read'>): AsyncGenerator<Chunk> {
  let [first, some] = [0, [] as CsvLine[]]
  let isHeader = true
  for await (const line of read()) {
    if (isHeader) {
      isHeader = false
      continue
    }
    some.push(line)
    if (some.length < AT_ONCE) continue
    yield { first, lines: some }
    first += AT_ONCE
    some = []
  }
  if (some.length > 0) yield { first, lines: some }
}
