import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { BUILT_IN } from '../../src/plugins/index.ts'
import { defaultSettings } from '../../src/plugins/settings.ts'
import { StartError } from '../../src/start-error.ts'

const url = 'mysql://user:canary@localhost/a2billing'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'a2b-config-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function writeConfig(text: string): void {
  writeFileSync(join(cwd, 'a2b.config.ts'), text)
}

async function refusal(env: NodeJS.ProcessEnv): Promise<string> {
  const outcome = await loadConfig(env, cwd).catch((error: unknown) => error)
  expect(outcome).toBeInstanceOf(StartError)
  return (outcome as StartError).message
}

it('has a default for everything but the database', async () => {
  expect(await loadConfig({ A2B_DATABASE_URL: url, PATH: '/bin' }, cwd)).toEqual({
    databaseUrl: url,
    host: '127.0.0.1',
    port: 8008,
    adminPassword: '',
    authAllowDefaultPassword: false,
    authDefaultRole: 'support',
    sessionLifetime: 720,
    sessionIdle: 30,
    timeZone: 'SYSTEM',
    poolSize: 10,
    workers: 1,
    logLevel: 'info',
    insecureHttp: false,
    compat: 'documented',
    onDrift: 'refuse',
    bodyLimit: 262_144,
    importLimit: 104_857_600,
    hookTimeout: 5,
    requestTimeout: 10,
    plugins: BUILT_IN.map((plugin) => ({ plugin, settings: defaultSettings(plugin) })),
  })
})

it('reads the server section of a2b.config.ts, and the environment before it', async () => {
  writeConfig("export default { server: { port: 9000, insecureHttp: true }, generator: { any: 'thing' } }")
  const config = await loadConfig({ A2B_DATABASE_URL: url, A2B_PORT: '9001' }, cwd)
  expect(config).toMatchObject({ port: 9001, insecureHttp: true })
})

it('reads what is set for plugins, the environment before the file, and leaves out what is off', async () => {
  writeConfig(
    "export default { plugins: { off: ['charge', 'users', 'audit', 'reports', 'panel'], settings: { refill: { vat: 'net' } } } }",
  )
  const settings = async (env: NodeJS.ProcessEnv) => {
    const { plugins } = await loadConfig({ A2B_DATABASE_URL: url, ...env }, cwd)
    return plugins
      .filter(({ plugin }) => plugin.name !== 'money')
      .map(({ plugin, settings: set }) => [plugin.name, set['vat']])
  }
  expect(await settings({})).toEqual([['refill', 'net']])
  expect(await settings({ A2B_REFILL_VAT: 'compat' })).toEqual([['refill', 'compat']])
})

it('refuses a plugin whose setting would stand where one of the server does', async () => {
  const setting = "{ type: 'integer', default: 1, description: 'x' }"
  writeFileSync(join(cwd, 'pool.ts'), `export default { api: 1, name: 'pool', settings: { size: ${setting} } }`)
  writeConfig("export default { plugins: { load: ['./pool.ts'] } }")
  expect(await refusal({ A2B_DATABASE_URL: url })).toBe(
    'plugins.settings.pool.size: A2B_POOL_SIZE is a setting of the server already.',
  )
})

it('takes an empty variable for one that is not set', async () => {
  expect(await loadConfig({ A2B_DATABASE_URL: url, A2B_PORT: '' }, cwd)).toMatchObject({ port: 8008 })
})

