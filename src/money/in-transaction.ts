/** A movement on tables that can roll back: everything in one transaction, the key first, then the card, then the rest. */
import { randomUUID } from 'node:crypto'
import type { Session } from '../db/db.ts'
import { isLost } from '../db/errors.ts'
import type { Api } from '../resources/api.ts'
import { attempting } from './attempts.ts'
import { cardTable, findCard, moveBalance } from './balance.ts'
import { claimKey, fingerprintOf, type KeyScope, storeAnswer } from './keys.ts'
import { book } from './ledger.ts'
import { removeLogRow, writeLogRow } from './log-rows.ts'
import type { Moved, MoveRequest, Plan } from './money.ts'
import { answerText } from './values.ts'

export async function moveInTransaction(api: Api, request: MoveRequest, plan: Plan): Promise<Moved> {
  const scope = scopeOf(request)
  return attempting(() => api.db.transaction((session) => moveOnce(api, session, request, scope, plan)))
}

/** Under a key that the server makes up for this request, where the client gives none. */
export function scopeOf({
  origin,
  operation,
  idempotencyKey,
}: Omit<MoveRequest, 'fingerprint' | 'logTables'>): KeyScope {
  const userId = origin.caller.id
  return idempotencyKey === undefined
    ? { userId, operation, givenBy: 'server', key: randomUUID() }
    : { userId, operation, givenBy: 'client', key: idempotencyKey }
}

/** Where the card's table cannot roll back, the log rows of a movement that fails are deleted. */
export async function moveOnce(
  api: Api,
  session: Session,
  request: MoveRequest,
  scope: KeyScope,
  plan: Plan,
): Promise<Moved> {
  const { origin, operation, cardId, idempotencyKey } = request
  const fingerprint = fingerprintOf([operation, cardId, ...request.fingerprint])
  const claimed = await claimKey(session, scope, cardId, fingerprint)
  if (claimed.answer !== null) return { answer: claimed.answer, isReplayed: scope.givenBy === 'client' }
  if (!claimed.isNew) throw new Error(`The key row ${claimed.id} has no answer, though its tables can roll back`)
  await findCard(api, session, origin, cardId, true)
  const movement = await plan(session)
  const now = await timeOf(session)
  const logs: string[] = []
  const balance = await writeAll().catch(async (error: unknown) => {
    if (!api.canRollBack(cardTable(api).table) && !isLost(error)) {
      for (const [index, id] of logs.entries()) await removeLogRow(api, session, movement.logs[index]?.table ?? '', id)
    }
    throw error
  })
  await book(api, session, {
    origin,
    operation,
    cardId,
    movement,
    logs,
    balance,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  })
  const answer = answerText(movement, { now, logs, balance })
  await storeAnswer(session, claimed.id, answer)
  return { answer, isReplayed: false }

  async function writeAll(): Promise<string> {
    for (const log of movement.logs) logs.push(await writeLogRow(api, session, log, { now, logs }))
    return moveBalance(api, session, cardId, movement)
  }
}

/** The time of the database, in its own zone: A2Billing's own programs write theirs so. */
export async function timeOf(session: Session): Promise<string> {
  const [[now] = []] = await session.readRows({ sql: 'SELECT CAST(NOW() AS CHAR)', parameters: [] })
  return String(now)
}
