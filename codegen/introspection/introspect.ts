/** A database's URL -> {@link Snapshot}: connects, reads, disconnects. The only generator code that talks to MySQL. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { IntrospectionError } from '../errors.ts'
import { readRows } from './read.ts'
import type { RecordedRows } from './rows.ts'
import type { Snapshot } from './snapshot.ts'
import { toSnapshot } from './to-snapshot.ts'

/**
 * @param url - `mysql://user:password@host:3306/database`, with `?socketPath=` for a unix socket, `?ssl=true` for TLS
 * @throws {@link IntrospectionError} when the server cannot be reached or the database has no tables
 */
export async function introspect(url: string, onConnected?: () => void): Promise<Snapshot> {
  const rows = await recordRows(url, onConnected)
  if (rows.tables.length === 0) {
    throw new IntrospectionError(`The database "${rows.database}" has no tables: is it the right one?`)
  }
  return toSnapshot(rows)
}

/** The rows that {@link introspect} works from, e.g. to keep them. @throws {@link IntrospectionError} as it does */
export async function recordRows(url: string, onConnected?: () => void): Promise<RecordedRows> {
  const connection = await connect(url)
  onConnected?.()
  try {
    return await readRows(async <Row>(sql: string) => (await connection.query<(Row & RowDataPacket)[]>(sql))[0])
  } finally {
    await connection.end()
  }
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
