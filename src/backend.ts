/** Settings -> the database, the resources and the plugins on it: what the server and the plugins' commands stand on. */
import { auditOn, auditTables } from './audit/audit.ts'
import type { Config } from './config.ts'
import { openDb } from './db/connect.ts'
import type { Db } from './db/db.ts'
import { transactionalTables } from './db/engines.ts'
import { explainDatabaseError } from './db/explain.ts'
import type { CheckDrift, Drift } from './drift/drift.ts'
import { faceDrift, type Served } from './drift/face-drift.ts'
import { loadGenerated } from './drift/generated-folder.ts'
import { ApiError } from './errors.ts'
import type { Logger } from './http/log.ts'
import { begunLineTables, importTables } from './imports/tables.ts'
import { moneyOptions, type MoneyOptions, openMoney } from './money/open-money.ts'
import { moneyRunTables, moneyTables } from './money/tables.ts'
import { migrate } from './own-tables/migrate.ts'
import { secretTables, sharedSecret } from './own-tables/secrets.ts'
import { grantableOn } from './plugins/grantable.ts'
import { hostPlugins, type HostedPlugin } from './plugins/host.ts'
import { assertOwnColumns } from './plugins/own-columns.ts'
import type { Api } from './resources/api.ts'
import { NO_HOOKS } from './resources/hooks.ts'
import { Sessions } from './sessions/sessions.ts'
import { Authenticator } from './users/authenticator.ts'
import { prepareUserTable } from './users/first-user.ts'
import { createPasswords, type Passwords } from './users/password.ts'
import { userTables } from './users/tables.ts'
import { createUsers } from './users/users.ts'

export interface Backend extends Pick<Served, 'routers' | 'openapi'> {
  readonly db: Db
  readonly drift: Drift
  readonly api: Api
  /** In the order of their start. */
  readonly plugins: readonly HostedPlugin[]
  readonly passwords: Passwords
  readonly authenticator: Authenticator
  readonly sessions: Sessions
}

export interface BackendOptions {
  readonly config: Config
  readonly checkDrift: CheckDrift
  /** The generated folder. */
  readonly generated: URL
  readonly log: Logger
  /** False where another process has told already how the database has changed. */
  readonly isFirst?: boolean
}

/**
 * Makes and changes the tables of ours. Whoever calls this also closes the database.
 *
 * @throws {@link StartError} saying what keeps the server from starting, and what to do about it
 */
export async function openBackend({
  config,
  checkDrift,
  generated,
  log,
  isFirst = true,
}: BackendOptions): Promise<Backend> {
  const db = openDb({ url: config.databaseUrl, connectionLimit: config.poolSize, timeZone: config.timeZone })
  try {
    await db.ping()
    // While the database looks, the code is loaded; what the comparison has to say comes first.
    const checking = checkDrift(config.databaseUrl, generated)
    const loading = loadGenerated(generated)
    loading.catch(() => {})
    const drift = await checking
    const { onDrift } = config
    const { resources, routers, openapi } = await faceDrift(await loading, drift, {
      db,
      onDrift,
      log: isFirst ? log : log.child({}, { level: 'silent' }),
    })
    const own = config.plugins.flatMap(({ plugin: { name, migrations } }) =>
      migrations ? { owner: name, migrations } : [],
    )
    const before = await transactionalTables(db)
    // Views have no engine.
    const needsRun = [...resources.values()].some(({ table, readOnly }) => !readOnly && !before.has(table))
    await migrate(db, [
      auditTables,
      moneyTables,
      ...(needsRun ? [moneyRunTables, begunLineTables] : []),
      userTables,
      secretTables,
      importTables,
      ...own,
    ])
    await prepareUserTable(db)
    await assertOwnColumns(
      db,
      config.plugins.filter(({ source }) => source !== undefined),
    )
    // Once more: of tables that were made just now, too, rows are locked before they are changed.
    const transactional = await transactionalTables(db)
    const bare: Api = {
      db,
      resources,
      hooks: NO_HOOKS,
      audit: auditOn(db),
      tagKey: await sharedSecret(db, 'row tags'),
      canRollBack: (table) => transactional.has(table),
    }
    const { hookTimeout: hookSeconds, authDefaultRole: defaultRole } = config
    const sessionLimits = { lifetime: config.sessionLifetime, idle: config.sessionIdle }
    const passwords = createPasswords()
    const authenticator = new Authenticator(db, {
      passwords,
      defaultRole,
      sessionLimits,
      onError: (error) => log.warn({ err: error }, 'the use of an API key or a session could not be noted'),
    })
    const sessions = new Sessions({
      db,
      passwords,
      audit: bare.audit,
      authenticator,
      limits: sessionLimits,
      onError: (error) => log.warn({ err: error }, 'sessions that have ended could not be removed'),
    })
    const users = createUsers({
      passwords,
      defaultRole,
      grantable: () => grantableOn(hosted.api.resources, config.plugins),
      onChange: () => authenticator.invalidate(),
    })
    const hosted = hostPlugins(config.plugins, {
      api: bare,
      money: (api) => openMoney(api, moneyOptionsOf(config)),
      users,
      log,
      hookSeconds,
    })
    return { db, drift, routers, openapi, passwords, authenticator, sessions, ...hosted }
  } catch (error) {
    await db.close()
    throw explained(error)
  }
}

/** Nobody asks for anything yet: what the database refuses now keeps the server from starting. */
export function explained(error: unknown): unknown {
  return error instanceof ApiError ? explainDatabaseError(error) : error
}

export function moneyOptionsOf({ plugins }: Config): MoneyOptions {
  return moneyOptions(plugins.find(({ plugin }) => plugin.name === 'money')?.settings)
}
