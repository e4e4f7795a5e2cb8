/**
 * Migrations of a plugin -> the tables that they make, which are its own.
 *
 * Each statement is read as far as it takes to be sure that it touches no other table; one that cannot be read so is
 * refused.
 */
import type { Migration } from '../own-tables/migration.ts'
import { StartError } from '../start-error.ts'
import type { Plugin } from './plugin.ts'

/** `a2b_<name>` and what begins with it and a line: `a2b_notes`, `a2b_notes_file`. */
function ownPrefix(plugin: string): string {
  return `a2b_${plugin.replaceAll('-', '_')}`
}

function isOwnTable(plugin: string, table: string): boolean {
  const prefix = ownPrefix(plugin)
  return table === prefix || table.startsWith(`${prefix}_`)
}

/** Whose tables are the server's own, whichever plugin is called so. */
const CORE: readonly string[] = ['audit', 'migration', 'money', 'secret', 'session', 'users']

/** @throws {@link StartError} naming the step and the statement that cannot be taken */
export function tablesOf({ name, migrations = [] }: Plugin): Set<string> {
  if (migrations.length > 0 && CORE.includes(name)) {
    throw new StartError(`Plugin "${name}": tables under this name are the server's own. Call it otherwise.`)
  }
  const steps = migrations.flatMap(({ id, up, down }) => [...up, ...down].map((sql) => ({ id, sql })))
  for (const { id, sql } of steps) {
    const problem = problemWith(name, sql)
    if (problem) throw new StartError(`Plugin "${name}", migration ${id}: ${problem} It says: ${sql}`)
  }
  for (const migration of migrations) refuseNoWayBack(name, migration)
  return new Set(steps.flatMap(({ sql }) => (/^\s*create\s+table/i.test(sql) ? (tableIn(sql) ?? []) : [])))
}

function refuseNoWayBack(plugin: string, { id, up, down }: Migration): void {
  if (up.length > 0 && down.length > 0) return
  throw new StartError(`Plugin "${plugin}", migration ${id}: it has no statements ${up.length === 0 ? 'up' : 'down'}.`)
}

function problemWith(plugin: string, sql: string): string | undefined {
  const table = tableIn(sql)
  if (table === undefined) return `the statement is of no known form. Write one of: ${FORMS.join(', ')}.`
  if (!isOwnTable(plugin, table)) {
    return `the table ${table} is not its own. Those are called ${ownPrefix(plugin)} or ${ownPrefix(plugin)}_….`
  }
  const bare = sql.replaceAll(/'(?:[^'\\]|''|\\.)*'/g, "''")
  const [found] =
    /;|--|#|\/\*|"|\b(select|like|union|references|rename|exchange|directory|connection|trigger|procedure|into outfile)\b/i.exec(
      bare,
    ) ?? []
  if (found !== undefined) return `"${found}" could lead to another table.`
  if (/^\s*create\s+table/i.test(sql) && !/\bengine\s*=?\s*innodb\b/i.test(bare))
    return 'a table must say ENGINE = InnoDB.'
  return undefined
}

const FORMS = [
  'CREATE TABLE [IF NOT EXISTS]',
  'DROP TABLE [IF EXISTS]',
  'ALTER TABLE',
  'CREATE [UNIQUE] INDEX … ON',
  'DROP INDEX … ON',
  'INSERT [IGNORE] INTO … VALUES',
  'UPDATE … SET',
  'DELETE FROM',
]

const TABLE = '`?(?<table>\\w+)`?'
const BEGINNINGS = [
  `create table (?:if not exists )?${TABLE} ?\\(`,
  `drop table (?:if exists )?${TABLE} ?$`,
  `alter table ${TABLE} `,
  `create (?:unique )?index (?:if not exists )?\`?\\w+\`? on ${TABLE} ?\\(`,
  `drop index (?:if exists )?\`?\\w+\`? on ${TABLE} ?$`,
  `insert (?:ignore )?into ${TABLE} ?\\([^()]*\\) ?values`,
  `update ${TABLE} set `,
  `delete from ${TABLE}(?: where|$)`,
].map((form) => new RegExp(`^ ?${form.replaceAll(' ', '\\s+').replaceAll('\\s+?', '\\s*')}`, 'i'))

function tableIn(sql: string): string | undefined {
  return BEGINNINGS.map((form) => form.exec(sql)?.groups?.['table']).find((table) => table !== undefined)
}
