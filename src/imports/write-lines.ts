/**
 * Lines -> rows, some at a time, in a transaction that notes them as done: whoever else is at work on the same import
 * waits for that, and finds them done.
 */
import { attempting, isUnknownOutcome, mayPass } from '../db/attempts.ts'
import type { Session } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import { fieldOf } from '../resources/resource.ts'
import type { Performed, RowWrite } from '../resources/row-write.ts'
import { prepareAdoption, prepareCreate } from '../resources/rows.ts'
import { inTransaction } from '../resources/run.ts'
import { problemOf } from '../resources/several.ts'
import { findUpserted } from '../resources/upsert.ts'
import { parseCreate } from '../resources/write-body.ts'
import {
  type BegunLines,
  forgetBegun,
  forgetBegunUntil,
  keyIn,
  lookAtStored,
  nextNumber,
  noteBegun,
  numberedBy,
  readBegunLines,
} from './begun-lines.ts'
import type { ToBody } from './columns.ts'
import type { CsvLine } from './csv-lines.ts'
import { claimLines, type LineProblem, MOST_PROBLEMS, noteStep, type Progress, readImport } from './ledger.ts'
import {
  type Body,
  type Chunk,
  type Import,
  ofThisLine,
  prepareBody,
  prepareLine,
  type Ready,
  type Wrong,
} from './task.ts'

/** What became of a line. */
type Outcome = { readonly performed: Performed; readonly isNew: boolean } | ApiError

interface Step {
  readonly created: number
  readonly updated: number
  readonly problems: readonly LineProblem[]
  readonly performed: readonly Performed[]
}

export class LineWriter {
  readonly #task: Import
  readonly #toBody: ToBody
  /** Of the import; undefined where nothing is noted. */
  readonly #id: string | undefined
  /** Lines are noted before they are stored, because nothing takes them back. */
  readonly #notesLines: boolean
  #progress: Progress
  /** Of an import of which nothing is noted. */
  #problems: readonly LineProblem[] = []

  constructor(task: Import, toBody: ToBody, id: string | undefined, progress: Progress) {
    this.#task = task
    this.#toBody = toBody
    this.#id = id
    this.#notesLines = id !== undefined && !task.api.canRollBack(task.resource.table)
    this.#progress = progress
  }

  get progress(): Progress {
    return this.#progress
  }

  get problems(): readonly LineProblem[] {
    return this.#problems
  }

