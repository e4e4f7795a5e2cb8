/**
 * The lines of a file -> rows, each as if it came in a request of its own.
 *
 * First every line is looked at, and when something is wrong with any, nothing is stored. Then they are written. What
 * only the write shows, a name that is taken say, fails for its line alone.
 */
import { checkLines } from './check-lines.ts'
import { readHeader, type ToBody } from './columns.ts'
import { malformed } from './csv-lines.ts'
import { assertSame, beginImport, findImport, type LineProblem, problemsOf, type Progress } from './ledger.ts'
import { chunksOf, type Import } from './task.ts'
import { LineWriter } from './write-lines.ts'

export interface Report extends Progress {
  readonly problems: readonly LineProblem[]
}

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
  const { db } = task.api
  const known = task.key && (await findImport(db, task.key))
  if (known) assertSame(known, task.fingerprint)
  const done = known?.progress.done ?? 0
  const toBody = await headerOf(task)
  const lines = done === known?.progress.lines ? done : await checkLines(task, toBody, done, assertWanted)
  const begun = known ?? (task.key && (await beginImport(db, task.key, task.fingerprint, lines)))
  const nothing: Progress = { lines, done: 0, created: 0, updated: 0, failed: 0 }
  const writer = new LineWriter(task, toBody, begun?.id, begun?.progress ?? nothing)
  await onProgress(writer.progress)
  for await (const some of chunksOf(task)) {
    if (some.first + some.lines.length <= writer.progress.done) continue
    assertWanted()
    await writer.write(some)
    await onProgress(writer.progress)
  }
  return { ...writer.progress, problems: begun ? await problemsOf(db, begun.id) : writer.problems }
}

async function headerOf({ read, resource, ...options }: Import): Promise<ToBody> {
  for await (const first of read()) return readHeader(resource, first, options)
  throw malformed(1, 'The file is empty. Its first line must have the names of the columns.')
}
