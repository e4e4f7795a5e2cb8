/**
 * Directories that appear complete or not at all: made beside their place under a name that carries our process number,
 * then renamed into it.
 */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isRunning } from './lock.ts'

/**
 * An empty directory to work in, readable by its owner only. What killed processes left of theirs is removed.
 *
 * @param place - where the finished directory will be; its parent must exist
 */
export function makeWorkDirectory(place: string): string {
  const prefix = `${basename(place)}.new-`
  for (const name of readdirSync(dirname(place))) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN
    if (pid === process.pid || (pid > 0 && !isRunning(pid))) rmSync(join(dirname(place), name), { recursive: true })
  }
  const work = join(dirname(place), `${prefix}${process.pid}`)
  mkdirSync(work, { mode: 0o700 })
  return work
}

/** Of two processes that made the same directory at once the first provides it, and the second keeps quiet. */
export function moveInto(place: string, finished: string): void {
  try {
    renameSync(finished, place)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')
    if (!isTaken) throw error
  }
}
