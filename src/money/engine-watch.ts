/**
 * Whether tables that could roll back when the server started still can. A dump that is read back gives them the engine
 * that it was made with, and a movement in a transaction that is none could be left half done, with nothing to tell of it.
 */
import type { Db } from '../db/db.ts'

/** Milliseconds for which an answer holds. */
const FRESH = 1000

const ENGINE =
  'select t.table_name, e.transactions from information_schema.tables t ' +
  'join information_schema.engines e on e.engine = t.engine where t.table_schema = database() and t.table_name = ?'

export class EngineWatch {
  readonly #db: Db
  readonly #openedAt = performance.now()
  readonly #looks = new Map<string, { readonly at: number; readonly lost: Promise<readonly string[]> }>()

  /** @param db - whose engines were read just now */
  constructor(db: Db) {
    this.#db = db
  }

  /**
   * @param tables - names in the database
   * @returns those that cannot roll back any more
   */
  async lostRollback(tables: readonly string[]): Promise<readonly string[]> {
    const now = performance.now()
    const key = tables.join('\0')
    const last = this.#looks.get(key)
    if (now - (last?.at ?? this.#openedAt) < FRESH) return last?.lost ?? []
    const lost = this.#look(tables)
    this.#looks.set(key, { at: now, lost })
    return lost.catch((error: unknown) => {
      this.#looks.delete(key)
      throw error
    })
  }

  async #look(tables: readonly string[]): Promise<readonly string[]> {
    const sql = tables.map(() => ENGINE).join(' union all ')
    const rows = await this.#db.readRows({ sql, parameters: tables })
    return rows.filter(([, transactions]) => transactions !== 'YES').map(([name]) => String(name))
  }
}
