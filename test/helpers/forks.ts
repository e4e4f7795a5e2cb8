/**
 * Changes that forks of A2Billing make to its schema, as functions from snapshot to snapshot, to be put one behind the
 * other with {@link changed}.
 */
import type {
  Snapshot,
  SnapshotColumn,
  SnapshotForeignKey,
  SnapshotTable,
} from '../../codegen/introspection/snapshot.ts'
import type { DatabaseObjects } from '../../scripts/demo/ddl.ts'

export type Change = (snapshot: Snapshot) => Snapshot

export function changed(snapshot: Snapshot, ...changes: readonly Change[]): Snapshot {
  const { tables } = changes.reduce((before, change) => change(before), snapshot)
  const sorted = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return { format: 1, tables: sorted.map((table) => (table.kind === 'view' ? asShown(table, tables) : table)) }
}

export const onlyTables =
  (...names: readonly string[]): Change =>
  ({ format, tables }) => ({ format, tables: tables.filter(({ name }) => names.includes(name)) })

export const withoutTables =
  (...names: readonly string[]): Change =>
  ({ format, tables }) => ({ format, tables: tables.filter(({ name }) => !names.includes(name)) })

export const withTable =
  (table: SnapshotTable): Change =>
  ({ format, tables }) => ({ format, tables: [...tables, table] })

export const innoDb: Change = eachTable((table) => (table.kind === 'view' ? table : { ...table, engine: 'InnoDB' }))

/** Compares without regard to case, and holds every character. */
export const utf8mb4: Change = (snapshot) =>
  eachColumn((column) => (column.charset ? { ...column, charset: 'utf8mb4', ...UNICODE } : column))(
    eachTable((table) => (table.kind === 'view' ? table : { ...table, ...UNICODE }))(snapshot),
  )

const UNICODE = { collation: 'utf8mb4_unicode_ci' } as const

/** "Never" is null instead of a zero date. */
export const nullableDates: Change = eachColumn((column) => {
  if (column.type !== 'timestamp') return column
  const { default: before, onUpdate: _, ...rest } = column
  const keepsDefault = before !== undefined && 'expression' in before
  return { ...rest, type: 'datetime', nullable: true, ...(keepsDefault && { default: before }) }
})

export const varchars: Change = eachColumn((column) => ({
  ...column,
  type: column.type.replace(/^char\(/, 'varchar('),
}))

/** Keys of their own stay NOT NULL: no server lets them be null. */
export const nullableBigints: Change = eachColumn((column, table) => {
  if (column.type !== 'int' && column.type !== 'bigint') return column
  const isOwnKey = table.primaryKey?.includes(column.name) ?? false
  return { ...column, type: 'bigint', ...(!isOwnKey && { nullable: true as const }) }
})

export const decimalMoney: Change = eachColumn((column) => {
  if (column.type !== 'float') return column
  const { default: before, ...rest } = column
  const value = before && 'value' in before ? { default: { value: Number(before.value).toFixed(5) } } : {}
  return { ...rest, type: 'decimal(15,5)', ...value }
})

/** @param paths - `table.column` */
export const withoutColumns =
  (...paths: readonly string[]): Change =>
  (snapshot) => {
    for (const path of paths) refuseUnknown(snapshot, path)
    return eachTable((table) => {
      const isGone = (column: string): boolean => paths.includes(`${table.name}.${column}`)
      const indexes = table.indexes?.filter(({ columns }) => !columns.some(isGone)) ?? []
      const { indexes: _, ...rest } = table
      const columns = table.columns.filter(({ name }) => !isGone(name))
      return { ...rest, columns, ...(indexes.length > 0 && { indexes }) }
    })(snapshot)
  }

export const withColumn =
  (tableName: string, column: SnapshotColumn, ...indexes: NonNullable<SnapshotTable['indexes']>): Change =>
  (snapshot) =>
    eachTable((table) => {
      if (table.name !== tableName) return table
      const all = [...(table.indexes ?? []), ...indexes].sort((a, b) => (a.name < b.name ? -1 : 1))
      return { ...table, columns: [...table.columns, column], ...(all.length > 0 && { indexes: all }) }
    })(snapshot)

/** In no index. */
export const changedColumn =
  (path: string, change: Partial<SnapshotColumn>): Change =>
  (snapshot) => {
    refuseUnknown(snapshot, path)
    return eachColumn((column, { name }) => (`${name}.${column.name}` === path ? { ...column, ...change } : column))(
      snapshot,
    )
  }

/** @param path - `table.column`, with an index under its name, as the server makes one for every key */
export const withForeignKey =
  (path: string, table: string, column = 'id'): Change =>
  (snapshot) => {
    refuseUnknown(snapshot, path)
    const [from = '', name = ''] = path.split('.')
    const key: SnapshotForeignKey = { name: `fk_${name}`, columns: [name], references: { table, columns: [column] } }
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)
    return eachTable((each) =>
      each.name === from
        ? {
            ...each,
            indexes: [...(each.indexes ?? []), { name: key.name, columns: [name] }].sort(byName),
            foreignKeys: [...(each.foreignKeys ?? []), key].sort(byName),
          }
        : each,
    )(snapshot)
  }

