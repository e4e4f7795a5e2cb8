/** A movement on tables that can roll back: everything in one transaction, the key first, then the card, then the rest. */
import { randomUUID } from 'node:crypto'
import type { Session } from '../db/db.ts'
import type { Api } from '../resources/api.ts'
import { attempting } from '../db/attempts.ts'
import { findCard, moveBalance } from './balance.ts'
import { claimKey, fingerprintOf, type KeyScope, storeAnswer } from './keys.ts'
import { book } from './ledger.ts'
import { writeLogRow } from './log-rows.ts'
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

async function moveOnce(api: Api, session: Session, request: MoveRequest, scope: KeyScope, plan: Plan): Promise<Moved> {
  const { origin, operation, cardId, idempotencyKey } = request
  const fingerprint = fingerprintOf([operation, cardId, ...request.fingerprint])
  const claimed = await claimKey(session, scope, cardId, fingerprint)
  if (claimed.answer !== null) return { answer: claimed.answer, isReplayed: scope.givenBy === 'client' }
  if (!claimed.isNew) throw new LeftToJournal()
  const before = await findCard(api, session, origin, cardId, true)
  const movement = await plan(session)
  const now = await timeOf(session)
  const logs: string[] = []
  for (const log of movement.logs) logs.push(await writeLogRow(api, session, log, { now, logs }))
  const balance = await moveBalance(api, session, cardId, before, movement)
  const booking = { origin, operation, cardId, movement, logs, balance, ...(idempotencyKey && { idempotencyKey }) }
  await book(api, session, booking)
  const answer = answerText(movement, { now, logs, balance })
  await storeAnswer(session, claimed.id, answer)
  return { answer, isReplayed: false }
}

/** Thrown for a key that was sent before the tables were converted, and whose movement is still in the journal. */
export class LeftToJournal extends Error {}

/** The time of the database, in its own zone: A2Billing's own programs write theirs so. */
export async function timeOf(session: Session): Promise<string> {
  const [[now] = []] = await session.readRows({ sql: 'SELECT CAST(NOW() AS CHAR)', parameters: [] })
  return String(now)
}
