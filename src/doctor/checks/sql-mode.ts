/**
 * The sql_mode that other programs get from the server. The API sets its own on each connection and reads it back, so
 * this is about A2Billing's pages and scripts, which write to the same tables.
 */
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { rowsOf, text } from '../patient.ts'

export const sqlMode: Check = {
  name: 'sql-mode',
  asks: "whether the server's sql_mode suits A2Billing",
  async run({ db }) {
    const [row] = await rowsOf(
      db,
      `select @@global.sql_mode, (select count(*) from information_schema.columns
       where table_schema = database() and column_default like '%0000-00-00%')`,
    )
    return judgeSqlMode(text(row?.[0]), Number(row?.[1]))
  },
}

/** @param zeroDefaults - columns whose default is the zero date */
export function judgeSqlMode(sqlModeText: string, zeroDefaults: number): Finding[] {
  const modes = sqlModeText.split(',').filter((mode) => mode !== '')
  const has = (...names: string[]): string[] => modes.filter((mode) => names.includes(mode))
  const zero = has('NO_ZERO_DATE', 'NO_ZERO_IN_DATE', 'TRADITIONAL')
  const strict = has('STRICT_ALL_TABLES', 'STRICT_TRANS_TABLES')
  const backslash = has('NO_BACKSLASH_ESCAPES')
  // Whoever follows the advice of two findings, one after the other, must not get the first one back.
  const without = (names: readonly string[]): string =>
    `SET GLOBAL sql_mode = '${modes.filter((mode) => ![...zero, ...backslash, ...names].includes(mode)).join()}';\n` +
    '-- and the same in the server configuration, below [mysqld]: connections that are open keep the old one'
  return [
    ...(zero.length > 0 && zeroDefaults > 0
      ? [
          {
            code: 'sql-mode-refuses-zero-dates',
            severity: 'warning' as const,
            where: 'sql_mode',
            what: `The server's sql_mode has ${zero.join(', ')}, and ${zeroDefaults} columns default to a zero date.`,
            why:
              "A2Billing's own inserts into these tables fail (error 1292 or 1067), and so does every ALTER TABLE of " +
              'them. The API is not affected: it sets its own mode.',
            next: without([]),
          },
        ]
      : []),
    ...(strict.length > 0
      ? [
          {
            code: 'sql-mode-strict',
            severity: 'info' as const,
            where: 'sql_mode',
            what: `The server's sql_mode has ${strict.join(', ')}.`,
            why:
              "A2Billing's own pages and scripts leave out columns that have no default, which a strict server refuses " +
              '(error 1364). The API is strict by itself, and fills in what A2Billing leaves blank.',
            next: without(strict),
          },
        ]
      : []),
    ...(backslash.length > 0
      ? [
          {
            code: 'sql-mode-no-backslash-escapes',
            severity: 'warning' as const,
            where: 'sql_mode',
            what: "The server's sql_mode has NO_BACKSLASH_ESCAPES.",
            why:
              'Programs that escape with backslashes can be broken into with a quote. The API cannot: it turns the mode ' +
              "off on each of its connections and looks whether that took. A2Billing's own programs do not.",
            next: without([]),
          },
        ]
      : []),
  ]
}
