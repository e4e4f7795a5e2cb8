/**
 * A Kysely handle that sends only what a check has let pass, lent for a time.
 *
 * The check sits where queries become SQL, and the connection takes nothing else: neither `withoutPlugins` nor SQL
 * that was made elsewhere leads around it.
 */
import {
  type CompiledQuery,
  type ControlledTransaction,
  type DatabaseConnection,
  type Driver,
  Kysely,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  type OperationNode,
  type QueryResult,
} from 'kysely'
import type { AnyTables } from '../db/db.ts'

export interface Lease {
  /** True from when the handle may not be used any more. */
  isOver: boolean
}

/** @param check - throws for a query that may not be sent */
export function guardedDb(
  base: Kysely<AnyTables>,
  check: (query: OperationNode) => void,
  lease: Lease = { isOver: false },
): Kysely<AnyTables> {
  const passed = new WeakSet<CompiledQuery>()

  class CheckingCompiler extends MysqlQueryCompiler {
    override compileQuery(...args: Parameters<MysqlQueryCompiler['compileQuery']>) {
      check(args[0])
      const compiled = super.compileQuery(...args)
      passed.add(compiled)
      return compiled
    }
  }

  const assertPassed = (query: CompiledQuery): void => {
    if (!passed.has(query)) throw new Error('A plugin may send only queries that its own handle has made')
    if (lease.isOver) throw new Error('A plugin has used a database handle after its time had ended')
  }

  return new Kysely<AnyTables>({
    dialect: {
      createAdapter: () => new MysqlAdapter(),
      createDriver: () => new GuardedDriver(base, assertPassed),
      createIntrospector: (db) => new MysqlIntrospector(db),
      createQueryCompiler: () => new CheckingCompiler(),
    },
  })
}

class GuardedDriver implements Driver {
  readonly #base: Kysely<AnyTables>
  readonly #assertPassed: (query: CompiledQuery) => void

  constructor(base: Kysely<AnyTables>, assertPassed: (query: CompiledQuery) => void) {
    this.#base = base
    this.#assertPassed = assertPassed
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<GuardedConnection> {
    return new GuardedConnection(this.#base, this.#assertPassed)
  }

  async beginTransaction(connection: GuardedConnection): Promise<void> {
    connection.transaction = await this.#base.startTransaction().execute()
  }

  async commitTransaction({ transaction }: GuardedConnection): Promise<void> {
    await transaction?.commit().execute()
  }

  async rollbackTransaction({ transaction }: GuardedConnection): Promise<void> {
    await transaction?.rollback().execute()
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class GuardedConnection implements DatabaseConnection {
  readonly #base: Kysely<AnyTables>
  readonly #assertPassed: (query: CompiledQuery) => void
  transaction: ControlledTransaction<AnyTables> | undefined

  constructor(base: Kysely<AnyTables>, assertPassed: (query: CompiledQuery) => void) {
    this.#base = base
    this.#assertPassed = assertPassed
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#assertPassed(query)
    return (await (this.transaction ?? this.#base).executeQuery(query)) as QueryResult<R>
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Plugins are lent no streams; read in pages')
  }
}
