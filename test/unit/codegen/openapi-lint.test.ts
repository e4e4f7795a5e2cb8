/** The documents, of the tables and as the server serves it, against a public linter with the committed rules. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadConfiguration } from '../../../codegen/config.ts'
import { generateFiles } from '../../../codegen/generate.ts'
import { parseSnapshot } from '../../../codegen/introspection/snapshot.ts'
import { ERRORS } from '../../../src/errors.ts'
import { withPlugins } from '../../../src/plugins/openapi.ts'
import { builtInPlugins } from '../../../src/plugins/index.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const committed = join(root, 'generated/openapi.json')

function lint(file: string): Promise<string> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  const command = [
    join(root, 'node_modules/@redocly/cli/bin/cli.js'),
    'lint',
    '--config',
    join(root, 'redocly.yaml'),
    '--format',
    'json',
    file,
  ]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: root, env, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      try {
        const { totals, problems } = JSON.parse(stdout) as { totals: object; problems: { message: string }[] }
        resolve(JSON.stringify({ totals, problems: problems.slice(0, 5).map((problem) => problem.message) }))
      } catch {
        reject(new Error(`redocly said: ${stdout}${stderr}`))
      }
    })
  })
}

const nothing = JSON.stringify({ totals: { errors: 0, warnings: 0, ignored: 0 }, problems: [] })

it('finds nothing in the committed document', async () => {
  expect(await lint(committed)).toBe(nothing)
})

it(
  'finds nothing in a document with flags, JSON in texts and pages of their own size',
  { timeout: 60_000 },
  async () => {
    const golden = join(root, 'test/golden/configured')
    const [snapshot, settings] = await Promise.all(
      ['snapshot.json', 'config.json'].map((name) => readFile(join(golden, name), 'utf8')),
    )
    const options = { ...loadConfiguration(JSON.parse(settings ?? '')), problems: ERRORS }
    const { files } = generateFiles(parseSnapshot(snapshot ?? '', golden), options)
    const document = files.find(({ path }) => path === 'openapi.json')?.contents ?? ''
    expect(JSON.parse(document).components.schemas.Customer.properties.vip.type).toEqual(['boolean', 'string'])
    expect(JSON.parse(document).components.schemas['Customer.New'].properties.vip.type).toBe('boolean')
    const folder = await mkdtemp(join(tmpdir(), 'a2b-lint-'))
    await writeFile(join(folder, 'configured.json'), document)
    expect(await lint(join(folder, 'configured.json'))).toBe(nothing)
    await rm(folder, { recursive: true })
  },
)

it('finds nothing in the document with the plugins, and finds what is wrong with a broken one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'a2b-lint-'))
  const document = JSON.parse(await readFile(committed, 'utf8'))
  const served = join(folder, 'served.json')
  await writeFile(served, JSON.stringify(withPlugins(document, builtInPlugins({ refillVat: 'compat' }))))
  expect(await lint(served)).toBe(nothing)
  delete document.components.schemas['Card.New']
  await writeFile(served, JSON.stringify(document))
  expect(await lint(served)).toContain("Can't resolve $ref")
  await rm(folder, { recursive: true })
})
