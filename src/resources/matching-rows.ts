/** The keys of the rows that meet filters, for writes to all of them. */
import { sql } from 'kysely'
import type { Session } from '../db/db.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import { statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import { CAP } from './count-mode.ts'
import { selected } from './projection.ts'
import type { Resource } from './resource.ts'
import { keyColumns, keyPart } from './row-key.ts'
import { hasKey, keyValues } from './row-statements.ts'
import { type Selection, selectRows, whereSql } from './selection.ts'

type Key = readonly Bindable[]

/** @returns in the order of the key, no more than the limit */
export async function findKeys(
  { db }: Api,
  resource: Resource,
  selection: Selection,
  limit: number,
): Promise<Bindable[][]> {
  const rows = selectRows(resource, selection)
  const columns = keyColumns(resource)
  const find = statementsOf(db.kysely)(JSON.stringify(['keys', resource.name, ...rows.shape]), (slot) => {
    const { from, terms } = rows.build(slot)
    const order = columns.map(({ name }) => sql.id('t0', name))
    const keys = sql.join(columns.map(selected))
    return sql`select ${keys}${from}${whereSql(terms)} order by ${sql.join(order)} limit ${slot()}`
  })
  const found = await db.readRows(find([...rows.values, limit]))
  return found.map((cells) => columns.map((column, index) => keyPart(column, cells[index] ?? null)))
}

/** @returns no more than {@link CAP} and one */
export async function countMatching({ db }: Api, resource: Resource, selection: Selection): Promise<number> {
  const rows = selectRows(resource, selection)
  const count = statementsOf(db.kysely)(JSON.stringify(['count matching', resource.name, ...rows.shape]), (slot) => {
    const { from, terms } = rows.build(slot)
    return sql`select count(*) from (select 1 as ${sql.id('n')}${from}${whereSql(terms)} limit ${slot()}) as ${sql.id('counted')}`
  })
  const [[found] = []] = await db.readRows(count([...rows.values, CAP + 1]))
  return Number(found)
}

/**
 * Whether the row meets the filters now.
 *
 * @param isLocking - and will until the transaction has ended
 */
export async function stillMatches(
  { db }: Api,
  session: Session,
  resource: Resource,
  selection: Selection,
  key: Key,
  isLocking: boolean,
): Promise<boolean> {
  const rows = selectRows(resource, selection)
  const shape = JSON.stringify(['still matches', resource.name, isLocking, ...rows.shape])
  const look = statementsOf(db.kysely)(shape, (slot) => {
    const { from, terms } = rows.build(slot)
    const where = whereSql([...terms, hasKey(resource, slot, 't0')])
    return sql`select 1${from}${where}${isLocking ? sql` for update` : sql``}`
  })
  return (await session.readRows(look([...rows.values, ...keyValues(resource, key)]))).length > 0
}
