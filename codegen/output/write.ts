/**
 * The far end of the pipeline: makes a folder hold the generated files and nothing generated beside them.
 *
 * A file whose bytes would not change is not touched; a file nobody emits any more is deleted only if its beginning says
 * that it was generated.
 */
import type { Dirent } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import type { GeneratedFile } from '../emitters/emitter.ts'
import { CodegenError } from '../errors.ts'
import { isGenerated } from './header.ts'

export interface Changes {
  readonly written: readonly string[]
  readonly deleted: readonly string[]
  /** Neither emitted nor ours: left alone, and worth a word. */
  readonly foreign: readonly string[]
  readonly unchanged: number
}

/** These say by their names what they are; the document has said it since a version that operators may not have had. */
const UNMARKED = new Set(['snapshot.json', 'config.json', 'openapi.json'])

/** Where emitters of the operator's own may have folders: looked through even when nobody emits anything there. */
export const EXTRA = 'extra'

/**
 * @param folder - `generated/`; made when it is missing
 * @throws {@link CodegenError} before anything is written, when a module that somebody else wrote is in the way
 */
export async function writeFiles(files: readonly GeneratedFile[], folder: string): Promise<Changes> {
  const { differing, stale, foreign } = await compare(files, folder)
  const strange = differing.find(
    ({ path, current }) => !UNMARKED.has(path) && current !== null && !isGenerated(current),
  )
  if (strange) {
    throw new CodegenError(
      `${join(folder, strange.path)} is there already and was not generated: move it, or give another folder with --out`,
    )
  }
  for (const { path, contents } of differing) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    // A crash half-way must leave the old file or the new one, never a part.
    await writeFile(`${target}.new`, contents)
    await rename(`${target}.new`, target)
  }
  for (const path of stale) await rm(join(folder, path))
  return {
    written: differing.map((file) => file.path),
    deleted: stale,
    foreign,
    unchanged: files.length - differing.length,
  }
}

export interface Comparison {
  /** With what the folder holds instead; null: nothing. */
  readonly differing: readonly (GeneratedFile & { readonly current: string | null })[]
  readonly stale: readonly string[]
  readonly foreign: readonly string[]
}

/** Compares without writing. */
export async function compare(files: readonly GeneratedFile[], folder: string): Promise<Comparison> {
  const emitted = new Set(files.map((file) => file.path))
  // Folders of others beside ours are nobody's business here.
  const own = new Set([...files.map((file) => dirname(file.path)), ...(await foldersUnder(folder, EXTRA))])
  const current = await readFolder(folder, own)
  const others = [...current].filter(([path]) => !emitted.has(path))
  return {
    differing: files
      .map((file) => ({ ...file, current: current.get(file.path) ?? null }))
      .filter((file) => file.current !== file.contents),
    stale: others.filter(([, text]) => isGenerated(text)).map(([path]) => path),
    foreign: others.filter(([, text]) => !isGenerated(text)).map(([path]) => path),
  }
}

/** @param own - folders under it to look into, `.` for itself */
async function readFolder(folder: string, own: ReadonlySet<string>): Promise<Map<string, string>> {
  const names = await Promise.all([...own].map((path) => filesIn(folder, path)))
  const texts = await Promise.all(
    names.flat().map(async (path): Promise<[string, string]> => [path, await readFile(join(folder, path), 'utf8')]),
  )
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** @returns paths from `folder`, with forward slashes */
async function filesIn(folder: string, path: string): Promise<string[]> {
  const entries = await entriesOf(folder, path)
  return entries.filter((entry) => entry.isFile()).map((entry) => posix.join(path, entry.name))
}

/** @returns `path` itself and every folder below it */
async function foldersUnder(folder: string, path: string): Promise<string[]> {
  const entries = await entriesOf(folder, path)
  const below = entries.filter((entry) => entry.isDirectory()).map((entry) => posix.join(path, entry.name))
  const nested = await Promise.all(below.map((inner) => foldersUnder(folder, inner)))
  return [path, ...nested.flat()]
}

async function entriesOf(folder: string, path: string): Promise<Dirent[]> {
  return readdir(join(folder, path), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new CodegenError(`Cannot read the folder ${join(folder, path)}: ${error.message}`, { cause: error })
  })
}
