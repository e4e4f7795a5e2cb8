/**
 * Rows with those that `expand=` puts into them: a statement for each relation that is followed, whatever the number of
 * rows, and never a JOIN that would multiply them.
 *
 * Rows leave the database as bytes and stay that: each is noted with the values that lead on, and what these lead to is
 * put in before its last brace.
 */
import { type RawBuilder, sql } from 'kysely'
import type { JsonRows, RowWriter, Statement } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import { ApiError } from '../errors.ts'
import type { Api } from './api.ts'
import { zerofilled } from './codecs/json-form.ts'
import type { Expansion } from './expansion.ts'
import { type Note, NotingWriter } from './noting-writer.ts'
import { isUnique } from './ordering.ts'
import type { Projection } from './projection.ts'
import { writeName } from './query-name.ts'
import { type Column, fieldOf, type Resource } from './resource.ts'
import type { Showing } from './shown.ts'
import { Scopes } from './where.ts'

/** Rows that refer to one row, shown of them. */
const EACH = 20
/** Rows beside those of the list, of one request. */
const MOST = 20_000

/** Reads what a statement finds; see `Db.readJson`. */
export type Read = (statement: Statement, writer: RowWriter, limit: number) => Promise<JsonRows>

/** @returns the projection of the rows themselves, with what leads on in front */
export function withNotes({ projection, expanded }: Showing): Projection {
  if (expanded.length === 0) return projection
  const notes = expanded.map(({ expansion }, index) => sql`${noteOf(expansion)} as ${sql.id(`n${index}`)}`)
  const id = JSON.stringify([projection.id, expanded.map(idOf)])
  return { ...projection, id, selectList: sql.join([...notes, projection.selectList]) }
}

function idOf({ expansion: { member, isMany }, showing }: Showing['expanded'][number]): unknown {
  return [member, isMany, showing.projection.id, showing.expanded.map(idOf)]
}

/**
 * @param statement - of the projection {@link withNotes}
 * @param over - what reads what stands before the notes
 * @throws ApiError `invalid_parameter` where there would be too many rows
 */
export async function readExpanded(
  api: Api,
  showing: Showing,
  statement: Statement,
  limit: number,
  read: Read,
  over: (writer: RowWriter) => RowWriter = (writer) => writer,
): Promise<JsonRows> {
  const { projection, expanded } = showing
  const noting = new NotingWriter(projection.writer, expanded.length)
  const { latin1, count } = await read(statement, over(noting), limit)
  const rows = await complete({ api, read, left: MOST }, showing, latin1, noting.notes, 0)
  return { latin1: listed(rows), count }
}

/** What is put into a row, or a row with all that was put into it. */
interface Part {
  readonly json: string
  /** That it is made of. */
  readonly rows: number
}

/** One request's. */
interface Work {
  readonly api: Api
  readonly read: Read
  /** Rows that may still be read. */
  left: number
}

/**
 * @param at - of the first of the notes that lead on
 * @returns each row with what its notes lead to
 */
async function complete(
  work: Work,
  { expanded }: Showing,
  latin1: string,
  notes: readonly Note[],
  at: number,
): Promise<Part[]> {
  const members: { readonly key: string; readonly absent: Part; readonly found: ReadonlyMap<string, Part> }[] = []
  for (const [index, each] of expanded.entries()) {
    const values = new Set(notes.flatMap(({ values: all }) => normal(each.expansion, all[at + index]) ?? []))
    const { member, isMany } = each.expansion
    members.push({
      key: `${bytesOf(JSON.stringify(member))}:`,
      absent: { json: isMany ? '{"next":"","objects":[]}' : 'null', rows: 0 },
      found: values.size === 0 ? new Map() : await find(work, each, [...values]),
    })
  }
  const completed = notes.map(({ start, end, values }): Part => {
    // Put together and not joined: a join would copy what is in it, at each level anew.
    let json = latin1.slice(start, end - 1)
    let rows = 1
    for (const [index, { key, absent, found }] of members.entries()) {
      const value = normal(expanded[index]?.expansion, values[at + index])
      const part = (value === undefined ? undefined : found.get(value)) ?? absent
      json += `,${key}${part.json}`
      rows += part.rows
    }
    return { json: `${json}}`, rows }
  })
  // A row that many refer to is read once and written for each.
  if (completed.reduce((sum, { rows }) => sum + rows - 1, 0) > MOST) throw tooMany()
  return completed
}

/** Objects with commas between them. */
function listed(parts: readonly Part[]): string {
  return parts.reduce((list, { json }) => (list === '' ? json : `${list},${json}`), '')
}

function tooMany(): ApiError {
  const detail = `More than ${MOST} rows would be put into those of the list; ask for fewer at once with "limit".`
  return new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'expand', detail }] })
}

/** @returns by the value that leads to it, what is put into the row */
async function find(
  work: Work,
  { expansion, showing }: Showing['expanded'][number],
  values: readonly string[],
): Promise<Map<string, Part>> {
  const { projection, expanded } = showing
  const noting = new NotingWriter(projection.writer, 1 + expanded.length)
  const { latin1, count } = await work.read(statementOf(work, expansion, showing, values), noting, Infinity)
  work.left -= count
  if (work.left < 0) throw tooMany()
  const rows = await complete(work, showing, latin1, noting.notes, 1)
  const groups = Map.groupBy(noting.notes.keys(), (index) => normal(expansion, noting.notes[index]?.values[0]) ?? '')
  return new Map(
    Array.from(groups, ([value, indexes]) => {
      const all = indexes.flatMap((index) => rows[index] ?? [])
      return [value, expansion.isMany ? listOf(expansion, value, all) : (all[0] ?? { json: 'null', rows: 0 })]
    }),
  )
}

