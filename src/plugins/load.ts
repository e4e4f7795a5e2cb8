/** The section `plugins` of `a2b.config.ts` -> the plugins that run here, those that come with the server and others. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire, findPackageJSON } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { didYouMean } from '../nearest-name.ts'
import { StartError } from '../start-error.ts'
import { refuseClashes } from './clashes.ts'
import { BUILT_IN } from './index.ts'
import { inOrder } from './order.ts'
import type { Plugin, PluginSettings } from './plugin.ts'
import { within } from './within.ts'

/** A plugin and what this installation sets for it. */
export interface LoadedPlugin extends FoundPlugin {
  readonly settings: PluginSettings
}

export interface FoundPlugin {
  readonly plugin: Plugin
  /** What the operator wrote in `load`; undefined where it comes with the server. */
  readonly source?: string
}

/** As the file has it; what is in `settings` is looked at with the other settings. */
export interface PluginSection {
  /** Packages, or paths from where the file is. */
  readonly load: readonly string[]
  /** Plugins that come with the server and are not to run. */
  readonly off: readonly string[]
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const MEMBERS = ['load', 'off', 'settings']

/** @throws {@link StartError} naming what is malformed */
export function readPluginSection(section: unknown): PluginSection {
  const { load, off, settings, ...others } = record('plugins', section)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new StartError(`a2b.config.ts: plugins.${unknown}: no such setting.${didYouMean(unknown, MEMBERS)}`)
  }
  const byPlugin = Object.entries(record('plugins.settings', settings)).map(
    ([name, values]) => [name, record(`plugins.settings.${name}`, values)] as const,
  )
  return {
    load: texts('plugins.load', load),
    off: texts('plugins.off', off),
    settings: Object.fromEntries(byPlugin),
  }
}

/**
 * @param folder - of `a2b.config.ts`
 * @returns in the order in which they start
 * @throws {@link StartError} naming what cannot be loaded, or cannot be served as it is declared
 */
export async function findPlugins({ load, off }: PluginSection, folder: string): Promise<FoundPlugin[]> {
  const names = BUILT_IN.map(({ name }) => name)
  const unknown = off.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new StartError(
      `a2b.config.ts: plugins.off: no plugin "${unknown}" comes with the server.${didYouMean(unknown, names)}`,
    )
  }
  // The compiler and a test have looked at these; what looks at others takes a tenth of a second to make ready.
  const found: FoundPlugin[] = BUILT_IN.filter(({ name }) => !off.includes(name)).map((plugin) => ({ plugin }))
  if (load.length === 0) return inOrder(found)
  const { checkDeclaration } = await import('./declaration.ts')
  for (const source of load) {
    found.push({ plugin: checkDeclaration(await importPlugin(source, folder), source), source })
  }
  refuseClashes(found.map(({ plugin }) => plugin))
  return inOrder(found)
}

/** Seconds that a module may take to load. */
const PATIENCE = 20

async function importPlugin(source: string, folder: string): Promise<unknown> {
  const refuse = (reason: string, cause?: unknown): StartError =>
    new StartError(`a2b.config.ts: plugins.load: "${source}" ${reason}`, { cause })
  const path = /^\.{0,2}\//.test(source) ? fileOf(resolve(folder, source)) : packageEntry(source, folder)
  if (path === undefined) {
    throw refuse(
      'is not there. Write the name of an installed package, or the path of a file or of a folder with an index.ts, ' +
        'from where a2b.config.ts is: "./plugins/notes".',
    )
  }
  const module: Promise<{ default?: unknown }> = import(pathToFileURL(path).href)
  const loaded = await within(PATIENCE, module, () => refuse(`has not been loaded within ${PATIENCE} seconds.`)).catch(
    (error: unknown) => {
      if (error instanceof StartError) throw error
      throw refuse(`cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, error)
    },
  )
  return loaded.default
}

function fileOf(path: string): string | undefined {
  const candidates = [path, join(path, 'index.ts'), join(path, 'index.js'), join(path, 'index.mjs')]
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile())
}

function packageEntry(name: string, folder: string): string | undefined {
  const from = join(folder, 'a2b.config.ts')
  try {
    return createRequire(from).resolve(name)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
      ? importEntry(name, from)
      : undefined
  }
}

/** Of a package that is there for `import` alone, which Node.js resolves from the importing file only: from this one. */
function importEntry(name: string, from: string): string | undefined {
  const file = findPackageJSON(name, from)
  if (file === undefined) return undefined
  const { name: own, exports } = JSON.parse(readFileSync(file, 'utf8'))
  const entry = own === name ? forImport(exports['.'] ?? exports) : undefined
  return entry === undefined ? undefined : fileOf(join(dirname(file), entry))
}

/** The first condition that holds. */
function forImport(target: unknown): string | undefined {
  if (typeof target === 'string') return target
  if (typeof target !== 'object' || target === null) return undefined
  const found = Object.entries(target).find(([condition]) => ['node', 'import', 'default'].includes(condition))
  return found && forImport(found[1])
}

function record(place: string, value: unknown = {}): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new StartError(`a2b.config.ts: ${place} must be an object.`)
}

function texts(place: string, value: unknown = []): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new StartError(`a2b.config.ts: ${place} must be a list of texts.`)
}
