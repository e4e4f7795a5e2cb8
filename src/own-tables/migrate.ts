/**
 * Makes and changes the tables of ours, `a2b_…`, which stand beside A2Billing's in the same database.
 *
 * `a2b_migration` says which steps were taken. A lock of the server lets one process at a time take steps; a step whose
 * process died in the middle is taken again, because MySQL commits after every statement that defines a table.
 */
import { createHash } from 'node:crypto'
import type { Db, Session } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import { StartError } from '../start-error.ts'
import type { Migration } from './migration.ts'

/** Of the core, `money`, or of a plugin. */
export interface OwnTables {
  readonly owner: string
  readonly migrations: readonly Migration[]
}

const CREATE = `create table if not exists a2b_migration (
  owner varchar(64) not null,
  id varchar(64) not null,
  at datetime(6) not null default current_timestamp(6),
  primary key (owner, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`

/**
 * Takes the steps that were not taken yet.
 *
 * @throws {@link StartError} with the statements for an administrator where the account may not make tables; where the
 *   database has taken steps that this version does not know; where another process holds the lock for too long
 */
export async function migrate(db: Db, owners: readonly OwnTables[]): Promise<void> {
  const pending = (taken: Taken): Step[] => owners.flatMap((owner) => pendingOf(owner, taken))
  // Nearly every start finds nothing to do, and no lock is needed to see that.
  if (pending(await readTaken(db)).length === 0) return
  await inTurn(db, async (session) => {
    const steps = pending(await readTaken(session))
    try {
      await run(session, CREATE)
      for (const step of steps) await takeStep(session, step)
    } catch (error) {
      if (NO_PRIVILEGE.has(errorNumber(error))) throw missingPrivilege(pending(await readTaken(session)), error)
      throw error
    }
  })
}

/**
 * Takes back every step of one owner, the last first: its tables are gone afterwards.
 *
 * @returns the steps that were taken back; empty where there were none
 */
export async function migrateDown(db: Db, { owner, migrations }: OwnTables): Promise<string[]> {
  return inTurn(db, async (session) => {
    const taken = (await readTaken(session)).get(owner) ?? new Set()
    const steps = sorted(migrations)
      .filter(({ id }) => taken.has(id))
      .toReversed()
    for (const { id, down } of steps) {
      for (const statement of down) await run(session, statement)
      await run(session, 'delete from a2b_migration where owner = ? and id = ?', [owner, id])
    }
    return steps.map(({ id }) => id)
  })
}

interface Step extends Migration {
  readonly owner: string
}

/** Ids by owner. */
type Taken = ReadonlyMap<string, ReadonlySet<string>>

function pendingOf({ owner, migrations }: OwnTables, taken: Taken): Step[] {
  const done = taken.get(owner) ?? new Set()
  const unknown = [...done].filter((id) => !migrations.some((migration) => migration.id === id))
  if (unknown.length > 0) {
    throw new StartError(
      `The tables of "${owner}" are newer than this version: it does not know the step ${unknown.join(', ')}. ` +
        'Start the version that made them, or a newer one.',
    )
  }
  return sorted(migrations)
    .filter(({ id }) => !done.has(id))
    .map((migration) => ({ ...migration, owner }))
}

function sorted(migrations: readonly Migration[]): Migration[] {
  return migrations.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

async function readTaken(session: Session): Promise<Taken> {
  const sql = 'select owner, id from a2b_migration'
  const rows = await session.readRows({ sql, parameters: [] }).catch((error: unknown) => {
    if (errorNumber(error) === NO_SUCH_TABLE) return []
    throw error
  })
  const taken = new Map<string, Set<string>>()
  for (const [owner, id] of rows) taken.set(String(owner), (taken.get(String(owner)) ?? new Set()).add(String(id)))
  return taken
}

async function takeStep(session: Session, { owner, id, up }: Step): Promise<void> {
  for (const statement of up) await run(session, statement)
  await run(session, 'insert into a2b_migration (owner, id) values (?, ?)', [owner, id])
}

/** Locks of the server know no databases: the name holds which one this is, in the 64 characters that MySQL allows. */
async function inTurn<T>(db: Db, work: (session: Session) => Promise<T>): Promise<T> {
  return db.session(async (session) => {
    const [[database] = []] = await session.readRows({ sql: 'select database()', parameters: [] })
    const name = `a2b_migration:${createHash('sha256').update(String(database)).digest('hex').slice(0, 32)}`
    const lock = { sql: 'select get_lock(?, ?)', parameters: [name, PATIENCE] }
    const [[isHeld] = []] = await session.readRows(lock)
    if (Number(isHeld) !== 1) {
      throw new StartError('Another process is making the tables of the API for too long. Try again when it has ended.')
    }
    try {
      return await work(session)
    } finally {
      await session.readRows({ sql: 'select release_lock(?)', parameters: [name] })
    }
  })
}

/** Seconds; less than a statement may take. */
const PATIENCE = 8

async function run(session: Session, sql: string, parameters: readonly unknown[] = []): Promise<void> {
  await session.write({ sql, parameters })
}

const NO_SUCH_TABLE = 1146
/** For a table, and for the database. */
const NO_PRIVILEGE: ReadonlySet<number> = new Set([1142, 1044])

function missingPrivilege(steps: readonly Step[], cause: unknown): StartError {
  const statements = steps.flatMap(({ owner, id, up }) => [
    ...up,
    `insert into a2b_migration (owner, id) values ('${owner}', '${id}')`,
  ])
  return new StartError(
    'The API keeps tables of its own in this database, and its database account may not make or change them. ' +
      `Have an administrator of the database do it, then start again:\n${[CREATE, ...statements].join(';\n')};`,
    { cause },
  )
}
