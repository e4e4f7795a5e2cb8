/** How information_schema writes texts inside SQL: quotes doubled, and a few characters behind a backslash. */

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' }

/**
 * The same whatever sql_mode is set, NO_BACKSLASH_ESCAPES included.
 *
 * @param text - between its outer quotes, e.g. `it''s` or `back\\slash`
 */
export function unescapeLiteral(text: string): string {
  return text.replace(/''|\\(.)/gs, (_pair, escaped: string | undefined) =>
    escaped === undefined ? "'" : (ESCAPED[escaped] ?? escaped),
  )
}
