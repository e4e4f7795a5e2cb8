/** An API whose process dies at a certain statement: the connection is gone from then on, and nothing more is sent. */
import { expect } from 'vitest'
import type { OwnSession, Session } from '../../src/db/db.ts'
import type { Api } from '../../src/resources/api.ts'

export class Crash extends Error {}

export interface CrashingApi {
  readonly api: Api
  hasCrashed(): boolean
}

/**
 * @param at - number of the statement, from 1; those that begin and end transactions are not counted
 * @param isSent - whether the database still gets that statement
 */
export function crashing(api: Api, at: number, isSent: boolean): CrashingApi {
  let count = 0
  let isDead = false
  const step = async <T>(session: Session, run: () => Promise<T>): Promise<T> => {
    if (isDead) throw new Crash('dead')
    count += 1
    if (count < at) return run()
    const [[connection] = []] = await session.readRows({ sql: 'select connection_id()', parameters: [] })
    if (isSent) await run()
    isDead = true
    await api.db.write({ sql: `kill connection ${connection}`, parameters: [] })
    // So that the pool, too, knows that it is gone; and the server has let go of its locks.
    await session.readRows({ sql: 'select 1', parameters: [] }).catch(() => undefined)
    await untilGone(api, String(connection))
    throw new Crash('crashed')
  }
  const wrap = (session: OwnSession): OwnSession => ({
    get kysely() {
      return session.kysely
    },
    readRows: (statement) => step(session, () => session.readRows(statement)),
    write: (statement) => step(session, () => session.write(statement)),
    transaction: (work) => session.transaction(work),
  })
  const db: Api['db'] = {
    ...api.db,
    session: (work) => api.db.session((session) => work(wrap(session))),
    transaction: (work) => api.db.session((session) => session.transaction(() => work(wrap(session)))),
  }
  return { api: { ...api, db }, hasCrashed: () => isDead }
}

async function untilGone({ db }: Api, connection: string): Promise<void> {
  const sql = 'select 1 from information_schema.processlist where id = ?'
  await expect.poll(() => db.readRows({ sql, parameters: [connection] }), { timeout: 10_000, interval: 5 }).toEqual([])
}
