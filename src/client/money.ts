/** Refill and charge: sent again under the same key until it is known what became of them. */
import { mayPass, type Retry, retrying } from './retry.ts'
import { because, type Key, type Requests } from './transport.ts'

export interface MoveOptions {
  /**
   * Of this movement, the same for each attempt at it. Make one and store it before you send, so that it outlives your
   * own program; without it one is made here.
   */
  readonly idempotencyKey?: string
  /** Why, for the audit. */
  readonly reason?: string
}

/** No attempt was answered: the movement may or may not have been done. Send it again with {@link idempotencyKey}. */
export class UnsettledMovementError extends Error {
  override readonly name = 'UnsettledMovementError'
  readonly idempotencyKey: string

  constructor(idempotencyKey: string, cause: unknown) {
    super(`It is not known whether the movement was done: send it again with the key ${idempotencyKey}`, { cause })
    this.idempotencyKey = idempotencyKey
  }
}

/** @throws {@link UnsettledMovementError} when the attempts are used up; ProblemError when it was refused */
export async function move(
  send: Requests['send'],
  operation: 'refill' | 'extra_charge',
  card: Key,
  body: object,
  retry: Retry | undefined,
  { idempotencyKey = crypto.randomUUID(), reason }: MoveOptions = {},
): Promise<unknown> {
  const headers = { 'Idempotency-Key': idempotencyKey, ...because(reason) }
  const init = { params: { path: { card_id: card } }, body, headers }
  try {
    return await retrying(() => send('POST', `/custom_api/${operation}/{card_id}`, init), retry)
  } catch (error) {
    throw mayPass(error) ? new UnsettledMovementError(idempotencyKey, error) : error
  }
}
