/**
 * Turns a Snapshot back into the statements that create it: sequences, CREATE TABLE, foreign keys, views, triggers.
 *
 * A snapshot knows the names of views and triggers but not their bodies, so those come from the caller.
 * The statements are written for a session with `SESSION_SETTINGS`, in order: sequences (defaults ask them), every
 * table, then the foreign keys (which may point forward), then views and triggers. For a bulk load, put the rows between
 * {@link writeTables} and {@link writeObjects}: no trigger then rewrites what is loaded.
 */
import { parseColumnType } from '../../codegen/introspection/column-type.ts'
import { readIndexPart } from '../../codegen/introspection/index-part.ts'
import type {
  Snapshot,
  SnapshotColumn,
  SnapshotDefault,
  SnapshotForeignKey,
  SnapshotIndex,
  SnapshotTable,
} from '../../codegen/introspection/snapshot.ts'
import { unescapeLiteral } from '../../codegen/introspection/sql-literal.ts'
import { quoteName, quoteText } from './sql-text.ts'

/** The SQL a snapshot does not hold, by object name. */
export interface DatabaseObjects {
  /** The SELECT of each view. Views are created in this order, so that one may read another. */
  readonly views: Readonly<Record<string, string>>
  /** What follows FOR EACH ROW: one statement, or BEGIN ... END. */
  readonly triggers: Readonly<Record<string, string>>
}

export interface DdlOptions {
  /** Replaces the engine of every table. */
  readonly engine?: 'InnoDB'
  /** Leaves out views and triggers without a body instead of throwing. */
  readonly skipMissingBodies?: boolean
}

const NO_OBJECTS: DatabaseObjects = { views: {}, triggers: {} }

/**
 * Writes the statements that create a whole snapshot in an empty database.
 *
 * @returns one statement per item, without a closing semicolon
 * @throws Error naming the view or trigger whose body `objects` lacks, unless `skipMissingBodies` is set
 */
export function writeDdl(snapshot: Snapshot, objects = NO_OBJECTS, options: DdlOptions = {}): string[] {
  return [...writeTables(snapshot, options), ...writeObjects(snapshot, objects, options)]
}

/** Writes the sequences, the tables, then their foreign keys. */
export function writeTables(snapshot: Snapshot, options: DdlOptions = {}): string[] {
  const tables = snapshot.tables.filter((table) => table.kind === 'table')
  const foreignKeys = tables.flatMap((table) =>
    (table.foreignKeys ?? []).map((key) => `ALTER TABLE ${quoteName(table.name)} ADD ${foreignKey(key)}`),
  )
  const sequences = (snapshot.sequences ?? []).map((name) => `CREATE SEQUENCE ${quoteName(name)}`)
  return [...sequences, ...tables.map((table) => createTable(table, options)), ...foreignKeys]
}

/**
 * Writes the views, then the triggers.
 *
 * @throws Error naming the view or trigger whose body `objects` lacks, unless `skipMissingBodies` is set
 */
export function writeObjects(snapshot: Snapshot, objects: DatabaseObjects, options: DdlOptions = {}): string[] {
  const order = Object.keys(objects.views)
  const views = snapshot.tables
    .filter((table) => table.kind === 'view')
    .sort((left, right) => order.indexOf(left.name) - order.indexOf(right.name))
    .map((view) => ({
      name: view.name,
      body: objects.views[view.name],
      head: `CREATE SQL SECURITY INVOKER VIEW ${quoteName(view.name)} AS\n`,
    }))
  const triggers = snapshot.tables.flatMap((table) =>
    (table.triggers ?? []).map(({ name, timing, event }) => ({
      name,
      body: objects.triggers[name],
      head: `CREATE TRIGGER ${quoteName(name)} ${timing} ${event} ON ${quoteName(table.name)} FOR EACH ROW\n`,
    })),
  )
  return [...views, ...triggers].flatMap(({ name, body, head }) => {
    if (body !== undefined) return [head + body]
    if (options.skipMissingBodies) return []
    throw new Error(`${name}: the snapshot names it but no SQL for it was given; add its body, or skip missing bodies`)
  })
}

function createTable(table: SnapshotTable, options: DdlOptions): string {
  const parts = [
    ...table.columns.map((column) => columnDefinition(column, table)),
    ...(table.primaryKey ? [`PRIMARY KEY (${names(table.primaryKey)})`] : []),
    ...(table.indexes ?? []).map((index) => indexDefinition(index, table)),
    ...period(table),
  ]
  const engine = options.engine ?? table.engine
  const tail = [
    engine && `ENGINE=${engine}`,
    table.collation && collate('DEFAULT CHARSET', table.collation),
    table.comment && `COMMENT=${quoteText(table.comment)}`,
    table.systemVersioned && 'WITH SYSTEM VERSIONING',
  ]
  return [`CREATE TABLE ${quoteName(table.name)} (\n  ${parts.join(',\n  ')}\n)`, ...tail.filter(Boolean)].join(' ')
}

