/**
 * The tables of users, grants, keys and sessions as resources. Whatever is done with them asks for one permission.
 *
 * They refer to each other by number alone, without a relation: whoever removes a user removes what was given to him.
 */
import { bigint, flag, int, timestamp, tinyint, unsigned, varchar } from '../../resources/column-types.ts'
import type { PluginResource } from '../plugin.ts'

export const MANAGE = 'users:manage'

const text = (length: number) => varchar(length, 'utf8mb4')

/** As the original API made it, so an existing table is served as it is. */
export const user: PluginResource = {
  name: 'user',
  label: 'Users',
  section: 'api',
  table: 'user',
  permission: MANAGE,
  primaryKey: ['id'],
  columns: [
    { name: 'id', label: 'ID', type: int, writable: 'never' },
    { name: 'username', label: 'Name', type: text(255), required: true },
    { name: 'password', type: text(255), required: true, secret: 'always' },
    { name: 'email', label: 'E-mail', type: text(255), blank: '', secret: 'always' },
    { name: 'active', type: flag(tinyint, 1, 0), blank: '1' },
    { name: 'admin', type: flag(tinyint, 1, 0), blank: '0' },
  ],
  relations: {},
}

const hint = 'Remove it, and give another.'

export const grant: PluginResource = {
  name: 'grant',
  label: 'Rights given',
  section: 'api',
  table: 'a2b_users_grant',
  permission: MANAGE,
  primaryKey: ['id'],
  columns: [
    { name: 'id', label: 'ID', type: unsigned.bigint, writable: 'never' },
    { name: 'user_id', field: 'user', label: 'User', type: bigint, required: true, writable: 'create', hint },
    { name: 'key_id', field: 'key', label: 'Key', type: unsigned.bigint, nullable: true, writable: 'create', hint },
    { name: 'grant_text', field: 'grant', label: 'Right', type: text(500), required: true, writable: 'create', hint },
  ],
  relations: {},
}

export const key: PluginResource = {
  name: 'key',
  label: 'API keys',
  section: 'api',
  table: 'a2b_users_key',
  permission: MANAGE,
  refusals: { create: 'A key is made by POST /custom_api/key/, which shows it once.' },
  primaryKey: ['id'],
  columns: [
    { name: 'id', label: 'ID', type: unsigned.bigint, writable: 'never' },
    { name: 'user_id', field: 'user', label: 'User', type: bigint, writable: 'never' },
    { name: 'name', type: text(100), writable: 'never' },
    { name: 'created_at', label: 'Created', type: timestamp(), writable: 'never' },
    { name: 'expires_at', label: 'Expires', type: timestamp(), nullable: true, writable: 'never' },
    { name: 'last_used_at', label: 'Last used', type: timestamp(), nullable: true, writable: 'never' },
  ],
  relations: {},
}

/** Who is signed in with a browser, and since when. */
export const userSession: PluginResource = {
  name: 'usersession',
  label: 'Signed in',
  section: 'api',
  table: 'a2b_session',
  permission: MANAGE,
  refusals: { create: 'A session is begun by POST /api/session/, with a name and a password.' },
  primaryKey: ['id'],
  columns: [
    { name: 'id', label: 'ID', type: unsigned.bigint, writable: 'never' },
    { name: 'user_id', field: 'user', label: 'User', type: bigint, writable: 'never' },
    { name: 'created_at', label: 'Created', type: timestamp(), writable: 'never' },
    { name: 'last_used_at', label: 'Last used', type: timestamp(), writable: 'never' },
    { name: 'expires_at', label: 'Expires', type: timestamp(), writable: 'never' },
  ],
  relations: {},
}
