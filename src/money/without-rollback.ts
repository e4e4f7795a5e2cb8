/**
 * A movement on tables that cannot roll back: it is written down in the journal first, which can, and taken from there
 * step by step, so that whatever breaks is finished or found.
 */
import type { OwnSession } from '../db/db.ts'
import { outcomeUnknown } from '../db/errors.ts'
import type { Api } from '../resources/api.ts'
import { advance } from './advance.ts'
import { attempting, mayPass } from '../db/attempts.ts'
import { findCard } from './balance.ts'
import { CardInUse, holdingCard } from './card-lock.ts'
import { scopeOf, timeOf } from './in-transaction.ts'
import { addEntry, highestNumbers, readEntries } from './journal.ts'
import { assertSameRequest, claimKey, findKey, fingerprintOf, inUse, type KeyScope } from './keys.ts'
import type { Moved, MoveRequest, Plan } from './money.ts'

export async function moveWithoutRollback(api: Api, request: MoveRequest, plan: Plan): Promise<Moved> {
  const scope = scopeOf(request)
  return attempting(() =>
    holdingCard(api.db, request.cardId, (session) => moveOnce(api, session, request, scope, plan)).catch(
      async (error: unknown) => {
        const isTheSame = error instanceof CardInUse && (await findKey(api.db, scope)) !== undefined
        throw isTheSame ? inUse(error) : error
      },
    ),
  )
}

async function moveOnce(
  api: Api,
  session: OwnSession,
  request: MoveRequest,
  scope: KeyScope,
  plan: Plan,
): Promise<Moved> {
  const { origin, operation, cardId, idempotencyKey } = request
  const fingerprint = fingerprintOf([operation, cardId, ...request.fingerprint])
  const row = await findKey(session, scope)
  if (row) {
    assertSameRequest(row, cardId, fingerprint)
    const answer = row.answer ?? (await resume(api, session, row.id))
    if (answer !== undefined) return { answer, isReplayed: scope.givenBy === 'client' }
  }
  await findCard(api, session, origin, cardId, false)
  const movement = await plan(session)
  const [now, above] = [await timeOf(session), await highestNumbers(api, session, movement)]
  const entry = await session.transaction(async () => {
    const { id: keyId, isNew } = await claimKey(session, scope, cardId, fingerprint)
    // By a process that knows these tables to roll back, and so needs no lock of the card.
    if (!isNew) throw inUse(undefined)
    const begun = { keyId, cardId, operation, origin, movement, now, ...(idempotencyKey && { idempotencyKey }) }
    return addEntry(api, session, begun, above)
  })
  const answer = await advance(api, session, entry, false).catch((error: unknown) => {
    // It stands in the journal, where the next attempt finds it, or whoever sends it again.
    throw mayPass(error) ? outcomeUnknown(error) : error
  })
  if (answer === undefined) throw new Error(`Entry ${entry.id} of the journal was refused before it was begun`)
  return { answer, isReplayed: false }
}

/**
 * Finishes what was begun under a key and left. The session holds the lock of the card.
 *
 * @returns undefined where nothing has come of it
 */
export async function resume(api: Api, session: OwnSession, keyId: string): Promise<string | undefined> {
  const [entry] = await readEntries(session, { column: 'key_id', value: keyId })
  if (!entry) throw new Error(`The key row ${keyId} has neither an answer nor an entry in the journal`)
  return advance(api, session, entry, true)
}

/** What was done under a key, after what was begun under it and left has been finished. */
export async function findInJournal(api: Api, scope: KeyScope, cardId: string): Promise<string | undefined> {
  return holdingCard(api.db, cardId, async (session) => {
    const row = await findKey(session, scope)
    return row && (row.answer ?? resume(api, session, row.id))
  }).catch((error: unknown) => {
    throw error instanceof CardInUse ? inUse(error) : error
  })
}
