/**
 * How far a write is carried out: to its end, or, with `dry_run=1`, not.
 *
 * Taken back is only what every table can take back: triggers and hooks write to others than the row's own. Elsewhere a
 * dry run stops before the write, and asks none of the hooks that run in the transaction.
 */
import type { Db, Session } from '../db/db.ts'
import type { Api } from './api.ts'

/** `rollback`: done, answered, and taken back. `check`: everything is looked at, and nothing done. */
export type Run = 'commit' | 'rollback' | 'check'

export function dryRunOf(api: Api): Run {
  const { resources, canRollBack } = api.seen?.whole ?? api
  // What can only be read may be a view, which has no engine.
  const isSafe = [...resources.values()].every(({ table, readOnly }) => readOnly !== undefined || canRollBack(table))
  return isSafe ? 'rollback' : 'check'
}

/** Runs `work` in a transaction that ends as it should. */
export async function inTransaction<T>(db: Db, run: Run, work: (session: Session) => Promise<T>): Promise<T> {
  if (run === 'commit') return db.transaction(work)
  let done: { readonly result: T } | undefined
  const end = new TakenBack()
  await db
    .transaction(async (session) => {
      done = { result: await work(session) }
      throw end
    })
    .catch((error: unknown) => {
      if (error !== end) throw error
    })
  if (!done) throw new Error('A transaction was taken back before its work had ended')
  return done.result
}

/** Makes a transaction roll back that nothing is wrong with. */
class TakenBack extends Error {}
