/** The generator's commands against a database that changes: comparing, asking, watching. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createConnection, type Connection } from 'mysql2/promise'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'

const a2b = fileURLToPath(new URL('../../../bin/a2b.mjs', import.meta.url))
vi.setConfig({ testTimeout: 60_000 })
const PATIENCE = { timeout: 45_000, interval: 100 }

describeDatabase('a database that changes', () => {
  let database: TestDatabase
  let connection: Connection
  let folder: string
  let watching: ChildProcess | undefined
  beforeEach(async () => {
    database = await createTestDatabase()
    connection = await createConnection(database.url)
    await connection.query('create table cc_card (id int auto_increment primary key, lastname varchar(50))')
    folder = mkdtempSync(join(tmpdir(), 'a2b-commands-'))
  })
  afterEach(async () => {
    watching?.kill('SIGKILL')
    watching = undefined
    await connection.end()
    await database.drop()
    rmSync(folder, { recursive: true })
  })

  const environment = (): NodeJS.ProcessEnv => ({ ...process.env, A2B_DATABASE_URL: database.url })
  const snapshot = (): string => readFileSync(join(folder, 'generated/snapshot.json'), 'utf8')

  function run(command: string, args: readonly string[]): Promise<{ code: number; printed: string }> {
    return new Promise((resolve) => {
      const child = execFile(command, args, { cwd: folder, env: environment() }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed: stdout + stderr })
      })
      child.stdin?.end()
    })
  }
  const generator = (...args: string[]) => run(process.execPath, [a2b, ...args])

  it('is compared with what was generated from it', async () => {
    expect((await generator('generate')).code).toBe(0)
    expect((await generator('diff', 'generated', database.url)).printed).toBe('No differences.\n')
    await connection.query('alter table cc_card drop lastname, add email varchar(9)')
    const { code, printed } = await generator('diff', 'generated', database.url, '--exit-code', 'breaking')
    expect(code).toBe(1)
    expect(printed).toContain('breaking  lastname: dropped')
    expect(printed).toContain('additive  email: added (varchar(9), NULL)')
    expect((await generator('diff', database.url, database.url)).printed).toBe('No differences.\n')
  })

  it('asks at a terminal, and takes anything but yes for no', async () => {
    await generator('generate')
    const before = snapshot()
    await connection.query('alter table cc_card drop lastname')
    const asked = (answer: string) =>
      run('sh', ['-c', `echo ${answer} | script -qec '${process.execPath} ${a2b} generate' /dev/null`])
    const no = await asked('maybe')
    expect(no.printed).toContain('1 breaking change. Write into generated/ all the same? [y/N]')
    expect(no.printed).toContain('Nothing was written.')
    expect(snapshot()).toBe(before)
    await asked('yes')
    expect(snapshot()).not.toContain('lastname')
  })

  it('is watched: what is added to it is generated, what breaks is not', async () => {
    watching = spawn(process.execPath, [a2b, 'generate', '--watch'], { cwd: folder, env: environment() })
    let printed = ''
    watching.stdout?.on('data', (text) => (printed += text))
    watching.stderr?.on('data', (text) => (printed += text))
    await vi.waitFor(() => expect(printed).toContain('Watching'), PATIENCE)
    await connection.query('alter table cc_card add email varchar(9)')
    await vi.waitFor(() => expect(snapshot()).toContain('email'), PATIENCE)
    await connection.query('alter table cc_card drop lastname')
    await vi.waitFor(() => expect(printed).toContain('1 breaking change. Nothing was written'), PATIENCE)
    expect(snapshot()).toContain('lastname')
    expect(watching.exitCode).toBeNull()
  })
})
