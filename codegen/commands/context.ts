/** What the commands share: where facts come from, and how they speak to the person at the terminal. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CodegenError } from '../errors.ts'
import type { GenerateOptions } from '../generate.ts'
import { introspect } from '../introspection/introspect.ts'
import { parseSnapshot, type Snapshot } from '../introspection/snapshot.ts'

export interface GeneratorContext extends GenerateOptions {
  /** `A2B_DATABASE_URL`, where it is set. */
  readonly databaseUrl?: string
}

/** Asked for when a command runs, so that `--help` needs no settings. */
export type ContextOf = () => Promise<GeneratorContext>

/**
 * @param source - `mysql://…`, a snapshot, or a folder with one
 * @throws {@link CodegenError} when it is none of them, or cannot be read
 */
export async function readSource(source: string, onConnected?: () => void): Promise<Snapshot> {
  if (/^\w+:\/\//.test(source)) return introspect(source, onConnected)
  const isFolder = await stat(source).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return readSnapshotFile(isFolder ? join(source, 'snapshot.json') : source)
}

export async function readSnapshotFile(file: string): Promise<Snapshot> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CodegenError(`Cannot read the snapshot ${file} (${error.code}); \`a2b generate\` writes one.`, {
      cause: error,
    })
  })
  return parseSnapshot(text, file)
}

/** In the columns that `npm start` prints its own lines in. */
export function print(label: string, text: string): void {
  console.log(`  ${label.padEnd(12)} ${text}`)
}

export type Stopwatch = ReturnType<typeof stopwatch>

export function stopwatch() {
  const start = performance.now()
  let last = start
  const laps: string[] = []
  return {
    lap(name: string): void {
      const now = performance.now()
      laps.push(`${name} ${Math.round(now - last)}`)
      last = now
    },
    laps: () => laps.join(', '),
    total: () => Math.round(performance.now() - start),
  }
}
