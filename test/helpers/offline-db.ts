/**
 * A {@link Db} without a database: it records each statement, counts compilations and answers with given rows.
 *
 * Queries are asserted as SQL and parameters; what only a server can answer is tested in `test/integration/`.
 */
import { DummyDriver, Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from 'kysely'
import type { AnyTables, Db, Row, Session, Statement, WriteResult } from '../../src/db/db.ts'
import { jsonOfRows } from '../../src/db/json-rows.ts'
import type { NumericLiteral } from '../../src/db/numeric-literal.ts'

export interface OfflineDb extends Db {
  /** Every statement that was run, in order. */
  readonly statements: readonly Statement[]
  /** The last of them, with numeric literals as `#` and their text. */
  last(): Statement
  /** How often Kysely compiled. */
  compilations(): number
}

export interface OfflineAnswers {
  rows?(statement: Statement): readonly Row[]
  write?(statement: Statement): WriteResult
}

export function offlineDb(answers: OfflineAnswers = {}): OfflineDb {
  const statements: Statement[] = []
  let compilations = 0

  class CountingCompiler extends MysqlQueryCompiler {
    override compileQuery(...query: Parameters<MysqlQueryCompiler['compileQuery']>) {
      compilations++
      return super.compileQuery(...query)
    }
  }

  const kysely = new Kysely<AnyTables>({
    dialect: {
      createAdapter: () => new MysqlAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new MysqlIntrospector(db),
      createQueryCompiler: () => new CountingCompiler(),
    },
  })
  const session: Session = {
    kysely,
    async readRows(statement) {
      statements.push(statement)
      return [...(answers.rows?.(statement) ?? [])]
    },
    async write(statement) {
      statements.push(statement)
      return answers.write?.(statement) ?? { affectedRows: 1, insertId: '1' }
    },
  }
  return {
    ...session,
    readJson: async (statement, writer, limit) => jsonOfRows(await session.readRows(statement), writer, limit),
    async streamRows(statement, writer, sink) {
      const rows = await session.readRows(statement)
      sink.write(Buffer.from(writer.head + rows.map((row) => writer.fromCells(row)).join('')))
      return rows.length
    },
    session: (work) => work({ ...session, transaction: (inner) => inner() }),
    transaction: (work) => work(session),
    ping: async () => {},
    close: async () => {},
    statements,
    last() {
      const statement = statements.at(-1)
      if (!statement) throw new Error('No statement was run')
      return { sql: statement.sql, parameters: statement.parameters.map(shown) }
    },
    compilations: () => compilations,
  }
}

function shown(parameter: unknown): unknown {
  return isNumericLiteral(parameter) ? `#${parameter.text}` : parameter
}

function isNumericLiteral(value: unknown): value is NumericLiteral {
  return typeof value === 'object' && value !== null && 'toSqlString' in value
}
