/** API keys of the administrator, each with grants of its own: callers with any rights, without a login's slow hash. */
import type { Connection } from 'mysql2/promise'
import { hashApiKey, makeApiKey } from '../../src/users/api-key.ts'
import type { RequestOptions } from './api.ts'

/**
 * @param grants - as in `a2b_users_grant`; at least one, for a key without any may do what its user may
 * @returns what sends a request with the key
 */
export async function makeKey(
  connection: Connection,
  name: string,
  grants: readonly [string, ...string[]],
): Promise<Pick<RequestOptions, 'as' | 'headers'>> {
  const [inserted] = await connection.query('insert into a2b_users_key (user_id, name, hash) values (1, ?, ?)', [
    name,
    '',
  ])
  const { insertId } = inserted as { insertId: number }
  const key = makeApiKey(String(insertId))
  await connection.query('update a2b_users_key set hash = ? where id = ?', [hashApiKey(key), insertId])
  const rows = grants.map((grant) => [1, insertId, grant])
  await connection.query('insert into a2b_users_grant (user_id, key_id, grant_text) values ?', [rows])
  return { as: null, headers: { Authorization: `Bearer ${key}` } }
}
