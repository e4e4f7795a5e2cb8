/**
 * Makes the recordings in this folder anew, from a server at hand:
 *
 *     node test/unit/codegen/recorded/record.ts mysql-9.7 'mysql://root@localhost/recorded'
 *
 * The database in the URL is dropped and made again, once per schema, and dropped in the end.
 */
import { writeFileSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'
import { recordRows } from '../../../../codegen/introspection/introspect.ts'
import type { RecordedRows } from '../../../../codegen/introspection/rows.ts'
import { formatJson } from '../../../../codegen/json.ts'
import { a2billingSnapshot } from '../../../../scripts/demo/create.ts'
import { writeDdl } from '../../../../scripts/demo/ddl.ts'
import { a2billingObjects } from '../../../../scripts/demo/objects.ts'
import { SESSION_SETTINGS } from '../../../../scripts/demo/sql-text.ts'
import { everyTypeOn } from '../../../helpers/every-type.ts'
import { awkwardSchema } from './awkward.ts'
import { TELLING_TABLES } from './recorded.ts'

const [name, url] = process.argv.slice(2)
if (!name || !url) throw new Error('Usage: node test/unit/codegen/recorded/record.ts mysql-9.7 mysql://…/recorded')

const server = new URL(url)
const database = decodeURIComponent(server.pathname.slice(1))
server.pathname = '/'
const connection = await createConnection({ uri: server.href, charset: 'utf8mb4' })
const [[version]] = (await connection.query('select version() as text')) as unknown as [[{ text: string }]]
const isMariaDB = /mariadb/i.test(version.text)

await record('awkward', ["set sql_mode = ''", ...awkwardSchema(version.text)])
if (!isMariaDB && !version.text.startsWith('5.')) {
  await record('every-type', writeDdl(everyTypeOn(version.text)))
  await record('a2billing', writeDdl(a2billingSnapshot(), a2billingObjects), TELLING_TABLES)
}
await connection.query(`drop database \`${database}\``)
await connection.end()

/** @param only - tables to keep; left out, all */
async function record(schema: string, statements: readonly string[], only?: readonly string[]): Promise<void> {
  await connection.query(`drop database if exists \`${database}\``)
  await connection.query(`create database \`${database}\` character set utf8mb4 collate utf8mb4_unicode_ci`)
  await connection.query(`use \`${database}\``)
  await connection.query(SESSION_SETTINGS)
  await connection.query('set names utf8mb4 collate utf8mb4_unicode_ci')
  for (const statement of statements) await connection.query(statement)
  const rows = await recordRows(url as string)
  const kept = Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, keep(value, only)]))
  writeFileSync(
    new URL(`${name}-${schema}.json`, import.meta.url),
    formatJson(kept, { isBroken: (_value, depth) => depth <= 1 }),
  )
}

/** In an order of their own: servers give the rows of different tables in any. */
function keep(rows: RecordedRows[keyof RecordedRows], only?: readonly string[]): unknown {
  if (typeof rows === 'string') return rows
  const table = (row: object): string => String('tableName' in row ? row.tableName : 'name' in row && row.name)
  const kept = [...rows].filter((row) => !only || only.includes(table(row)))
  return kept.sort((a, b) => (table(a) < table(b) ? -1 : table(a) > table(b) ? 1 : 0))
}
