/** Several processes behind one port, as a person or a service manager runs them. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createSchema } from '../../../scripts/demo/create.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { runA2b } from '../../helpers/run-a2b.ts'

const A2B = fileURLToPath(new URL('../../../bin/a2b.mjs', import.meta.url))
const PASSWORD = 'a password for tests'
const ADMIN = { authorization: `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}` }

describeDatabase('A2B_WORKERS=2', () => {
  let database: TestDatabase
  let directory: string
  let children: ChildProcess[]
  beforeAll(async () => {
    database = await createTestDatabase()
    await createSchema({ socketPath: database.socketPath, database: database.name })
  })
  afterAll(() => database.drop())
  beforeEach(() => {
    children = []
    directory = mkdtempSync(join(tmpdir(), 'a2b-workers-'))
  })
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(directory, { recursive: true, force: true })
  })

  const settings = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    ...process.env,
    A2B_DATABASE_URL: database.url,
    A2B_ADMIN_PASSWORD: PASSWORD,
    A2B_PORT: '0',
    A2B_WORKERS: '2',
    ...more,
  })

  interface Served {
    readonly url: string
    readonly child: ChildProcess
    readonly ended: Promise<unknown[]>
    /** What was logged, a line each. */
    log(): Record<string, unknown>[]
    printed(): string
  }

  async function serve(more: NodeJS.ProcessEnv = {}): Promise<Served> {
    const child = fork(A2B, ['serve'], {
      env: settings(more),
      cwd: directory,
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    children.push(child)
    let text = ''
    child.stdout?.on('data', (data) => (text += data))
    child.stderr?.on('data', (data) => (text += data))
    const ended = once(child, 'exit')
    await expect.poll(() => text, { timeout: 20_000 }).toMatch(/^Serving on http/m)
    const [, url = ''] = /^Serving on (http:\S+)$/m.exec(text) ?? []
    const lines = (): string[] => text.split('\n').filter((line) => line.startsWith('{'))
    return {
      url,
      child,
      ended,
      printed: () => text,
      log: () => lines().map((line) => JSON.parse(line) as Record<string, unknown>),
    }
  }

  /** Each on a connection of its own, so that they are handed out. */
  const ask = (url: string, path: string, headers: Record<string, string> = ADMIN): Promise<Response> =>
    fetch(url + path, { headers: { ...headers, connection: 'close' } })

  const workersOf = (child: ChildProcess): number[] =>
    readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

  const isAlive = (pid: number): boolean => {
    try {
      return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    } catch {
      return false
    }
  }

  it('serves from two processes, and each says which it is', async () => {
    const { url, child, ended, log, printed } = await serve()
    for (let count = 0; count < 10; count++) expect((await ask(url, '/api/card/?limit=1')).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    // The recorder has asked for the document, too.
    const answered = log().filter(({ msg, path }) => msg === 'request' && path === '/api/card/')
    expect(answered).toHaveLength(10)
    expect(new Set(answered.map(({ worker }) => worker))).toEqual(new Set([1, 2]))
    expect(printed().match(/Serving on/g)).toHaveLength(1)
  })

  it('is one process by default', async () => {
    const { child } = await serve({ A2B_WORKERS: undefined })
    expect(workersOf(child)).toEqual([])
  })

  it('puts another in the place of one that dies', async () => {
    const { url, child, log } = await serve()
    const before = workersOf(child)
    expect(before).toHaveLength(2)
    process.kill(before[0] as number, 'SIGKILL')
    await expect
      .poll(() => workersOf(child).filter((pid) => !before.includes(pid)), { timeout: 20_000 })
      .toHaveLength(1)
    expect(log()).toContainEqual(expect.objectContaining({ level: 'error', worker: 1, signal: 'SIGKILL' }))
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(url, '/api/card/?limit=1')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    await expect
      .poll(
        () =>
          log()
            .filter(({ msg }) => msg === 'listening')
            .map(({ worker }) => worker),
        { timeout: 20_000 },
      )
      .toEqual([1, 2, 1])
  })

  it('leaves none behind when it is killed', async () => {
    const { child, ended } = await serve()
    const workers = workersOf(child)
    child.kill('SIGKILL')
    await ended
    await expect.poll(() => workers.filter(isAlive), { timeout: 10_000 }).toEqual([])
  })

  it.each(['SIGTERM', 'SIGINT', 'the end of the launcher'] as const)('lets requests finish on %s', async (how) => {
    const { url, child, ended, log } = await serve()
    const body = '{"countrycode":"XXX","countryprefix":"99","countryname":"Nowhere"}'
    const slow = request(`${url}/api/country/`, {
      method: 'POST',
      headers: { ...ADMIN, 'content-type': 'application/json', 'content-length': body.length },
    })
    const answered = once(slow, 'response') as Promise<[IncomingMessage]>
    slow.write(body.slice(0, 10))
    // It has come when the log-in of another request behind it is answered.
    await ask(url, '/api/card/?limit=1')
    const workers = workersOf(child)
    if (how === 'the end of the launcher') child.disconnect()
    else child.kill(how)
    await expect.poll(() => log().filter(({ msg }) => msg === 'stopping')).toHaveLength(2)
    slow.end(body.slice(10))
    expect((await answered)[0].statusCode).toBe(200)
    expect(await ended).toEqual([0, null])
    expect(workers.filter(isAlive)).toEqual([])
    expect(
      log()
        .filter(({ msg }) => msg === 'stopping')
        .map(({ worker }) => worker)
        .sort(),
    ).toEqual([1, 2])
    expect(log().filter(({ level }) => level === 'error')).toEqual([])
  })

  it('counts failed logins together', async () => {
    const { url } = await serve()
    const wrong = { authorization: `Basic ${Buffer.from('nobody:wrong password').toString('base64')}` }
    const statuses: number[] = []
    for (let count = 0; count < 14; count++) statuses.push((await ask(url, '/api/card/', wrong)).status)
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)])
  })

  it('has both refuse within a second who was shut out at one', async () => {
    const { url } = await serve()
    const login = { name: 'clerk', password: 'another password' }
    const made = await fetch(`${url}/api/user/`, {
      method: 'POST',
      headers: { ...ADMIN, 'content-type': 'application/json' },
      body: JSON.stringify({ username: login.name, password: login.password }),
    })
    const { id } = (await made.json()) as { id: number }
    const clerk = { authorization: `Basic ${Buffer.from(`${login.name}:${login.password}`).toString('base64')}` }
    const both = async (): Promise<number[]> => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => ask(url, '/api/card/?limit=1', clerk)))
      return [...new Set(answers.map(({ status }) => status))]
    }
    expect(await both()).toEqual([200])
    await fetch(`${url}/api/user/${id}/`, {
      method: 'PUT',
      headers: { ...ADMIN, 'content-type': 'application/json' },
      body: JSON.stringify({ active: false }),
    })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await both()).toEqual([401])
  })

  it('runs the jobs of plugins in one of them', async () => {
    writeFileSync(
      join(directory, 'ticker.mjs'),
      `import { appendFileSync } from 'node:fs'
       export default { api: 1, name: 'ticker', jobs: [{ name: 'tick', every: 1, run: async () => appendFileSync('ticks', process.pid + '\\n') }] }`,
    )
    writeFileSync(join(directory, 'a2b.config.ts'), `export default { plugins: { load: ['./ticker.mjs'] } }`)
    const { child } = await serve()
    const ticks = (): string[] => {
      try {
        return readFileSync(join(directory, 'ticks'), 'utf8').trim().split('\n')
      } catch {
        return []
      }
    }
    await expect.poll(() => ticks().length, { timeout: 20_000 }).toBeGreaterThan(2)
    expect(new Set(ticks())).toEqual(new Set([String(workersOf(child)[0])]))
  })

  it.each([
    [
      'a port that is taken',
      async () => ({ A2B_PORT: String(await takenPort()) }),
      /^a2b: Cannot listen on .* is taken by another program/m,
    ],
    ['a database that is not there', () => ({ A2B_DATABASE_URL: 'mysql://root@127.0.0.1:1/none' }), /^a2b: /m],
    [
      'fewer connections than processes',
      () => ({ A2B_POOL_SIZE: '1' }),
      /^a2b: A2B_WORKERS: 2 processes cannot share the 1 connections/m,
    ],
  ])('does not start with %s, and says so once', async (_, more, message) => {
    const { code, err } = await runA2b(['serve'], settings(await more()), undefined, directory)
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect(err.match(/^a2b: /gm)).toHaveLength(1)
  })

  async function takenPort(): Promise<number> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    server.unref()
    return (server.address() as { port: number }).port
  }
})
