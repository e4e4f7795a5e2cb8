/**
 * `npm start` as a person has it after cloning: the whole project in a folder of its own, nothing in it replaced by a
 * stub, a database made and filled, the code generated, the API asked, and everything ended.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { isRunning } from '../../../scripts/mariadb/lock.ts'
import { basicAuth } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { PRIVATE_DIRECTORY } from '../../helpers/mariadb-template.ts'
import { freePort } from '../../helpers/stub-tree.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** What `run.mjs` leaves when it has installed. */
const STAMP = '.a2b-installed'
/** Enough for a demo database on a slow machine that is busy with other tests. */
const PATIENCE = { timeout: 150_000, interval: 100 }

describeDatabase('the real npm start', () => {
  const root = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-real-start`)
  beforeAll(() => copyProject(root))
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('serves what it promises, changes no file of the project, and leaves nothing behind', async () => {
    const before = contentsOf(join(root, 'generated'))
    const launcher = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
      cwd: root,
      env: await cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(launcher, 'exit')
    const errors = text(launcher.stderr)
    let output = ''
    launcher.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    let pids: number[] = []
    try {
      await Promise.race([
        vi.waitFor(() => expect(output).toContain('Ctrl-C stops everything.'), PATIENCE),
        ended.then(async () => Promise.reject(new Error(`It ended by itself:\n${output}${await errors}`))),
      ])
      pids = [launcher.pid ?? 0, ...runningProcesses(root)]
      expect(pids.map(isRunning)).toEqual([true, true, true])

      const printed = (label: string) => new RegExp(`${label} +(\\S.*)`).exec(output)?.[1] ?? ''
      const [name = '', password = ''] = printed('Login').split(' / ')
      const origin = new URL(printed('Document')).origin
      const get = async (url: string): Promise<unknown> => {
        const response = await fetch(url, { headers: { Authorization: basicAuth(name, password) } })
        expect([url, response.status]).toEqual([url, 200])
        return response.json()
      }
      expect(output).toMatch(new RegExp(`API +${origin}/api/\n`))
      expect(await get(`${origin}/health/ready`)).toEqual({
        status: 'ready',
        schema: { status: 'equal', breaking: 0, additive: 0 },
      })
      expect(await get(`${origin}/api/`)).toMatchObject({ resources: { country: '/api/country/' } })
      expect(await get(`${origin}/api/country/`)).toMatchObject({
        meta: { model: 'country', next: '/api/country/?page=2', page: 1, previous: '' },
        objects: expect.arrayContaining([expect.objectContaining({ countrycode: expect.any(String) })]),
      })
      expect(await get(printed('Document'))).toMatchObject({ openapi: expect.any(String) })
      expect((await fetch(`${origin}/api/country/`)).status).toBe(401)
      expect(contentsOf(join(root, 'generated'))).toEqual(before)

      launcher.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
      expect(output).toContain('Stopped.')
      expect(pids.filter(isRunning)).toEqual([])
      expect(['lock', 'data.lock'].filter((file) => existsSync(join(root, '.a2b', file)))).toEqual([])
      await expect(fetch(`${origin}/health/live`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    } finally {
      // A failure must not leave what it has found.
      launcher.kill('SIGKILL')
      for (const pid of pids) if (isRunning(pid)) process.kill(pid, 'SIGKILL')
    }
  }, 200_000)
})

/** What is committed or about to be, the packages installed here, and the MariaDB unpacked here. */
function copyProject(root: string): void {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  for (const path of list.toString().split('\0').filter(Boolean)) {
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(root, path))
  }
  // Links one by one: an installation into the copy, should it come to one, would empty what a single link leads to.
  const modules = join(root, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name === STAMP) cpSync(join(ROOT, 'node_modules', name), join(modules, name))
    else symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
  }
  mkdirSync(join(root, '.a2b'), { mode: 0o700 })
  symlinkSync(join(PRIVATE_DIRECTORY, 'mariadb'), join(root, '.a2b/mariadb'))
}

/** Without the settings of whoever runs the tests. */
async function cleanEnvironment(): Promise<NodeJS.ProcessEnv> {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('A2B_'))
  return { ...Object.fromEntries(others), A2B_PORT: String(await freePort()) }
}

/** The main job and its database, as their locks have them. */
function runningProcesses(root: string): [mainJob: number, database: number] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, '.a2b', file), 'utf8'))
  const { owner } = read('lock') as { owner: { pid: number } }
  const { server } = read('data.lock') as { server: { pid: number } }
  return [owner.pid, server.pid]
}

function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  )
}
