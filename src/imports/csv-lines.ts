/** A file of CSV -> its lines as cells, each with the number under which a person finds it. */
import { Readable, pipeline } from 'node:stream'
import { CsvError, type InfoRecord, type Options, parse } from 'csv-parse'
import { ApiError } from '../errors.ts'

/** Undefined where nothing stands, `''` where `""` does. */
export type CsvCell = string | undefined

export interface CsvLine {
  /** In the file, from 1; of a cell that goes over several, the first. */
  readonly line: number
  readonly cells: readonly CsvCell[]
}

/**
 * Lines of nothing but empty cells are passed over. What separates cells is found out from the first line: a comma, a semicolon or
 * a tab.
 *
 * @param lineLimit - characters
 * @throws ApiError `malformed_csv`, with the line
 */
export async function* readLines(bytes: AsyncIterable<Buffer>, lineLimit: number): AsyncGenerator<CsvLine> {
  const text = decode(bytes)
  const head = await headOf(text, lineLimit)
  // In the file, of the record that comes next; and by how many the parser counts too much.
  let [next, surplus] = [1, 0]
  const toLine = (cells: readonly CsvCell[], { lines }: InfoRecord): CsvLine => {
    const [breaks, both] = breaksIn(cells)
    // It takes CR LF within quotes for two.
    surplus += both
    next = lines - surplus + 1
    return { line: next - 1 - breaks, cells: cells.length > MOST_CELLS ? cells.slice(0, MOST_CELLS) : cells }
  }
  const parser = parse({
    cast: (value, { quoting }) => (value === '' && !quoting ? undefined : value),
    delimiter: delimiterIn(head),
    max_record_size: lineLimit,
    // Whose types know of records that are made to objects in another way only.
    on_record: toLine as unknown as NonNullable<Options['on_record']>,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  })
  // What fails anywhere is thrown where the lines are read.
  pipeline(Readable.from(joined(head, text)), parser, () => undefined)
  try {
    for await (const line of parser as AsyncIterable<CsvLine>) {
      // Spreadsheets write such lines where rows were emptied.
      if (line.cells.some((cell) => cell !== undefined)) yield line
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, next, lineLimit) : error
  }
}

/** Of a line; one with more is told to have too many, and is not kept whole until then. */
const MOST_CELLS = 5000

/** What has come when the first line has ended, or is too long. */
async function headOf(text: AsyncIterator<string>, lineLimit: number): Promise<string> {
  let head = ''
  while (!/[^\r\n][\r\n]/.test(head) && head.length <= lineLimit) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  return head
}

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  const next = (piece?: Buffer): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined })
    } catch (cause) {
      const what = 'is not UTF-8. Save the file as UTF-8; spreadsheets call that "CSV UTF-8"'
      throw malformed(line, `Something from this line on ${what}.`, cause)
    }
  }
  for await (const piece of bytes) {
    const text = next(piece)
    yield text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line++
  }
  yield next()
}

/** The first that stands in the first line: names of columns have none of them. */
function delimiterIn(text: string): string {
  return /^[\r\n]*[^\r\n]*?([,;\t])/.exec(text)?.[1] ?? ','
}

/** @returns lines that a record goes over beside its first, and how many of them end by CR LF */
function breaksIn(cells: readonly CsvCell[]): [breaks: number, both: number] {
  let [breaks, both] = [0, 0]
  for (const cell of cells) {
    for (const [found] of cell?.matchAll(/\r\n|\n|\r/g) ?? []) {
      breaks++
      if (found.length === 2) both++
    }
  }
  return [breaks, both]
}

/** @param line - where the record begins that cannot be read */
function unreadable(error: CsvError, line: number, lineLimit: number): unknown {
  switch (error.code) {
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return malformed(
        line,
        'A quote stands where none may, in this line or in a cell that begins in it: a cell with quotes is put in quotes, and each is doubled.',
        error,
      )
    case 'CSV_QUOTE_NOT_CLOSED':
      return malformed(line, 'A quote is opened in this line, or below, and is not closed before the file ends.', error)
    case 'CSV_MAX_RECORD_SIZE':
      return malformed(line, `It has more than ${lineLimit} characters. Maybe a quote is opened and not closed.`, error)
    default:
      return error
  }
}

/** @param detail - a sentence about the line */
export function malformed(line: number, detail: string, cause?: unknown): ApiError {
  return new ApiError('malformed_csv', `Line ${line}: ${detail} Nothing was stored.`, {
    errors: [{ line, detail }],
    cause,
  })
}
