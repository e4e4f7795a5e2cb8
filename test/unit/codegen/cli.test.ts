/** The commands as a person types them: what they print, and with which code they end. */
import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const a2b = fileURLToPath(new URL('../../../bin/a2b.mjs', import.meta.url))
const snapshot = fileURLToPath(new URL('../../golden/secrets-and-balance/snapshot.json', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'a2b-cli-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** @returns exit code and everything printed */
function run(...args: string[]): Promise<{ code: number; printed: string }> {
  const { A2B_DATABASE_URL: _none, ...env } = process.env
  return new Promise((resolve) => {
    execFile(process.execPath, [a2b, ...args], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed: stdout + stderr })
    })
  })
}

describe('a2b generate', () => {
  it('writes from a snapshot, and nothing the second time', async () => {
    const first = await run('generate', '--snapshot', snapshot)
    expect(first).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/generated +10 files for 2 tables in \d+ ms/),
    })
    expect(await readFile(join(folder, 'generated/snapshot.json'), 'utf8')).toBe(await readFile(snapshot, 'utf8'))
    expect((await run('generate', '--snapshot', snapshot)).printed).toContain('changed    nothing, 10 as they were')
  })

  it('asks for a database when it has none, and says why it cannot use what it was given', async () => {
    expect(await run('generate')).toMatchObject({ code: 2, printed: expect.stringContaining('set A2B_DATABASE_URL') })
    expect(await run('generate', '--snapshot', 'nowhere.json')).toMatchObject({
      code: 2,
      printed: expect.stringContaining('a2b: Cannot read the snapshot nowhere.json'),
    })
    expect(await run('generate', '--url', 'mysql://root@127.0.0.1:1/x')).toMatchObject({
      code: 2,
      printed: expect.stringMatching(/^a2b: Cannot connect to the database: .*ECONNREFUSED/),
    })
  })

  it('takes its profile further with a2b.config.ts, and names what it does not know there', async () => {
    const config = join(folder, 'a2b.config.ts')
    await writeFile(
      config,
      "export default { generator: { resources: { cc_card: 'customer' }, secrets: { 'cc_card.credit': 'x' } } }",
    )
    expect((await run('generate', '--snapshot', snapshot)).code).toBe(0)
    const customer = await readFile(join(folder, 'generated/resources/customer.ts'), 'utf8')
    expect(customer).toContain("name: 'customer'")
    expect(customer).toMatch(/name: 'credit',.*secret: true/)
    await writeFile(config, 'export default { generator: { secret: {} } }')
    expect(await run('generate', '--snapshot', snapshot)).toMatchObject({
      code: 2,
      printed: expect.stringContaining('a2b.config.ts: generator.secret is not a setting; there are'),
    })
    await writeFile(config, 'export default { sever: {} }')
    expect((await run('check')).printed).toContain('no section is called "sever"')
  })
})

describe('a2b check', () => {
  beforeEach(() => run('generate', '--snapshot', snapshot))

  it('is content with what was generated', async () => {
    expect(await run('check')).toEqual({ code: 0, printed: 'generated/ is up to date: 10 files.\n' })
  })

  it('shows the line that was edited, and finds a stale and a foreign file', async () => {
    await appendFile(join(folder, 'generated/tables/card.ts'), '// mine\n')
    await writeFile(join(folder, 'generated/tables/gone.ts'), '// @generated from cc_gone by `a2b generate`.\n')
    await writeFile(join(folder, 'generated/notes.md'), 'mine')
    const { code, printed } = await run('check')
    expect(code).toBe(1)
    expect(printed).toContain('differs   generated/tables/card.ts')
    expect(printed).toContain('- // mine')
    expect(printed).toContain('stale     generated/tables/gone.ts')
    expect(printed).toContain('foreign   generated/notes.md')
    expect(printed).toContain('run `a2b generate`')
  })
})

it('explains itself, and refuses what it does not know', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, printed: expect.stringMatching(/generate.*check.*serve/s) })
  expect((await run('generate', '--help')).printed).toContain('--snapshot <file>')
  expect((await run('genrate')).code).toBe(2)
})
