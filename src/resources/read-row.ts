/** One row by its key: as the caller may see it, and whole, for what is done around a write. */
import { may } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { Cell, JsonBytes, Row, Session, Statement } from '../db/db.ts'
import { isOfMixedCollations } from '../db/errors.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import type { Api } from './api.ts'
import { type Read, readExpanded, withNotes } from './expand-rows.ts'
import { type Fingerprint, withFingerprint } from './fingerprint.ts'
import { projectionOf } from './projection.ts'
import { type Resource, wholeOf } from './resource.ts'
import { noSuchRow, parseKey } from './row-key.ts'
import { selectRow } from './row-statements.ts'
import { taggerOf } from './row-tag.ts'
import { gatheredKey, readTogether } from './rows-together.ts'
import { type Shown, showingOf } from './shown.ts'
import { type Tagged, tagged } from './tagged-projection.ts'
import { AT_ONCE, type InTurn } from './together.ts'

/** A row, and what it is recognised by: absent where the answer holds more than the row. */
export interface Answered {
  /** Text, or bytes. */
  readonly json: string | JsonBytes
  readonly tag?: string
  /** Of a new row, the last of its address. */
  readonly segment?: string
}

/**
 * @param segment - last of the URL, decoded
 * @returns the row
 * @throws ApiError `not_found`
 */
export async function readRow(
  api: Api,
  resource: Resource,
  caller: Caller,
  segment: string,
  inTurn = AT_ONCE,
  shown?: Shown,
): Promise<Answered> {
  const key = parseKey(resource, segment)
  const showing = showingOf(api, resource, may(caller.access, 'secrets:read'), shown)
  if (showing.expanded.length > 0) {
    const read: Read = (...reading) => inTurn(() => api.db.readJson(...reading))
    const statement = selectRow(api, resource, withNotes(showing), key)
    const json = await finding(resource, segment, () => readExpanded(api, showing, statement, 1, read))
    if (json.count === 0) throw noSuchRow(resource, segment)
    return { json }
  }
  const projection = tagged(api, resource, showing.projection)
  const number = gatheredKey(resource, key)
  const read = (): Promise<Answered | undefined> =>
    number === undefined
      ? readAlone(api, selectRow(api, resource, projection, key), projection, inTurn)
      : readTogether(api, resource, projection, number)
  const row = await finding(resource, segment, read)
  if (row === undefined) throw noSuchRow(resource, segment)
  return row
}

async function readAlone(
  api: Api,
  statement: Statement,
  { makeWriter }: Tagged,
  inTurn: InTurn,
): Promise<Answered | undefined> {
  const writer = makeWriter()
  const json = await inTurn(() => api.db.readJson(statement, writer, 1))
  return json.count === 0 ? undefined : { json, tag: writer.tags[0] ?? '' }
}

/** A text that the key's character set lacks is the key of no row; of some sets only the server knows what they have. */
export async function finding<T>(resource: Resource, segment: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isOfMixedCollations(error) ? noSuchRow(resource, segment) : error
  }
}

/** Every column of a row, secret and masked ones too. */
export interface WholeRow {
  /** In the order of the whole resource's columns. */
  readonly cells: Row
  /** By column name. */
  readonly byName: Readonly<Record<string, Cell>>
  readonly tag: string
  /** As the database makes it, where it was asked for. */
  readonly fingerprint: Cell
  /** What this caller may see of it, as JSON. */
  seenBy(caller: Caller): string
}

export interface WholeOptions {
  /** Nobody else may change the row until the transaction has ended. */
  readonly isLocking?: boolean
  /** Of these columns, to be held against the row when it is written. */
  readonly fingerprint?: Fingerprint | undefined
}

export async function readWhole(
  api: Api,
  session: Session,
  resource: Resource,
  key: readonly Bindable[],
  { isLocking = false, fingerprint }: WholeOptions = {},
): Promise<WholeRow | undefined> {
  const whole = projectionOf(wholeOf(resource), 'all')
  const projection = fingerprint === undefined ? whole : withFingerprint(resource, whole, fingerprint)
  const [row] = await session.readRows(selectRow(api, resource, projection, key, isLocking))
  if (!row) return undefined
  const cells = row.slice(0, whole.columns.length)
  return {
    cells,
    fingerprint: row[whole.columns.length] ?? null,
    get byName() {
      return Object.fromEntries(whole.columns.map(({ name }, index) => [name, cells[index] ?? null]))
    },
    get tag() {
      return taggerOf(api, resource).ofCells(cells)
    },
    seenBy({ access }) {
      const seen = projectionOf(resource, may(access, 'secrets:read'))
      return seen.writer.fromCells(seen.columns.map((column) => cells[whole.columns.indexOf(column)] ?? null))
    },
  }
}
