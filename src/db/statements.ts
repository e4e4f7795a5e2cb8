/**
 * Compiles a query once per shape and afterwards only puts values in.
 *
 * Kysely compiles with {@link Slot}s where values will stand; the order in which they come out of the compiler is the
 * order in which each request's values are bound.
 */
import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { RecentCache } from '../recent-cache.ts'
import type { AnyTables, Statement } from './db.ts'

/** A place for the value with this number, among constants that the query was written with. */
class Slot {
  readonly index: number

  constructor(index: number) {
    this.index = index
  }
}

/** The query's next value. */
export type NextSlot = () => RawBuilder<unknown>

/** Values, in the order in which the slots were asked for, to a statement. */
export type Prepared = (values: readonly unknown[]) => Statement

/** Finds the compiled query of a shape, or compiles it. */
export type Statements = (shape: string, build: (slot: NextSlot) => RawBuilder<unknown>) => Prepared

export function prepare(kysely: Kysely<AnyTables>, build: (slot: NextSlot) => RawBuilder<unknown>): Prepared {
  let count = 0
  const compiled = build(() => sql.val(new Slot(count++))).compile(kysely)
  const { sql: text, parameters: template } = compiled
  return (values) => {
    if (values.length !== count) throw new Error(`A statement takes ${count} values and was given ${values.length}`)
    return { sql: text, parameters: template.map((it) => (it instanceof Slot ? values[it.index] : it)) }
  }
}

/**
 * @param capacity - compiled shapes kept, so that no client can fill the memory
 */
export function cacheStatements(kysely: Kysely<AnyTables>, capacity: number): Statements {
  const cached = new RecentCache<Prepared>(capacity)
  return (shape, build) => cached.get(shape, () => prepare(kysely, build))
}

/** @param row - by column; the same columns of the same table make the same statement */
export function insertInto(
  kysely: Kysely<AnyTables>,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Statement {
  const columns = Object.keys(row)
  return statementsOf(kysely)(JSON.stringify(['insert into', table, columns]), (slot) => {
    const names = columns.map((column) => sql.id(column))
    return sql`insert into ${sql.id(table)} (${sql.join(names)}) values (${sql.join(names.map(slot))})`
  })(Object.values(row))
}

/** Of one server: at a few kilobytes each, some megabytes at most. */
const CAPACITY = 2000

const caches = new WeakMap<Kysely<AnyTables>, Statements>()

/** The compiled queries that all users of one database share. */
export function statementsOf(kysely: Kysely<AnyTables>): Statements {
  const known = caches.get(kysely)
  if (known) return known
  const statements = cacheStatements(kysely, CAPACITY)
  caches.set(kysely, statements)
  return statements
}
