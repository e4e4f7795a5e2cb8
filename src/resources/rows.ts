/**
 * Single rows created, changed and removed; what is answered is always the row as the database has it.
 *
 * Every write is one transaction with what plugins do around it and with the audit's record of it. On tables that
 * cannot roll back the write itself is done as soon as it is made; the error says so where that matters.
 */
import type { Cell, Session } from '../db/db.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import { changesBetween } from './changes.ts'
import { Refusal } from './codecs/codec.ts'
import { codecOf } from './column-codec.ts'
import { findDependants } from './dependants.ts'
import { hookedValues } from './hooked-values.ts'
import type { ResourceHooks, Values, WriteEvent } from './hooks.ts'
import { assertMatches, hasChanged, type Tags } from './preconditions.ts'
import { type Answered, finding, readRow, readWhole, type WholeRow } from './read-row.ts'
import { type Column, fieldOf, type Resource, wholeOf } from './resource.ts'
import { keyColumns, noSuchRow, parseKey, writeKey } from './row-key.ts'
import { deleteRow, insertRow, updateRow } from './row-statements.ts'
import { assertWithinScope } from './scoped-write.ts'
import { type Assignment, isNumbered, parseCreate, parseUpdate } from './write-body.ts'
import { describeInsertError, describeWriteError } from './write-errors.ts'

type Key = readonly Bindable[]

/**
 * @returns the new row as JSON, with what the database filled in
 * @throws ApiError as {@link parseCreate}, and `duplicate_key`; nothing is stored then
 */
export async function createRow(api: Api, resource: Resource, origin: Origin, body: unknown): Promise<Answered> {
  const write = await begin(api, resource, origin, 'create', null, body, parseCreate)
  return run(api, write, async (session, { hooks, event, parse, wrote }) => {
    const { values, assignments } = await parse(await hooks.beforeCreate?.({ ...event, db: session.kysely }))
    const complete = await withMadeKeys(session, resource, assignments)
    await assertWithinScope(api, session, resource, complete)
    const { insertId } = await session.write(insertRow(api, resource, complete)).catch((error: unknown) => {
      throw describeInsertError(
        error,
        resource,
        complete.map(({ column }) => column.name),
      )
    })
    wrote()
    const key = keyOfNew(resource, complete, insertId)
    const row = await readWhole(api, session, resource, key)
    if (row === undefined) {
      const detail = `The new ${resource.name} was stored, but removed or given another key before it could be read.`
      throw new ApiError('not_found', detail)
    }
    const done = { ...event, values, key: writeKey(key), row: row.byName }
    await hooks.afterCreate?.({ ...done, db: session.kysely })
    return { done, after: row, answer: { json: row.seenBy(origin.caller), tag: row.tag } }
  })
}

/**
 * Sets the columns that the body names and no others.
 *
 * @param tags - that the row may have; absent where it may be anything
 * @returns the row as JSON
 * @throws ApiError `not_found` before anything in the body is looked at; as {@link parseUpdate}; `duplicate_key`;
 *   `precondition_failed`
 */
