/**
 * Environment and `a2b.config.ts` -> {@link Config}: the one place that reads the server's settings.
 *
 * The environment wins. What is unknown or malformed stops the start with its name: a setting that is silently
 * ignored is one that its operator believes in.
 */
import { isIP } from 'node:net'
import { readConfigFile } from './config-file.ts'
import { LOG_LEVELS } from './http/log.ts'
import { didYouMean } from './nearest-name.ts'
import {
  findPlugins,
  type FoundPlugin,
  type LoadedPlugin,
  type PluginSection,
  readPluginSection,
} from './plugins/load.ts'
import type { PluginSettings } from './plugins/plugin.ts'
import { settingsOf } from './plugins/settings.ts'
import { flag, integer, oneOf, type Setting } from './setting.ts'
import { StartError } from './start-error.ts'
import { MIN_LENGTH } from './users/password-rules.ts'
import { DEFAULT_ROLES } from './users/rights.ts'

/** Every setting, by its name in the `server` section of `a2b.config.ts`. */
const SETTINGS = {
  databaseUrl: setting('A2B_DATABASE_URL', '', 'a URL such as mysql://user:password@host:3306/a2billing', mysqlUrl),
  host: setting('A2B_HOST', '127.0.0.1', 'an address to listen on, such as 127.0.0.1', (text) => text || undefined),
  port: setting('A2B_PORT', 8008, 'a port from 0 to 65535', integer(0, 65_535)),
  adminPassword: setting('A2B_ADMIN_PASSWORD', '', `at least ${MIN_LENGTH} characters`, atLeast(MIN_LENGTH)),
  authAllowDefaultPassword: setting('A2B_AUTH_ALLOW_DEFAULT_PASSWORD', false, 'true or false', flag),
  authDefaultRole: setting(
    'A2B_AUTH_DEFAULT_ROLE',
    'support',
    `one of ${DEFAULT_ROLES.join(', ')}`,
    oneOf(...DEFAULT_ROLES),
  ),
  sessionLifetime: setting('A2B_SESSION_LIFETIME', 720, 'a number of minutes from 5 to 43200', integer(5, 43_200)),
  sessionIdle: setting('A2B_SESSION_IDLE', 30, 'a number of minutes from 5 to 43200', integer(5, 43_200)),
  timeZone: setting(
    'A2B_TIME_ZONE',
    'SYSTEM',
    'SYSTEM, an offset such as +02:00, or a name such as Europe/Madrid',
    zone,
  ),
  poolSize: setting('A2B_POOL_SIZE', 10, 'a number of connections from 1 to 1000', integer(1, 1000)),
  workers: setting('A2B_WORKERS', 1, 'a number of processes from 1 to 64', integer(1, 64)),
  logLevel: setting('A2B_LOG_LEVEL', 'info', `one of ${LOG_LEVELS.join(', ')}`, oneOf(...LOG_LEVELS)),
  insecureHttp: setting('A2B_INSECURE_HTTP', false, 'true or false', flag),
  compat: setting('A2B_COMPAT', 'documented', 'documented or legacy', oneOf('documented', 'legacy')),
  onDrift: setting('A2B_ON_DRIFT', 'refuse', 'refuse or warn', oneOf('refuse', 'warn')),
  bodyLimit: setting(
    'A2B_BODY_LIMIT',
    256 * 1024,
    'a number of bytes from 1024 to 16777216',
    integer(1024, 16 * 1024 ** 2),
  ),
  importLimit: setting(
    'A2B_IMPORT_LIMIT',
    100 * 1024 ** 2,
    'a number of bytes from 1024 to 2147483648',
    integer(1024, 2 * 1024 ** 3),
  ),
  hookTimeout: setting('A2B_HOOK_TIMEOUT', 5, 'a number of seconds from 1 to 60', integer(1, 60)),
  requestTimeout: setting('A2B_REQUEST_TIMEOUT', 10, 'a number of seconds from 1 to 300', integer(1, 300)),
} as const

/**
 * - `adminPassword`: of the first user; `''` lets one be made
 * - `authAllowDefaultPassword`: serves although a user has the password that the original API was shipped with
 * - `authDefaultRole`: of users who are no administrators and were granted nothing
 * - `sessionLifetime`, `sessionIdle`: minutes after which a browser is signed out, whatever it does, and without a request
 * - `insecureHttp`: lets passwords cross a network unencrypted
 * - `onDrift`: what to do when the database lacks what the API was generated for: `refuse` to start, or `warn` and serve
 *   what is left
 * - `hookTimeout`: seconds a hook of a plugin may take before the write is given up
 * - `bodyLimit`, `importLimit`: bytes of a body, and of a file to import
 * - `requestTimeout`: seconds a client may take to send a request, or between two pieces of a file
 */
export interface Config extends Settings {
  /** Those that are to run, in the order of their start. */
  readonly plugins: readonly LoadedPlugin[]
}
type Settings = { readonly [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name]['fallback'] }

/**
 * @param env - every `A2B_…` variable in it must be a known one; others are not looked at
 * @param cwd - where `a2b.config.ts` is looked for; its `generator` section is left to the generator
 * @throws {@link StartError} with a line for each setting that is unknown, malformed, missing or unsafe
 */