describe('refuses', () => {
  it('to start without a database', async () => {
    expect(await refusal({})).toContain('A2B_DATABASE_URL: not set')
  })

  it('an unknown variable, naming the nearest', async () => {
    expect(await refusal({ A2B_DATABASE_URL: url, A2B_PROT: '1' })).toBe(
      'A2B_PROT: no such setting. Did you mean "A2B_PORT"?',
    )
  })

  it.each([
    ['A2B_DATABASE_URL', 'postgres://user:canary@localhost/a2billing'],
    ['A2B_DATABASE_URL', 'canary'],
    ['A2B_PORT', '65536'],
    ['A2B_PORT', '8008x'],
    ['A2B_PORT', '-1'],
    ['A2B_ADMIN_PASSWORD', 'canary'],
    ['A2B_TIME_ZONE', '+2'],
    ['A2B_TIME_ZONE', "UTC'"],
    ['A2B_POOL_SIZE', '0'],
    ['A2B_WORKERS', '0'],
    ['A2B_WORKERS', 'all'],
    ['A2B_LOG_LEVEL', 'verbose'],
    ['A2B_INSECURE_HTTP', 'yes'],
    ['A2B_REFILL_VAT', 'gross'],
    ['A2B_COMPAT', 'flask'],
    ['A2B_BODY_LIMIT', '1'],
    ['A2B_REQUEST_TIMEOUT', '0'],
  ])('%s=%s, without repeating the value', async (variable, value) => {
    const message = await refusal({ A2B_DATABASE_URL: url, [variable]: value })
    expect(message).toMatch(new RegExp(`^${variable}: expected `))
    expect(message).not.toContain('canary')
  })

  it('everything that is wrong, at once', async () => {
    const message = await refusal({ A2B_DATABASE_URL: url, A2B_PORT: 'x', A2B_POOL_SIZE: 'y', A2B_NONSENSE: 'z' })
    expect(message.split('\n')).toHaveLength(3)
  })

  it.each([
    { text: 'export default { server: { prot: 1 } }', message: 'server.prot: no such setting. Did you mean "port"?' },
    { text: 'export default { server: { port: [] } }', message: 'server.port: expected a port' },
    { text: 'export default { sever: {} }', message: 'no section is called "sever"' },
    { text: 'export default { plugins: [] }', message: 'plugins must be an object' },
    { text: 'export default { plugins: { of: [] } }', message: 'plugins.of: no such setting. Did you mean "off"?' },
    { text: 'export default { plugins: { off: "refill" } }', message: 'plugins.off must be a list of texts' },
    {
      text: 'export default { plugins: { off: ["refil"] } }',
      message: 'plugins.off: no plugin "refil" comes with the server. Did you mean "refill"?',
    },
    {
      text: 'export default { plugins: { settings: { refil: {} } } }',
      message: 'plugins.settings.refil: no such plugin. Did you mean "refill"?',
    },
    {
      text: 'export default { plugins: { settings: { refill: { vatt: 1 } } } }',
      message: 'plugins.settings.refill.vatt: no such setting. Did you mean "vat"?',
    },
    {
      text: 'export default { plugins: { settings: { refill: { vat: 1 } } } }',
      message: 'plugins.settings.refill.vat: expected one of compat, net.',
    },
    { text: 'export default { server: 1 }', message: 'the section "server" must be an object' },
    { text: 'export const server = {}', message: 'its default export has to be an object' },
  ])('the file $text', async ({ text, message }) => {
    writeConfig(text)
    expect(await refusal({ A2B_DATABASE_URL: url })).toContain(`a2b.config.ts: ${message}`)
  })

  it('the switch that is not there yet', async () => {
    expect(await refusal({ A2B_DATABASE_URL: url, A2B_COMPAT: 'legacy' })).toContain('not available yet')
  })

  it.each(['0.0.0.0', '::', '192.0.2.7', 'api.example'])('to send passwords unencrypted through %s', async (host) => {
    expect(await refusal({ A2B_DATABASE_URL: url, A2B_HOST: host })).toContain('A2B_INSECURE_HTTP=true')
  })
})

it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('listens on %s as it is', async (host) => {
  expect(await loadConfig({ A2B_DATABASE_URL: url, A2B_HOST: host }, cwd)).toMatchObject({ host })
})

it('listens anywhere when told that the network is private', async () => {
  const env = { A2B_DATABASE_URL: url, A2B_HOST: '0.0.0.0', A2B_INSECURE_HTTP: 'true' }
  expect(await loadConfig(env, cwd)).toMatchObject({ host: '0.0.0.0' })
})
