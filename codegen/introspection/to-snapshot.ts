/**
 * {@link RecordedRows} -> {@link Snapshot}, without a server: what MariaDB and MySQL say in different words about the
 * same schema becomes the same facts.
 */
import { normalizeType } from './column-type.ts'
import { parseDefault } from './default-value.ts'
import { normalizeExpression } from './expression.ts'
import { writeIndexPart } from './index-part.ts'
import type { CheckRow, ColumnRow, IndexPartRow, KeyPartRow, KeyRuleRow, RecordedRows, TableRow } from './rows.ts'
import type {
  Snapshot,
  SnapshotColumn,
  SnapshotForeignKey,
  SnapshotIndex,
  SnapshotTable,
  SnapshotTrigger,
} from './snapshot.ts'

export function toSnapshot(rows: RecordedRows): Snapshot {
  const server = /mariadb/i.test(rows.version) ? 'mariadb' : 'mysql'
  const checked = jsonChecks(rows.checks)
  const rulesOf = new Map(rows.keyRules.map((rule) => [pathOf(rule), rule]))
  const columnsOf = Map.groupBy(rows.columns, (row) => row.tableName)
  const indexPartsOf = Map.groupBy(rows.indexParts, (row) => row.tableName)
  const keyPartsOf = Map.groupBy(rows.keyParts, (row) => row.tableName)
  const triggersOf = Map.groupBy(rows.triggers, (row) => row.tableName)

  const tables = rows.tables
    .filter((table) => table.type !== 'SEQUENCE')
    .map((table) => {
      const columns = (columnsOf.get(table.name) ?? []).map((row) =>
        isView(table) ? toViewColumn(row) : toColumn(row, rows.database, server, checked.has(pathOf(row))),
      )
      return toTable(table, {
        columns,
        ...toKeys(indexPartsOf.get(table.name) ?? [], columns),
        foreignKeys: toForeignKeys(keyPartsOf.get(table.name) ?? [], rulesOf, rows.database),
        triggers: (triggersOf.get(table.name) ?? []).map(({ name, timing, event }) => ({ name, timing, event })),
      })
    })
  const sequences = rows.tables.filter((table) => table.type === 'SEQUENCE').map((table) => table.name)
  return {
    format: 1,
    tables: tables.sort(byName),
    ...(sequences.length > 0 && { sequences: sequences.sort() }),
  }
}

function toTable(
  row: TableRow,
  parts: {
    columns: SnapshotColumn[]
    primaryKey: string[]
    indexes: SnapshotIndex[]
    foreignKeys: SnapshotForeignKey[]
    triggers: SnapshotTrigger[]
  },
): SnapshotTable {
  const { columns, primaryKey, indexes, foreignKeys, triggers } = parts
  const isTable = !isView(row)
  return {
    name: row.name,
    kind: isTable ? 'table' : 'view',
    ...(isTable && row.engine && { engine: row.engine }),
    ...(isTable && row.collation && { collation: withFullCharset(row.collation) }),
    ...(row.type === 'SYSTEM VERSIONED' && { systemVersioned: true as const }),
    // The comment of a view is the word VIEW.
    ...(isTable && row.comment && { comment: row.comment }),
    columns,
    ...(primaryKey.length > 0 && { primaryKey }),
    ...(indexes.length > 0 && { indexes: indexes.sort(byName) }),
    ...(foreignKeys.length > 0 && { foreignKeys: foreignKeys.sort(byName) }),
    ...(triggers.length > 0 && { triggers: triggers.sort(byName) }),
  }
}

function isView(row: TableRow): boolean {
  return row.type.endsWith('VIEW')
}

/** What a view's column inherits from its table's means nothing: nobody inserts into it. */
function toViewColumn(row: ColumnRow): SnapshotColumn {
  return {
    name: row.name,
    // An empty constant is CHAR(0) to one server and VARCHAR(0) to the other.
    type: normalizeType(row.type).replace(/^var(char|binary)\(0\)$/, '$1(0)'),
    ...(row.nullable === 'YES' && { nullable: true as const }),
    ...charsetOf(row),
    ...(row.comment && { comment: row.comment }),
  }
}

function toColumn(row: ColumnRow, database: string, server: 'mariadb' | 'mysql', isChecked: boolean): SnapshotColumn {
  const extra = row.extra.toLowerCase()
  const expression = /\b(virtual|stored|persistent) generated\b/.test(extra) ? row.expression : null
  const onUpdate = /on update ([^\s,]+)/.exec(extra)?.[1]
  const defaultText = row.defaultText && withoutDatabase(row.defaultText, database)
  const defaultValue = expression ? undefined : parseDefault({ ...row, defaultText }, server)
  // MariaDB's JSON is a LONGTEXT with a check; any other text with such a check keeps its own type.
  const isJson = isChecked && row.type === 'longtext' && row.collation === 'utf8mb4_bin'
  return {
    name: row.name,
    type: isJson ? 'json' : normalizeType(row.type),
    ...(row.nullable === 'YES' && { nullable: true as const }),
    ...(defaultValue && { default: defaultValue }),
    ...(extra.includes('auto_increment') && { autoIncrement: true as const }),
    ...(onUpdate && { onUpdate: normalizeExpression(onUpdate) }),
    ...(expression && {
      generated: { expression: normalizeExpression(expression), stored: !extra.includes('virtual') },
    }),
    ...(extra.includes('invisible') && { invisible: true as const }),
    ...(!isJson && charsetOf(row)),
    ...(row.comment && { comment: row.comment }),
  }
}

