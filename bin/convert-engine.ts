/**
 * `a2b convert-engine`: makes InnoDB of tables that cannot roll back. Without `--yes` it tells what it would do. Exit
 * code 1 when something is in the way.
 */
import { openDb } from '../src/db/connect.ts'
import type { Db } from '../src/db/db.ts'
import { explainDatabaseError } from '../src/db/explain.ts'
import { loadConfig } from '../src/config.ts'
import { GENERATED, loadGenerated } from '../src/drift/generated-folder.ts'
import { alterStatement, type Candidate, findCandidates, reasonOf } from '../src/engines/candidates.ts'
import { convertTable, wayBack } from '../src/engines/convert.ts'
import { ApiError } from '../src/errors.ts'
import { MONEY_TABLES } from '../src/money/tables.ts'
import { findTable } from '../src/resources/tables.ts'
import { StartError } from '../src/start-error.ts'

export interface ConvertFlags {
  readonly url?: string
  readonly tables?: readonly string[]
  readonly all?: true
  readonly yes?: true
}

/** A large table takes its time: a day, in milliseconds. */
const STATEMENT_TIMEOUT = 24 * 60 * 60 * 1000
/** Seconds to wait for whoever uses a table. */
const LOCK_WAIT = 60

export async function convertEngine(flags: ConvertFlags): Promise<void> {
  const { url, yes } = flags
  const config = await loadConfig({ ...process.env, ...(url && { A2B_DATABASE_URL: url }) }, process.cwd())
  const options = {
    url: config.databaseUrl,
    connectionLimit: 1,
    statementTimeout: STATEMENT_TIMEOUT,
    lockWait: LOCK_WAIT,
  }
  const db = openDb(options)
  try {
    await db.ping()
    const isWanted = await choose(flags)
    refuseUnknown(flags, await tablesOf(db))
    const candidates = await db.session((session) => findCandidates(session, isWanted))
    const isFree = showPlan(candidates)
    if (!isFree) process.exitCode = 1
    else if (candidates.length > 0 && !yes) console.log('\nNothing was changed. Make a backup, then give --yes.')
    else if (candidates.length > 0 && !(await convertAll(db, candidates))) process.exitCode = 1
  } catch (error) {
    throw error instanceof ApiError ? explainDatabaseError(error) : error
  } finally {
    await db.close()
  }
}

/** Money's own tables, those that are named, or all. */
async function choose({ tables, all }: ConvertFlags): Promise<(table: string) => boolean> {
  if (tables && all) throw new StartError('Give --tables or --all, not both.')
  if (all) return () => true
  if (tables) return (table) => tables.includes(table)
  const { resources } = await loadGenerated(GENERATED)
  const money = MONEY_TABLES.map((name) => findTable({ resources }, name)?.table ?? name)
  return (table) => money.includes(table)
}

async function tablesOf(db: Db): Promise<ReadonlySet<string>> {
  const sql = 'select table_name from information_schema.tables where table_schema = database()'
  return new Set((await db.readRows({ sql, parameters: [] })).map(([name]) => String(name)))
}

function refuseUnknown({ tables = [] }: ConvertFlags, known: ReadonlySet<string>): void {
  const unknown = tables.filter((table) => !known.has(table))
  if (unknown.length > 0) throw new StartError(`The database has no table ${unknown.join(', ')}.`)
}

/** @returns whether nothing is in the way */
function showPlan(candidates: readonly Candidate[]): boolean {
  if (candidates.length === 0) console.log('Every table that was asked for can roll back already.')
  for (const { table, engine, rows, bytes, obstacle } of candidates) {
    console.log(`-- ${table}: ${engine}, ${rows.toLocaleString('en')} rows, ${megabytes(bytes)} MB`)
    console.log(obstacle === undefined ? `${alterStatement(table)};` : `-- the server refuses: ${obstacle}`)
  }
  const blocked = candidates.filter(({ obstacle }) => obstacle !== undefined)
  if (blocked.length === 0) return true
  const names = blocked.map(({ table }) => table).join(', ')
  console.log(
    `\nNothing was changed: ${names} cannot be converted as it is. Mend what the server names, or leave it out with --tables.`,
  )
  return false
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(1)
}

/** One table after the other, as long as all goes well. @returns whether it did */
async function convertAll(db: Db, candidates: readonly Candidate[]): Promise<boolean> {
  const done: Candidate[] = []
  for (const candidate of candidates) {
    const { table } = candidate
    console.log(`\n${table}: locked, so requests that need it wait or are told to try again …`)
    const outcome = await db
      .session((session) => convertTable(session, table))
      .catch((error: unknown) => reasonOf(error))
    if (typeof outcome === 'string') {
      console.log(`${table}: the server refuses, and it is as it was: ${outcome}`)
      showWayBack(done)
      return false
    }
    done.push(candidate)
    if (!outcome.isEqual) {
      console.log(`${table}: is InnoDB now, and its rows are NOT what they were. Compare it with the backup.`)
      showWayBack(done)
      return false
    }
    console.log(`${table}: is InnoDB now, ${Number(outcome.rows).toLocaleString('en')} rows, every value as it was.`)
  }
  console.log(
    '\nDone. Start the API again, so that it uses transactions, and run `a2b generate`, so that its snapshot knows.',
  )
  showWayBack(done)
  return true
}

function showWayBack(done: readonly Candidate[]): void {
  if (done.length === 0) return
  console.log('\nThe way back:')
  for (const { table, engine } of done) console.log(wayBack(table, engine))
}
