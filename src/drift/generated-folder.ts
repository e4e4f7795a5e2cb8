/** The generated folder -> what is served; loaded when the server starts, because it may be a moment old. */
import { readFile } from 'node:fs/promises'
import { StartError } from '../start-error.ts'
import type { Served } from './face-drift.ts'

export const GENERATED = new URL('../../generated/', import.meta.url)

/** @throws {@link StartError} when the folder is not what the generator writes */
export async function loadGenerated(folder: URL): Promise<Served> {
  try {
    const { resources, routers } = await import(new URL('index.ts', folder).href)
    const openapi = JSON.parse(await readFile(new URL('openapi.json', folder), 'utf8'))
    return { resources, routers, openapi }
  } catch (cause) {
    const { message } = cause as Error
    throw new StartError(`The generated code cannot be loaded; write it with \`a2b generate\`. (${message})`, { cause })
  }
}
