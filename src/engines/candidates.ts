/** Tables that cannot roll back, and what the server says to converting each of them. */
import type { Row, Session } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import { quoteName } from '../resources/tables.ts'

export interface Candidate {
  readonly table: string
  readonly engine: string
  /** A guess on some engines. */
  readonly rows: number
  /** Data and indexes. */
  readonly bytes: number
  /** What the server says when an empty table of this form is converted; absent where it does so. */
  readonly obstacle?: string
}

/**
 * @param isWanted - of the names of tables that cannot roll back
 * @returns in the order of their names; those in memory and our own are never among them
 */
export async function findCandidates(session: Session, isWanted: (table: string) => boolean): Promise<Candidate[]> {
  const sql =
    'select t.table_name, t.engine, t.table_rows, t.data_length + t.index_length from information_schema.tables t ' +
    'join information_schema.engines e on e.engine = t.engine ' +
    "where t.table_schema = database() and t.table_type = 'BASE TABLE' and e.transactions = 'NO' " +
    "and t.engine <> 'MEMORY' and t.table_name not like 'a2b\\_%' order by t.table_name"
  const found = (await session.readRows({ sql, parameters: [] }))
    .map(toCandidate)
    .filter(({ table }) => isWanted(table))
  const candidates: Candidate[] = []
  for (const candidate of found) {
    const obstacle = await obstacleOf(session, candidate.table)
    candidates.push({ ...candidate, ...(obstacle !== undefined && { obstacle }) })
  }
  return candidates
}

function toCandidate([table, engine, rows, bytes]: Row): Candidate {
  return { table: String(table), engine: String(engine), rows: Number(rows), bytes: Number(bytes) }
}

/** As a temporary table, which nobody else sees, and which goes with the connection. */
const TRIAL = 'a2b_convert_trial'

/** No list of what InnoDB does not take is complete, so the server is asked. */
async function obstacleOf(session: Session, table: string): Promise<string | undefined> {
  const run = (sql: string): Promise<unknown> => session.write({ sql, parameters: [] })
  try {
    await run(`create temporary table ${TRIAL} like ${quoteName(table)}`)
    await run(alterStatement(TRIAL))
    return undefined
  } catch (error) {
    if (errorNumber(error) === 0) throw error
    return reasonOf(error)
  } finally {
    await run(`drop temporary table if exists ${TRIAL}`)
  }
}

export function alterStatement(table: string): string {
  return `ALTER TABLE ${quoteName(table)} ENGINE = InnoDB`
}

/** Of the server, as it says it. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
