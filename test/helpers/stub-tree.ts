/**
 * A small project around the real set-up scripts: a stub generator, a stub demo and a stub API, so that a test of the
 * main job sees the main job and not what it starts.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { PRIVATE_DIRECTORY } from './mariadb-template.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What the stub API writes down when it serves. */
export interface Serving {
  readonly launcher: number
  readonly api: number
  /** 0 when the main job started none. */
  readonly database: number
}

export interface StubTree {
  readonly root: string
  /** The port the stub API takes. */
  readonly port: number
  /** `node scripts/run.mjs …`, to its end. */
  run(args: string[], env?: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }>
  /** `npm start` in a process group of its own, as a terminal would start it. */
  npmStart(): ChildProcess
  /** The process numbers of the main job that serves; undefined before. */
  serving(): Serving | undefined
  remove(): void
}

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'stub',
    version: '1.0.0',
    private: true,
    type: 'module',
    engines: { node: '>=22.18' },
    scripts: { start: 'node scripts/run.mjs start' },
    devDependencies: { local: 'file:local' },
  }),
  'package-lock.json': JSON.stringify({
    name: 'stub',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'stub', version: '1.0.0', devDependencies: { local: 'file:local' } },
      local: { version: '1.0.0', dev: true },
      'node_modules/local': { resolved: 'local', link: true },
    },
  }),
  'local/package.json': JSON.stringify({ name: 'local', version: '1.0.0' }),
  'bin/a2b.mjs': `
    const [command, argument] = process.argv.slice(2)
    if (command === 'exit') process.exit(Number(argument))
    console.log(command, process.env.A2B_DATABASE_URL?.split('?')[0])
  `,
  'scripts/demo/create.ts': `
    import { existsSync } from 'node:fs'
    import { createConnection } from 'mysql2/promise'
    export async function createDemo({ socketPath, database }: { socketPath: string; database: string }) {
      const connection = await createConnection({ socketPath, user: 'root' })
      await connection.query('create database ' + database)
      await connection.query('create table ' + database + '.cc_card (id int)')
      await connection.end()
      if (existsSync('interrupt-demo')) throw new Error('interrupted')
      return { tables: 1, rows: 0 }
    }
  `,
  'bin/serve.ts': "export { startApi as startServing } from '../src/server.ts'",
  'src/start-error.ts': 'export class StartError extends Error {}',
  'src/config.ts': `
    import { StartError } from './start-error.ts'
    export async function loadConfig(env: NodeJS.ProcessEnv) {
      if (env.A2B_PORT === 'wrong') throw new StartError('A2B_PORT: expected a port')
    }
  `,
  'src/server.ts': `
    import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
    import { createServer } from 'node:http'
    import { createConnection } from 'mysql2/promise'
    export async function startApi(env: NodeJS.ProcessEnv) {
      const server = createServer(async (_request, response) => {
        try {
          const connection = await createConnection(env.A2B_DATABASE_URL!)
          const [rows] = await connection.query('show tables')
          await connection.end()
          response.end(JSON.stringify(rows))
        } catch (error) {
          response.writeHead(503).end(String(error))
        }
      })
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(Number(env.A2B_PORT), '127.0.0.1', resolve)
      })
      const lock = '.a2b/data.lock'
      const database = existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).server.pid : 0
      writeFileSync('serving.json', JSON.stringify({ launcher: process.ppid, api: process.pid, database }))
      return {
        url: 'http://127.0.0.1:' + env.A2B_PORT,
        close: async () => {
          rmSync('serving.json')
          server.close()
          server.closeAllConnections()
        },
      }
    }
  `,
}

/**
 * @param name - tells the trees of one test process apart
 */
export async function makeStubTree(name: string): Promise<StubTree> {
  const root = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-${name}`)
  const port = await freePort()
  for (const [path, contents] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), contents)
  }
  for (const path of ['run.mjs', 'start.ts', 'demo-database.ts', 'progress.ts', 'mariadb']) {
    cpSync(join(ROOT, 'scripts', path), join(root, 'scripts', path), { recursive: true })
  }
  mkdirSync(join(root, '.a2b'))
  symlinkSync(join(PRIVATE_DIRECTORY, 'mariadb'), join(root, '.a2b/mariadb'))
  const environment = { ...process.env, A2B_DATABASE_URL: undefined, A2B_PORT: String(port) }

  const start = (program: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
    spawn(program, args, {
      cwd: root,
      env: { ...environment, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const tree: StubTree = {
    root,
    port,
    async run(args, env) {
      const child = start(process.execPath, ['scripts/run.mjs', ...args], env)
      const [[code], out, errors] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
      return { code: code as number | null, output: out + errors }
    },
    npmStart: () => start('npm', ['start']),
    serving() {
      try {
        return JSON.parse(readFileSync(join(root, 'serving.json'), 'utf8')) as Serving
      } catch {
        // Not there yet, or half written: the caller asks again.
        return undefined
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
  return tree
}

/** What the stub's own lock file does not bring: mysql2, and the Node for a machine whose own is too old. */
export function linkPackages(tree: StubTree): void {
  const modules = join(tree.root, 'node_modules')
  symlinkSync(join(ROOT, 'node_modules/mysql2'), join(modules, 'mysql2'))
  mkdirSync(join(modules, '.bin'), { recursive: true })
  symlinkSync(process.execPath, join(modules, '.bin/node'))
}

/** Of the loopback interface; free when this was asked. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
  return address.port
}