  /** Those of the lines that are not done. */
  async write({ first, lines }: Chunk): Promise<void> {
    for (;;) {
      const left = lines.slice(Math.max(0, this.#progress.done - first))
      if (left.length === 0) return
      await this.#writeStep(left)
    }
  }

  async #writeStep(lines: readonly CsvLine[]): Promise<void> {
    const { api, run } = this.#task
    let lost: Step | undefined
    const step = await attempting(async () => {
      let made: Step | undefined
      try {
        return await inTransaction(api.db, run, async (session) => (made = await this.#performStep(session, lines)))
      } catch (error) {
        if (isUnknownOutcome(error)) lost = made
        throw error
      }
    })
    // What nobody knew the COMMIT of was done after all, or somebody else has done these lines.
    const done = step ?? lost
    if (run === 'commit') for (const { committed } of done?.performed ?? []) await committed()
    if (step) this.#add(lines.length, step)
    else this.#progress = (await readImport(api.db, this.#id ?? '')).progress
    const last = lines.at(-1)
    if (this.#notesLines && last) await forgetBegunUntil(api.db, this.#id ?? '', last.line)
  }

  #add(lines: number, { created, updated, problems }: Step): void {
    const progress = this.#progress
    this.#progress = {
      ...progress,
      done: progress.done + lines,
      created: progress.created + created,
      updated: progress.updated + updated,
      failed: progress.failed + problems.length,
    }
    if (this.#id === undefined) this.#problems = [...this.#problems, ...problems].slice(0, MOST_PROBLEMS)
  }

  /** @returns undefined where somebody else has done the lines */
  async #performStep(session: Session, lines: readonly CsvLine[]): Promise<Step | undefined> {
    if (this.#id !== undefined && !(await claimLines(session, this.#id, this.#progress.done))) return undefined
    const begun = this.#notesLines ? await readBegunLines(session, this.#id ?? '', lines[0]?.line ?? 0) : NONE
    let [created, updated] = [0, 0]
    const performed: Performed[] = []
    const problems: LineProblem[] = []
    for (const line of lines) {
      const outcome = this.#notesLines
        ? await this.#performNoted(session, line, begun)
        : await this.#perform(session, await prepareLine(this.#task, this.#toBody, line, session))
      if (outcome instanceof ApiError) {
        problems.push({ line: line.line, problem: problemOf({ line: line.line }, outcome) })
        continue
      }
      performed.push(outcome.performed)
      if (outcome.isNew) created++
      else updated++
    }
    if (this.#id !== undefined) await noteStep(session, this.#id, { done: lines.length, created, updated, problems })
    return { created, updated, problems, performed }
  }

  /** What fails is taken back alone, as far as the table can. */
  async #perform(session: Session, prepared: Ready | Wrong): Promise<Outcome> {
    if ('error' in prepared) return prepared.error
    const { line, write, isNew, body } = prepared
    const failed = await this.#performWrite(session, write)
    if (!(failed instanceof ApiError)) return { performed: failed, isNew }
    if (!isNew || !this.#task.on || failed.code !== 'duplicate_key') return failed
    // A line before, or somebody else, has created the row meanwhile: it is changed then.
    const now = await prepareBody(this.#task, line, body, session).catch(ofThisLine)
    if (now instanceof ApiError) return now
    if (now.isNew) return failed
    const performed = await this.#performWrite(session, now.write)
    return performed instanceof ApiError ? performed : { performed, isNew: false }
  }

  async #performWrite(session: Session, write: RowWrite): Promise<Performed | ApiError> {
    await session.write({ sql: 'savepoint a2b_line', parameters: [] })
    try {
      return await write.perform(session, this.#task.run === 'check')
    } catch (error) {
      if (mayPass(error)) throw error
      const reason = ofThisLine(write.describe(error))
      await session.write({ sql: 'rollback to savepoint a2b_line', parameters: [] })
      return reason
    }
  }

  /** On a table that cannot roll back. */
  async #performNoted(session: Session, line: CsvLine, begun: BegunLines): Promise<Outcome> {
    let body: Body
    try {
      body = this.#toBody(line)
      const key = begun.get(line.line)
      const adopted = key === undefined ? undefined : await this.#adopt(session, body, key)
      return adopted ?? (await this.#storeNoted(session, line.line, body))
    } catch (error) {
      if (mayPass(error)) throw error
      return ofThisLine(error)
    }
  }

  /** Tries again with another number where somebody else has taken it. */
  async #storeNoted(session: Session, line: number, body: Body): Promise<Outcome> {
    const { api, resource, origin, on } = this.#task
    const id = this.#id ?? ''
    const column = numberedBy(resource, body)
    const field = column && fieldOf(column)
    for (let attempt = 1; ; attempt++) {
      const isThere = on && (await findUpserted(api, resource, body, on, session)) !== undefined
      // A change may be made twice.
      if (isThere) return this.#perform(session, await prepareBody(this.#task, line, body, session))
      const whole = column && field ? { ...body, [field]: await nextNumber(session, resource, column) } : body
      await noteBegun(session, id, line, keyIn(resource, parseCreate(resource, whole)))
      const write = await prepareCreate(api, resource, origin, whole)
      const outcome = await this.#perform(session, { line, body, write, isNew: true })
      if (!(outcome instanceof ApiError) || write.isKept()) return outcome
      await forgetBegun(session, id, line)
      const isTaken = outcome.code === 'duplicate_key' && outcome.errors.some(({ pointer }) => pointer === `/${field}`)
      if (!isTaken || attempt === MOST_NUMBERS) return outcome
    }
  }

  /**
   * What became of a line that was begun and never noted as done.
   *
   * @returns undefined where it was not stored
   */
  async #adopt(session: Session, body: Body, key: string | null): Promise<Outcome | undefined> {
    const { api, resource, origin } = this.#task
    if (key === null) return inDoubt(resource.name, undefined)
    const column = numberedBy(resource, body)
    const whole = column ? { ...body, [fieldOf(column)]: key } : body
    const stored = await lookAtStored(session, resource, whole, key)
    if (stored === 'none') return undefined
    if (stored === 'other') return inDoubt(resource.name, key)
    const write = await prepareAdoption(api, resource, origin, whole, key)
    const performed = await this.#performWrite(session, write)
    if (performed instanceof ApiError) return performed
    return { performed, isNew: true }
  }
}

const NONE: BegunLines = new Map()

/** More than anybody takes while one row is stored. */
const MOST_NUMBERS = 20

function inDoubt(name: string, key: string | undefined): ApiError {
  const where =
    key === undefined ? 'under a key that only the database knows' : `as ${name} ${key}, which has other values now`
  const detail =
    `The import was broken off while this line was stored, maybe ${where}. Look whether it is there; it was not stored ` +
    'again.'
  return new ApiError('outcome_unknown', detail)
}