export const withPrefix =
  (prefix: string): Change =>
  (snapshot) =>
    eachTable((table) => ({ ...table, name: table.name.replace(/^cc_/, prefix) }))(snapshot)

/** The bodies of views and triggers, about tables that begin with something else. */
export function objectsWithPrefix({ views, triggers }: DatabaseObjects, prefix: string): DatabaseObjects {
  const rewritten = (bodies: Readonly<Record<string, string>>, names: boolean): Record<string, string> =>
    Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [
        names ? name.replace(/^cc_/, prefix) : name,
        body.replaceAll(/\bcc_/g, prefix),
      ]),
    )
  return { views: rewritten(views, true), triggers: rewritten(triggers, false) }
}

function eachTable(change: (table: SnapshotTable) => SnapshotTable): Change {
  return ({ format, tables }) => ({ format, tables: tables.map(change) })
}

function eachColumn(change: (column: SnapshotColumn, table: SnapshotTable) => SnapshotColumn): Change {
  return eachTable((table) =>
    table.kind === 'view' ? table : { ...table, columns: table.columns.map((column) => change(column, table)) },
  )
}

/** A change of what is not there would test nothing. */
function refuseUnknown({ tables }: Snapshot, path: string): void {
  const isThere = tables.some((table) => table.columns.some(({ name }) => `${table.name}.${name}` === path))
  if (!isThere) throw new Error(`there is no ${path} to change`)
}

/** Where the columns of A2Billing's view of rates come from; all of them through outer joins. */
const RATES: Readonly<Record<string, string>> = {
  destination: 'cc_prefix.destination',
  ratecard_id: 'cc_ratecard.id',
  tariffgroup_id: 'cc_tariffgroup.id',
}

/** A view as the server describes it, after its tables have changed. */
function asShown(view: SnapshotTable, tables: readonly SnapshotTable[]): SnapshotTable {
  const isRates = view.name.endsWith('callplan_lcr')
  const columns = view.columns.flatMap((column): SnapshotColumn[] => {
    if (column.type === 'char(0)') return [column]
    const source = isRates ? (RATES[column.name] ?? `cc_ratecard.${column.name}`) : `cc_sip_buddies.${column.name}`
    const [table, name] = source.split('.')
    const found = tables.find((each) => each.name === table)?.columns.find((each) => each.name === name)
    if (!found) return [column]
    const { default: _, autoIncrement: __, onUpdate: ___, ...shown } = found
    return [{ ...shown, name: column.name, ...(isRates && { nullable: true as const }) }]
  })
  return { ...view, columns }
}
