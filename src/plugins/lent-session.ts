/** Connections as plugins are lent them: what they read is held against their tables, and they write with Kysely only. */
import type { Kysely, OperationNode } from 'kysely'
import type { AnyTables, Db, OwnSession, Session } from '../db/db.ts'
import { guardedDb, type Lease } from './guarded-db.ts'
import { tablesRead } from './reading-sql.ts'
import { assertMayRead, type GuardedTables, tableGuard } from './table-guard.ts'

export interface Guard {
  /** @param lease - for how long; for ever unless given */
  kysely(base: Kysely<AnyTables>, lease?: Lease): Kysely<AnyTables>
  session(session: Session): Session
  db(db: Db): Db
}

export function guardOf(tables: GuardedTables): Guard {
  const check: (query: OperationNode) => void = tableGuard(tables)
  const guard: Guard = {
    kysely: (base, lease) => guardedDb(base, check, lease),
    session(session) {
      let kysely: Kysely<AnyTables> | undefined
      return {
        get kysely() {
          return (kysely ??= guard.kysely(session.kysely))
        },
        async readRows(statement) {
          for (const table of tablesRead(statement.sql)) assertMayRead(tables, table)
          return session.readRows(statement)
        },
        async write() {
          throw new Error(`Plugin "${tables.plugin}" writes with Kysely only, where its queries can be looked at.`)
        },
      }
    },
    db: (db) => ({
      ...guard.session(db),
      async readJson(statement, writer, limit) {
        for (const table of tablesRead(statement.sql)) assertMayRead(tables, table)
        return db.readJson(statement, writer, limit)
      },
      async streamRows(statement, ...to) {
        for (const table of tablesRead(statement.sql)) assertMayRead(tables, table)
        return db.streamRows(statement, ...to)
      },
      session: (work) =>
        db.session((session) => {
          const transaction: OwnSession['transaction'] = (inner) => session.transaction(inner)
          return work(Object.assign(guard.session(session), { transaction }))
        }),
      transaction: (work) => db.transaction((session) => work(guard.session(session))),
      ping: () => db.ping(),
      async close() {
        throw new Error(`Plugin "${tables.plugin}" may not close the database of the server.`)
      },
    }),
  }
  return guard
}
