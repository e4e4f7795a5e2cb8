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
import { StartError } from './start-error.ts'

/** One setting. `read` turns its text into a value and returns undefined when the text is not `expected`. */
interface Setting<T> {
  readonly variable: string
  readonly fallback: T
  readonly expected: string
  readonly read: (text: string) => T | undefined
}

/** Every setting, by its name in the `server` section of `a2b.config.ts`. */
const SETTINGS = {
  databaseUrl: setting('A2B_DATABASE_URL', '', 'a URL such as mysql://user:password@host:3306/a2billing', mysqlUrl),
  host: setting('A2B_HOST', '127.0.0.1', 'an address to listen on, such as 127.0.0.1', (text) => text || undefined),
  port: setting('A2B_PORT', 8008, 'a port from 0 to 65535', integer(0, 65_535)),
  adminPassword: setting('A2B_ADMIN_PASSWORD', '', 'at least 8 characters', atLeast(8)),
  timeZone: setting(
    'A2B_TIME_ZONE',
    'SYSTEM',
    'SYSTEM, an offset such as +02:00, or a name such as Europe/Madrid',
    zone,
  ),
  poolSize: setting('A2B_POOL_SIZE', 10, 'a number of connections from 1 to 1000', integer(1, 1000)),
  logLevel: setting('A2B_LOG_LEVEL', 'info', `one of ${LOG_LEVELS.join(', ')}`, oneOf(...LOG_LEVELS)),
  insecureHttp: setting('A2B_INSECURE_HTTP', false, 'true or false', flag),
  refillVat: setting('A2B_REFILL_VAT', 'compat', 'compat or net', oneOf('compat', 'net')),
  compat: setting('A2B_COMPAT', 'documented', 'documented or legacy', oneOf('documented', 'legacy')),
  onDrift: setting('A2B_ON_DRIFT', 'refuse', 'refuse or warn', oneOf('refuse', 'warn')),
  bodyLimit: setting(
    'A2B_BODY_LIMIT',
    256 * 1024,
    'a number of bytes from 1024 to 16777216',
    integer(1024, 16 * 1024 ** 2),
  ),
  requestTimeout: setting('A2B_REQUEST_TIMEOUT', 10, 'a number of seconds from 1 to 300', integer(1, 300)),
} as const

/**
 * - `adminPassword`: of the first user; `''` lets one be made
 * - `insecureHttp`: lets passwords cross a network unencrypted
 * - `refillVat`: `compat` adds the whole amount to the balance, `net` the amount without the card's VAT
 * - `onDrift`: what to do when the database lacks what the API was generated for: `refuse` to start, or `warn` and serve
 *   what is left
 * - `bodyLimit`: bytes; `requestTimeout`: seconds a client may take to send a request
 */
export type Config = { readonly [Name in SettingName]: (typeof SETTINGS)[Name]['fallback'] }
type SettingName = keyof typeof SETTINGS

/**
 * @param env - every `A2B_…` variable in it must be a known one; others are not looked at
 * @param cwd - where `a2b.config.ts` is looked for; its `generator` section is left to the generator
 * @throws {@link StartError} with a line for each setting that is unknown, malformed, missing or unsafe
 */
export async function loadConfig(env: NodeJS.ProcessEnv, cwd: string): Promise<Config> {
  const problems: string[] = []
  const file = await readServerSection(cwd, problems)
  for (const variable of Object.keys(env)) {
    if (variable.startsWith('A2B_') && !VARIABLES.has(variable)) {
      problems.push(`${variable}: no such setting.${didYouMean(variable, VARIABLES)}`)
    }
  }
  const entries = Object.entries(SETTINGS).map(([name, row]: [string, Setting<unknown>]) => {
    // An empty variable is one that is not set: that is how containers and shells leave a setting out.
    const variable = env[row.variable] || undefined
    const [source, text] =
      variable === undefined ? [`a2b.config.ts: server.${name}`, file.get(name)] : [row.variable, variable]
    if (text === undefined) return [name, row.fallback] as const
    const value = row.read(text)
    // The value is not repeated: it may hold a password.
    if (value === undefined) problems.push(`${source}: expected ${row.expected}.`)
    return [name, value] as const
  })
  const config = Object.fromEntries(entries) as Config
  if (problems.length === 0) problems.push(...unusable(config))
  if (problems.length > 0) throw new StartError(problems.join('\n'))
  return config
}

const VARIABLES: ReadonlySet<string> = new Set(Object.values(SETTINGS).map((row) => row.variable))

/** Settings that are well formed and cannot be served with. */
function unusable({ databaseUrl, host, insecureHttp, compat }: Config): string[] {
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
  if (compat === 'legacy') {
    problems.push('A2B_COMPAT: "legacy" is not available yet. Leave it out, or set "documented".')
  }
  return problems
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** The `server` section as text by name: its values take the same way as the environment's. */
async function readServerSection(cwd: string, problems: string[]): Promise<ReadonlyMap<string, string>> {
  const { server = {} } = await readConfigFile(cwd)
  if (!isRecord(server)) {
    problems.push('a2b.config.ts: the section "server" must be an object.')
    return new Map()
  }
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(server)) {
    if (!Object.hasOwn(SETTINGS, name)) {
      problems.push(`a2b.config.ts: server.${name}: no such setting.${didYouMean(name, Object.keys(SETTINGS))}`)
    } else if (value !== undefined) {
      values.set(name, String(value))
    }
  }
  return values
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

function integer(min: number, max: number): (text: string) => number | undefined {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined)
}

function atLeast(length: number): (text: string) => string | undefined {
  return (text) => (text.length >= length ? text : undefined)
}

function oneOf<const T extends string>(...values: T[]): (text: string) => T | undefined {
  return (text) => values.find((value) => value === text)
}

function flag(text: string): boolean | undefined {
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined
}

function zone(text: string): string | undefined {
  return text === 'SYSTEM' || /^[+-](0\d|1[0-4]):[0-5]\d$/.test(text) || /^[A-Za-z_]+(\/[\w+-]+)*$/.test(text)
    ? text
    : undefined
}
