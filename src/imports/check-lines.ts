/** Looks at every line of a file before any is stored. */
import { ApiError, type FieldError } from '../errors.ts'
import { inTransaction } from '../resources/run.ts'
import type { ToBody } from './columns.ts'
import type { CsvLine } from './csv-lines.ts'
import { MOST_PROBLEMS } from './ledger.ts'
import { chunksOf, type Import, ofThisLine, prepareLine, type Wrong } from './task.ts'

/**
 * @param done - lines that need not be looked at
 * @returns how many lines there are, done ones too
 * @throws ApiError `invalid_lines`, with what is wrong with each
 */
export async function checkLines(
  task: Import,
  toBody: ToBody,
  done: number,
  assertWanted: () => void,
): Promise<number> {
  let lines = 0
  const wrong: Wrong[] = []
  for await (const { first, lines: some } of chunksOf(task)) {
    lines += some.length
    assertWanted()
    if (!task.isSkipping) wrong.push(...(await checkSome(task, toBody, some.slice(Math.max(0, done - first)))))
    // Nobody corrects so many by hand: the file is of something else.
    if (wrong.length >= MOST_PROBLEMS) throw refusal(wrong, `of the first ${lines} lines`, done)
  }
  if (wrong.length > 0) throw refusal(wrong, `of ${lines} lines`, done)
  return lines
}

async function checkSome(task: Import, toBody: ToBody, lines: readonly CsvLine[]): Promise<Wrong[]> {
  const wrong: Wrong[] = []
  await inTransaction(task.api.db, 'check', async (session) => {
    for (const each of lines) {
      const prepared = await prepareLine(task, toBody, each, session)
      const { line } = prepared
      if ('error' in prepared) wrong.push(prepared)
      else {
        await prepared.write.perform(session, true).catch((error: unknown) => {
          wrong.push({ line, error: ofThisLine(prepared.write.describe(error)) })
        })
      }
    }
  })
  return wrong
}

function refusal(wrong: readonly Wrong[], of: string, done: number): ApiError {
  const errors = wrong.flatMap(placesOf).slice(0, MOST_PROBLEMS)
  const [first] = errors
  const detail =
    `${wrong.length} ${of} cannot be stored. Line ${first?.line}: ${first && described(first)} Nothing ` +
    `${done > 0 ? 'more ' : ''}was stored; correct the file, or store the other lines with errors=skip.`
  return new ApiError('invalid_lines', detail, { errors })
}

function placesOf({ line, error: { errors, message } }: Wrong): FieldError[] {
  return errors.length > 0 ? errors.map((each) => ({ line, ...each })) : [{ line, detail: message }]
}

function described({ pointer, detail }: FieldError): string {
  return pointer === undefined ? detail : `${pointer.slice(1)}: ${detail}`
}