function columnDefinition(column: SnapshotColumn, table: SnapshotTable): string {
  const { generated } = column
  const parts = [
    quoteName(column.name),
    typeSql(column.type),
    column.collation && column.collation !== table.collation && collate('CHARACTER SET', column.collation),
    generated && generatedAs(generated),
    nullability(column),
    column.default && `DEFAULT ${defaultValue(column.default, column.type)}`,
    column.autoIncrement && 'AUTO_INCREMENT',
    column.onUpdate && `ON UPDATE ${column.onUpdate}`,
    column.invisible && 'INVISIBLE',
    column.comment && `COMMENT ${quoteText(column.comment)}`,
  ]
  return parts.filter(Boolean).join(' ')
}

/** NULL is written too: an old server makes a bare `timestamp` NOT NULL. MariaDB takes neither on a generated column. */
function nullability(column: SnapshotColumn): string {
  if (column.generated && (column.nullable || isRowTime(column))) return ''
  return column.nullable ? 'NULL' : 'NOT NULL'
}

function generatedAs({ expression, stored }: NonNullable<SnapshotColumn['generated']>): string {
  if (ROW_TIME.test(expression)) return `GENERATED ALWAYS AS ${expression}`
  return `GENERATED ALWAYS AS (${expressionSql(expression)}) ${stored ? 'STORED' : 'VIRTUAL'}`
}

/** A snapshot has the texts of an expression, too, as information_schema escapes them. */
function expressionSql(expression: string): string {
  return expression.replaceAll(/'((?:[^'\\]|''|\\.)*)'|`(?:[^`]|``)*`/gs, (part, text: string | undefined) =>
    text === undefined ? part : quoteText(unescapeLiteral(text)),
  )
}

/** From when to when a row of a table that keeps its history was valid, where its columns are not the hidden ones. */
const ROW_TIME = /^ROW (START|END)$/

function isRowTime(column: SnapshotColumn): boolean {
  return ROW_TIME.test(column.generated?.expression ?? '')
}

function period({ columns }: SnapshotTable): string[] {
  const [start, end] = ['ROW START', 'ROW END'].map((time) => columns.find((it) => it.generated?.expression === time))
  return start && end ? [`PERIOD FOR SYSTEM_TIME (${names([start.name, end.name])})`] : []
}

/** A snapshot has the values of an enum as information_schema escapes them, which is not how this session reads them. */
function typeSql(type: string): string {
  if (!/^(enum|set)\(/.test(type)) return type
  const { base, args } = parseColumnType(type)
  return `${base}(${args.map(quoteText).join(',')})`
}

/** MySQL takes an expression, and any default of a TEXT, BLOB or JSON, only in parentheses; these stand bare. */
const BARE = /^(current_timestamp(\(\d*\))?|[bx]'\w*')$/i

function defaultValue(value: SnapshotDefault, type: string): string {
  if ('expression' in value)
    return BARE.test(value.expression) ? value.expression : `(${expressionSql(value.expression)})`
  return /text|blob|json/i.test(type) ? `(${quoteText(value.value)})` : quoteText(value.value)
}

function indexDefinition(index: SnapshotIndex, table: SnapshotTable): string {
  const kind = index.type === 'FULLTEXT' || index.type === 'SPATIAL' ? `${index.type} ` : index.unique ? 'UNIQUE ' : ''
  const using = index.type === 'HASH' || index.type === 'RTREE' ? ` USING ${index.type}` : ''
  const ignored = index.ignored ? IGNORED : ''
  const parts = index.columns.map((part) => indexPart(part, table)).join(', ')
  return `${kind}KEY ${quoteName(index.name)} (${parts})${using}${ignored}`
}

/** Each server reads its own word and takes the other for a comment. */
const IGNORED = ' /*!80000 INVISIBLE */ /*M! IGNORED */'

function indexPart(text: string, table: SnapshotTable): string {
  const { column, prefix, expression, descending } = readIndexPart(text, table.columns)
  const what = column === undefined ? `(${expressionSql(expression ?? '')})` : quoteName(column)
  return `${what}${prefix === undefined ? '' : `(${prefix})`}${descending ? ' DESC' : ''}`
}

function foreignKey({ name, columns, references, onDelete, onUpdate }: SnapshotForeignKey): string {
  const { database } = references
  const target = `${database === undefined ? '' : `${quoteName(database)}.`}${quoteName(references.table)}`
  return [
    `CONSTRAINT ${quoteName(name)} FOREIGN KEY (${names(columns)}) REFERENCES ${target} (${names(references.columns)})`,
    ...(onDelete ? [`ON DELETE ${onDelete}`] : []),
    ...(onUpdate ? [`ON UPDATE ${onUpdate}`] : []),
  ].join(' ')
}

/** The character set is the collation's first word: `utf8mb3_bin` -> `utf8mb3`; `binary` is both. */
function collate(keyword: string, collation: string): string {
  return `${keyword} ${collation.split('_', 1)[0]} COLLATE ${collation}`
}

function names(columns: readonly string[]): string {
  return columns.map(quoteName).join(', ')
}
