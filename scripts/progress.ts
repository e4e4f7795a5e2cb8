/** Prints what the set-up does, one aligned line per step: what, result, seconds. */
import { relative } from 'node:path'

const LABEL_WIDTH = 12
const RESULT_WIDTH = 58

/**
 * Does one step and prints its line when it is done.
 *
 * @param label - what the step is about, e.g. `Database`
 * @param work - returns the result in a few words, and the value to go on with
 */
export async function step<T>(label: string, work: () => Promise<{ said: string; value: T }>): Promise<T> {
  const started = performance.now()
  const { said, value } = await work()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  print(label, `${said.padEnd(RESULT_WIDTH)} ${seconds.padStart(5)} s`)
  return value
}

/** A line within a step, or one that no step made. */
export function print(label: string, text: string): void {
  console.log(`  ${label.padEnd(LABEL_WIDTH)} ${text}`.trimEnd())
}

/** A path as a person here would type it. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}
