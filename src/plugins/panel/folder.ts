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

/** Milliseconds after a failure in which nobody, whoever asks, can make the server try again. */
const PAUSE = 60_000

export interface PanelFolderOptions {
  /** Told of each attempt that came to nothing: what npm says is for the operator, not for whoever opens the page. */
  readonly onFailure: (error: unknown) => void
  /** Makes the files in the folder that it is given. */
  readonly build?: (folder: string) => Promise<void>
  /** Where they are, or will be. */
  readonly findFolder?: () => Promise<string>
}

export function panelFolder({ onFailure, build = buildPanel, findFolder = builtFolder }: PanelFolderOptions): Folder {
  let files: Promise<ReadonlyMap<string, File>> | undefined
  let building: Promise<unknown> | undefined
  let failedAt = -Infinity
  return {
    at: '/admin',
    async find(name) {
      const folder = await findFolder()
      if (existsSync(join(folder, 'index.html'))) return (await (files ??= readAll(folder))).get(name || 'index.html')
      const hasFailed = Date.now() - failedAt < PAUSE
      if (!hasFailed) {
        building ??= build(folder)
          .catch((error: unknown) => {
            failedAt = Date.now()
            onFailure(error)
          })
          .finally(() => (building = undefined))
      }
      return name === '' ? waitingPage(hasFailed) : undefined
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
