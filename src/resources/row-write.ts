/**
 * A write of one row: made ready, then carried out in a transaction, by itself or with others.
 *
 * Around it are what plugins do, and the audit's record of it. On tables that cannot roll back the write itself is done
 * as soon as it is made; the error says so where that matters.
 */
import type { Cell, Session } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import { changesBetween } from './changes.ts'
import { hookedValues } from './hooked-values.ts'
import type { ResourceHooks, Values, WriteEvent } from './hooks.ts'
import type { Answered, WholeRow } from './read-row.ts'
import { type Column, fieldOf, type Resource, wholeOf } from './resource.ts'
import { inTransaction, type Run } from './run.ts'
import { resetSql } from './session-variables.ts'
import type { Assignment } from './write-body.ts'
import { describeWriteError } from './write-errors.ts'

/** A write that can be made: its body is in order, and no plugin has refused it. */
export interface RowWrite {
  /**
   * In a transaction, on its connection.
   *
   * @param isCheck - everything is looked at, and nothing done; hooks of the transaction are not asked
   */
  perform(session: Session, isCheck: boolean): Promise<Performed>
  /** @returns what to throw instead of an error of {@link perform}, or of the COMMIT: it says, too, what stays of the write */
  describe(error: unknown): unknown
  /** That the write was made on a table that cannot roll back, whatever has failed since. */
  isKept(): boolean
}

export interface Performed {
  readonly answer: Answered
  /** What is done once the transaction has ended well. */
  committed(): Promise<void>
}

/** @throws ApiError when nothing was stored, or says what stays of it on a table that cannot roll back */
export async function writeAlone({ db }: Api, write: RowWrite, run: Run): Promise<Answered> {
  const work = (session: Session): Promise<Performed> => write.perform(session, run === 'check')
  const performed = await inTransaction(db, run, work).catch((error: unknown) => {
    throw write.describe(error)
  })
  if (run === 'commit') await performed.committed()
  return performed.answer
}

/**
 * All of them or none; for tables that can roll back, and dry runs.
 *
 * @param locate - makes of what the write with this number failed with what the client is told
 */
export async function writeTogether(
  { db }: Api,
  writes: readonly RowWrite[],
  run: Run,
  locate: (index: number, error: unknown) => unknown,
): Promise<Answered[]> {
  const done = await inTransaction(db, run, async (session) => {
    const performed: Performed[] = []
    for (const [index, write] of writes.entries()) {
      const one = await write.perform(session, run === 'check').catch((error: unknown) => {
        throw locate(index, write.describe(error))
      })
      performed.push(one)
    }
    return performed
  })
  if (run === 'commit') for (const { committed } of done) await committed()
  return done.map(({ answer }) => answer)
}

/** A row to write to, with a body that is in order and that no plugin has refused. */
export interface Write {
  readonly resource: Resource
  readonly event: WriteEvent
  readonly hooks: ResourceHooks
  readonly assignments: readonly Assignment[]
  readonly parseBody: ParseBody
}

export type ParseBody = (resource: Resource, body: unknown) => Assignment[]

/** What is wrong with a body is said before any plugin is asked; plugins may set what the caller does not see. */
export async function begin(
  api: Api,
  resource: Resource,
  origin: Origin,
  operation: WriteEvent['operation'],
  key: string | null,
  body: unknown,
  parseBody: ParseBody,
): Promise<Write> {
  const assignments = parseBody(resource, body)
  const hooks = api.hooks.of(resource.name) ?? {}
  const values = hookedValues(resource, body as object)
  const canRollBack = api.canRollBack(resource.table)
  const event: WriteEvent = { origin, resource: wholeOf(resource), operation, key, values, canRollBack }
  const changed = operation === 'delete' ? undefined : await hooks.validate?.(event)
  if (!changed) return { resource, event, hooks, assignments, parseBody }
  return {
    resource,
    event: { ...event, values: changed },
    hooks,
    assignments: parseBody(event.resource, changed),
    parseBody,
  }
}

interface Tools extends Pick<Write, 'hooks' | 'event'> {
  /** Nothing is to be written. */
  readonly isCheck: boolean
  /** What is to be written after a hook has had its say. */
  parse(changed: Values | void): Promise<{ readonly values: Values; readonly assignments: readonly Assignment[] }>
  /** From here on a table that cannot roll back keeps what was done. */
  wrote(): void
}

interface Outcome {
  /** Absent where there was nothing to do. */
  readonly done?: WriteEvent & { readonly key: string; readonly row: Readonly<Record<string, Cell>> }
  readonly before?: WholeRow
  readonly after?: WholeRow
  readonly answer: Answered
}

/** @param work - the write itself; it says when that is made */
export function rowWrite(
  api: Api,
  { resource, event, hooks, assignments, parseBody }: Write,
  work: (session: Session, tools: Tools) => Promise<Outcome>,
): RowWrite {
  const { resetVariables = [], columns } = event.resource
  let hasWritten = false
  const toolsFor = (isCheck: boolean): Tools => ({
    hooks: isCheck ? {} : hooks,
    event,
    isCheck,
    async parse(changed) {
      return changed
        ? { values: changed, assignments: parseBody(event.resource, changed) }
        : { values: event.values, assignments }
    },
    wrote() {
      hasWritten = true
    },
  })
  const attempt = async (session: Session, isCheck: boolean): Promise<Performed> => {
    hasWritten = false
    // On the connection of the write: A2Billing's triggers read what an earlier one may have left there.
    if (resetVariables.length > 0 && !isCheck) await session.write({ sql: resetSql(resetVariables), parameters: [] })
    const { done, before, after, answer } = await work(session, toolsFor(isCheck))
    if (!done) return { answer, committed: async () => {} }
    const isNamed = (column: Column): boolean =>
      done.operation === 'delete' || fieldOf(column) in done.values || resource.primaryKey.includes(column.name)
    const changes = changesBetween(columns, before?.cells, after?.cells, isNamed)
    await api.audit.record(session, done.origin, {
      operation: done.operation,
      resource: resource.name,
      key: done.key,
      changes,
    })
    return { answer, committed: async () => hooks.afterCommit?.(done) }
  }
  const isKept = (): boolean => hasWritten && !event.canRollBack
  return {
    perform: attempt,
    describe(error) {
      const described = describeWriteError(error, resource)
      return isKept() ? keptAllTheSame(described, resource) : described
    },
    isKept,
  }
}

function keptAllTheSame(error: unknown, { name, table }: Resource): unknown {
  const detail = `The ${name} itself was written and stays so: the table ${table} cannot roll back.`
  if (!(error instanceof ApiError)) return new Error(detail, { cause: error })
  const { code, message, errors, headers, shortText } = error
  return new ApiError(code, `${message} ${detail}`, { errors, headers, error: shortText, cause: error })
}