export async function updateRowByKey(
  api: Api,
  resource: Resource,
  origin: Origin,
  segment: string,
  body: unknown,
  tags?: Tags,
): Promise<Answered> {
  const key = parseKey(resource, segment)
  const parseBody: ParseBody = (seen, given) => parseUpdate(seen, given, key)
  const write = await begin(api, resource, origin, 'update', segment, body, parseBody).catch(async (refusal) => {
    await readRow(api, resource, origin.caller, segment)
    throw refusal
  })
  if (write.assignments.length === 0) {
    const row = await readRow(api, resource, origin.caller, segment)
    assertMatches(resource, tags, row, { isEdit: true })
    return row
  }
  return finding(resource, segment, () =>
    run(api, write, async (session, { hooks, event, parse, wrote }) => {
      const fingerprint = isBound(tags) ? ('edit' as const) : undefined
      const before = await readWhole(api, session, resource, key, { isLocking: event.canRollBack, fingerprint })
      if (before === undefined) throw noSuchRow(resource, segment)
      assertMatches(resource, tags, before, { isEdit: true })
      const { values, assignments } = await parse(await hooks.beforeUpdate?.({ ...event, db: session.kysely }))
      await assertWithinScope(api, session, resource, assignments, key)
      if (assignments.length > 0) {
        const unchanged = fingerprint && { of: fingerprint, value: before.fingerprint }
        const { affectedRows } = await session.write(updateRow(api, resource, assignments, key, unchanged))
        if (unchanged && affectedRows === 0) throw hasChanged(resource, tags)
      }
      wrote()
      const row = await readWhole(api, session, resource, key)
      if (row === undefined) throw noSuchRow(resource, segment)
      const done = { ...event, values, key: segment, row: row.byName }
      await hooks.afterUpdate?.({ ...done, db: session.kysely })
      return { done, before, after: row, answer: { json: row.seenBy(origin.caller), tag: row.tag } }
    }),
  )
}

/**
 * @param tags - that the row may have; absent where it may be anything
 * @returns `{"deleted":1}`
 * @throws ApiError `not_found`; `precondition_failed`; `has_dependants` naming the resources with rows that refer to this one
 */
export async function removeRow(
  api: Api,
  resource: Resource,
  origin: Origin,
  segment: string,
  tags?: Tags,
): Promise<Answered> {
  const key = parseKey(resource, segment)
  const write = await begin(api, resource, origin, 'delete', segment, {}, () => [])
  return finding(resource, segment, () =>
    run(api, write, async (session, { hooks, event, wrote }) => {
      const fingerprint = isBound(tags) ? ('whole' as const) : undefined
      const before = await readWhole(api, session, resource, key, { isLocking: event.canRollBack, fingerprint })
      if (before === undefined) throw noSuchRow(resource, segment)
      assertMatches(resource, tags, before, { isEdit: false })
      const dependants = await findDependants(api, session, resource, key, before.byName)
      if (dependants !== undefined) {
        const detail = `${dependants} refer to this ${resource.name}; remove or change those first.`
        throw new ApiError('has_dependants', detail)
      }
      await hooks.beforeDelete?.({ ...event, db: session.kysely })
      const unchanged = fingerprint && { of: fingerprint, value: before.fingerprint }
      const { affectedRows } = await session.write(deleteRow(api, resource, key, unchanged))
      if (affectedRows === 0) throw unchanged ? hasChanged(resource, tags) : noSuchRow(resource, segment)
      wrote()
      const done = { ...event, key: segment, row: before.byName }
      await hooks.afterDelete?.({ ...done, db: session.kysely })
      return { done, before, answer: { json: '{"deleted":1}' } }
    }),
  )
}

/** Whether the row has to be what it was: not with `*`, which any is. */
function isBound(tags: Tags | undefined): boolean {
  return tags !== undefined && tags !== 'any'
}

/** A write that can be made: its body is in order, and no plugin has refused it. */
interface Write {
  readonly resource: Resource
  readonly event: WriteEvent
  readonly hooks: ResourceHooks
  readonly assignments: readonly Assignment[]
  readonly parseBody: ParseBody
}

type ParseBody = (resource: Resource, body: unknown) => Assignment[]

/** What is wrong with a body is said before any plugin is asked; plugins may set what the caller does not see. */
async function begin(
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
  /** What is to be written after a hook has had its say. */
  parse(changed: Values | void): Promise<{ readonly values: Values; readonly assignments: readonly Assignment[] }>
  /** From here on a table that cannot roll back keeps what was done. */
  wrote(): void
}

interface Outcome {
  readonly done: WriteEvent & { readonly key: string; readonly row: Readonly<Record<string, Cell>> }
  readonly before?: WholeRow
  readonly after?: WholeRow
  readonly answer: Answered
}

