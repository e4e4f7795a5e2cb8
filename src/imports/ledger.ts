/**
 * How far an import has come: the tables `a2b_import` and `a2b_import_problem`.
 *
 * Lines are claimed in the transaction that writes them, so whoever else is at work on the same import waits, and finds
 * them done.
 */
import type { Row, Session } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'

/** Lines by what became of them; those without anything do not count. */
export interface Progress {
  /** Of the file, without the first. */
  readonly lines: number
  /** In their order: created, updated or failed. */
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly failed: number
}

/** A line that was not stored. */
export interface LineProblem {
  readonly line: number
  /** JSON. */
  readonly problem: string
}

export interface ImportKey {
  readonly userId: number
  readonly resource: string
  readonly idempotencyKey: string
}

export interface ImportEntry {
  readonly id: string
  readonly fingerprint: string
  readonly progress: Progress
}

export interface Step {
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly problems: readonly LineProblem[]
}

/** Days after the last step for which one can go on. */
const KEPT_DAYS = 30
const SINCE = `now() - interval ${KEPT_DAYS} day`

const SELECT = 'select id, fingerprint, total, done, created, updated, failed from a2b_import'

export async function findImport(session: Session, key: ImportKey): Promise<ImportEntry | undefined> {
  const { userId, resource, idempotencyKey } = key
  const sql = `${SELECT} where user_id = ? and resource = ? and idempotency_key = ? and touched_at >= ${SINCE}`
  return entryOf((await session.readRows({ sql, parameters: [userId, resource, idempotencyKey] }))[0])
}

/** @throws Error when it is gone */
export async function readImport(session: Session, id: string): Promise<ImportEntry> {
  const entry = entryOf(
    (await session.readRows({ sql: `${SELECT} where id = ?`, parameters: [new NumericLiteral(id)] }))[0],
  )
  if (!entry) throw new Error(`The import ${id} was removed while it was carried out`)
  return entry
}

function entryOf(row: Row | undefined): ImportEntry | undefined {
  if (!row) return undefined
  const [id, fingerprint, ...counts] = row
  const [lines = 0, done = 0, created = 0, updated = 0, failed = 0] = counts.map(Number)
  return { id: String(id), fingerprint: String(fingerprint), progress: { lines, done, created, updated, failed } }
}

/** @returns the one that there is, where somebody was faster */
export async function beginImport(
  session: Session,
  key: ImportKey,
  fingerprint: string,
  lines: number,
): Promise<ImportEntry> {
  const { userId, resource, idempotencyKey } = key
  await session.write({
    sql:
      'delete i, p from a2b_import i left join a2b_import_problem p on p.import_id = i.id ' +
      `where i.touched_at < ${SINCE}`,
    parameters: [],
  })
  const insert = {
    sql: 'insert into a2b_import (user_id, resource, idempotency_key, fingerprint, total) values (?, ?, ?, ?, ?)',
    parameters: [userId, resource, idempotencyKey, fingerprint, lines],
  }
  await session.write(insert).catch((error: unknown) => {
    if (errorNumber(error) !== DUPLICATE) throw error
  })
  const entry = await findImport(session, key)
  if (!entry) throw new Error('An import was removed while it was begun')
  return assertSame(entry, fingerprint)
}

const DUPLICATE = 1062

/** @throws ApiError `idempotency_key_reused` */
export function assertSame(entry: ImportEntry, fingerprint: string): ImportEntry {
  if (entry.fingerprint === fingerprint) return entry
  const detail =
    'This Idempotency-Key was sent before with another file, or with other parameters. Nothing was stored; use a new key ' +
    'for another import.'
  throw new ApiError('idempotency_key_reused', detail)
}

/** Waits for who is at work on these lines. @returns false where they are done by then */
export async function claimLines(session: Session, id: string, done: number): Promise<boolean> {
  const sql = 'select 1 from a2b_import where id = ? and done = ? for update'
  const rows = await session.readRows({ sql, parameters: [new NumericLiteral(id), done] })
  return rows.length > 0
}

/** Problems that are kept of an import; the others are counted. */
export const MOST_PROBLEMS = 1000

/** In the transaction that has claimed the lines. */
export async function noteStep(session: Session, id: string, step: Step): Promise<void> {
  const { done, created, updated, problems } = step
  await session.write({
    sql: 'update a2b_import set done = done + ?, created = created + ?, updated = updated + ?, failed = failed + ? where id = ?',
    parameters: [done, created, updated, problems.length, new NumericLiteral(id)],
  })
  const kept = problems.length === 0 ? [] : await roomFor(session, id, problems)
  for (const { line, problem } of kept) {
    const sql = 'insert into a2b_import_problem (import_id, line, problem) values (?, ?, ?)'
    await session.write({ sql, parameters: [new NumericLiteral(id), line, problem] })
  }
}

async function roomFor(
  session: Session,
  id: string,
  problems: readonly LineProblem[],
): Promise<readonly LineProblem[]> {
  const sql = 'select count(*) from a2b_import_problem where import_id = ?'
  const [[count] = []] = await session.readRows({ sql, parameters: [new NumericLiteral(id)] })
  return problems.slice(0, Math.max(0, MOST_PROBLEMS - Number(count)))
}

/** @returns the first of them, in the order of the file */
export async function problemsOf(session: Session, id: string): Promise<LineProblem[]> {
  const sql = 'select line, problem from a2b_import_problem where import_id = ? order by line'
  const rows = await session.readRows({ sql, parameters: [new NumericLiteral(id)] })
  return rows.map(([line, problem]) => ({ line: Number(line), problem: String(problem) }))
}
