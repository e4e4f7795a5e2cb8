/**
 * A movement on tables that cannot roll back: the log rows of one that fails are deleted again, and a crash can leave
 * log rows without the money. What the database may have done is never done again.
 */
import { isLost, outcomeUnknown } from '../db/errors.ts'
import type { Session } from '../db/db.ts'
import type { Api } from '../resources/api.ts'
import { scopeOf, moveOnce } from './in-transaction.ts'
import type { Moved, MoveRequest, Plan } from './money.ts'

export async function moveWithoutRollback(api: Api, request: MoveRequest, plan: Plan): Promise<Moved> {
  try {
    return await api.db.transaction((session: Session) => moveOnce(api, session, request, scopeOf(request), plan))
  } catch (error) {
    throw isLost(error) ? outcomeUnknown(error) : error
  }
}