/** As a list has them, and where the others are. */
function listOf({ target, by }: Expansion, value: string, rows: readonly Part[]): Part {
  const parameters = new URLSearchParams([
    [`${writeName(fieldOf(by))}__eq`, value],
    ['limit', String(EACH)],
    ['page', '2'],
  ])
  const next = rows.length > EACH ? `/api/${target.name}/?${parameters}` : ''
  const shown = rows.slice(0, EACH)
  return {
    json: `{"next":${bytesOf(JSON.stringify(next))},"objects":[${listed(shown)}]}`,
    rows: shown.reduce((sum, part) => sum + part.rows, 0),
  }
}

function statementOf(
  { api, left }: Work,
  expansion: Expansion,
  showing: Showing,
  values: readonly string[],
): Statement {
  const { from, target, by, isMany } = expansion
  const scopes = new Scopes(target, [])
  // As many as a power of two, the first one repeated: few statements serve any number of values.
  const places = 2 ** Math.ceil(Math.log2(values.length))
  const projection = withNotes(showing)
  const path = [expansion.of.name, from.name, target.name, by.name, isMany]
  const shape = JSON.stringify(['expand', path, projection.id, scopes.shapes, places])
  const prepared = statementsOf(api.db.kysely)(shape, (slot) => {
    scopes.bind(slot)
    return selectTargets(expansion, projection, scopes, places, slot)
  })
  const bound = Array.from({ length: places }, (_, index) =>
    operand(isMany ? from : by, values[index] ?? values[0] ?? ''),
  )
  return prepared([...scopes.values, ...bound, left + 1])
}

function selectTargets(
  { target, by, isMany, ...expansion }: Expansion,
  { selectList }: Projection,
  scopes: Scopes,
  places: number,
  slot: NextSlot,
): RawBuilder<unknown> {
  const row = sql.id('t0')
  const reference = sql.id('t0', by.name)
  const table = sql`${sql.id(target.table)} as ${row}`
  const wanted = sql.join(Array.from({ length: places }, slot))
  const where = sql`${reference} in (${wanted})${scopes.and(target, 't0')}`
  const note = isMany ? referredBy({ ...expansion, target, by, isMany }) : reference
  const selected = sql`${note} as ${sql.id('v')}, ${selectList}`
  const keys = target.primaryKey.map((name, index) => ({ key: sql.id('t0', name), alias: `k${index}` }))
  const isOne = !isMany && isUnique(target, [{ column: by, isDescending: false }])
  if (isOne || keys.length === 0) return sql`select ${selected} from ${table} where ${where} limit ${slot()}`
  const order = sql.join(keys.map(({ key }) => key))
  const number = sql`row_number() over (partition by ${reference} order by ${order})`
  const numbered = sql`select ${sql.join(keys.map(({ key, alias }) => sql`${key} as ${sql.id(alias)}`))}, ${number} as ${sql.id('n')} from ${table} where ${where}`
  const same = keys.map(({ key, alias }) => sql`${key} = ${sql.id('page', alias)}`)
  const most = sql.lit(isMany ? EACH + 1 : 1)
  return sql`select ${selected} from (${numbered}) as ${sql.id('page')} join ${table} on ${sql.join(same, sql` and `)} where ${sql.id('page', 'n')} <= ${most} order by ${order} limit ${slot()}`
}

/** The value that leads from a row to others: of the kind that the others have it, so that texts can be told apart. */
function noteOf({ from, by, target, isMany }: Expansion): RawBuilder<unknown> {
  const value = sql.id('t0', from.name)
  return isMany || isDirect(from, by) ? value : asStored(target, by, value)
}

/** The value of the row that another one refers to. */
function referredBy({ of, from, by }: Expansion): RawBuilder<unknown> {
  const value = sql.id('t0', by.name)
  return isDirect(from, by) ? value : asStored(of, from, value)
}

/** Most collations take `abc`, `ABC` and `abc ` for one: what is referred to may be written in another way. */
function asStored({ table }: Resource, { name }: Column, value: RawBuilder<unknown>): RawBuilder<unknown> {
  const stored = sql.id('r', name)
  return sql`(select ${stored} from ${sql.id(table)} as ${sql.id('r')} where ${stored} = ${value} limit 1)`
}

function isDirect(from: Column, by: Column): boolean {
  return from.type.kind === 'integer' && by.type.kind === 'integer'
}

function operand({ type }: Column, value: string): NumericLiteral | string {
  return type.kind === 'text' ? value : new NumericLiteral(value)
}

/** The same for equal values; undefined for none. */
function normal(expansion: Expansion | undefined, value: string | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined
  const column = expansion?.isMany ? expansion.from : expansion?.by
  return column?.type.kind === 'text' ? value : String(zerofilled(value))
}

/** As the rows are: a character for each byte. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1')
}
