/**
 * Reads one database's `information_schema` into a {@link Snapshot}; the only generator code that talks to MySQL.
 *
 * Each query reads one information_schema table flat. Joining them costs some 30 ms per table on MariaDB and has
 * crashed servers, so rows are put together here. Every column is aliased, because MySQL returns the names of
 * information_schema columns in upper case whatever was written. Table sizes and statistics are never read.
 */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { IntrospectionError } from '../errors.ts'
import { withoutDisplayWidth } from './column-type.ts'
import { normalizeExpression, parseDefault } from './default-value.ts'
import type {
  Snapshot,
  SnapshotColumn,
  SnapshotForeignKey,
  SnapshotIndex,
  SnapshotTable,
  SnapshotTrigger,
} from './snapshot.ts'

type Server = 'mariadb' | 'mysql'

/**
 * Connects, reads and disconnects.
 *
 * @param url - `mysql://user:password@host:3306/database`, with `?socketPath=` for a unix socket
 * @throws {@link IntrospectionError} when the server cannot be reached or the database has no tables
 */
export async function introspect(url: string, onConnected?: () => void): Promise<Snapshot> {
  const connection = await connect(url)
  onConnected?.()
  try {
    return await readSnapshot(connection)
  } finally {
    await connection.end()
  }
}

async function connect(url: string): Promise<Connection> {
  if (!/^mysql:\/\/[^/?]+\/[^/?]+/.test(url)) {
    throw new IntrospectionError('The database URL has to look like mysql://user:password@host:3306/database.')
  }
  try {
    return await createConnection({ uri: url, dateStrings: true, connectTimeout: 10_000 })
  } catch (error) {
    throw new IntrospectionError(`Cannot connect to the database: ${(error as Error).message}`, { cause: error })
  }
}

async function readSnapshot(connection: Connection): Promise<Snapshot> {
  const query = async <Row>(sql: string): Promise<Row[]> => (await connection.query<(Row & RowDataPacket)[]>(sql))[0]

  const [{ version = '', name = null } = {}] = await query<{ version: string; name: string | null }>(
    'select version() as version, database() as name',
  )
  // How expressions are spelt depends on the session's mode.
  await connection.query("set session sql_mode = ''")
  const server: Server = /mariadb/i.test(version) ? 'mariadb' : 'mysql'

  const tables = await query<TableRow>(
    `select TABLE_NAME as name, TABLE_TYPE as type, ENGINE as engine, TABLE_COLLATION as collation, TABLE_COMMENT as comment
     from information_schema.TABLES where TABLE_SCHEMA = database()`,
  )
  if (tables.length === 0) throw new IntrospectionError(`The database "${name}" has no tables: is it the right one?`)
  const columns = await query<ColumnRow>(
    `select TABLE_NAME as tableName, COLUMN_NAME as name, COLUMN_TYPE as type, IS_NULLABLE as nullable,
       COLUMN_DEFAULT as defaultText, EXTRA as extra, CHARACTER_SET_NAME as charset, COLLATION_NAME as collation,
       COLUMN_COMMENT as comment, GENERATION_EXPRESSION as expression
     from information_schema.COLUMNS where TABLE_SCHEMA = database() order by ORDINAL_POSITION`,
  )
  const expression = server === 'mysql' && !version.startsWith('5.') ? 'EXPRESSION' : 'null'
  const indexParts = await query<IndexRow>(
    `select TABLE_NAME as tableName, INDEX_NAME as name, NON_UNIQUE as nonUnique, INDEX_TYPE as type,
       COLUMN_NAME as columnName, SUB_PART as prefix, ${expression} as expression
     from information_schema.STATISTICS where TABLE_SCHEMA = database() order by SEQ_IN_INDEX`,
  )
  const keyParts = await query<ForeignKeyRow>(
    `select TABLE_NAME as tableName, CONSTRAINT_NAME as name, COLUMN_NAME as columnName,
       REFERENCED_TABLE_NAME as toTable, REFERENCED_COLUMN_NAME as toColumn
     from information_schema.KEY_COLUMN_USAGE
     where TABLE_SCHEMA = database() and REFERENCED_TABLE_NAME is not null order by ORDINAL_POSITION`,
  )
  const triggers = await query<TriggerRow>(
    `select EVENT_OBJECT_TABLE as tableName, TRIGGER_NAME as name, ACTION_TIMING as timing, EVENT_MANIPULATION as event
     from information_schema.TRIGGERS where TRIGGER_SCHEMA = database()`,
  )
  const jsonColumns = server === 'mariadb' ? jsonColumnsOf(await query<CheckRow>(MARIADB_CHECKS)) : new Set<string>()

  const columnsOf = Map.groupBy(columns, (row) => row.tableName)
  const indexPartsOf = Map.groupBy(indexParts, (row) => row.tableName)
  const keyPartsOf = Map.groupBy(keyParts, (row) => row.tableName)
  const triggersOf = Map.groupBy(triggers, (row) => row.tableName)

  return {
    format: 1,
    tables: tables
      .filter((table) => table.type !== 'SEQUENCE')
      .map((table) =>
        toTable(table, {
          columns: (columnsOf.get(table.name) ?? []).map((row) => toColumn(row, table, server, jsonColumns)),
          indexParts: indexPartsOf.get(table.name) ?? [],
          keyParts: keyPartsOf.get(table.name) ?? [],
          triggers: triggersOf.get(table.name) ?? [],
        }),
      )
      .sort(byName),
  }
}

