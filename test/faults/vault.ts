/** A database of A2Billing with a few cards, on a server that can be killed. */
import { createConnection } from 'mysql2/promise'
import { createSchema } from '../../scripts/demo/create.ts'
import { createRandom } from '../../scripts/demo/seed/random.ts'
import type { Openings } from './audit.ts'
import { type DatabaseOptions, type KillableDatabase, startKillableDatabase } from './killable-database.ts'
import { createOutsideTable } from './outside-writer.ts'
import { addUser } from './user.ts'

export interface VaultOptions {
  readonly server: DatabaseOptions
  /** Left out, the tables are MyISAM as A2Billing's own. */
  readonly engine?: 'InnoDB' | undefined
  readonly seed: number
  /** Left out, few, so that many clients meet on each. */
  readonly cards?: number
}

export interface Vault {
  readonly database: KillableDatabase
  /** Of A2Billing's database, without a proxy in between. */
  readonly url: string
  readonly openings: Openings
}

export const DATABASE = 'bank'

const CARDS = 6

/** Whoever opens it stops its database. */
export async function openVault({ server, engine, seed, cards = CARDS }: VaultOptions): Promise<Vault> {
  const database = await startKillableDatabase(server)
  const url = database.url(DATABASE)
  await createSchema({ url, database: DATABASE, ...(engine && { engine }) })
  await createOutsideTable(database.url(''))
  await addUser(url)
  return { database, url, openings: await addCards(url, cards, seed) }
}

/** The server's lenient mode fills in the columns that have no default. */
async function addCards(url: string, cards: number, seed: number): Promise<Openings> {
  const random = createRandom(seed)
  const connection = await createConnection({ uri: url })
  const openings = new Map<string, bigint>()
  for (let id = 1; id <= cards; id += 1) {
    const units = random.integer(0, 1_000_000_000)
    const values = [id, `card${id}`, `alias${id}`, units]
    await connection.query('insert into cc_card (id, username, useralias, credit) values (?, ?, ?, ? / 100000)', values)
    openings.set(String(id), BigInt(units))
  }
  await connection.end()
  return openings
}
