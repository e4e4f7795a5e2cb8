/** What a user of the client does: packs it, installs it in a program of his own, runs that with Node and gives it to the compiler. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { PRIVATE_DIRECTORY } from '../../helpers/mariadb-template.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const folder = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-installed`)

describeDatabase('the client, packed and installed', () => {
  let api: TestApi
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    const { stdout } = await run(process.execPath, ['scripts/pack-client.ts', folder], { cwd: root })
    const [file = ''] = stdout.split('\n')
    writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}')
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', file], { cwd: folder })
    api = await startTestApi({ engine: 'InnoDB', rows: true })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await api.close()
  })

  it('brings nothing of the server', () => {
    const modules = join(folder, 'node_modules')
    expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual([
      'a2billing-api',
      'openapi-fetch',
      'openapi-typescript-helpers',
    ])
    expect(existsSync(join(modules, 'a2billing-api/src/server.js'))).toBe(false)
  })

  it('runs with plain Node', async () => {
    writeFileSync(
      join(folder, 'program.mjs'),
      `import { createClient, ProblemError } from 'a2billing-api/client'
      const [baseUrl, credentials] = process.argv.slice(2)
      const api = createClient({ baseUrl, credentials: JSON.parse(credentials) })
      const { credited } = await api.refill(3, '5.25')
      const error = await api.read('card', 999999).catch((error) => error)
      console.log(credited, error instanceof ProblemError, error.code)`,
    )
    const { stdout } = await run(process.execPath, ['program.mjs', api.url, JSON.stringify(ADMIN)], { cwd: folder })
    expect(stdout).toBe('5.25000 true not_found\n')
  })

  it.each([
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ])('has its types for the compiler with $module, and docs/client.md is right', async (resolution) => {
    const text = readFileSync(join(root, 'docs/client.md'), 'utf8')
    const [first, ...blocks] = Array.from(text.matchAll(/^```ts\n(.*?)^```/gms), ([, block = '']) => block)
    expect(blocks.length).toBeGreaterThan(2)
    const others = blocks.map((block) => `{\n${block}}\n`).join('')
    const program = `${first}${others}export const read: Promise<Card> = api.read('card', 7)\n`
    writeFileSync(join(folder, 'program.ts'), program)
    const options = { ...resolution, target: 'es2022', lib: ['es2022', 'dom'], strict: true, noEmit: true, types: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['program.ts'] }))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const compile = (): Promise<string> =>
      run(process.execPath, [tsc], { cwd: folder }).then(
        () => '',
        (error: { stdout: string }) => error.stdout,
      )
    expect(await compile()).toBe('')
    // The control: the types are there, and not "any".
    writeFileSync(join(folder, 'program.ts'), `${program}export const wrong: Promise<number> = api.read('card', 7)\n`)
    expect(await compile()).toContain('TS2322')
  })

  it('is what packing the whole project sends to', async () => {
    const refused = await run('npm', ['pack', '--dry-run'], { cwd: root }).catch((error: { stderr: string }) => error)
    expect(refused.stderr).toContain('npm run client')
  })
})
