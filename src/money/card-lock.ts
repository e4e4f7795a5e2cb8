/**
 * One at a time on a card, where its table cannot lock a row for longer than a statement.
 *
 * It is a lock of the server, which goes with the connection: who holds it knows that nobody else is at work on the
 * card, in any process, and what stands in the journal was left by somebody who is gone.
 */
import { createHash } from 'node:crypto'
import type { Db, OwnSession, Session } from '../db/db.ts'
import { ApiError } from '../errors.ts'

/** Seconds; as long as for any lock. */
const PATIENCE = 5

/**
 * @param patience - seconds to wait for who has it
 * @throws CardInUse when somebody has it for longer
 */
export async function holdingCard<T>(
  db: Db,
  cardId: string,
  work: (session: OwnSession) => Promise<T>,
  patience: number = PATIENCE,
): Promise<T> {
  return db.session(async (session) => {
    const name = await lockName(session, cardId)
    const lock = { sql: 'select get_lock(?, ?)', parameters: [name, patience] }
    const [[isHeld] = []] = await session.readRows(lock)
    if (Number(isHeld) !== 1) throw new CardInUse(cardId)
    try {
      return await work(session)
    } finally {
      // What the work has come to stands. A connection that keeps the lock is ended, and the lock goes with it.
      await session
        .readRows({ sql: 'do release_lock(?)', parameters: [name] })
        .catch(() => session.readRows({ sql: 'kill connection_id()', parameters: [] }))
        .catch(() => undefined)
    }
  })
}

/** Whether somebody is at work on the card now. */
export async function isCardHeld(session: Session, cardId: string): Promise<boolean> {
  const lock = { sql: 'select is_used_lock(?) is not null', parameters: [await lockName(session, cardId)] }
  const [[isHeld] = []] = await session.readRows(lock)
  return Number(isHeld) === 1
}

/** Locks of the server know no databases. */
async function lockName(session: Session, cardId: string): Promise<string> {
  const [[database] = []] = await session.readRows({ sql: 'select database()', parameters: [] })
  return `a2b_card:${createHash('sha256').update(String(database)).digest('hex').slice(0, 24)}:${cardId}`
}

export class CardInUse extends ApiError {
  constructor(cardId: string) {
    const detail = `Another movement on card ${cardId} is taking too long. Nothing was changed; try again in a second.`
    super('database_busy', detail, { headers: { 'Retry-After': '1' } })
  }
}
