/** Loaded plugins -> those that this database can serve, each with what it is lent. */
import type { Logger } from '../http/log.ts'
import type { Money } from '../money/money.ts'
import type { Api } from '../resources/api.ts'
import type { LoadedPlugin } from './load.ts'
import type { Host, Plugin } from './plugin.ts'
import { findMissing } from './requirements.ts'

export interface HostedPlugin {
  readonly plugin: Plugin
  readonly host: Host
}

export interface Lent {
  readonly api: Api
  readonly money: Money
  readonly log: Logger
}

/**
 * Those that miss something are left out, and the log says what.
 *
 * @throws StartError naming the plugin whose declaration is malformed
 */
export function hostPlugins(loaded: readonly LoadedPlugin[], { api, money, log }: Lent): HostedPlugin[] {
  return loaded.flatMap(({ plugin, settings }) => {
    const missing = findMissing(plugin, api)
    if (missing.length > 0) {
      logLeftOut(log, plugin, missing)
      return []
    }
    return [{ plugin, host: { api, db: api.db.kysely, money, settings, log: log.child({ plugin: plugin.name }) } }]
  })
}

function logLeftOut(log: Logger, { name, routes = [] }: Plugin, missing: readonly string[]): void {
  const paths = routes.map(({ method, path }) => `${method} ${path}`).join(', ')
  log.warn(
    { plugin: name, missing },
    `plugin left out, so there is no ${paths}: ${missing.join('; ')}. ` +
      'If the database has been changed since the server was generated, run `a2b generate` and start again',
  )
}
