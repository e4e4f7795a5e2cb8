/**
 * The settings every connection must have before it may be used, as one SET and one SELECT that reads them back.
 *
 * Comments with a version are code to the server they name: `/*M!…` to MariaDB, `/*!50708` to MySQL from 5.7.8 and not
 * to MariaDB (its manual, "Comment Syntax"). So the same two statements serve every server, in two round trips.
 *
 * sql_mode: strict, or values would be cut silently; never NO_BACKSLASH_ESCAPES, under which the driver's escaping
 * could be broken out of; never NO_ZERO_DATE, which refuses A2Billing's own defaults.
 *
 * sql_select_limit: a server's own would cut off what is read whole, such as the users, without a word.
 */

const SQL_MODE = ['STRICT_ALL_TABLES', 'ERROR_FOR_DIVISION_BY_ZERO', 'NO_ENGINE_SUBSTITUTION']

export interface SessionLimits {
  /** `SYSTEM` (the database server's own), `+02:00` or a name such as `Europe/Paris`. */
  readonly timeZone: string
  /** Milliseconds a statement may run; on MySQL only reads are limited. */
  readonly statementTimeout: number
  /** Seconds a statement may wait for a lock. */
  readonly lockWait: number
}

export interface SessionSettings {
  readonly set: string
  readonly readBack: string
  /**
   * @param values - the one row of {@link readBack}
   * @throws Error naming the first setting that did not take
   */
  assert(values: readonly unknown[]): void
}

type Setting = readonly [name: string, value: string | number, onlyFor?: string]

/** @throws Error when a limit or the time zone cannot stand in a SET */
export function sessionSettings({ timeZone, statementTimeout, lockWait }: SessionLimits): SessionSettings {
  if (!/^(SYSTEM|[+-]\d\d:\d\d|[A-Za-z][\w+-]*(\/[\w+-]+)*)$/.test(timeZone)) {
    throw new Error(`The time zone "${timeZone}" is none; use SYSTEM, an offset such as +02:00, or a name`)
  }
  for (const limit of [statementTimeout, lockWait]) {
    if (!Number.isInteger(limit) || limit < 1) throw new Error('A database time limit must be a whole number above 0')
  }
  const settings: readonly Setting[] = [
    ['sql_mode', SQL_MODE.join()],
    ['time_zone', timeZone],
    ['autocommit', 1],
    ['sql_auto_is_null', 0],
    ['sql_select_limit', Number.MAX_SAFE_INTEGER],
    ['character_set_client', 'utf8mb4'],
    ['character_set_connection', 'utf8mb4'],
    ['character_set_results', 'utf8mb4'],
    ['innodb_lock_wait_timeout', lockWait],
    ['lock_wait_timeout', lockWait],
    ['max_statement_time', statementTimeout / 1000, 'M!100101'],
    // Longer than a client that is sent rows may pause.
    ['net_write_timeout', 120],
    ['idle_write_transaction_timeout', 2 * lockWait, 'M!100300'],
    ['max_execution_time', statementTimeout, '!50708'],
  ]
  const [first, ...others] = settings
  return {
    set: `SET ${assignment(first as Setting)}${others.map((it) => only(it, `, ${assignment(it)}`)).join('')}`,
    // A missing value leaves a gap, so each value comes with its name.
    readBack: `SELECT ''${settings.map((it) => only(it, `, '${it[0]}', @@SESSION.${it[0]}`)).join('')}`,
    assert([, ...pairs]) {
      const actual = new Map(pairs.flatMap((name, index) => (index % 2 ? [] : [[name, String(pairs[index + 1])]])))
      for (const [name, value, onlyFor] of settings) {
        const found = actual.get(name)
        if (found === undefined && onlyFor) continue
        if (found === undefined || !isSame(found, value)) {
          throw new Error(`The database session has ${name}='${found ?? ''}' although '${value}' was set`)
        }
      }
    },
  }
}

function assignment([name, value]: Setting): string {
  return `SESSION ${name} = ${typeof value === 'number' ? value : `'${value}'`}`
}

function only([, , onlyFor]: Setting, text: string): string {
  return onlyFor ? ` /*${onlyFor} ${text} */` : text
}

/** Servers print 5 as `5`, `5.000000` or `ON`, and the words of sql_mode in their own order. */
function isSame(found: string, wanted: string | number): boolean {
  if (typeof wanted === 'number') return Number(found) === wanted
  return sorted(found) === sorted(wanted)
}

function sorted(words: string): string {
  return words.toLowerCase().split(',').sort().join()
}
