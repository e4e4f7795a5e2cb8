/** One row by its key: as the caller may see it, and whole, for what is done around a write. */
import { may } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { Cell, JsonBytes, Row, Session } from '../db/db.ts'
import { isOfMixedCollations } from '../db/errors.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import type { Api } from './api.ts'
import { type Read, readExpanded, withNotes } from './expand-rows.ts'
import { projectionOf } from './projection.ts'
import { type Resource, wholeOf } from './resource.ts'
import { noSuchRow, parseKey } from './row-key.ts'
import { selectRow } from './row-statements.ts'
import { gatheredKey, readTogether } from './rows-together.ts'
import { type Shown, showingOf } from './shown.ts'
import { AT_ONCE } from './together.ts'

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
): Promise<JsonBytes> {
  const key = parseKey(resource, segment)
  const showing = showingOf(api, resource, may(caller.access, 'secrets:read'), shown)
  const projection = withNotes(showing)
  const read: Read = (...reading) => inTurn(() => api.db.readJson(...reading))
  const number = gatheredKey(resource, key)
  const isExpanded = showing.expanded.length > 0
  if (number !== undefined && !isExpanded) {
    const row = await readTogether(api, resource, projection, number)
    if (row === undefined) throw noSuchRow(resource, segment)
    return row
  }
  const statement = selectRow(api, resource, projection, key)
  const rows = await finding(resource, segment, () =>
    isExpanded ? readExpanded(api, showing, statement, 1, read) : read(statement, projection.writer, 1),
  )
  if (rows.count === 0) throw noSuchRow(resource, segment)
  return rows
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
  /** What this caller may see of it, as JSON. */
  seenBy(caller: Caller): string
}

/** @param isLocking - until the transaction has ended */
export async function readWhole(
  api: Api,
  session: Session,
  resource: Resource,
  key: readonly Bindable[],
  isLocking = false,
): Promise<WholeRow | undefined> {
  const whole = projectionOf(wholeOf(resource), 'all')
  const [cells] = await session.readRows(selectRow(api, resource, whole, key, isLocking))
  if (!cells) return undefined
  return {
    cells,
    get byName() {
      return Object.fromEntries(whole.columns.map(({ name }, index) => [name, cells[index] ?? null]))
    },
    seenBy({ access }) {
      const seen = projectionOf(resource, may(access, 'secrets:read'))
      return seen.writer.fromCells(seen.columns.map((column) => cells[whole.columns.indexOf(column)] ?? null))
    },
  }
}
