/** A cursor as SQL: the rows behind it, found through an index, and the values that the next cursor is made of. */
import { type RawBuilder, sql } from 'kysely'
import type { NextSlot } from '../db/statements.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { codecOf } from './column-codec.ts'
import type { Condition } from './filters.ts'
import type { OrderTerm } from './ordering.ts'
import { selected } from './projection.ts'
import type { Column } from './resource.ts'

/** What of an order was in the last row: text, or null; of a TIMESTAMP, its seconds since 1970 in UTC. */
export type OrderValue = string | null

/** What has to be selected of a column for a cursor; the text of a TIMESTAMP names two moments when clocks go back. */
export function orderValueSql(column: Column): RawBuilder<unknown> {
  return column.type.kind === 'timestamp' ? sql`unix_timestamp(${sql.id('t0', column.name)})` : selected(column)
}

/** @param cell - as {@link orderValueSql} is read, its bytes */
export function orderValue({ type }: Column, cell: Buffer): string {
  return cell.toString(codecOf(type).isBinary ? 'base64' : 'utf8')
}

/** A condition that the rows behind a cursor meet; its shape decides the SQL. */
export interface Behind {
  readonly shape: string
  /** In the order in which {@link sql} asks for their slots. */
  readonly values: readonly Bindable[]
  sql(slot: NextSlot): RawBuilder<unknown>
}

/**
 * `(a >= 1 and (a > 1 or (b >= 2 and (b > 2 or c > 3))))`: by the first comparison the index is entered, which the
 * shorter `(a, b, c) > (1, 2, 3)` does not do.
 */
export function behind(ordering: readonly OrderTerm[], after: readonly Bindable[]): Behind {
  const steps = ordering.map((term, index) => stepOf(term, after[index] ?? null))
  return {
    shape: steps.map(({ shape }) => shape).join(''),
    values: steps.flatMap(({ bound, beyond }) => [...bound.values, ...beyond.values]),
    sql: (slot) => chain(steps, slot),
  }
}

interface Part {
  readonly values: readonly Bindable[]
  sql(slot: NextSlot): RawBuilder<unknown>
}

/** One term of the order: rows from this value on, and those of them that are beyond it whatever the later terms say. */
interface Step {
  readonly shape: string
  readonly bound: Part
  readonly beyond: Part
}

function chain([first, ...others]: readonly Step[], slot: NextSlot): RawBuilder<unknown> {
  if (!first) return sql`false`
  return sql`(${first.bound.sql(slot)} and (${first.beyond.sql(slot)} or ${chain(others, slot)}))`
}

function stepOf({ column, isDescending }: OrderTerm, value: Bindable): Step {
  const stored = sql.id('t0', column.name)
  // NULL comes first, and a zero date before every other.
  const nulls = isDescending && column.nullable ? sql` or ${stored} is null` : sql``
  if (value === null) {
    return isDescending
      ? { shape: 'n', bound: part(sql`${stored} is null`), beyond: part(sql`false`) }
      : { shape: 'n', bound: part(sql`true`), beyond: part(sql`${stored} is not null`) }
  }
  if (value instanceof NumericLiteral && column.type.kind === 'timestamp') {
    return timestampStep(stored, nulls, isDescending, value)
  }
  const sign = isDescending ? sql`<` : sql`>`
  return {
    shape: 'v',
    bound: part((slot) => sql`(${stored} ${sign}= ${slot()}${nulls})`, value),
    beyond: part((slot) => sql`(${stored} ${sign} ${slot()}${nulls})`, value),
  }
}

/**
 * By its seconds in UTC; its own text, by which alone the index can be entered, is that of two moments in the hour
 * that comes twice when clocks go back. Near such an hour it is entered two hours earlier.
 */
function timestampStep(
  stored: RawBuilder<unknown>,
  nulls: RawBuilder<unknown>,
  isDescending: boolean,
  seconds: NumericLiteral,
): Step {
  if (!/[1-9]/.test(seconds.text)) {
    return isDescending
      ? { shape: 'z', bound: part(sql`(${stored} = 0${nulls})`), beyond: part(sql`(false${nulls})`) }
      : { shape: 'z', bound: part(sql`${stored} is not null`), beyond: part(sql`${stored} <> 0`) }
  }
  const exact = sql`unix_timestamp(${stored})`
  const sign = isDescending ? sql`<` : sql`>`
  const towards = isDescending ? sql`+` : sql`-`
  const entry = (slot: NextSlot): RawBuilder<unknown> =>
    sql`from_unixtime(greatest(0, ${slot()} ${towards} if(timestampdiff(second, from_unixtime(greatest(0, ${slot()} - 7200)), from_unixtime(${slot()} + 7200)) = 14400, 0, 7200)))`
  return {
    shape: 'v',
    bound: part(
      (slot) => sql`((${stored} ${sign}= ${entry(slot)} and ${exact} ${sign}= ${slot()})${nulls})`,
      seconds,
      4,
    ),
    beyond: part((slot) => sql`(${exact} ${sign} ${slot()}${nulls})`, seconds),
  }
}

/** @param times - that the value is asked for */
function part(
  condition: RawBuilder<unknown> | ((slot: NextSlot) => RawBuilder<unknown>),
  value?: Bindable,
  times = 1,
): Part {
  return {
    values: value === undefined ? [] : Array<Bindable>(times).fill(value),
    sql: typeof condition === 'function' ? condition : () => condition,
  }
}

/**
 * A fixed column as a range of one value. An equality would have the server enter the index by this column alone and
 * read all its rows up to the cursor's.
 */
export function asRange(condition: Condition): Condition {
  const { tests } = condition
  return {
    ...condition,
    tests: tests.map(({ shape, values }) => ({
      shape: `range ${shape}`,
      values: values.flatMap((value) => [value, value]),
      sql: ({ stored }, slot) => sql`(${stored} >= ${slot()} and ${stored} <= ${slot()})`,
    })),
  }
}
