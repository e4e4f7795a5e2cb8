/** The panel's files: as they were packaged, or built when somebody first asks for them and kept. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { File, Folder } from '../../http/folder.ts'
import { buildPanel, builtFolder } from './build.ts'
import { waitingPage } from './waiting-page.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export function panelFolder(): Folder {
  let files: Promise<ReadonlyMap<string, File>> | undefined
  let building: Promise<unknown> | undefined
  let failure: string | undefined
  return {
    at: '/admin',
    async find(name) {
      const folder = await builtFolder()
      if (existsSync(join(folder, 'index.html'))) return (await (files ??= readAll(folder))).get(name || 'index.html')
      // One attempt at a time; the page asks again by itself, and after a failure when a person does.
      building ??= buildPanel(folder)
        .catch((error: unknown) => (failure = (error as Error).message))
        .finally(() => (building = undefined))
      if (name !== '') return undefined
      const page = waitingPage(failure)
      failure = undefined
      return page
    },
  }
}

/** Names are those that were found: no request can lead anywhere else. */
async function readAll(folder: string): Promise<ReadonlyMap<string, File>> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'))
  const known = names.flatMap((name) => {
    const type = TYPES[extname(name)]
    return type === undefined ? [] : [{ name, type }]
  })
  const read = known.map(async ({ name, type }): Promise<[string, File]> => {
    const bytes = await readFile(join(folder, name))
    return [name, { bytes, type, ...(name.startsWith('assets/') && { isImmutable: true }) }]
  })
  return new Map(await Promise.all(read))
}
