/**
 * JSON as the API writes it, without the loss that `JSON.parse` brings: it makes doubles of numbers.
 *
 * Texts are taken whole, so what looks like a number in one is left alone.
 */
const TOKENS = /"((?:[^"\\]|\\.)*)"(?:(\s*:\s*)(-?\d[\d.eE+-]*))?|-?\d[\d.eE+-]*/g

/** The API wrote a whole number that JavaScript's numbers do not hold: its last digits would be others. */
export class InexactNumberError extends Error {
  override readonly name = 'InexactNumberError'
}

/**
 * @param decimals - members whose numbers become texts with all their digits: `"credit":5.00000` is `"5.00000"`
 * @returns the same JSON, which `JSON.parse` reads without loss
 * @throws {@link InexactNumberError} naming the number, and the member where it is one's value
 */
export function withDecimalsAsText(json: string, decimals: ReadonlySet<string>): string {
  return json.replace(TOKENS, (all: string, name?: string, colon?: string, number?: string) => {
    if (name !== undefined && number === undefined) return all
    if (name !== undefined && decimals.has(name)) return `"${name}"${colon}"${number}"`
    const digits = number ?? all
    if (/^-?\d{16,}$/.test(digits) && !Number.isSafeInteger(Number(digits))) {
      const where = name === undefined ? '' : ` of "${name}"`
      throw new InexactNumberError(
        `JavaScript has no exact number for ${digits}${where}; leave the field out with "omit"`,
      )
    }
    return all
  })
}

/** @returns the texts of the objects in the one list of an object: `{"results":[{…},{…}]}` */
export function itemsOf(json: string): string[] {
  const items: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      depth++
      if (depth === 3) start = index
    } else if (token === '}' || token === ']') {
      if (depth === 3) items.push(json.slice(start, index + 1))
      depth--
    }
  }
  return items
}
