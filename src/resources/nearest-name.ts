/** "Did you mean": the known name that a mistyped one is closest to. */

/** Longer ones are not mistyped but made up, and comparing costs the product of both lengths. */
const MAX_LENGTH = 64

/** @returns e.g. ` Did you mean "lastname"?` with the space before it, or nothing when no name is close */
export function didYouMean(given: string, known: Iterable<string>): string {
  const nearest = nearestName(given, known)
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`
}

/** @returns the name with the fewest edits from `given`, or undefined when none is within a third of its length */
export function nearestName(given: string, known: Iterable<string>): string | undefined {
  if (given.length > MAX_LENGTH) return undefined
  let nearest: string | undefined
  let fewest = Math.max(2, Math.ceil(given.length / 3)) + 1
  for (const name of known) {
    const edits = editDistance(given.toLowerCase(), name.toLowerCase())
    if (edits < fewest) [nearest, fewest] = [name, edits]
  }
  return nearest
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
