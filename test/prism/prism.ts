/** Prism, which passes requests on to the API and says what of them, and of the answers, is not as the document has it. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

const FOLDER = import.meta.dirname
const NAME = '@stoplight/prism-cli'
const MODULE = join(FOLDER, 'node_modules', NAME)

/** One of what the header `sl-violations` lists. */
export interface Violation {
  /** `['response', 'body', 'objects', '0', 'id']` */
  readonly location: readonly string[]
  readonly severity: string
  readonly code: string | number
  readonly message: string
}

export interface Prism {
  readonly url: string
  close(): Promise<void>
}

/** @param document - a file */
export async function startPrism(document: string, api: string): Promise<Prism> {
  await install()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = [join(MODULE, 'dist/index.js'), 'proxy', document, api, '--port', String(port), '-v', 'fatal']
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  const close = async (): Promise<void> => {
    child.kill()
    await ended
  }
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Prism ended with ${child.exitCode} before it listened`)
    if (await isThere(url)) return { url, close }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

export function violationsIn(headers: Headers): Violation[] {
  return JSON.parse(headers.get('sl-violations') ?? '[]') as Violation[]
}

async function install(): Promise<void> {
  const wanted = readJson(join(FOLDER, 'package.json')).devDependencies[NAME]
  const manifest = join(MODULE, 'package.json')
  if (existsSync(manifest) && readJson(manifest).version === wanted) return
  process.stdout.write(`Installing ${NAME} ${wanted} into test/prism/node_modules with npm ci\n`)
  await promisify(execFile)('npm', ['ci', '--include=dev', '--ignore-scripts', '--loglevel=error'], { cwd: FOLDER })
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

function isThere(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}
