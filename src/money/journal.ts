/**
 * The table `a2b_money_journal`: movements on tables that cannot roll back, each with how far it has come.
 *
 *     begun -> logged -> credited -> (gone: it is in the ledger)
 *       \-------\-----> refused  -> (gone: as if it had never been)
 */
import { makeAccess } from '../access.ts'
import type { Cell, OwnSession, Session } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { insertInto } from '../db/statements.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import { quoteName, tableNamed } from '../resources/tables.ts'
import type { Movement } from './movement.ts'
import { currentRun } from './run.ts'

/** `begun`: log rows may have been written. `logged`: all are, and the balance is to be moved. `refused`: to be undone. */
export type State = 'begun' | 'logged' | 'credited' | 'refused'

export interface Entry {
  readonly id: string
  readonly keyId: string
  /** That the client gave. */
  readonly idempotencyKey?: string
  readonly cardId: string
  readonly state: State
  /** Of the database server, in which it became what it is. */
  readonly run: string
  readonly operation: string
  readonly origin: Origin
  readonly movement: Movement
  /** The time of the database when it was begun, as it stands in the log rows. */
  readonly now: string
  /** The highest number in each log's table, and last in the ledger, before it was begun. */
  readonly above: readonly string[]
  /** By the database's clock. */
  readonly begunAt: string
  /** Numbers of the log rows, in their order; of an entry that is `begun`, none is known yet. */
  readonly logs: readonly string[]
}

export type NewEntry = Omit<Entry, 'id' | 'state' | 'run' | 'above' | 'begunAt' | 'logs'>

/** In a transaction with the key's row. */
export async function addEntry(api: Api, session: Session, entry: NewEntry, above: readonly string[]): Promise<Entry> {
  const { keyId, cardId, operation, origin, movement, now } = entry
  const run = await currentRun(session)
  const row = {
    key_id: new NumericLiteral(keyId),
    card_id: new NumericLiteral(cardId),
    delta: new NumericLiteral(movement.change),
    floor: movement.floor === undefined ? null : new NumericLiteral(movement.floor),
    state: 'begun',
    run,
    operation,
    origin: JSON.stringify(withoutAccess(origin)),
    movement: JSON.stringify(movement),
    now,
    above: JSON.stringify(above),
    logs: '[]',
  }
  const { insertId } = await session.write(insertInto(api.db.kysely, 'a2b_money_journal', row))
  return { ...entry, id: insertId, state: 'begun', run, above, begunAt: entry.now, logs: [] }
}

/** The highest number in the table of each log row, and in the ledger: what comes after is above. */
export async function highestNumbers(api: Api, session: Session, { logs }: Movement): Promise<string[]> {
  const tables = [...logs.map(({ table }) => tableNamed(api, table).table), 'a2b_money_movement']
  const sql = `select ${tables.map((table) => `(select coalesce(max(id), 0) from ${quoteName(table)})`).join(', ')}`
  const [row = []] = await session.readRows({ sql, parameters: [] })
  return row.map(String)
}

const SELECT =
  'select j.id, j.key_id, k.given_by, k.idempotency_key, j.card_id, j.state, j.run, j.operation, j.origin, j.movement, ' +
  'j.now, j.above, j.begun_at, j.logs from a2b_money_journal j join a2b_money_key k on k.id = j.key_id'

export async function readEntries(
  session: Session,
  where?: { readonly column: 'id' | 'key_id' | 'card_id'; readonly value: string },
): Promise<Entry[]> {
  const rows = await session.readRows({
    sql: `${SELECT}${where ? ` where j.${where.column} = ?` : ''} order by j.id`,
    parameters: where ? [new NumericLiteral(where.value)] : [],
  })
  return rows.map(
    ([id, keyId, givenBy, key, cardId, state, run, operation, origin, movement, now, above, begunAt, logs]) => ({
      id: String(id),
      keyId: String(keyId),
      ...(givenBy === 'client' && { idempotencyKey: String(key) }),
      cardId: String(cardId),
      state: String(state) as State,
      run: String(run),
      operation: String(operation),
      origin: withNoAccess(origin),
      movement: JSON.parse(String(movement)),
      now: String(now),
      above: JSON.parse(String(above)),
      begunAt: String(begunAt),
      logs: JSON.parse(String(logs)),
    }),
  )
}

/** Rights are not kept: what the caller may do was asked before. */
function withoutAccess({ caller: { id, name, keyId }, ...origin }: Origin): object {
  return { ...origin, caller: { id, name, keyId } }
}

function withNoAccess(cell: Cell | undefined): Origin {
  const origin = JSON.parse(String(cell)) as Origin
  const access = makeAccess({ permissions: new Set(), masks: new Set(), scopes: [] })
  return { ...origin, caller: { ...origin.caller, access } }
}

/** Notes how far it has come. */
export async function noteState(session: Session, entry: Entry): Promise<Entry> {
  await session.write({
    sql: 'update a2b_money_journal set logs = ?, state = ?, run = ? where id = ?',
    parameters: [JSON.stringify(entry.logs), entry.state, entry.run, new NumericLiteral(entry.id)],
  })
  return entry
}

/** In a transaction with what says that it has ended. */
export async function removeEntry(session: OwnSession, { id }: Entry): Promise<void> {
  await session.write({ sql: 'delete from a2b_money_journal where id = ?', parameters: [new NumericLiteral(id)] })
}
