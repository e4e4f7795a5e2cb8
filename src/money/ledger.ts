/** `a2b_money_movement`: a row for each movement, written with it and never changed. */
import type { Session } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { insertInto } from '../db/statements.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import type { Movement } from './movement.ts'
import { cardTable } from './balance.ts'
import { minus } from './decimal.ts'

export interface Booking {
  readonly origin: Origin
  readonly operation: string
  readonly cardId: string
  readonly movement: Movement
  /** Numbers of the log rows, in their order. */
  readonly logs: readonly string[]
  /** Decimal text, as the column has it. */
  readonly balance: string
  readonly idempotencyKey?: string
}

/** The row of the ledger, and the audit's. */
export async function book(api: Api, session: Session, booking: Booking): Promise<void> {
  const { origin, operation, cardId, movement, logs, balance, idempotencyKey = null } = booking
  const { caller, address, requestId, reason = null } = origin
  const tables = Object.fromEntries(movement.logs.map(({ table }, index) => [table, logs[index]]))
  const row = {
    operation,
    card_id: new NumericLiteral(cardId),
    delta: new NumericLiteral(movement.change),
    balance_after: new NumericLiteral(balance),
    logs: JSON.stringify(tables),
    user_id: caller.id,
    user_name: caller.name,
    key_id: caller.keyId ?? null,
    address,
    request_id: requestId,
    reason,
    idempotency_key: idempotencyKey,
  }
  await session.write(insertInto(api.db.kysely, 'a2b_money_movement', row))
  await api.audit.record(session, origin, {
    operation,
    resource: cardTable(api).name,
    key: cardId,
    changes: { credit: [minus(balance, movement.change), balance] },
  })
}
