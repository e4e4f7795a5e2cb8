/** Plugins as the server hosts them, for tests without a database. */
import { createLog, type Logger } from '../../src/http/log.ts'
import type { Money } from '../../src/money/money.ts'
import { type HostedPlugin, hostPlugins } from '../../src/plugins/host.ts'
import type { Plugin } from '../../src/plugins/plugin.ts'
import { defaultSettings } from '../../src/plugins/settings.ts'
import type { Api } from '../../src/resources/api.ts'

/** Moves none. */
export const noMoney: Money = { move: refuse, find: refuse }

async function refuse(): Promise<never> {
  throw new Error('This test moves no money')
}

/** With the defaults of their settings. */
export function hosted(
  plugins: readonly Plugin[],
  api: Api,
  { money = noMoney, log = createLog('silent') }: { readonly money?: Money; readonly log?: Logger } = {},
): HostedPlugin[] {
  return hostPlugins(
    plugins.map((plugin) => ({ plugin, settings: defaultSettings(plugin) })),
    { api, money, log },
  )
}
