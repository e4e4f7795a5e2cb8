/**
 * The table `a2b_money_key`: what was done under which key.
 *
 * Every movement claims a row before it does anything. Who claims a key that another one holds waits for that one to
 * end and finds what it has left. A request without a key claims one that the server makes up: so it, too, can find out
 * what became of a COMMIT whose answer was lost.
 */
import { createHash } from 'node:crypto'
import type { Row, Session } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import { ApiError } from '../errors.ts'

export interface KeyScope {
  readonly userId: number
  readonly operation: string
  readonly givenBy: 'client' | 'server'
  readonly key: string
}

export interface KeyRow {
  readonly id: string
  readonly cardId: string
  readonly fingerprint: string
  /** JSON; null while a movement that cannot be rolled back is under way, or was interrupted. */
  readonly answer: string | null
}

/** @param parts - what was asked for, in a fixed order */
export function fingerprintOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/**
 * Claims a key in the transaction that the session is in.
 *
 * @returns `isNew` when nobody has used it before
 * @throws ApiError `idempotency_key_in_use` when its holder does not end in time; `idempotency_key_reused` when it was
 *   sent with another request
 */
export async function claimKey(
  session: Session,
  { userId, operation, givenBy, key }: KeyScope,
  cardId: string,
  fingerprint: string,
): Promise<KeyRow & { readonly isNew: boolean }> {
  const insert = session.write({
    sql:
      'insert into a2b_money_key (user_id, operation, given_by, idempotency_key, card_id, fingerprint) ' +
      'values (?, ?, ?, ?, ?, ?)',
    parameters: [userId, operation, givenBy, key, cardId, fingerprint],
  })
  try {
    const { insertId: id } = await insert
    return { id, cardId, fingerprint, answer: null, isNew: true }
  } catch (error) {
    if (errorNumber(error) === LOCK_WAIT) throw inUse(error)
    if (errorNumber(error) !== DUPLICATE) throw error
  }
  const row = await findKey(session, { userId, operation, givenBy, key })
  // Its holder has rolled back, or its time was over, between the two statements.
  if (!row) throw inUse(undefined)
  assertSameRequest(row, cardId, fingerprint)
  return { ...row, isNew: false }
}

/** @throws ApiError `idempotency_key_reused` */
export function assertSameRequest(row: KeyRow, cardId: string, fingerprint: string): void {
  if (row.cardId === cardId && row.fingerprint === fingerprint) return
  throw new ApiError(
    'idempotency_key_reused',
    'This Idempotency-Key was sent before with another request. Nothing was changed; use a new key for a new movement.',
  )
}

/**
 * Waits for who holds the key.
 *
 * @throws ApiError `idempotency_key_in_use`
 */
export async function findKey(session: Session, scope: KeyScope): Promise<KeyRow | undefined> {
  const { userId, operation, givenBy, key } = scope
  const select = session.readRows({
    sql:
      'select id, card_id, fingerprint, answer from a2b_money_key ' +
      'where user_id = ? and operation = ? and given_by = ? and idempotency_key = ? lock in share mode',
    parameters: [userId, operation, givenBy, key],
  })
  const [row] = await select.catch((error: unknown): Row[] => {
    throw errorNumber(error) === LOCK_WAIT ? inUse(error) : error
  })
  if (!row) return undefined
  const [id, cardId, fingerprint, answer = null] = row
  return {
    id: String(id),
    cardId: String(cardId),
    fingerprint: String(fingerprint),
    answer: answer === null ? null : String(answer),
  }
}

export async function storeAnswer(session: Session, keyRowId: string, answer: string): Promise<void> {
  const sql = 'update a2b_money_key set answer = ? where id = ?'
  await session.write({ sql, parameters: [answer, keyRowId] })
}

/** As if it had never been sent. */
export async function forgetKey(session: Session, keyRowId: string): Promise<void> {
  await session.write({ sql: 'delete from a2b_money_key where id = ?', parameters: [keyRowId] })
}

/** Days for which a client's key is kept; the ones that the server made up are of use for as long as a request lasts. */
const KEPT_DAYS = { client: 7, server: 1 } as const
/** Rows at a time, so that nobody waits for long. */
const BATCH = 1000

/** Forgets the keys whose time is over; never one whose movement has not ended. @returns how many */
export async function forgetOldKeys(session: Session): Promise<number> {
  let forgotten = 0
  for (const [givenBy, days] of Object.entries(KEPT_DAYS)) {
    const sql =
      'delete from a2b_money_key where given_by = ? and created_at < now() - interval ? day and answer is not null ' +
      `order by created_at limit ${BATCH}`
    for (let count = BATCH; count === BATCH; forgotten += count) {
      ;({ affectedRows: count } = await session.write({ sql, parameters: [givenBy, days] }))
    }
  }
  return forgotten
}

export function inUse(cause: unknown): ApiError {
  return new ApiError('idempotency_key_in_use', 'The request with this Idempotency-Key has not ended yet.', {
    cause,
    headers: { 'Retry-After': '1' },
  })
}

const DUPLICATE = 1062
const LOCK_WAIT = 1205
