/**
 * Reads what `SHOW GRANTS` answers: `GRANT SELECT, INSERT (id, name) ON `a2billing`.* TO `a2b`@`localhost``.
 *
 * Of a role that the session has, the server lists the grants themselves, too; the line that names the role is skipped.
 */

export interface Grant {
  /** In upper case; `GRANT OPTION` is one of them. Privileges on single columns are left out. */
  readonly privileges: readonly string[]
  /** As the statement names it: `` `a2billing`.* `` */
  readonly scope: string
  /** `*` for all of them; may be a pattern. */
  readonly database: string
  /** `*` for all of them. */
  readonly table: string
  /** Whether it is a grant on this very database, or on a pattern that it fits. */
  matches(database: string): boolean
}

export function parseGrants(lines: readonly string[]): Grant[] {
  return lines.flatMap((line) => {
    const [, list = '', scope = '', mark, rest = ''] = LINE.exec(line) ?? []
    if (scope === '') return []
    // PROXY has an account where others have a scope: it counts as one on everything.
    const [database, table] = mark === '@' ? ['*', '*'] : scopeOf(scope)
    const option = /\bWITH\b.*\bGRANT OPTION\b/.test(rest) ? ['GRANT OPTION'] : []
    const privileges = [...splitPrivileges(list), ...option]
    return [{ privileges, scope, database, table, matches: (it) => database !== '*' && isLike(it, database) }]
  })
}

/** Names in backticks may hold anything, a backtick as two; MySQL 5.7 writes those of accounts in single quotes. */
const NAME = "(?:`(?:[^`]|``)*`|'(?:[^']|'')*'|[^\\s`'.@]+)"
const LINE = new RegExp(`^GRANT (.+?) ON (?:TABLE )?(${NAME}(?:([.@])${NAME})?) TO (.*)$`)

/** Every privilege that these grants give on a table. */
export function grantsOn(grants: readonly Grant[], database: string, table: string): ReadonlySet<string> {
  const given = grants
    .filter((grant) => grant.database === '*' || grant.matches(database))
    .filter((grant) => grant.table === '*' || grant.table === table)
    .flatMap(({ privileges }) => privileges)
  return new Set(
    given.includes('ALL PRIVILEGES') ? [...given, 'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE'] : given,
  )
}

function splitPrivileges(list: string): string[] {
  return list
    .replaceAll(/ ?\([^)]*\)/g, '(…)')
    .split(/, ?/)
    .filter((privilege) => !privilege.endsWith('(…)'))
    .map((privilege) => privilege.trim().toUpperCase())
}

function scopeOf(scope: string): [database: string, table: string] {
  const [database = '', table = '*'] = [...scope.matchAll(new RegExp(NAME, 'g'))].map(([part]) => unquote(part))
  return [database, table]
}

function unquote(part: string): string {
  return part.startsWith('`') ? part.slice(1, -1).replaceAll('``', '`') : part
}

/** `_` and `%` of a grant stand for any letter and any text, unless a backslash is before them. */
function isLike(database: string, pattern: string): boolean {
  const source = pattern.replaceAll(/\\([_%])|([_%])|([.*+?^${}()|[\]\\])/g, (_all, escaped, wild, special) =>
    escaped ? escaped : wild ? (wild === '_' ? '.' : '.*') : `\\${special}`,
  )
  return new RegExp(`^${source}$`).test(database)
}
