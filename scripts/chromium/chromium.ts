/**
 * A Chromium to look at pages with: this machine's, or the distribution's own package, unpacked into the project.
 *
 * Unpacked it has its libraries and fonts beside it and the system knows nothing of it, so it is told where they are.
 */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { AptError, unpackPackage } from '../mariadb/apt.ts'

const execute = promisify(execFile)

export interface Chromium {
  readonly path: string
  /** e.g. `156.0.8078.73` */
  readonly version: string
  /** In which it runs. */
  readonly env: Readonly<Record<string, string>>
}

export interface ChromiumOptions {
  /** Where the package's tree is unpacked, e.g. `.a2b/chromium`. */
  readonly directory: string
  readonly log: (line: string) => void
}

/** @returns undefined where this machine has none and apt cannot bring one; `log` has said why */
export async function findOrFetchChromium({ directory, log }: ChromiumOptions): Promise<Chromium | undefined> {
  const found = await findChromium(directory)
  if (found) return found
  try {
    log("Not installed here. Unpacking the distribution's own package, once: no root, no system change")
    await unpackPackage({ directory, prefix: 'chromium', choose: () => 'chromium', with: FONTS, log })
  } catch (error) {
    if (!(error instanceof AptError)) throw error
    log(`There is none: ${error.message}`)
    return undefined
  }
  const fetched = await findChromium(directory)
  if (!fetched) log(`The one unpacked into ${directory} does not run on this machine`)
  return fetched
}

/** Without one a page has no letters. */
const FONTS = ['fonts-dejavu-core']

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

async function findChromium(root: string): Promise<Chromium | undefined> {
  const installed = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((path) => NAMES.map((name) => join(path, name)))
  for (const path of installed) {
    const found = await inspect(path, {})
    if (found) return found
  }
  return inspect(join(root, 'usr/lib/chromium/chromium'), environmentIn(root))
}

/** A program that cannot run here is as good as absent. */
async function inspect(path: string, env: Readonly<Record<string, string>>): Promise<Chromium | undefined> {
  if (!existsSync(path)) return undefined
  const asked = execute(path, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 })
  const said = await asked.catch(() => undefined)
  const [, version] = /^Chrom(?:ium|e)\D* (\d[\d.]*)/m.exec(said?.stdout.replace('Google ', '') ?? '') ?? []
  return version === undefined ? undefined : { path, version, env }
}

/** Some libraries have a folder of their own, such as `usr/lib/x86_64-linux-gnu/pulseaudio`. */
function environmentIn(root: string): Readonly<Record<string, string>> {
  const folders = (path: string): string[] =>
    existsSync(path)
      ? readdirSync(path, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? [join(path, it.name)] : []))
      : []
  const libraries = ['usr/lib', 'lib']
    .flatMap((path) => folders(join(root, path)))
    .flatMap((path) => (path.includes('-linux-') ? [path, ...folders(path)] : []))
  const hasFonts = existsSync(join(root, 'etc/fonts/fonts.conf'))
  return { LD_LIBRARY_PATH: libraries.join(delimiter), ...(hasFonts && { FONTCONFIG_SYSROOT: root }) }
}