/** In one transaction, on one connection: A2Billing's triggers read a session variable that an earlier write may have left. */
async function run(
  api: Api,
  { resource, event, hooks, assignments, parseBody }: Write,
  work: (session: Session, tools: Tools) => Promise<Outcome>,
): Promise<Answered> {
  const { resetVariables = [], columns } = event.resource
  let hasWritten = false
  const tools: Tools = {
    hooks,
    event,
    async parse(changed) {
      return changed
        ? { values: changed, assignments: parseBody(event.resource, changed) }
        : { values: event.values, assignments }
    },
    wrote() {
      hasWritten = true
    },
  }
  const attempt = async (session: Session): Promise<Outcome> => {
    hasWritten = false
    if (resetVariables.length > 0) await session.write({ sql: resetSql(resetVariables), parameters: [] })
    const outcome = await work(session, tools)
    const { done, before, after } = outcome
    const isNamed = (column: Column): boolean =>
      done.operation === 'delete' || fieldOf(column) in done.values || resource.primaryKey.includes(column.name)
    const changes = changesBetween(columns, before?.cells, after?.cells, isNamed)
    await api.audit.record(session, done.origin, {
      operation: done.operation,
      resource: resource.name,
      key: done.key,
      changes,
    })
    return outcome
  }
  const { done, answer } = await api.db.transaction(attempt).catch((error: unknown) => {
    const described = describeWriteError(error, resource)
    throw hasWritten && !event.canRollBack ? keptAllTheSame(described, resource) : described
  })
  await hooks.afterCommit?.(done)
  return answer
}

function keptAllTheSame(error: unknown, { name, table }: Resource): unknown {
  const detail = `The ${name} itself was written and stays so: the table ${table} cannot roll back.`
  if (!(error instanceof ApiError)) return new Error(detail, { cause: error })
  const { code, message, errors, headers, shortText } = error
  return new ApiError(code, `${message} ${detail}`, { errors, headers, error: shortText, cause: error })
}

/** Asks the database for what it would have made itself, because afterwards nothing would tell which row is the new one. */
async function withMadeKeys(
  session: Session,
  resource: Resource,
  given: readonly Assignment[],
): Promise<readonly Assignment[]> {
  const missing = keyColumns(resource).filter(
    (column) => column.defaultSql !== undefined && !given.some((assignment) => assignment.column === column),
  )
  if (missing.length === 0) return given
  const sql = `select ${missing.map(({ defaultSql }) => defaultSql).join(', ')}`
  const [row = []] = await session.readRows({ sql, parameters: [] })
  const made = missing.map((column, index) => ({ column, value: madeKey(column, row[index] ?? null) }))
  return [...given, ...made]
}

/** @throws Error where the column's default is no value of its type */
function madeKey(column: Column, cell: Cell): Bindable {
  if (cell === null || Buffer.isBuffer(cell)) return cell
  const value = codecOf(column.type).fromText(String(cell))
  if (value instanceof Refusal) throw new Error(`${column.name}: the database made a key that it cannot hold`)
  return value
}

/** @throws Error for a name that cannot stand in SQL as it is */
export function resetSql(variables: readonly string[]): string {
  const wrong = variables.find((name) => !/^[a-z_]+$/i.test(name))
  if (wrong !== undefined) throw new Error(`"${wrong}" is no name of a session variable`)
  return `SET ${variables.map((name) => `@${name} = NULL`).join(', ')}`
}

/** @param insertId - `'0'` when the database made no number */
function keyOfNew(resource: Resource, assignments: readonly Assignment[], insertId: string): Key {
  return keyColumns(resource).map((column) => {
    const value = assignments.find((it) => it.column === column)?.value
    // A zero, too, asks an auto-increment column for the next number.
    const isNumber =
      isNumbered(column) && (value === undefined || (value instanceof NumericLiteral && value.text === '0'))
    if (value !== undefined && !(isNumber && insertId !== '0')) return value
    if (insertId === '0')
      throw new Error(`${resource.table}: the database gave no value for the key ${fieldOf(column)}`)
    return new NumericLiteral(insertId)
  })
}
