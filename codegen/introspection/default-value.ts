/**
 * Reads `COLUMN_DEFAULT`, which MariaDB writes as SQL (`'en'`, `NULL`, `current_timestamp()`) and MySQL as bare
 * text (`en`, null, `CURRENT_TIMESTAMP`) with the word `DEFAULT_GENERATED` in EXTRA where it is an expression.
 */
import type { SnapshotDefault } from './snapshot.ts'
import { unescapeLiteral } from './sql-literal.ts'

const NOW = /^(?:current_timestamp|now)(?:\((\d*)\))?$/i

/**
 * @param text - COLUMN_DEFAULT as the server gives it
 * @param server - whose spelling it is
 * @param extra - EXTRA of the same column
 * @returns undefined where the column has no default
 */
export function parseDefault(
  text: string | null,
  server: 'mariadb' | 'mysql',
  extra: string,
): SnapshotDefault | undefined {
  if (text === null) return undefined
  return server === 'mariadb' ? parseMariadb(text) : parseMysql(text, extra)
}

/** `current_timestamp(3)` and `CURRENT_TIMESTAMP(3)` are one thing; so are `now()` and `CURRENT_TIMESTAMP`. */
export function normalizeExpression(text: string): string {
  const now = NOW.exec(text.trim())
  if (!now) return text
  return now[1] ? `CURRENT_TIMESTAMP(${now[1]})` : 'CURRENT_TIMESTAMP'
}

function parseMariadb(text: string): SnapshotDefault | undefined {
  if (text === 'NULL') return undefined
  if (text.startsWith("'") && text.endsWith("'")) return { value: unescapeLiteral(text.slice(1, -1)) }
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return { value: text }
  return { expression: normalizeExpression(text) }
}

function parseMysql(text: string, extra: string): SnapshotDefault {
  return extra.toUpperCase().includes('DEFAULT_GENERATED') || NOW.test(text)
    ? { expression: normalizeExpression(text) }
    : { value: text }
}
