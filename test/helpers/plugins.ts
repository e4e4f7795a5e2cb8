/** Plugins as the server hosts them, for tests without a database. */
import { createLog, type Logger } from '../../src/http/log.ts'
import type { Money } from '../../src/money/money.ts'
import { hostPlugins } from '../../src/plugins/host.ts'
import { BUILT_IN } from '../../src/plugins/index.ts'
import type { Plugin } from '../../src/plugins/plugin.ts'
import { defaultSettings } from '../../src/plugins/settings.ts'
import type { Api } from '../../src/resources/api.ts'
import { createPasswords } from '../../src/users/password.ts'
import { createUsers } from '../../src/users/users.ts'

/** Moves none. */
export const noMoney: Money = { move: refuse, find: refuse }

/** Keeps none. */
export const noUsers = createUsers({
  passwords: createPasswords({ cost: { ln: 4, r: 1, p: 1 } }),
  defaultRole: 'support',
  grantable: () => ({ resources: new Map(), permissions: new Set() }),
  onChange: () => undefined,
})

async function refuse(): Promise<never> {
  throw new Error('This test moves no money')
}

export interface HostedOptions {
  readonly money?: Money
  readonly log?: Logger
  readonly hookSeconds?: number
}

/** With the defaults of their settings, as an operator loads them. */
export function hosted(
  plugins: readonly Plugin[],
  api: Api,
  { money = noMoney, log = createLog('silent'), hookSeconds = 5 }: HostedOptions = {},
): ReturnType<typeof hostPlugins> {
  const loaded = plugins.map((plugin) => ({
    plugin,
    settings: defaultSettings(plugin),
    ...(!BUILT_IN.includes(plugin) && { source: `./${plugin.name}` }),
  }))
  return hostPlugins(loaded, { api, money: () => money, users: noUsers, log, hookSeconds })
}
