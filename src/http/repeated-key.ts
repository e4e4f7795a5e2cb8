/** Finds what `JSON.parse` does not tell: of two equal keys of one object it keeps the last. */

/**
 * @param json - valid
 * @returns e.g. `credit` for `{"credit": 5, "credit": 50}`, in any of the objects; undefined when no key is repeated
 */
export function repeatedKey(json: string): string | undefined {
  const objects: Set<string>[] = []
  let start: number | undefined
  let text = ''
  // Backslashes stand in strings only, and a colon outside of them only behind a key.
  for (const { 0: token, index } of json.matchAll(/\\.|["{}[\]:]/g)) {
    if (token === '"') {
      if (start === undefined) start = index
      else {
        text = json.slice(start, index + 1)
        start = undefined
      }
    } else if (start !== undefined) continue
    else if (token === '{' || token === '[') objects.push(new Set())
    else if (token === '}' || token === ']') objects.pop()
    else {
      const key: string = JSON.parse(text)
      const keys = objects.at(-1)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
  }
  return undefined
}
