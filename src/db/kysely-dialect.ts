/**
 * Kysely's MySQL dialect on the verified connections, so that a plugin's query runs under the same session settings
 * and its errors become the same answers.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { fromDriverError } from './errors.ts'
import { isOkPacket, type Loan, type VerifiedPool } from './verified-pool.ts'

export function kyselyDialect(pool: VerifiedPool): Dialect {
  return dialect(() => new PoolDriver(pool))
}

/** On a connection that is borrowed already, and stays so: its borrower begins and ends the transactions. */
export function loanDialect(loan: Loan): Dialect {
  return dialect(() => new LoanDriver(loan))
}

function dialect(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new MysqlAdapter(),
    createQueryCompiler: () => new MysqlQueryCompiler(),
    createIntrospector: (db) => new MysqlIntrospector(db),
    createDriver,
  }
}

class PoolDriver implements Driver {
  readonly #pool: VerifiedPool

  constructor(pool: VerifiedPool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LoanConnection> {
    return new LoanConnection(await this.#pool.borrow())
  }

  async beginTransaction(connection: LoanConnection, { isolationLevel }: TransactionSettings): Promise<void> {
    if (isolationLevel) await connection.run(`set transaction isolation level ${isolationLevel}`)
    connection.isInTransaction = true
    await connection.run('begin')
  }

  async commitTransaction(connection: LoanConnection): Promise<void> {
    await connection.run('commit')
    connection.isInTransaction = false
  }

  async rollbackTransaction(connection: LoanConnection): Promise<void> {
    await connection.run('rollback')
    connection.isInTransaction = false
  }

  /** After a transaction whose end failed, the next borrower would stand inside it: such a connection is closed. */
  async releaseConnection({ loan, isInTransaction }: LoanConnection): Promise<void> {
    if (isInTransaction) loan.destroy()
    else loan.release()
  }

  destroy(): Promise<void> {
    return this.#pool.end()
  }
}

class LoanDriver implements Driver {
  readonly #loan: Loan

  constructor(loan: Loan) {
    this.#loan = loan
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LoanConnection> {
    return new LoanConnection(this.#loan)
  }

  async beginTransaction(): Promise<void> {
    throw new Error('This connection is in the transaction of its borrower; begin none on it')
  }

  async commitTransaction(): Promise<void> {}

  async rollbackTransaction(): Promise<void> {}

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class LoanConnection implements DatabaseConnection {
  readonly loan: Loan
  isInTransaction = false

  constructor(loan: Loan) {
    this.loan = loan
  }

  async run(sql: string): Promise<void> {
    await this.executeQuery(CompiledQuery.raw(sql))
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.loan.query(sql, parameters, false)
    if (!isOkPacket(result)) return { rows: result as R[] }
    const { insertId, affectedRows, changedRows } = result
    return {
      rows: [],
      numAffectedRows: BigInt(affectedRows),
      numChangedRows: BigInt(changedRows),
      ...(String(insertId) !== '0' && { insertId: BigInt(insertId) }),
    }
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    const stream = this.loan.connection.query(sql, parameters as unknown[]).stream({ highWaterMark: chunkSize })
    try {
      for await (const row of stream) yield { rows: [row as R] }
    } catch (error) {
      throw fromDriverError(error)
    }
  }
}
