/** Single rows created, changed and removed; what is answered is always the row as the database has it. */
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import { assertNumbers } from './assert-numbers.ts'
import { findDependants } from './dependants.ts'
import { keyOfNew, withMadeKeys } from './made-keys.ts'
import { assertMatches, hasChanged, type Tags } from './preconditions.ts'
import { type Answered, finding, readRow, readWhole } from './read-row.ts'
import type { Resource } from './resource.ts'
import { noSuchRow, parseKey, writeKey } from './row-key.ts'
import { deleteRow, insertRow, updateRow } from './row-statements.ts'
import { begin, type ParseBody, type RowWrite, rowWrite, writeAlone } from './row-write.ts'
import type { Run } from './run.ts'
import { assertWithinScope } from './scoped-write.ts'
import { parseCreate, parseUpdate } from './write-body.ts'
import { describeInsertError } from './write-errors.ts'

/**
 * @returns the new row as JSON, with what the database filled in
 * @throws ApiError as {@link parseCreate}, and `duplicate_key`; nothing is stored then
 */
export async function createRow(
  api: Api,
  resource: Resource,
  origin: Origin,
  body: unknown,
  run: Run = 'commit',
): Promise<Answered> {
  return writeAlone(api, await prepareCreate(api, resource, origin, body), run)
}

/** {@link createRow}, made ready. */
export async function prepareCreate(api: Api, resource: Resource, origin: Origin, body: unknown): Promise<RowWrite> {
  const write = await begin(api, resource, origin, 'create', null, body, parseCreate)
  return rowWrite(api, write, async (session, { hooks, event, isCheck, parse, wrote }) => {
    const { values, assignments } = await parse(await hooks.beforeCreate?.({ ...event, db: session.kysely }))
    const complete = await withMadeKeys(session, resource, assignments)
    await assertWithinScope(api, session, resource, complete)
    if (isCheck) return NOTHING
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
    return { done, after: row, answer: { json: row.seenBy(origin.caller), tag: row.tag, segment: done.key } }
  })
}

/**
 * Of a row that a create has stored and could not say so, because its process or its connection died after a table that
 * cannot roll back had taken it: what comes after a create, the row aside.
 *
 * @param segment - of the row
 */
export async function prepareAdoption(
  api: Api,
  resource: Resource,
  origin: Origin,
  body: unknown,
  segment: string,
): Promise<RowWrite> {
  const write = await begin(api, resource, origin, 'create', null, body, parseCreate)
  return rowWrite(api, write, async (session, { hooks, event }) => {
    const row = await readWhole(api, session, resource, parseKey(resource, segment))
    if (row === undefined) throw noSuchRow(resource, segment)
    const done = { ...event, key: segment, row: row.byName }
    await hooks.afterCreate?.({ ...done, db: session.kysely })
    return { done, after: row, answer: { json: row.seenBy(origin.caller), tag: row.tag, segment } }
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
  run: Run = 'commit',
): Promise<Answered> {
  return writeAlone(api, await prepareUpdate(api, resource, origin, segment, body, tags), run)
}

/** {@link updateRowByKey}, made ready. */
export async function prepareUpdate(
  api: Api,
  resource: Resource,
  origin: Origin,
  segment: string,
  body: unknown,
  tags?: Tags,
): Promise<RowWrite> {
  const key = parseKey(resource, segment)
  const parseBody: ParseBody = (seen, given) => parseUpdate(seen, given, key)
  const write = await begin(api, resource, origin, 'update', segment, body, parseBody).catch(async (refusal) => {
    await readRow(api, resource, origin.caller, segment)
    throw refusal
  })
  return rowWrite(api, write, (session, { hooks, event, isCheck, parse, wrote }) =>
    finding(resource, segment, async () => {
      const fingerprint = isBound(tags) ? ('edit' as const) : undefined
      const before = await readWhole(api, session, resource, key, { isLocking: event.canRollBack, fingerprint })
      if (before === undefined) throw noSuchRow(resource, segment)
      assertMatches(resource, tags, before, { isEdit: true })
      if (write.assignments.length === 0) return { answer: { json: before.seenBy(origin.caller), tag: before.tag } }
      const { values, assignments } = await parse(await hooks.beforeUpdate?.({ ...event, db: session.kysely }))
      assertNumbers(assignments, before)
      await assertWithinScope(api, session, resource, assignments, key)
      if (isCheck) return NOTHING
      if (assignments.length > 0) {
        const unchanged = fingerprint && { of: fingerprint, value: before.fingerprint }
        const { affectedRows } = await session.write(updateRow(api, resource, assignments, key, unchanged))
        if (unchanged && affectedRows === 0) throw hasChanged(resource, tags)
      }
      wrote()
      // As it is now, and not as the transaction first saw it: others may have written to it before this one.
      const row = await readWhole(api, session, resource, key, { isLocking: event.canRollBack })
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
  run: Run = 'commit',
): Promise<Answered> {
  return writeAlone(api, await prepareRemove(api, resource, origin, segment, tags), run)
}

/** {@link removeRow}, made ready. */
export async function prepareRemove(
  api: Api,
  resource: Resource,
  origin: Origin,
  segment: string,
  tags?: Tags,
): Promise<RowWrite> {
  const key = parseKey(resource, segment)
  const write = await begin(api, resource, origin, 'delete', segment, {}, () => [])
  return rowWrite(api, write, (session, { hooks, event, isCheck, wrote }) =>
    finding(resource, segment, async () => {
      const fingerprint = isBound(tags) ? ('whole' as const) : undefined
      const before = await readWhole(api, session, resource, key, { isLocking: event.canRollBack, fingerprint })
      if (before === undefined) throw noSuchRow(resource, segment)
      assertMatches(resource, tags, before, { isEdit: false })
      const dependants = await findDependants(api, session, resource, key, before.byName)
      if (dependants !== undefined) {
        const detail = `${dependants} refer to this ${resource.name}; remove or change those first.`
        throw new ApiError('has_dependants', detail)
      }
      if (isCheck) return NOTHING
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

/** What is answered where nothing was done. */
const NOTHING = { answer: { json: '' } }

/** Whether the row has to be what it was: not with `*`, which any is. */
function isBound(tags: Tags | undefined): boolean {
  return tags !== undefined && tags !== 'any'
}
