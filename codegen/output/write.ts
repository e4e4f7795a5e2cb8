/**
 * The far end of the pipeline: makes a folder hold the generated files and nothing generated beside them.
 *
 * A file whose bytes would not change is not touched; a file nobody emits any more is deleted only if its beginning says
 * that it was generated.
 *
 * Thousands of small files are read and written one after the other, synchronously: that is several times faster than
 * asking for all at once, and never needs more than one file handle.
 */
import { type Dirent, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

export interface WriteOptions {
  /** Told when the stages `read`, `checked` and `written` are over. */
  readonly onStage?: (stage: string) => void
  /** Left out, everything is written, and what is stale deleted. Otherwise these files are written and no other touched. */
  readonly only?: (file: GeneratedFile) => boolean
}

/**
 * @param folder - `generated/`; made when it is missing
 * @throws {@link CodegenError} before anything is written, when a module that somebody else wrote is in the way, or a
 *   new one is not TypeScript
 */
export async function writeFiles(
  files: readonly GeneratedFile[],
  folder: string,
  { onStage, only }: WriteOptions = {},
): Promise<Changes> {
  const comparison = await compare(files, folder)
  const differing = comparison.differing.filter((file) => only?.(file) ?? true)
  const [stale, foreign] = only ? [[], []] : [comparison.stale, comparison.foreign]
  onStage?.('read')
  const strange = differing.find(
    ({ path, current }) => !UNMARKED.has(path) && current !== null && !isGenerated(current),
  )
  if (strange) {
    throw new CodegenError(
      `${join(folder, strange.path)} is there already and was not generated: move it, or give another folder with --out`,
    )
  }
  // What is there already was checked when it was written. Who only compares need not wait for a parser to load.
  const { checkSyntax } = await import('./syntax.ts')
  checkSyntax(differing)
  onStage?.('checked')
  for (const path of new Set(differing.map((file) => dirname(file.path)))) {
    mkdirSync(join(folder, path), { recursive: true })
  }
  for (const { path, contents } of differing) {
    const target = join(folder, path)
    // A crash half-way must leave the old file or the new one, never a part.
    writeFileSync(`${target}.new`, contents)
    renameSync(`${target}.new`, target)
  }
  for (const path of stale) rmSync(join(folder, path))
  onStage?.('written')
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
  const own = new Set([...files.map((file) => dirname(file.path)), ...foldersUnder(folder, EXTRA)])
  const current = readFolder(folder, own)
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
function readFolder(folder: string, own: ReadonlySet<string>): Map<string, string> {
  const paths = [...own].flatMap((path) => filesIn(folder, path)).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** @returns paths from `folder`, with forward slashes */
function filesIn(folder: string, path: string): string[] {
  return entriesOf(folder, path)
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(path, entry.name))
}

/** @returns `path` itself and every folder below it */
function foldersUnder(folder: string, path: string): string[] {
  const below = entriesOf(folder, path).filter((entry) => entry.isDirectory())
  return [path, ...below.flatMap((entry) => foldersUnder(folder, posix.join(path, entry.name)))]
}

function entriesOf(folder: string, path: string): Dirent[] {
  try {
    return readdirSync(join(folder, path), { withFileTypes: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    throw new CodegenError(`Cannot read the folder ${join(folder, path)}: ${message}`, { cause: error })
  }
}
