/**
 * Opens the database: the driver's settings, the session's settings, and {@link Db} on top of the verified pool.
 *
 * Everything exact stays text: decimals and bigints as their digits, dates as MySQL writes them (a zero date fits no
 * Date), JSON as stored. Statements go as text with the driver's escaping, which the asserted sql_mode makes safe.
 */
import { Kysely } from 'kysely'
import { parseConnectionUrl } from './connection-url.ts'
import type { AnyTables, Db, OwnSession, Row, WriteResult } from './db.ts'
import { fromCommitError } from './errors.ts'
import { kyselyDialect, loanDialect } from './kysely-dialect.ts'
import { sessionSettings } from './session-settings.ts'
import { isOkPacket, type Loan, VerifiedPool } from './verified-pool.ts'

export interface DbOptions {
  /** `mysql://user:password@host:3306/a2billing`; `?socketPath=` for a local socket, `?ssl=true` for TLS. */
  readonly url: string
  /** Connections at most. Default 10. */
  readonly connectionLimit?: number
  /** Session time zone. Default `SYSTEM`: the database server's own, which A2Billing itself uses. */
  readonly timeZone?: string
  /** Milliseconds a statement may run. Default 10,000. */
  readonly statementTimeout?: number
  /** Milliseconds a statement may run whose rows are streamed. Default 3,600,000: one hour. */
  readonly streamTimeout?: number
  /** Milliseconds a stream may wait for its next row. Default 60,000. */
  readonly streamSilence?: number
  /** Seconds to wait for a lock. Default 5. */
  readonly lockWait?: number
  /** Milliseconds to wait for a free connection. Default 5,000. */
  readonly acquireTimeout?: number
  /** Milliseconds to wait for the server to accept a connection. Default 5,000. */
  readonly connectTimeout?: number
}

/**
 * Opens no connection yet: the first query does.
 *
 * @throws Error when the URL or a limit is malformed
 */
export function openDb(options: DbOptions): Db {
  const { timeZone = 'SYSTEM', statementTimeout = 10_000, lockWait = 5, connectionLimit = 10 } = options
  const { streamTimeout = 3_600_000, streamSilence = 60_000 } = options
  const pool = new VerifiedPool({
    driver: {
      ...parseConnectionUrl(options.url),
      connectionLimit,
      connectTimeout: options.connectTimeout ?? 5000,
      charset: 'utf8mb4',
      dateStrings: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
      jsonStrings: true,
      multipleStatements: false,
      // An object among the parameters becomes a text, never a list of assignments.
      stringifyObjects: true,
      flags: ['-LOCAL_FILES'],
    },
    settings: sessionSettings({ timeZone, statementTimeout, lockWait }),
    acquireTimeout: options.acquireTimeout ?? 5000,
    silenceTimeout: statementTimeout + lockWait * 1000 + 1000,
    streams: {
      atOnce: Math.max(1, Math.floor(connectionLimit / 4)),
      settings: sessionSettings({ timeZone, statementTimeout: streamTimeout, lockWait }),
      silence: streamSilence,
    },
  })

  const session: Db['session'] = async (work) => {
    const loan = await pool.borrow()
    const run = sessionOn(loan)
    try {
      return await work(run)
    } finally {
      run.end()
    }
  }

  return {
    kysely: new Kysely<AnyTables>({ dialect: kyselyDialect(pool) }),
    session,
    readJson: (statement, writer, limit) => pool.readJson(statement, writer, limit),
    streamRows: (...stream) => pool.streamRows(...stream),
    readRows: (statement) => session((run) => run.readRows(statement)),
    write: (statement) => session((run) => run.write(statement)),
    transaction: (work) => session((run) => run.transaction(() => work(run))),
    async ping() {
      await session((run) => run.readRows({ sql: 'SELECT 1', parameters: [] }))
    },
    close: () => pool.end(),
  }
}

/** `end` gives the connection back: it may then be someone else's, so nothing more can be asked through the session. */
function sessionOn(loan: Loan): OwnSession & { end(): void } {
  let hasEnded = false
  // Whoever borrows a connection whose transaction has not ended would stand inside it.
  let isInTransaction = false
  const query: Loan['query'] = (...statement) => {
    if (hasEnded) throw new Error('A database session was used after its work had ended')
    return loan.query(...statement)
  }
  let kysely: Kysely<AnyTables> | undefined
  return {
    get kysely() {
      return (kysely ??= new Kysely<AnyTables>({ dialect: loanDialect({ ...loan, query }) }))
    },
    async readRows({ sql, parameters }) {
      return (await query(sql, parameters, true)) as Row[]
    },
    async write({ sql, parameters }): Promise<WriteResult> {
      const result = await query(sql, parameters, false)
      if (!isOkPacket(result)) throw new Error('A statement was run as a write although it returns rows')
      // The driver takes the number for a signed one.
      const insertId = BigInt.asUintN(64, BigInt(result.insertId))
      return { affectedRows: Number(result.affectedRows), insertId: String(insertId) }
    },
    async transaction(work) {
      if (isInTransaction) throw new Error('A transaction was begun within another, which that would have committed')
      isInTransaction = true
      await query('BEGIN', [], true)
      const result = await work().catch(async (error: unknown) => {
        // A rollback that fails says nothing about why there had to be one; its connection is closed.
        await query('ROLLBACK', [], true).then(
          () => (isInTransaction = false),
          () => undefined,
        )
        throw error
      })
      await query('COMMIT', [], true).catch((error: unknown) => {
        throw fromCommitError(error)
      })
      isInTransaction = false
      return result
    },
    end() {
      hasEnded = true
      if (isInTransaction) loan.destroy()
      else loan.release()
    },
  }
}
