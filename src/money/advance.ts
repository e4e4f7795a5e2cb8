/**
 * Takes a movement in the journal from where it stands to its end: the same for who began it, for who sends it again,
 * and for `a2b doctor --repair`.
 *
 * The balance moves together with the state that says so, in one statement on both tables. As long as the database
 * server runs, that statement is done or not done, and the state tells which. When the server itself stopped while
 * the state was `logged`, the one table may have kept its half without the other: then nothing is tried again.
 */
import type { OwnSession, Session } from '../db/db.ts'
import { errorNumber, outcomeUnknown } from '../db/errors.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import type { Api } from '../resources/api.ts'
import { quoteName } from '../resources/tables.ts'
import { mayPass } from '../db/attempts.ts'
import {
  cardTable,
  explainMoveError,
  noBalance,
  resetCardVariables,
  tooLow,
  trimBalance,
  unknownCard,
} from './balance.ts'
import { type Entry, noteState, removeEntry } from './journal.ts'
import { forgetKey, storeAnswer } from './keys.ts'
import { book } from './ledger.ts'
import { removeLogRow, writeLogRow } from './log-rows.ts'
import { findLostRow } from './lost-log-row.ts'
import { currentRun } from './run.ts'
import { answerText } from './values.ts'

/**
 * @param session - holds the lock of the card
 * @param isResumed - somebody else began it
 * @returns the answer, JSON; undefined where it had been refused, and is undone now
 * @throws ApiError `movement_interrupted`; what refuses it, after it was undone
 */
export async function advance(
  api: Api,
  session: OwnSession,
  entry: Entry,
  isResumed: boolean,
): Promise<string | undefined> {
  if (entry.state === 'refused') {
    await undo(api, session, entry)
    return undefined
  }
  try {
    const logged = entry.state === 'begun' ? await writeLogs(api, session, entry, isResumed) : entry
    const credited = logged.state === 'logged' ? await moveBalance(api, session, logged) : logged
    return await finish(api, session, credited).catch((error: unknown) => {
      // Whatever it is: who were told that nothing was done, or to come again, would do the same twice.
      throw outcomeUnknown(error, MOVED)
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await undo(api, session, await noteState(session, { ...error.entry, state: 'refused' }))
    throw error.reason
  }
}

const MOVED =
  'The balance was changed, and the ledger could not be written; a2b doctor --repair writes it. ' +
  'Do not send it again, but with the same Idempotency-Key.'

/** Thrown where it will never be done, with how far it has come. */
class Refused extends Error {
  readonly entry: Entry
  readonly reason: unknown

  constructor(entry: Entry, reason: unknown) {
    super('A movement was refused', { cause: reason })
    this.entry = entry
    this.reason = reason
  }
}

async function writeLogs(api: Api, session: Session, entry: Entry, isResumed: boolean): Promise<Entry> {
  const logs: string[] = []
  for (const [position, log] of entry.movement.logs.entries()) {
    const lost = isResumed ? await findLostRow(api, session, { ...entry, logs }, position) : undefined
    const id =
      lost ??
      (await writeLogRow(api, session, log, { now: entry.now, logs }).catch((error: unknown) => {
        throw mayPass(error) ? error : new Refused({ ...entry, logs }, error)
      }))
    logs.push(id)
  }
  return noteState(session, { ...entry, logs, state: 'logged', run: await currentRun(session) })
}

async function moveBalance(api: Api, session: Session, entry: Entry): Promise<Entry> {
  if (entry.run !== (await currentRun(session))) throw interrupted(entry)
  const { table } = cardTable(api)
  await resetCardVariables(api, session)
  // The journal comes first: what can still fail then fails before the balance is touched.
  const update = {
    sql:
      `update a2b_money_journal j straight_join ${quoteName(table)} c on c.id = j.card_id ` +
      "set j.state = 'credited', j.balance = c.credit + j.delta, c.credit = c.credit + j.delta " +
      "where j.id = ? and j.state = 'logged' and c.credit is not null " +
      'and (j.floor is null or c.credit + j.delta >= j.floor)',
    parameters: [new NumericLiteral(entry.id)],
  }
  const { affectedRows } = await session.write(update).catch((error: unknown) => {
    // Otherwise the server says that it has not done it.
    throw mayPass(error) || errorNumber(error) === 0
      ? error
      : new Refused(entry, explainMoveError(error, entry.movement.field))
  })
  if (affectedRows === 0) throw new Refused(entry, await reasonToRefuse(api, session, entry))
  return { ...entry, state: 'credited' }
}

async function reasonToRefuse(api: Api, session: Session, { cardId, movement }: Entry): Promise<ApiError> {
  const sql = `select credit from ${quoteName(cardTable(api).table)} where id = ?`
  const [row] = await session.readRows({ sql, parameters: [new NumericLiteral(cardId)] })
  if (!row) return unknownCard(cardId)
  return row[0] === null ? noBalance(cardId) : tooLow(movement)
}

function interrupted({ id }: Entry): ApiError {
  return new ApiError(
    'movement_interrupted',
    'The database stopped while the balance was being changed, on tables that cannot roll back, so it may or may not ' +
      `have been. It is not tried again. The operator finds it with a2b doctor as entry ${id} of the journal, and can ` +
      'settle it there.',
  )
}

/** Takes a movement back whose balance has not been moved. */
export async function takeBack(api: Api, session: OwnSession, entry: Entry): Promise<void> {
  const logs = entry.state === 'begun' ? await findLostRows(api, session, entry) : entry.logs
  await undo(api, session, await noteState(session, { ...entry, logs, state: 'refused' }))
}

/** They are written one after the other, so behind one that is not there is none. */
async function findLostRows(api: Api, session: Session, entry: Entry): Promise<string[]> {
  const logs: string[] = []
  for (const position of entry.movement.logs.keys()) {
    const lost = await findLostRow(api, session, { ...entry, logs }, position)
    if (lost === undefined) break
    logs.push(lost)
  }
  return logs
}

/** Log rows go first: once the entry is gone, nothing tells of them. */
async function undo(api: Api, session: OwnSession, entry: Entry): Promise<void> {
  for (const [position, id] of entry.logs.entries()) {
    await removeLogRow(api, session, entry.movement.logs[position]?.table ?? '', id)
  }
  await session.transaction(async () => {
    await removeEntry(session, entry)
    await forgetKey(session, entry.keyId)
  })
}

async function finish(api: Api, session: OwnSession, entry: Entry): Promise<string> {
  const { id, keyId, movement, logs, now } = entry
  const sql = 'select balance from a2b_money_journal where id = ?'
  const [[digits] = []] = await session.readRows({ sql, parameters: [new NumericLiteral(id)] })
  const balance = trimBalance(api, String(digits))
  const answer = answerText(movement, { now, logs, balance })
  await session.transaction(async () => {
    await book(api, session, { ...entry, balance })
    await storeAnswer(session, keyId, answer)
    await removeEntry(session, entry)
  })
  return answer
}
