/**
 * Reads `COLUMN_DEFAULT`, which MariaDB writes as SQL (`'en'`, `NULL`, `current_timestamp()`) and MySQL as bare
 * text (`en`, null, `CURRENT_TIMESTAMP`) with the word `DEFAULT_GENERATED` in EXTRA where it is an expression.
 */
import { normalizeExpression } from './expression.ts'
import type { ColumnRow } from './rows.ts'
import type { SnapshotDefault } from './snapshot.ts'
import { unescapeLiteral } from './sql-literal.ts'

const TEXT = /^'((?:[^'\\]|''|\\.)*)'$/s
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i
const HEXADECIMAL = /^(?:0x([0-9a-f]*)|x'([0-9a-f]*)')$/i

/**
 * @param column - as the server gives it
 * @param server - whose spelling it is
 * @returns undefined where the column has no default
 */
export function parseDefault(
  { defaultText: text, type, extra }: Pick<ColumnRow, 'defaultText' | 'type' | 'extra'>,
  server: 'mariadb' | 'mysql',
): SnapshotDefault | undefined {
  if (text === null) return undefined
  if (/^bit\b/.test(type)) return text === 'NULL' ? undefined : { expression: text }
  if (server === 'mariadb') return text === 'NULL' ? undefined : parseSql(text)
  // Before version 8 there was no other expression than the current time, and no word for it.
  const isExpression = /\bDEFAULT_GENERATED\b/i.test(extra) || (isMoment(type) && /^current_timestamp\b/i.test(text))
  if (isExpression) return parseSql(text)
  const isBytes = /binary|blob/.test(type) && HEXADECIMAL.test(text)
  return isBytes ? parseSql(text) : { value: text }
}

/** A literal's value, or the expression. */
function parseSql(text: string): SnapshotDefault {
  const expression = normalizeExpression(text)
  const literal = TEXT.exec(expression)?.[1]
  if (literal !== undefined) return { value: unescapeLiteral(literal) }
  const hexadecimal = HEXADECIMAL.exec(expression)
  if (hexadecimal) return bytes((hexadecimal[1] ?? hexadecimal[2] ?? '').toLowerCase())
  return NUMBER.test(expression) ? { value: expression } : { expression }
}

/** Older servers write bytes as text, so bytes that are text are written so. */
function bytes(hexadecimal: string): SnapshotDefault {
  const value = Buffer.from(hexadecimal, 'hex').toString('latin1')
  return /^[ -~]*$/.test(value) ? { value } : { expression: `x'${hexadecimal}'` }
}

function isMoment(type: string): boolean {
  return /^(datetime|timestamp)\b/.test(type)
}
