/** "Did you mean": the known name that a mistyped one is closest to. */

/** Longer ones are not mistyped but made up, and comparing costs the product of both lengths. */
const MAX_LENGTH = 64

/**
 * @param known - only names that would work where `given` does not
 * @returns e.g. ` Did you mean "lastname"?` with the space before it, or nothing when no name is close
 */
export function didYouMean(given: string, known: Iterable<string>): string {
  return suggest(nearestNames(given, known)[0])
}

/** The sentence that {@link didYouMean} ends with. */
export function suggest(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean "${name}"?`
}

/** @returns names within a third of its length in edits from `given`, those with the fewest first */
export function nearestNames(given: string, known: Iterable<string>): string[] {
  if (given.length > MAX_LENGTH) return []
  const most = Math.max(2, Math.ceil(given.length / 3))
  const measured = Array.from(known, (name) => ({ name, edits: editDistance(given.toLowerCase(), name.toLowerCase()) }))
  const near = measured.filter(({ edits }) => edits <= most).sort((a, b) => a.edits - b.edits)
  return near.map(({ name }) => name)
}

/** Levenshtein distance, one row of the table at a time. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}
