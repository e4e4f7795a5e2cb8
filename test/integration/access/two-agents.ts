/**
 * Two databases for the question whether an agent sees anything of others: one with the rows of two agents and of
 * nobody's customers, and one in which everything but the first agent's rows never was.
 *
 * Rows are told apart by their seed: a row and all that it refers to have the same number in every column that can
 * hold it. Whose a row is follows from how it was made, not from the filters that are tested.
 */
import { type Connection, createConnection } from 'mysql2/promise'
import { resources } from '../../../generated/index.ts'
import { scopeFilters } from '../../../src/resources/agent-scope.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { isNumbered } from '../../../src/resources/write-body.ts'
import { type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { apiOn } from '../../helpers/callers.ts'
import { makeKey } from '../../helpers/keys.ts'
import { offlineDb } from '../../helpers/offline-db.ts'
import { sampleValue } from '../../helpers/sample-row.ts'
import { insertSample, isTable } from '../../helpers/table-rows.ts'

/** The number of the agent whose eyes these are: what every integer of seed 1 is. */
export const AGENT = 61

const filters = new Map(
  scopeFilters(apiOn(offlineDb(), resources), { kind: 'agent', id: String(AGENT) }).map((it) => [
    it.resource,
    it.query,
  ]),
)

/** Every row of these is somebody's. */
export const limited = [...resources.values()].filter(({ name }) => filters.get(name) !== undefined)
/** Of these an agent sees nothing. */
export const closed = [...resources.values()].filter(({ name }) => filters.has(name) && filters.get(name) === undefined)

/** Columns on which it depends whose a row is, of references first. */
export function decisiveColumns({ name }: Resource): string[] {
  const terms = (filters.get(name) ?? '').split('&')
  return terms.map((term) => /^-?(\w+?)(__|=)/.exec(term)?.[1] ?? '')
}

interface Made {
  readonly seed: number
  readonly isMine: boolean
  readonly values?: Readonly<Record<string, unknown>>
}

/** The rows of a resource. */
function rowsOf(resource: Resource): Made[] {
  const { name, relations, primaryKey } = resource
  const decisive = decisiveColumns(resource)
  const as = (column: string, seed: number): unknown => {
    const type = resource.columns.find((it) => it.name === column)?.type
    return type && sampleValue(type, seed)
  }
  const references = (seedOf: (column: string) => number): Record<string, unknown> =>
    Object.fromEntries(Object.keys(relations).map((column) => [column, as(column, seedOf(column))]))
  const isLimited = decisive[0] !== ''
  const rows: Made[] = [
    { seed: 1, isMine: true },
    { seed: 2, isMine: !isLimited },
    // Customers of the operator, without an agent.
    { seed: 3, isMine: !isLimited, ...(name === 'cardgroup' && { values: { id_agent: 0 } }) },
  ]
  if (!isLimited || name === 'agent') return rows
  // Mine, though all else that it refers to is another's; it would have the key of the first where that decides.
  if (!primaryKey.every((column) => decisive.includes(column)))
    rows.push({ seed: 4, isMine: true, values: references((column) => (decisive.includes(column) ? 1 : 2)) })
  // Not mine, though one of the columns says so. The view of SIP accounts tells by the card alone.
  if (decisive.length > 1 && name !== 'sipbuddies') {
    rows.push({ seed: 5, isMine: false, values: references((column) => (column === decisive[0] ? 1 : 2)) })
    rows.push({ seed: 6, isMine: false, values: references((column) => (column === decisive.at(-1) ? 1 : 2)) })
  }
  // A payment of my customer for which no commission was paid.
  const [, empty = ''] = /(?:^|&)-(\w+?)__(?:ne|not_in)=/.exec(filters.get(name) ?? '') ?? []
  if (Object.hasOwn(relations, empty)) {
    rows.push({ seed: 7, isMine: true, values: { ...references(() => 1), [empty]: null } })
  }
  return rows
}

export interface Side {
  readonly api: TestApi
  readonly connection: Connection
  /** As the agent, as one who sees every row. */
  readonly agent: Pick<RequestOptions, 'as' | 'headers'>
  readonly everybody: Pick<RequestOptions, 'as' | 'headers'>
  close(): Promise<void>
}

/** @param onlyMine - the rows that are not the agent's never were */
export async function startSide(onlyMine: boolean): Promise<Side> {
  const api = await startTestApi()
  const connection = await createConnection(api.database.url)
  await connection.query("set sql_mode = ''")
  for (const resource of resources.values()) {
    if (!isTable(resource)) continue
    for (const { seed, isMine, values } of rowsOf(resource)) {
      if (isMine || !onlyMine) await insertSample(connection, resource, seed, values)
    }
    // New rows get the same numbers on both sides.
    const isCounted = resource.columns.some((column) => resource.primaryKey[0] === column.name && isNumbered(column))
    if (isCounted) await connection.query('alter table ?? auto_increment = 100', [resource.table])
  }
  const grants = ['role:administrator', `scope:agent=${AGENT}`] as const
  return {
    api,
    connection,
    agent: await makeKey(connection, 'agent', grants),
    everybody: await makeKey(connection, 'everybody', ['role:administrator']),
    async close() {
      await connection.end()
      await api.close()
    },
  }
}
