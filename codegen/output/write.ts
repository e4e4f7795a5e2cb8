/**
 * The far end of the pipeline: makes a folder hold the generated files and nothing generated beside them.
 *
 * A file whose bytes would not change is not touched; a file nobody emits any more is deleted only if its first line
 * says that it was generated.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { GeneratedFile } from '../emitters/emitter.ts'
import { isGenerated } from './header.ts'

export interface Changes {
  readonly written: readonly string[]
  readonly deleted: readonly string[]
  /** Neither emitted nor ours: left alone, and worth a word. */
  readonly foreign: readonly string[]
  readonly unchanged: number
}

/** @param folder - `generated/`; made when it is missing */
export async function writeFiles(files: readonly GeneratedFile[], folder: string): Promise<Changes> {
  const { differing, stale, foreign } = await compare(files, folder)
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
  const current = await readFolder(folder)
  const emitted = new Set(files.map((file) => file.path))
  const others = [...current].filter(([path]) => !emitted.has(path))
  return {
    differing: files
      .map((file) => ({ ...file, current: current.get(file.path) ?? null }))
      .filter((file) => file.current !== file.contents),
    stale: others.filter(([, text]) => isGenerated(text)).map(([path]) => path),
    foreign: others.filter(([, text]) => !isGenerated(text)).map(([path]) => path),
  }
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [
      relative(folder, path).split(sep).join('/'),
      await readFile(path, 'utf8'),
    ]),
  )
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
