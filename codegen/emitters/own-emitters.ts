/**
 * Runs the emitters that `a2b.config.ts` adds. They are strangers: what they give is looked at before it is believed,
 * and what goes wrong is said with their names.
 *
 * Each file gets a first line that says what it came from, as the shipped ones have: a file that nobody emits any more
 * can then be told from one that somebody wrote.
 */
import { posix } from 'node:path'
import { ProfileError } from '../errors.ts'
import type { Schema } from '../model/schema.ts'
import { mark, MARKED_FORMATS, withMark } from '../output/header.ts'
import { EXTRA } from '../output/write.ts'
import type { Emitter, GeneratedFile } from './emitter.ts'

/**
 * @param taken - files of the shipped emitters
 * @returns the files of all, marked
 * @throws {@link ProfileError} naming the emitter, and the file where it is about one
 */
export function runOwnEmitters(
  emitters: readonly Emitter[],
  schema: Schema,
  taken: readonly GeneratedFile[],
): GeneratedFile[] {
  // File systems may ignore case.
  const owners = new Map(taken.map((file) => [file.path.toLowerCase(), 'a file that is always generated']))
  return emitters.flatMap((emit) => {
    const fail = (what: string, cause?: unknown): never => {
      throw new ProfileError(`a2b.config.ts: the emitter ${emit.name} ${what}`, { cause })
    }
    return run(emit, schema, fail).map((file) => {
      const { path, contents, table } = file
      const owner = owners.get(path.toLowerCase())
      if (owner !== undefined) fail(`gives "${path}", which is taken by ${owner}`)
      owners.set(path.toLowerCase(), emit.name)
      const marked = withMark(path, contents, mark(table ?? 'all tables', `the emitter ${emit.name} in a2b.config.ts`))
      if (marked === undefined) {
        return fail(`gives "${path}", a format that has no place for a first line of ours. Use ${MARKED_FORMATS}`)
      }
      return { ...file, contents: marked }
    })
  })
}

type Fail = (what: string, cause?: unknown) => never

function run(emit: Emitter, schema: Schema, fail: Fail): GeneratedFile[] {
  let files: unknown
  try {
    files = emit(schema)
  } catch (error) {
    return fail(`failed: ${error instanceof Error ? error.message : String(error)}`, error)
  }
  if (!Array.isArray(files)) return fail('must give an array of files, { path, contents }')
  return files.map((file: Partial<Record<keyof GeneratedFile, unknown>> | null) => {
    const { path, contents, table } = file ?? {}
    if (typeof path !== 'string' || typeof contents !== 'string') {
      return fail('gives a file without "path" and "contents", which have to be texts')
    }
    if (table !== undefined && !schema.tables.some(({ name }) => name === table)) {
      return fail(`gives "${path}" for the table "${String(table)}", which there is none of`)
    }
    if (!isInside(path)) {
      return fail(`gives "${path}". A file stands in generated/ itself, "name.md", or below "${EXTRA}/"`)
    }
    if (path.endsWith('.json') && !isJson(contents)) return fail(`gives "${path}", which would not be JSON`)
    return { path, contents, ...(table !== undefined && { table: table as string }) }
  })
}

/** One plain spelling per path, and no way out of the folder. */
function isInside(path: string): boolean {
  const isPlain = /^[^\\:*?"<>|\p{Cc}]+$/u.test(path) && posix.normalize(path) === path && !posix.isAbsolute(path)
  const [first, ...rest] = path.split('/')
  return isPlain && !path.endsWith('/') && (rest.length === 0 || first === EXTRA)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
