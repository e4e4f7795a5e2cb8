/** Shows where two texts part, for `a2b check`: the lines that differ between a common beginning and a common end. */

const CONTEXT = 2
const LINES = 30

/** @returns lines marked ` `, `-` (is there now) or `+` (would be written), cut after a screenful */
export function showDifference(current: string, wanted: string): string {
  const before = current.split('\n')
  const after = wanted.split('\n')
  let start = 0
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1
  let end = 0
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1
  }
  const lines = [
    `@@ line ${start + 1} @@`,
    ...before.slice(Math.max(0, start - CONTEXT), start).map((line) => `  ${line}`),
    ...before.slice(start, before.length - end).map((line) => `- ${line}`),
    ...after.slice(start, after.length - end).map((line) => `+ ${line}`),
  ]
  return lines.length <= LINES
    ? lines.join('\n')
    : [...lines.slice(0, LINES), `… and ${lines.length - LINES} lines more`].join('\n')
}
