/**
 * Builds the panel: its own packages are installed into a work folder, Vite makes files of its sources, and those are kept
 * under a name that changes with the sources.
 *
 * Nothing of it is needed to serve the API, so none of its packages is one of the server's.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)

const WEB = fileURLToPath(new URL('web/', import.meta.url))
const KEPT = fileURLToPath(new URL('../../../.a2b/panel/', import.meta.url))
/** Comes with a package, and is used as it is. */
const PACKAGED = join(WEB, 'dist')
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', 'dist'])

let found: Promise<string> | undefined

/** Where the built files are, or will be. */
export function builtFolder(): Promise<string> {
  return (found ??= existsSync(join(PACKAGED, 'index.html')) ? Promise.resolve(PACKAGED) : folderOfSources())
}

async function folderOfSources(): Promise<string> {
  const names = await readdir(WEB, { recursive: true, withFileTypes: true })
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => relative(WEB, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !LEFT_OUT.has(name.split('/')[0] ?? ''))
    .toSorted()
  const hash = createHash('sha256')
  for (const name of files)
    hash
      .update(`${name}\0`)
      .update(await readFile(join(WEB, name)))
      .update('\0')
  return join(KEPT, hash.digest('hex').slice(0, 16))
}

/**
 * @param folder - of {@link builtFolder}; it appears whole or not at all, whoever else builds at the same time
 * @throws Error with what npm or Vite said
 */
export async function buildPanel(folder: string): Promise<void> {
  const work = `${folder}.new-${process.pid}`
  mkdirSync(KEPT, { recursive: true, mode: 0o700 })
  try {
    cpSync(WEB, work, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(WEB, path).split(/[/\\]/)[0] ?? '') })
    const options = { cwd: work, timeout: 300_000, env: { ...process.env, NODE_ENV: 'production' } }
    await execute(
      'npm',
      ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      options,
    )
    await execute(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], options)
    if (existsSync(folder)) return
    try {
      renameSync(join(work, 'dist'), folder)
    } catch (error) {
      if (!existsSync(join(folder, 'index.html'))) throw error
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
