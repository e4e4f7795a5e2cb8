/** A database's URL -> {@link Snapshot}: connects, reads, disconnects. The only generator code that talks to MySQL. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { IntrospectionError } from '../errors.ts'
import { findDamaged, quoteName } from './damage.ts'
import { type Query, readRows } from './read.ts'
import type { RecordedRows } from './rows.ts'
import type { Snapshot } from './snapshot.ts'
import { toSnapshot } from './to-snapshot.ts'

/**
 * @param url - `mysql://user:password@host:3306/database`, with `?socketPath=` for a unix socket, `?ssl=true` for TLS
 * @throws {@link IntrospectionError} when the server cannot be reached, the database has no tables, or one is damaged
 */
export async function introspect(url: string, onConnected?: () => void): Promise<Snapshot> {
  const { snapshot, damaged } = await introspectDamaged(url, onConnected)
  if (damaged.length > 0) throw new IntrospectionError(damageText(damaged))
  return snapshot
}

/**
 * For who can do without the tables that the server cannot open: of those, the snapshot has no keys and indexes.
 *
 * @returns with the names of these tables
 * @throws {@link IntrospectionError} as {@link introspect} does where the database cannot be read at all
 */
export async function introspectDamaged(
  url: string,
  onConnected?: () => void,
): Promise<{ snapshot: Snapshot; damaged: string[] }> {
  const connection = await connect(url)
  onConnected?.()
  const query = queryOf(connection)
  try {
    const rows = await readRows(query)
    if (rows.tables.length === 0) {
      throw new IntrospectionError(`The database "${rows.database}" has no tables: is it the right one?`)
    }
    return { snapshot: toSnapshot(rows), damaged: await findDamaged(rows, query) }
  } finally {
    await connection.end()
  }
}

/** The rows that {@link introspect} works from, e.g. to keep them. @throws {@link IntrospectionError} as it does */
export async function recordRows(url: string): Promise<RecordedRows> {
  const connection = await connect(url)
  try {
    return await readRows(queryOf(connection))
  } finally {
    await connection.end()
  }
}

function queryOf(connection: Connection): Query {
  return async <Row>(sql: string) => (await connection.query<(Row & RowDataPacket)[]>(sql))[0]
}

function damageText(damaged: readonly string[]): string {
  return (
    `The server cannot open ${damaged.join(', ')}, so which keys there are cannot be told. Repair ` +
    `${damaged.length === 1 ? 'it' : 'them'} first, with USE_FRM at the end where that answers "Corrupt":\n` +
    damaged.map((it) => `  REPAIR TABLE ${quoteName(it)};`).join('\n')
  )
}

async function connect(url: string): Promise<Connection> {
  if (!/^(mysql|mariadb):\/\/[^/?]+\/[^/?]+/.test(url) || !URL.canParse(url)) {
    throw new IntrospectionError('The database URL has to look like mysql://user:password@host:3306/database.')
  }
  // The driver takes the word of the URL for the name of a profile, and knows none.
  const ssl = new URL(url).searchParams.get('ssl') === 'true' && { ssl: { rejectUnauthorized: true } }
  try {
    return await createConnection({ uri: url, ...ssl, charset: 'utf8mb4', connectTimeout: 10_000 })
  } catch (error) {
    throw new IntrospectionError(`Cannot connect to the database: ${(error as Error).message}`, { cause: error })
  }
}
