/**
 * Public generators make clients of the document that the server serves, and the compiler takes what they make.
 *
 * They need the compiler of a TypeScript before 7, so they have packages of their own, which this installs once.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import { withPlugins } from '../../../src/plugins/openapi.ts'
import { PRIVATE_DIRECTORY } from '../../helpers/mariadb-template.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const generators = join(root, 'test/generators')
const folder = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-generators`)
const document = join(folder, 'openapi.json')

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    document,
    JSON.stringify(
      withPlugins(JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8')) as OpenAPIObject, BUILT_IN),
    ),
  )
  const { devDependencies } = JSON.parse(readFileSync(join(generators, 'package.json'), 'utf8'))
  const missing = Object.entries(devDependencies).filter(([name, version]) => {
    const manifest = join(generators, 'node_modules', name, 'package.json')
    return !existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== version
  })
  if (missing.length > 0) await run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: generators })
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** @returns what the compiler says of a program that uses what was generated; empty where it has nothing to say */
async function compile(name: string, program: string): Promise<string> {
  const place = join(folder, name)
  writeFileSync(join(place, 'program.ts'), program)
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  }
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  return run(process.execPath, [tsc, '-p', place]).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  )
}

it.each([
  {
    generator: 'openapi-typescript',
    command: ['openapi-typescript/bin/cli.js', document, '-o', join(folder, 'openapi-typescript/api.ts')],
    program: `import type { components, paths } from './api'
      export const answer: paths['/custom_api/refill/{card_id}']['post']['responses'][200] | null = null
      export const id = (card: components['schemas']['Card']): number => card.id`,
    wrong: `\nexport const no = (card: components['schemas']['Card']): string => card.idd`,
  },
  {
    generator: '@hey-api/openapi-ts',
    command: ['@hey-api/openapi-ts/bin/run.js', '-i', document, '-o', join(folder, '@hey-api/openapi-ts/api')],
    program: `import { listCard, refillCard } from './api'
      export const cards = () => listCard({ query: { status: 1, limit: 5 } })
      export const refilled = () => refillCard({ path: { card_id: '7' }, body: { credit: '5.25' } })`,
    wrong: `\nexport const no = () => refillCard({ path: { card_id: '7' }, body: { credits: '5.25' } })`,
  },
])('$generator', { timeout: 120_000 }, async ({ generator, command: [program = '', ...args], program: use, wrong }) => {
  mkdirSync(join(folder, generator), { recursive: true })
  await run(process.execPath, [join(generators, 'node_modules', program), ...args], { cwd: folder })
  expect(await compile(generator, use)).toBe('')
  // The control: it is the generated types that the compiler looks at.
  expect(await compile(generator, use + wrong)).toMatch(/TS2\d{3}/)
})
