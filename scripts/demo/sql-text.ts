/**
 * Turns names and values into SQL text: `cc_card` -> `` `cc_card` ``, `it's` -> `'it''s'`.
 *
 * A backslash in a literal means two things, depending on NO_BACKSLASH_ESCAPES. Everything written here is meant
 * for a session that runs {@link SESSION_SETTINGS}: there a backslash is a plain character, and doubling the
 * single quotes is all the escaping a literal needs.
 */

/**
 * The session every statement of this folder is written for; run it first, on the same connection.
 *
 * Strict, so that a value that does not fit stops the load. Without NO_ZERO_DATE, since A2Billing's own defaults
 * are zero dates. In UTC, since a time zone with daylight saving lacks one hour a year.
 */
export const SESSION_SETTINGS = `SET NAMES utf8mb4,
  sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_BACKSLASH_ESCAPES',
  time_zone = '+00:00',
  foreign_key_checks = 0`

/** What a row may hold: text, a number, or null. Money and times are text. */
export type SqlValue = string | number | null

/** `a``b` -> `` `a``b` ``: any identifier, reserved words included. */
export function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}

/** `it's` -> `'it''s'`, for a session with {@link SESSION_SETTINGS}. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A literal: `null` -> `NULL`, `1.5` -> `1.5`, `it's` -> `'it''s'`. */
export function writeValue(value: SqlValue): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : quoteText(value)
}