function toTable(
  row: TableRow,
  parts: {
    columns: SnapshotColumn[]
    indexParts: IndexRow[]
    keyParts: ForeignKeyRow[]
    triggers: TriggerRow[]
  },
): SnapshotTable {
  const isView = row.type.endsWith('VIEW')
  const indexes = toIndexes(parts.indexParts.filter((part) => part.name !== 'PRIMARY'))
  const primaryKey = parts.indexParts.filter((part) => part.name === 'PRIMARY').map((part) => part.columnName ?? '')
  const foreignKeys = toForeignKeys(parts.keyParts)
  const triggers: SnapshotTrigger[] = parts.triggers
    .map(({ name, timing, event }) => ({ name, timing, event }))
    .sort(byName)
  return {
    name: row.name,
    kind: isView ? 'view' : 'table',
    ...(!isView && row.engine && { engine: row.engine }),
    ...(!isView && row.collation && { collation: row.collation }),
    // The comment of a view is the word VIEW.
    ...(!isView && row.comment && { comment: row.comment }),
    columns: parts.columns,
    ...(primaryKey.length > 0 && { primaryKey }),
    ...(indexes.length > 0 && { indexes }),
    ...(foreignKeys.length > 0 && { foreignKeys }),
    ...(triggers.length > 0 && { triggers }),
  }
}

function toColumn(row: ColumnRow, table: TableRow, server: Server, jsonColumns: ReadonlySet<string>): SnapshotColumn {
  const extra = row.extra.toLowerCase()
  const generated = row.expression && /\b(virtual|stored|persistent) generated\b/.test(extra)
  const onUpdate = /on update ([^\s,]+)/.exec(extra)?.[1]
  const isView = table.type.endsWith('VIEW')
  // Defaults that a view's columns inherit mean nothing: nobody inserts into them.
  const defaultValue = isView || generated ? undefined : parseDefault(row.defaultText, server, row.extra)
  const isJson = jsonColumns.has(`${row.tableName}.${row.name}`)
  return {
    name: row.name,
    type: isJson ? 'json' : withoutDisplayWidth(row.type),
    ...(row.nullable === 'YES' && { nullable: true as const }),
    ...(defaultValue && { default: defaultValue }),
    ...(extra.includes('auto_increment') && { autoIncrement: true as const }),
    ...(onUpdate && { onUpdate: normalizeExpression(onUpdate) }),
    ...(generated &&
      row.expression && { generated: { expression: row.expression, stored: !extra.includes('virtual') } }),
    ...(extra.includes('invisible') && { invisible: true as const }),
    ...(!isJson && row.charset && { charset: row.charset === 'utf8' ? 'utf8mb3' : row.charset }),
    ...(!isJson && row.collation && { collation: row.collation.replace(/^utf8_/, 'utf8mb3_') }),
    ...(row.comment && { comment: row.comment }),
  }
}

function toIndexes(parts: readonly IndexRow[]): SnapshotIndex[] {
  return [...Map.groupBy(parts, (part) => part.name)]
    .map(([name, [first, ...rest]]): SnapshotIndex => ({
      name,
      ...(first && Number(first.nonUnique) === 0 && { unique: true as const }),
      ...(first && first.type !== 'BTREE' && { type: first.type }),
      columns: [first, ...rest]
        .filter((part) => part !== undefined)
        .map((part) => {
          if (part.columnName === null) return `(${part.expression})`
          // FULLTEXT and SPATIAL index whole columns; some servers report a prefix for them all the same.
          return part.prefix === null || part.type !== 'BTREE' ? part.columnName : `${part.columnName}(${part.prefix})`
        }),
    }))
    .sort(byName)
}

function toForeignKeys(parts: readonly ForeignKeyRow[]): SnapshotForeignKey[] {
  return [...Map.groupBy(parts, (part) => part.name)]
    .map(([name, rows]): SnapshotForeignKey => ({
      name,
      columns: rows.map((row) => row.columnName),
      references: { table: rows[0]?.toTable ?? '', columns: rows.map((row) => row.toColumn) },
    }))
    .sort(byName)
}

/** MariaDB's JSON is LONGTEXT with a check `json_valid(column)` that bears the column's name. */
function jsonColumnsOf(checks: readonly CheckRow[]): Set<string> {
  return new Set(
    checks
      .filter((check) => /^\s*json_valid\(`.*`\)\s*$/i.test(check.clause))
      .map((check) => `${check.tableName}.${check.name}`),
  )
}

const MARIADB_CHECKS = `select TABLE_NAME as tableName, CONSTRAINT_NAME as name, CHECK_CLAUSE as clause
  from information_schema.CHECK_CONSTRAINTS where CONSTRAINT_SCHEMA = database()`

/** Code point order, the same on every machine and in every locale. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

interface TableRow {
  name: string
  type: string
  engine: string | null
  collation: string | null
  comment: string
}

interface ColumnRow {
  tableName: string
  name: string
  type: string
  nullable: string
  defaultText: string | null
  extra: string
  charset: string | null
  collation: string | null
  comment: string
  expression: string | null
}

interface IndexRow {
  tableName: string
  name: string
  nonUnique: number | string
  type: string
  columnName: string | null
  prefix: number | null
  expression: string | null
}

interface ForeignKeyRow {
  tableName: string
  name: string
  columnName: string
  toTable: string
  toColumn: string
}

interface TriggerRow {
  tableName: string
  name: string
  timing: string
  event: string
}

interface CheckRow {
  tableName: string
  name: string
  clause: string
}
