/** What the commands share: where facts come from, and how they speak to the person at the terminal. */
import { readFile } from 'node:fs/promises'
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
 * @param source - `mysql://…` or a snapshot
 * @throws {@link CodegenError} when it is neither, or cannot be read
 */
export async function readSource(source: string, onConnected?: () => void): Promise<Snapshot> {
  if (isUrl(source)) return introspect(source, onConnected)
  const text = await readFile(source, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CodegenError(`Cannot read the snapshot ${source} (${error.code}); \`a2b generate\` writes one.`, {
      cause: error,
    })
  })
  return parseSnapshot(text, source)
}

/** @throws {@link CodegenError} when both are given */
export function oneSource(url: string | undefined, snapshot: string | undefined): string | undefined {
  if (url && snapshot) throw new CodegenError('--url and --snapshot are two sources; give one of them.')
  return url ?? snapshot
}

export function isUrl(source: string): boolean {
  return /^\w+:\/\//.test(source)
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
