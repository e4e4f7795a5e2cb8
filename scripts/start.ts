/**
 * The main job, `npm start`: a database, the code generated from it, and the API on top, with what to try first.
 *
 * With `A2B_DATABASE_URL` that database is used as it is. Without it, a private MariaDB with demo rows is, and all it
 * needs lies in `.a2b/`. Ctrl-C, SIGTERM, SIGHUP and the end of the launcher stop what was started, the API first.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { demoPassword, openDemoDatabase, removeDemoDatabase } from './demo-database.ts'
import { SetUpError } from './mariadb/errors.ts'
import { acquireLock } from './mariadb/lock.ts'
import { step } from './progress.ts'
import { loadConfig } from '../src/config.ts'
import { StartError } from '../src/start-error.ts'

const USAGE = `Usage: npm start [-- --fresh] [-- --accept-breaking]

  --fresh             make a new demo database; changes to the old one are lost
  --accept-breaking   generate although something breaks for those who use what is in generated/

A2B_DATABASE_URL=mysql://user:password@host:3306/a2billing npm start   uses a database of yours`

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const HOME = join(ROOT, '.a2b')

/** What was started, in that order; it is ended in the reverse one. */
const started: (() => Promise<void> | void)[] = []
let ending: Promise<never> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
// The launcher holds a channel to us, which closes however it ends.
process.once('disconnect', () => void end(0))
process.channel?.unref()

try {
  await main()
} catch (error) {
  // What fails because everything is being stopped is no news.
  if (ending === undefined) console.error(`\n${describe(error)}`)
  await end(error instanceof SetUpError ? error.exitCode : 1)
}

async function main(): Promise<void> {
  const begun = performance.now()
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean' }, 'accept-breaking': { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const { fresh, help } = values
  if (help === true) {
    console.log(USAGE)
    process.exit(0)
  }
  const isOwnDatabase = Boolean(process.env['A2B_DATABASE_URL'])
  if (isOwnDatabase && fresh === true) {
    throw new SetUpError('--fresh makes a new demo database, and A2B_DATABASE_URL names a database of yours. Drop one.')
  }
  await checkSettings()
  console.log('\na2billing-api\n')
  const noteUrl = isOwnDatabase ? undefined : await lockHome()
  const env = isOwnDatabase ? process.env : await openDemo(fresh === true)
  await generate(env, values['accept-breaking'] === true)
  const url = await serve(env)
  noteUrl?.(url)
  console.log(welcome(url, isOwnDatabase ? undefined : env['A2B_ADMIN_PASSWORD'], performance.now() - begun))
}

/** A setting that would keep the API from starting is said before anything is made. */
async function checkSettings(): Promise<void> {
  await loadConfig({ A2B_DATABASE_URL: 'mysql://root@localhost/a2billing', ...process.env }, ROOT)
}

/** One main job at a time works in `.a2b/`. @returns tells the next one where we serve */
async function lockHome(): Promise<(url: string) => void> {
  mkdirSync(HOME, { recursive: true, mode: 0o700 })
  const lock = await acquireLock(join(HOME, 'lock'))
  started.push(() => lock.release())
  return (url) => lock.note({ url })
}

/** @returns the environment in which generator and API find the demo database */
async function openDemo(fresh: boolean): Promise<NodeJS.ProcessEnv> {
  if (fresh) removeDemoDatabase(HOME)
  const database = await openDemoDatabase(HOME)
  started.push(() => database.stop())
  const A2B_ADMIN_PASSWORD = demoPassword(HOME, process.env['A2B_ADMIN_PASSWORD'])
  return { ...process.env, A2B_DATABASE_URL: database.url, A2B_ADMIN_PASSWORD }
}

/**
 * In a process of its own: generating needs half a second and 100 MB that serving has no use for.
 *
 * What breaks is for nobody yet while `generated/` is as it was shipped.
 */
async function generate(env: NodeJS.ProcessEnv, acceptBreaking: boolean): Promise<void> {
  const flags = isAsShipped() ? ['--accept-breaking', '--summary'] : acceptBreaking ? ['--accept-breaking'] : []
  const command = [join(ROOT, 'bin/a2b.mjs'), 'generate', ...flags]
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: 'inherit' })
  started.push(() => void child.kill())
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve)
  })
  if (code === 1) {
    throw new SetUpError(
      'generated/ was made from another schema, and clients of it would break; what and why is above. ' +
        'To generate all the same:  npm start -- --accept-breaking',
    )
  }
  if (code !== 0) throw new SetUpError('Generating from the database failed; the reason is above.')
}

/** The snapshot in `generated/` is the demo's, as in a fresh clone. */
function isAsShipped(): boolean {
  const [there, shipped] = ['generated/snapshot.json', 'scripts/demo/a2billing-2.3.0.snapshot.json'].map((file) =>
    existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : undefined,
  )
  return there === shipped
}

/** @returns the address of the API */
async function serve(env: NodeJS.ProcessEnv): Promise<string> {
  const { startServing } = await import('../bin/serve.ts')
  return step('API', async () => {
    const api = await startServing(env)
    started.push(() => api.close())
    return { said: `listening on ${api.url}`, value: api.url }
  })
}

/** @param password - of the demo's `admin`; for another database, the API itself says what it made */
function welcome(url: string, password: string | undefined, milliseconds: number): string {
  const login = password === undefined ? '' : `  Login        admin / ${password}\n`
  return `
Ready in ${(milliseconds / 1000).toFixed(1)} s

  API          ${url}/api/
  Panel        ${url}/admin/
  Reference    ${url}/docs/
  Document     ${url}/openapi.json
${login}
  Try it       curl -u 'admin:${password ?? 'PASSWORD'}' '${url}/api/card/?limit=2'

Ctrl-C stops everything.`
}

/** Ends what was started and then the process; asked again, it goes on with the first ending. */
async function end(code: number): Promise<never> {
  ending ??= endAll().then(
    () => {
      if (code === 0) console.log('Stopped.')
      process.exit(code)
    },
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
  return ending
}

async function endAll(): Promise<void> {
  while (started.length > 0) await started.pop()?.()
}

/** What a person can act on goes without a stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `${error.message}\nAnother program has this port. Choose another one:  A2B_PORT=8009 npm start`
  }
  const isExpected = error instanceof SetUpError || error instanceof StartError || 'code' in error
  return isExpected ? error.message : (error.stack ?? error.message)
}