function charsetOf({ charset, collation }: ColumnRow): Pick<SnapshotColumn, 'charset' | 'collation'> {
  return {
    ...(charset && { charset: charset === 'utf8' ? 'utf8mb3' : charset }),
    ...(collation && { collation: withFullCharset(collation) }),
  }
}

/** `utf8_bin` is what older servers call `utf8mb3_bin`. */
function withFullCharset(collation: string): string {
  return collation.replace(/^utf8_/, 'utf8mb3_')
}

/** MariaDB writes ``nextval(`billing`.`numbers`)``, and the same schema may stand in another database. */
function withoutDatabase(text: string, database: string): string {
  const isText = text.startsWith("'")
  return isText ? text : text.replaceAll(`(\`${database.replaceAll('`', '``')}\`.`, '(')
}

function toKeys(
  parts: readonly IndexPartRow[],
  columns: readonly SnapshotColumn[],
): { primaryKey: string[]; indexes: SnapshotIndex[] } {
  // MariaDB appends the end of a row's validity to the unique keys of a table that keeps its history. Among the rows
  // that are valid, which are the ones that queries see, it tells nothing apart.
  const rowEnd = columns.find((column) => column.generated?.expression === 'ROW END')?.name
  const own = parts.filter((part) => part.columnName === null || part.columnName !== rowEnd || !isUnique(part))
  return {
    primaryKey: own.filter((part) => part.name === 'PRIMARY').map((part) => part.columnName ?? ''),
    indexes: [...Map.groupBy(own, (part) => part.name)]
      .filter(([name]) => name !== 'PRIMARY')
      .map(([name, [first, ...others]]) => toIndex(name, first as IndexPartRow, others)),
  }
}

function toIndex(name: string, first: IndexPartRow, others: readonly IndexPartRow[]): SnapshotIndex {
  return {
    name,
    ...(isUnique(first) && { unique: true as const }),
    ...(first.type !== 'BTREE' && { type: first.type }),
    ...((first.ignored === 'YES' || first.visible === 'NO') && { ignored: true as const }),
    columns: [first, ...others].map((part) =>
      writeIndexPart({
        ...(part.columnName === null
          ? { expression: normalizeExpression(part.expression ?? '') }
          : { column: part.columnName }),
        // FULLTEXT and SPATIAL index whole columns; some servers report a prefix for them all the same.
        ...(part.prefix !== null && part.type === 'BTREE' && { prefix: Number(part.prefix) }),
        ...(part.direction === 'D' && { descending: true as const }),
      }),
    ),
  }
}

function isUnique(part: IndexPartRow): boolean {
  return Number(part.nonUnique) === 0
}

function toForeignKeys(
  parts: readonly KeyPartRow[],
  rulesOf: ReadonlyMap<string, KeyRuleRow>,
  database: string,
): SnapshotForeignKey[] {
  return [...Map.groupBy(parts, (part) => part.name)].map(([name, rows]) => {
    const [first] = rows as [KeyPartRow, ...KeyPartRow[]]
    const rules = rulesOf.get(pathOf(first))
    return {
      name,
      columns: rows.map((row) => row.columnName),
      references: {
        ...(first.toDatabase !== database && { database: first.toDatabase }),
        table: first.toTable,
        columns: rows.map((row) => row.toColumn),
      },
      ...(rules && isRule(rules.onDelete) && { onDelete: rules.onDelete }),
      ...(rules && isRule(rules.onUpdate) && { onUpdate: rules.onUpdate }),
    }
  })
}

/** RESTRICT and NO ACTION are one thing in InnoDB, and each server calls the default by another of the two. */
function isRule(rule: string): boolean {
  return rule !== 'RESTRICT' && rule !== 'NO ACTION'
}

/** The columns with a check `json_valid(column)` of their own, which bears the column's name. */
function jsonChecks(checks: readonly CheckRow[]): ReadonlySet<string> {
  return new Set(checks.filter((check) => /^\s*json_valid\(`.*`\)\s*$/i.test(check.clause)).map(pathOf))
}

/** Unambiguous, because no name holds a NUL. */
function pathOf({ tableName, name }: { readonly tableName: string; readonly name: string }): string {
  return `${tableName}\0${name}`
}

/** Code point order, the same on every machine and in every locale. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
