/**
 * Loads `a2b.config.ts`: the section `server` is for the server's settings, `plugins` for what it loads besides, and
 * `generator` for the generator.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StartError } from './start-error.ts'

export interface ConfigFile {
  readonly server?: unknown
  readonly plugins?: unknown
  readonly generator?: unknown
}

const SECTIONS = ['server', 'plugins', 'generator']

/**
 * @param folder - where the file is looked for; there need not be one
 * @throws {@link StartError} when it cannot be loaded, its default export is not an object, or it has other
 *   sections than these
 */
export async function readConfigFile(folder: string): Promise<ConfigFile> {
  const path = join(folder, 'a2b.config.ts')
  if (!existsSync(path)) return {}
  const loaded: { default?: unknown } = await import(pathToFileURL(path).href).catch((cause: Error) => {
    throw new StartError(`a2b.config.ts cannot be loaded: ${cause.message}`, { cause })
  })
  const sections = loaded.default
  if (typeof sections !== 'object' || sections === null || Array.isArray(sections)) {
    throw new StartError(
      `a2b.config.ts: its default export has to be an object with the sections ${SECTIONS.join(', ')}.`,
    )
  }
  for (const section of Object.keys(sections)) {
    if (!SECTIONS.includes(section)) {
      throw new StartError(`a2b.config.ts: no section is called "${section}"; there are ${SECTIONS.join(', ')}.`)
    }
  }
  return sections
}
