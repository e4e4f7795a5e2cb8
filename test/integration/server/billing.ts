/** An A2Billing database with one card group and a few cards, and the generated resources on top of it. */
import { apiOn } from '../../helpers/callers.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { resources } from '../../../generated/index.ts'
import { auditOn, auditTables } from '../../../src/audit/audit.ts'
import { openDb } from '../../../src/db/connect.ts'
import type { Cell, Db, Row } from '../../../src/db/db.ts'
import { transactionalTables } from '../../../src/db/engines.ts'
import { moneyOptions, openMoney } from '../../../src/money/open-money.ts'
import { moneyRunTables, moneyTables } from '../../../src/money/tables.ts'
import { migrate } from '../../../src/own-tables/migrate.ts'
import type { Host, PluginSettings } from '../../../src/plugins/plugin.ts'
import type { Api } from '../../../src/resources/api.ts'
import { createTestDatabase } from '../../helpers/mariadb.ts'

export interface Billing {
  readonly url: string
  readonly db: Db
  readonly api: Api
  /** What refill and charge are lent, with the default settings. */
  readonly host: MoneyHost
  /** Makes a card and gives its id. */
  addCard(columns?: Record<string, Cell>): Promise<string>
  query(sql: string, ...parameters: unknown[]): Promise<Row[]>
  /** Statements that give no rows. */
  run(sql: string, ...parameters: unknown[]): Promise<void>
  balance(cardId: string): Promise<string>
  close(): Promise<void>
}

export type MoneyHost = Pick<Host, 'api' | 'money' | 'settings'>

export function hostOn(api: Api, settings: PluginSettings = {}): MoneyHost {
  const defaults = { vat: 'compat', refusedStatuses: [], allowNegativeBalance: true }
  return { api, money: openMoney(api, moneyOptions()), settings: { ...defaults, ...settings } }
}

/** @param engine - left out, the tables are MyISAM as A2Billing's own */
export async function openBilling(engine?: 'InnoDB', connectionLimit = 8): Promise<Billing> {
  const database = await createTestDatabase()
  await createSchema({ url: database.url, database: database.name, ...(engine && { engine }) })
  const db = openDb({ url: database.url, connectionLimit })
  await migrate(db, [auditTables, moneyTables, moneyRunTables])
  const transactional = await transactionalTables(db)
  const api: Api = {
    ...apiOn(db, resources),
    audit: auditOn(db),
    canRollBack: (table) => transactional.has(table),
  }
  let cards = 0
  const billing: Billing = {
    url: database.url,
    db,
    api,
    host: hostOn(api),
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
