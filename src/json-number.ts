/**
 * Reads JSON without losing a digit: each number stays the text it was written as.
 *
 * `JSON.parse` makes doubles, which would turn 9007199254740993 into …992 and 5.00000 into 5. Its reviver is told the
 * source text of every number (ECMAScript "JSON.parse source text access", in Node from version 21).
 */
import { ApiError } from './errors.ts'

/** More than any column or A2Billing client needs, and far below what exhausts a stack. */
const MAX_DEPTH = 32

/** A number of a body, e.g. `5.00000`, `1E+3`, `-0`; always valid JSON. */
export class JsonNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** So `JSON.stringify` writes it back as it came. */
  toJSON(): object {
    return ExactJson.rawJSON(this.text)
  }
}

/** What TypeScript's library does not yet declare. */
const ExactJson = JSON as unknown as {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown
  rawJSON(text: string): object
}

/**
 * @returns objects and arrays as usual (`__proto__` is a key like any other, of two equal keys the last wins), with a
 * {@link JsonNumber} for each number
 * @throws ApiError `malformed_json`, saying where as well as V8 tells; `malformed_body` when nested too deep
 */
export function parseExactJson(text: string): unknown {
  if (isDeeperThan(text, MAX_DEPTH)) {
    throw new ApiError('malformed_body', `The body is nested deeper than ${MAX_DEPTH} levels.`)
  }
  try {
    return ExactJson.parse(text, (_key, value, { source }) =>
      typeof value === 'number' ? new JsonNumber(source ?? String(value)) : value,
    )
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ApiError('malformed_json', `The body is not valid JSON${whereIn(text, error.message)}.`, { cause: error })
  }
}

/** Looks at brackets outside strings only; whether they match is the parser's business. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let isInString = false
  for (let index = 0; index < text.length; index++) {
    const char = text[index]
    if (isInString) {
      if (char === '\\') index++
      else if (char === '"') isInString = false
    } else if (char === '"') isInString = true
    else if (char === '{' || char === '[') {
      if (++depth > limit) return true
    } else if (char === '}' || char === ']') depth--
  }
  return false
}

/** V8 tells the position of some mistakes and of others only the character. */
function whereIn(text: string, message: string): string {
  if (text.trim() === '') return ': it is empty'
  const position = message.match(/at position (\d+)/)?.[1]
  if (position === undefined) {
    const token = message.match(/^Unexpected token '(.)'/su)?.[1]
    return token === undefined ? '' : `: "${token}" stands where it cannot`
  }
  const before = text.slice(0, Number(position)).split('\n')
  return `: see line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
