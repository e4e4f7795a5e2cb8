/** The way by which money moves on this database: in a transaction where every table can roll back. */
import type { Api } from '../resources/api.ts'
import { findTable } from '../resources/tables.ts'
import { ApiError } from '../errors.ts'
import { attempting } from '../db/attempts.ts'
import { EngineWatch } from './engine-watch.ts'
import { LeftToJournal, moveInTransaction, scopeOf } from './in-transaction.ts'
import { findKey } from './keys.ts'
import type { Money, Moved, MoveRequest } from './money.ts'
import { findInJournal, moveWithoutRollback } from './without-rollback.ts'

export interface MoneyOptions {
  /** Refuses to move money where a table cannot roll back. */
  readonly requireTransactional: boolean
  /** Refuses requests without `Idempotency-Key`. */
  readonly requireIdempotencyKey: boolean
}

/** @param settings - of the plugin `money`; without it, the defaults */
export function moneyOptions(settings: Readonly<Record<string, unknown>> = {}): MoneyOptions {
  return {
    requireTransactional: settings['requireTransactional'] === true,
    requireIdempotencyKey: settings['requireIdempotencyKey'] === true,
  }
}

export function openMoney(api: Api, { requireTransactional, requireIdempotencyKey }: MoneyOptions): Money {
  const engines = new EngineWatch(api.db)
  return {
    async move(request, plan) {
      if (requireIdempotencyKey && request.idempotencyKey === undefined) throw keyMissing()
      const kept = tablesWithoutRollback(api, request)
      if (kept.length > 0 && requireTransactional) throw notTransactional(kept)
      if (kept.length > 0) return moveWithoutRollback(api, request, plan)
      const lost = await attempting(() => engines.lostRollback(tablesOf(api, request)))
      if (lost.length > 0) throw engineChanged(lost)
      return moveInTransaction(api, request, plan).catch((error: unknown) => {
        if (error instanceof LeftToJournal) return moveWithoutRollback(api, request, plan)
        throw error
      })
    },
    async find(request): Promise<Moved> {
      const scope = scopeOf(request)
      const answer = await attempting(async () => {
        const row = await findKey(api.db, scope)
        if (row?.cardId !== request.cardId) return undefined
        return row.answer ?? (await findInJournal(api, scope, row.cardId))
      })
      if (answer !== undefined) return { answer, isReplayed: true }
      throw new ApiError('unknown_idempotency_key', 'Nothing was done here under this Idempotency-Key.')
    },
  }
}

/** Names of the tables of a movement that keep what was written to them. */
export function tablesWithoutRollback(api: Api, request: Pick<MoveRequest, 'logTables'>): string[] {
  return tablesOf(api, request).filter((table) => !api.canRollBack(table))
}

function tablesOf(api: Api, { logTables }: Pick<MoveRequest, 'logTables'>): string[] {
  return ['cc_card', ...logTables].flatMap((name) => findTable(api, name)?.table ?? [])
}

function keyMissing(): ApiError {
  return new ApiError(
    'missing_idempotency_key',
    'This server moves money only under a header Idempotency-Key: a new one, such as a UUID, for each movement, and the ' +
      'same one for each attempt. Nothing was changed.',
  )
}

function notTransactional(tables: readonly string[]): ApiError {
  return new ApiError(
    'engine_not_transactional',
    `The setting money.requireTransactional is on, and ${tables.join(', ')} cannot roll back. Nothing was changed. ` +
      'The operator can convert them with `a2b convert-engine`.',
    { headers: { 'Retry-After': '60' } },
  )
}

function engineChanged(tables: readonly string[]): ApiError {
  return new ApiError(
    'engine_not_transactional',
    `Since the server started, ${tables.join(', ')} got an engine that cannot roll back. Nothing was changed. The ` +
      'operator must start the server again, which then keeps a journal, or convert the tables with `a2b convert-engine`.',
    { headers: { 'Retry-After': '60' } },
  )
}
