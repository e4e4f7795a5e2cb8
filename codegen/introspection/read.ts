/**
 * An open session -> {@link RecordedRows}: the rows of its database in `information_schema`.
 *
 * Each query reads one information_schema table flat. Joining them costs some 30 ms per table on MariaDB and has
 * crashed servers, so rows are put together elsewhere. Every column is aliased, because MySQL returns the names of
 * information_schema columns in upper case whatever was written. Table sizes and statistics are never read.
 */
import type {
  CheckRow,
  ColumnRow,
  IndexPartRow,
  KeyPartRow,
  KeyRuleRow,
  RecordedRows,
  TableRow,
  TriggerRow,
} from './rows.ts'

/**
 * How names and expressions are spelt depends on the session: on its character set, which a server may impose whatever
 * the driver asks for, on its mode, and on whether names are quoted. And a server may cut off every answer at some row.
 */
const SESSION = [
  'set names utf8mb4',
  `set session sql_mode = '', sql_quote_show_create = 1, sql_select_limit = ${Number.MAX_SAFE_INTEGER}`,
]

/** Runs a statement in the session; a SET gives no rows. */
export type Query = <Row>(sql: string) => Promise<Row[]>

export async function readRows(query: Query): Promise<RecordedRows> {
  for (const statement of SESSION) await query(statement)
  const [{ version = '', database = null } = {}] = await query<{ version: string; database: string | null }>(
    'select version() as version, database() as `database`',
  )
  const known = new Set((await query<{ name: string }>(KNOWN_COLUMNS)).map((row) => row.name))
  /** The column where this server has it, else null. */
  const ifKnown = (path: string): string => (known.has(path) ? (path.split('.')[1] ?? '') : 'null')
  // MySQL has the table as well, without TABLE_NAME, and needs none of its rows: its JSON columns say what they are.
  const hasChecks = known.has('CHECK_CONSTRAINTS.TABLE_NAME')

  return {
    version,
    database: database ?? '',
    tables: await query<TableRow>(
      `select TABLE_NAME as name, TABLE_TYPE as type, ENGINE as engine, TABLE_COLLATION as collation,
         TABLE_COMMENT as comment
       from information_schema.TABLES where TABLE_SCHEMA = database()`,
    ),
    columns: await query<ColumnRow>(
      `select TABLE_NAME as tableName, COLUMN_NAME as name, COLUMN_TYPE as type, IS_NULLABLE as nullable,
         COLUMN_DEFAULT as defaultText, EXTRA as extra, CHARACTER_SET_NAME as charset, COLLATION_NAME as collation,
         COLUMN_COMMENT as comment, ${ifKnown('COLUMNS.GENERATION_EXPRESSION')} as expression
       from information_schema.COLUMNS where TABLE_SCHEMA = database() order by ORDINAL_POSITION`,
    ),
    indexParts: await query<IndexPartRow>(
      `select TABLE_NAME as tableName, INDEX_NAME as name, NON_UNIQUE as nonUnique, INDEX_TYPE as type,
         COLUMN_NAME as columnName, SUB_PART as prefix, COLLATION as direction,
         ${ifKnown('STATISTICS.EXPRESSION')} as expression, ${ifKnown('STATISTICS.IS_VISIBLE')} as visible,
         ${ifKnown('STATISTICS.IGNORED')} as ignored
       from information_schema.STATISTICS where TABLE_SCHEMA = database() order by SEQ_IN_INDEX`,
    ),
    keyParts: await query<KeyPartRow>(
      `select TABLE_NAME as tableName, CONSTRAINT_NAME as name, COLUMN_NAME as columnName,
         REFERENCED_TABLE_SCHEMA as toDatabase, REFERENCED_TABLE_NAME as toTable, REFERENCED_COLUMN_NAME as toColumn
       from information_schema.KEY_COLUMN_USAGE
       where TABLE_SCHEMA = database() and REFERENCED_TABLE_NAME is not null order by ORDINAL_POSITION`,
    ),
    keyRules: await query<KeyRuleRow>(
      `select TABLE_NAME as tableName, CONSTRAINT_NAME as name, DELETE_RULE as onDelete, UPDATE_RULE as onUpdate
       from information_schema.REFERENTIAL_CONSTRAINTS where CONSTRAINT_SCHEMA = database()`,
    ),
    triggers: await query<TriggerRow>(
      `select EVENT_OBJECT_TABLE as tableName, TRIGGER_NAME as name, ACTION_TIMING as timing,
         EVENT_MANIPULATION as event
       from information_schema.TRIGGERS where TRIGGER_SCHEMA = database()`,
    ),
    checks: hasChecks
      ? await query<CheckRow>(
          `select TABLE_NAME as tableName, CONSTRAINT_NAME as name, CHECK_CLAUSE as clause
           from information_schema.CHECK_CONSTRAINTS where CONSTRAINT_SCHEMA = database()`,
        )
      : [],
  }
}

/** What servers add from version to version is asked for by name: forks count their versions in their own way. */
const KNOWN_COLUMNS = `select concat(TABLE_NAME, '.', COLUMN_NAME) as name from information_schema.COLUMNS
  where TABLE_SCHEMA = 'information_schema' and TABLE_NAME in ('COLUMNS', 'STATISTICS', 'CHECK_CONSTRAINTS')`
