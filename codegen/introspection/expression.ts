/**
 * Spells an SQL expression of information_schema as MariaDB does, whichever server wrote it.
 *
 * MySQL puts brackets around every operation and, from version 8, writes the expression as it would stand inside a
 * quoted text (`\'x\'`), with its character set before each text (`_utf8mb4'x'`). Brackets inside an expression stay:
 * `1 + (2 * 3)` of MySQL is `1 + 2 * 3` on MariaDB.
 */
import { unescapeLiteral } from './sql-literal.ts'

/** A quote behind a backslash outside of any text. */
const IS_ESCAPED = /^[^']*\\'/

const NOW = /^(?:current_timestamp|now)(?:\((\d*)\))?$/i

/** A text or a quoted name, which stay as they are; the name of a character set before a text; `now(`. */
const PARTS = /'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`|\b_(?!binary)[a-z0-9]+(?=')|\bnow(?=\()/gis

/** @returns e.g. `` `a` + 1 ``, `concat('a','b')`, `CURRENT_TIMESTAMP(3)` */
export function normalizeExpression(text: string): string {
  const plain = IS_ESCAPED.test(text) ? unescapeLiteral(text) : text
  const spelt = plain.trim().replaceAll(PARTS, (part) => {
    if (part.startsWith('_')) return ''
    return part.toLowerCase() === 'now' ? 'current_timestamp' : part
  })
  const bare = withoutBrackets(spelt)
  const now = NOW.exec(bare)
  if (!now) return bare
  return Number(now[1]) > 0 ? `CURRENT_TIMESTAMP(${now[1]})` : 'CURRENT_TIMESTAMP'
}

/** `((a) + 1)` -> `(a) + 1`: only brackets around the whole. */
function withoutBrackets(text: string): string {
  if (!text.startsWith('(') || closingBracket(text) !== text.length - 1) return text
  return withoutBrackets(text.slice(1, -1).trim())
}

/** Where the bracket closes that the text opens with. */
function closingBracket(text: string): number {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`|[()]/gs)) {
    if (token === '(') depth++
    if (token === ')' && --depth === 0) return index
  }
  return -1
}
