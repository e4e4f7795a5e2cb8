/** An A2Billing database with one card group and a few cards, and the generated resources on top of it. */
import { apiOn } from '../../helpers/callers.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { resources } from '../../../generated/index.ts'
import { openDb } from '../../../src/db/connect.ts'
import type { Cell, Db, Row } from '../../../src/db/db.ts'
import type { Api } from '../../../src/resources/api.ts'
import { createTestDatabase } from '../../helpers/mariadb.ts'

export interface Billing {
  readonly url: string
  readonly db: Db
  readonly api: Api
  /** Makes a card and gives its id. */
  addCard(columns?: Record<string, Cell>): Promise<string>
  query(sql: string, ...parameters: unknown[]): Promise<Row[]>
  /** Statements that give no rows. */
  run(sql: string, ...parameters: unknown[]): Promise<void>
  balance(cardId: string): Promise<string>
  close(): Promise<void>
}

/** @param engine - left out, the tables are MyISAM as A2Billing's own */
export async function openBilling(engine?: 'InnoDB', connectionLimit = 8): Promise<Billing> {
  const database = await createTestDatabase()
  await createSchema({ url: database.url, database: database.name, ...(engine && { engine }) })
  const db = openDb({ url: database.url, connectionLimit })
  let cards = 0
  const billing: Billing = {
    url: database.url,
    db,
    api: apiOn(db, resources),
    async addCard(columns = {}) {
      cards++
      const row: Record<string, unknown> = { username: `card${cards}`, useralias: `alias${cards}`, ...columns }
      for (const { name, blank } of resources.get('card')?.columns ?? []) row[name] ??= blank
      const { insertId } = await db.write(db.kysely.insertInto('cc_card').values(row).compile())
      return insertId
    },
    query: (sql, ...parameters) => db.readRows({ sql, parameters }),
    async run(sql, ...parameters) {
      await db.write({ sql, parameters })
    },
    async balance(cardId) {
      const [row] = await billing.query('select credit from cc_card where id = ?', cardId)
      return String(row?.[0])
    },
    async close() {
      await db.close()
      await database.drop()
    },
  }
  await billing.run("insert into cc_card_group (id, name, id_agent) values (1, 'default', 0), (2, 'of an agent', 77)")
  return billing
}