export async function loadConfig(env: NodeJS.ProcessEnv, cwd: string): Promise<Config> {
  const file = await readConfigFile(cwd)
  const section = readPluginSection(file.plugins)
  const found = await findPlugins(section, cwd)
  const groups: Group[] = [
    { place: 'server', settings: new Map(Object.entries(SETTINGS)), given: file.server ?? {} },
    ...found.map(({ plugin }) => ({
      place: `plugins.settings.${plugin.name}`,
      settings: settingsOf(plugin),
      given: section.settings[plugin.name] ?? {},
    })),
  ]
  const problems = [...unknownVariables(env, groups), ...sharedVariables(groups), ...unknownPlugins(section, found)]
  const [server = {}, ...others] = groups.map((group) => readGroup(group, env, problems))
  const settings = server as Settings
  if (problems.length === 0) problems.push(...unusable(settings))
  if (problems.length > 0) throw new StartError(problems.join('\n'))
  return {
    ...settings,
    plugins: found.map((one, index) => ({ ...one, settings: others[index] as PluginSettings })),
  }
}

/** Settings that stand together in the file. */
interface Group {
  readonly place: string
  readonly settings: ReadonlyMap<string, Setting<unknown>>
  /** As the file has it. */
  readonly given: unknown
}

function unknownVariables(env: NodeJS.ProcessEnv, groups: readonly Group[]): string[] {
  const known = new Set(groups.flatMap(({ settings }) => [...settings.values()].map(({ variable }) => variable)))
  return Object.keys(env)
    .filter((variable) => variable.startsWith('A2B_') && !known.has(variable))
    .map((variable) => `${variable}: no such setting.${didYouMean(variable, known)}`)
}

/** Those of plugins were held against each other when they were loaded; here against the server's own. */
function sharedVariables([server, ...plugins]: readonly Group[]): string[] {
  const taken = new Set(Array.from(server?.settings.values() ?? [], ({ variable }) => variable))
  return plugins.flatMap(({ place, settings }) =>
    [...settings]
      .filter(([, { variable }]) => taken.has(variable))
      .map(([name, { variable }]) => `${place}.${name}: ${variable} is a setting of the server already.`),
  )
}

function unknownPlugins({ settings }: PluginSection, plugins: readonly FoundPlugin[]): string[] {
  const names = plugins.map(({ plugin }) => plugin.name)
  return Object.keys(settings)
    .filter((name) => !names.includes(name))
    .map((name) => `a2b.config.ts: plugins.settings.${name}: no such plugin.${didYouMean(name, names)}`)
}

/** Values of the file take the same way as those of the environment, as text. */
function readGroup({ place, settings, given }: Group, env: NodeJS.ProcessEnv, problems: string[]): object {
  if (!isRecord(given)) {
    problems.push(`a2b.config.ts: the section "${place}" must be an object.`)
    return {}
  }
  for (const name of Object.keys(given)) {
    if (settings.has(name)) continue
    problems.push(`a2b.config.ts: ${place}.${name}: no such setting.${didYouMean(name, settings.keys())}`)
  }
  const entries = Array.from(settings, ([name, { variable, fallback, expected, read }]) => {
    // An empty variable is one that is not set: that is how containers and shells leave a setting out.
    const isInEnvironment = Boolean(env[variable])
    const value = isInEnvironment ? env[variable] : given[name]
    if (value === undefined) return [name, fallback]
    const result = read(String(value))
    // The value is not repeated: it may hold a password.
    const source = isInEnvironment ? variable : `a2b.config.ts: ${place}.${name}`
    if (result === undefined) problems.push(`${source}: expected ${expected}.`)
    return [name, result]
  })
  return Object.fromEntries(entries)
}

/** Settings that are well formed and cannot be served with. */
function unusable({ databaseUrl, host, insecureHttp, compat, poolSize, workers }: Settings): string[] {
  const problems: string[] = []
  if (databaseUrl === '') {
    problems.push('A2B_DATABASE_URL: not set. Give the URL of the database: mysql://user:password@host:3306/a2billing')
  }
  if (!isLoopback(host) && !insecureHttp) {
    problems.push(
      `A2B_HOST: ${host} can be reached from other machines, and passwords would cross the network unencrypted. ` +
        'Listen on 127.0.0.1 behind a proxy that speaks HTTPS, or set A2B_INSECURE_HTTP=true if the network is private.',
    )
  }
  if (poolSize < workers) {
    problems.push(
      `A2B_WORKERS: ${workers} processes cannot share the ${poolSize} connections of A2B_POOL_SIZE: each needs one.`,
    )
  }
  if (compat === 'legacy') {
    problems.push('A2B_COMPAT: "legacy" is not available yet. Leave it out, or set "documented".')
  }
  return problems
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function setting<T>(
  variable: string,
  fallback: NoInfer<T>,
  expected: string,
  read: (text: string) => T | undefined,
): Setting<T> {
  return { variable, fallback, expected, read }
}

function mysqlUrl(text: string): string | undefined {
  return URL.canParse(text) && /^(mysql|mariadb):/.test(text) ? text : undefined
}

function atLeast(length: number): (text: string) => string | undefined {
  return (text) => (text.length >= length ? text : undefined)
}

function zone(text: string): string | undefined {
  return text === 'SYSTEM' || /^[+-](0\d|1[0-4]):[0-5]\d$/.test(text) || /^[A-Za-z_]+(\/[\w+-]+)*$/.test(text)
    ? text
    : undefined
}
