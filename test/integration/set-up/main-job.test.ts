/** What `npm start` does beside serving: what it says, keeps, refuses and repairs. */
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createTestDatabase, describeDatabase } from '../../helpers/mariadb.ts'
import { linkPackages, makeStubTree, type Serving, type StubTree } from '../../helpers/stub-tree.ts'

const PATIENCE = { timeout: 20_000, interval: 50 }

describeDatabase('npm start', () => {
  let tree: StubTree
  beforeAll(async () => {
    tree = await makeStubTree('main-job')
    await tree.run(['a2b', 'install-only'])
    linkPackages(tree)
  })
  afterAll(() => tree.remove())

  const inHome = (name: string) => join(tree.root, '.a2b', name)

  /** Starts the main job, does something while it serves, and stops it. */
  async function whileServing(
    act: (serving: Serving) => Promise<void>,
    args: string[] = [],
    env: NodeJS.ProcessEnv = {},
  ): Promise<string> {
    const ended = tree.run(['start', ...args], env)
    const serving = await vi.waitFor(() => {
      const found = tree.serving()
      expect(found).toBeDefined()
      return found as Serving
    }, PATIENCE)
    try {
      await act(serving)
    } finally {
      process.kill(serving.api, 'SIGTERM')
    }
    const { code, output } = await ended
    expect(code).toBe(0)
    return output
  }

  it('starts the demo over when making it was interrupted', async () => {
    const interruption = join(tree.root, 'interrupt-demo')
    writeFileSync(interruption, '')
    expect(await tree.run(['start'])).toMatchObject({ code: 1, output: expect.stringContaining('interrupted') })
    rmSync(interruption)
    const output = await whileServing(async () => undefined)
    expect(output).toContain('1 tables, 0 rows')
  })

  it('keeps the demo and its password, which only the owner can read', async () => {
    const password = readFileSync(inHome('admin-password'), 'utf8').trim()
    expect(password).toMatch(/^[a-zA-Z0-9]{20}$/)
    expect(statSync(inHome('admin-password')).mode & 0o777).toBe(0o600)
    expect(statSync(inHome('data')).mode & 0o777).toBe(0o700)
    const output = await whileServing(async () => undefined)
    expect(output).toContain('kept in .a2b/data')
    expect(output).toContain(`admin / ${password}`)
  })

  it('makes both anew with --fresh', async () => {
    const before = readFileSync(inHome('admin-password'), 'utf8')
    const output = await whileServing(async () => undefined, ['--fresh'])
    expect(output).toContain('made in .a2b/data')
    expect(readFileSync(inHome('admin-password'), 'utf8')).not.toBe(before)
  })

  it('refuses to wipe a database of yours', async () => {
    const { code, output } = await tree.run(['start', '--fresh'], { A2B_DATABASE_URL: 'mysql://root@localhost/mine' })
    expect(code).toBe(1)
    expect(output).toContain('--fresh')
  })

  it('says where it already runs', async () => {
    await whileServing(async ({ api }) => {
      const { code, output } = await vi.waitFor(async () => {
        const second = await tree.run(['start'])
        expect(second.output).toContain('http://')
        return second
      }, PATIENCE)
      expect(code).toBe(1)
      expect(output).toContain(`http://127.0.0.1:${tree.port} (pid ${api}`)
    })
  })

  it('starts the database again when it dies', async () => {
    const output = await whileServing(async ({ database }) => {
      process.kill(database, 'SIGKILL')
      await vi.waitFor(async () => {
        const response = await fetch(`http://127.0.0.1:${tree.port}`)
        expect(await response.json()).toEqual([{ Tables_in_a2billing: 'cc_card' }])
        const { server } = JSON.parse(readFileSync(inHome('data.lock'), 'utf8')) as { server: { pid: number } }
        expect(server.pid).not.toBe(database)
      }, PATIENCE)
    })
    expect(output).toMatch(/MariaDB ended \(signal SIGKILL\)/)
  })

  it('stops everything when the port is taken, and names the setting', async () => {
    const other = createServer().listen(tree.port, '127.0.0.1')
    await once(other, 'listening')
    const { code, output } = await tree.run(['start'])
    other.close()
    expect(code).toBe(1)
    expect(output).toContain('A2B_PORT')
    expect(existsSync(inHome('lock'))).toBe(false)
    expect(existsSync(inHome('data.lock'))).toBe(false)
  })

  it('names a wrong setting before it makes anything', async () => {
    const { code, output } = await tree.run(['start'], { A2B_PORT: 'wrong' })
    expect(code).toBe(1)
    expect(output).toContain('A2B_PORT: expected a port')
    expect(output).not.toContain('MariaDB')
  })

  it('uses a database of yours and starts none', async () => {
    const database = await createTestDatabase()
    const output = await whileServing(async (serving) => expect(serving.database).toBe(0), [], {
      A2B_DATABASE_URL: database.url,
    })
    await database.drop()
    expect(output).toContain(`generate ${database.url.split('?')[0]}`)
    expect(output).not.toContain('Demo data')
  })
})
