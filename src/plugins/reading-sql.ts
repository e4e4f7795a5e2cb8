/**
 * A SELECT that a plugin writes by hand -> the tables that it reads.
 *
 * It is read as far as it takes to be sure of them; one that cannot be read so is refused, as are queries inside of
 * others. What needs those is written with Kysely.
 */

/** @throws Error saying what it may not have */
export function tablesRead(sql: string): string[] {
  const bare = sql.replaceAll(/'[^'\\]*'/g, "''")
  const [found] = FORBIDDEN.exec(bare) ?? []
  if (found !== undefined) throw refusal(`"${found}"`, sql)
  const count = (word: RegExp): number => bare.match(word)?.length ?? 0
  if (!/^\s*select\b/i.test(bare) || count(/\bselect\b/gi) > 1) throw refusal('anything but one SELECT', sql)
  if (count(/\bfrom\b/gi) > 1) throw refusal('a second FROM', sql)
  const [, sources] = /\bfrom\b(.*?)(?:\b(?:where|group|having|order|limit|for)\b|$)/is.exec(bare) ?? []
  if (sources === undefined) return []
  const names = Array.from(sources.matchAll(SOURCE), ([, name = '']) => name)
  if (names.length !== count(/\bjoin\b/gi) + 1 || hasBareComma(sources))
    throw refusal('tables in any form but JOIN', sql)
  return names
}

/** At the beginning and after each JOIN; of no other database. */
const SOURCE = /(?:^|\bjoin\b)\s*`?(\w+)`?(?!\w|`|\s*\.)/gi

const FORBIDDEN =
  /;|--|#|\/\*|["@\\]|\b(?:into|union|intersect|except|with|table|call|procedure|straight_join|load_file|get_lock|release_lock|release_all_locks|sleep|benchmark)\b/i

function hasBareComma(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (char === ',' && depth <= 0) return true
    depth += char === '(' ? 1 : char === ')' ? -1 : 0
  }
  return false
}

function refusal(what: string, sql: string): Error {
  return new Error(`A plugin may not write ${what} in SQL of its own: ${sql}`)
}
