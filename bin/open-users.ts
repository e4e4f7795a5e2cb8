/** What `a2b user` and `a2b key` stand on: the users of a database, under the same rules as the API has for them. */
import { auditOn, auditTables } from '../src/audit/audit.ts'
import { explained } from '../src/backend.ts'
import { loadConfig } from '../src/config.ts'
import { openDb } from '../src/db/connect.ts'
import type { Db } from '../src/db/db.ts'
import { transactionalTables } from '../src/db/engines.ts'
import { GENERATED, loadGenerated } from '../src/drift/generated-folder.ts'
import { ApiError } from '../src/errors.ts'
import { createLog } from '../src/http/log.ts'
import type { Money } from '../src/money/money.ts'
import type { Origin } from '../src/origin.ts'
import { migrate } from '../src/own-tables/migrate.ts'
import { makeSecret } from '../src/own-tables/secrets.ts'
import { grantableOn } from '../src/plugins/grantable.ts'
import { hostPlugins } from '../src/plugins/host.ts'
import usersPlugin from '../src/plugins/users/index.ts'
import type { Api } from '../src/resources/api.ts'
import { NO_HOOKS } from '../src/resources/hooks.ts'
import type { Resource } from '../src/resources/resource.ts'
import { StartError } from '../src/start-error.ts'
import { prepareUserTable } from '../src/users/first-user.ts'
import { createPasswords } from '../src/users/password.ts'
import { userTables } from '../src/users/tables.ts'
import { findUser, type User } from '../src/users/user-table.ts'
import { createUsers, type Users } from '../src/users/users.ts'
import { originHere } from './origin.ts'

export interface OpenUsers {
  readonly api: Api
  readonly users: Users
  readonly db: Db
  /** Who is at the keyboard, as the audit tells it. */
  readonly origin: Origin
  /** Of `/api/user/`, `/api/grant/` and `/api/key/`. */
  resource(name: 'user' | 'grant' | 'key'): Resource
  /** @throws {@link StartError} where there is none of exactly this name */
  find(name: string): Promise<User>
  /** Of `A2B_AUTH_DEFAULT_ROLE`. */
  readonly defaultRole: string
}

/**
 * Makes the tables where they are not there yet. It works where the server would not start because the database has
 * changed, or because of a password: that is what people come here for.
 *
 * @param url - of the database; without it, `A2B_DATABASE_URL`
 * @throws {@link StartError} for whatever the rules refuse
 */
export async function withUsers<T>(url: string | undefined, work: (open: OpenUsers) => Promise<T>): Promise<T> {
  const config = await loadConfig({ ...process.env, ...(url && { A2B_DATABASE_URL: url }) }, process.cwd())
  const db = openDb({ url: config.databaseUrl, connectionLimit: 2, timeZone: config.timeZone })
  try {
    await db.ping()
    await migrate(db, [auditTables, userTables])
    await prepareUserTable(db)
    const transactional = await transactionalTables(db)
    const { resources } = await loadGenerated(GENERATED)
    const users = createUsers({
      passwords: createPasswords(),
      defaultRole: config.authDefaultRole,
      grantable: () => grantableOn(hosted.api.resources, [...config.plugins, { plugin: usersPlugin }]),
      onChange: () => undefined,
    })
    const hosted = hostPlugins([{ plugin: usersPlugin, settings: {} }], {
      api: {
        db,
        resources,
        hooks: NO_HOOKS,
        audit: auditOn(db),
        // Nobody is shown a tag here.
        tagKey: makeSecret(),
        canRollBack: (table) => transactional.has(table),
      },
      money: () => NO_MONEY,
      users,
      log: createLog('warn', process.stderr),
      hookSeconds: config.hookTimeout,
    })
    const { api } = hosted
    return await work({
      api,
      users,
      db,
      origin: originHere(),
      resource: (name) => named(api, name),
      find: (name) => found(db, name),
      defaultRole: config.authDefaultRole,
    })
  } catch (error) {
    throw refusal(error)
  } finally {
    await db.close()
  }
}

function named({ resources }: Api, name: string): Resource {
  const resource = resources.get(name)
  if (!resource) throw new Error(`The plugin of the users has no resource "${name}"`)
  return resource
}

async function found(db: Db, name: string): Promise<User> {
  const user = await findUser(db, name)
  if (!user) throw new StartError(`There is no user "${name}". \`a2b user list\` shows them all.`)
  return user
}

/** What a client would be told, without what only a client could do. */
function refusal(error: unknown): unknown {
  return error instanceof ApiError && error.status < 500
    ? new StartError(error.message, { cause: error })
    : explained(error)
}

const NO_MONEY: Money = { move: noMoney, find: noMoney }

async function noMoney(): Promise<never> {
  throw new Error('The commands for users move no money')
}
