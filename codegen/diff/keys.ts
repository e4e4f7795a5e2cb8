/** Indexes, unique keys, declared foreign keys and triggers of one table, before and after. */
import { readIndexPart } from '../introspection/index-part.ts'
import type { SnapshotForeignKey, SnapshotIndex, SnapshotTable, SnapshotTrigger } from '../introspection/snapshot.ts'
import type { Effect } from './change.ts'
import { type Renamed, sentences } from './sides.ts'

/** An effect, and the columns it is about. */
export interface ColumnsEffect extends Effect {
  readonly columns: readonly string[]
}

export function compareKeys(before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  return [...compareIndexes(before, after), ...compareForeignKeys(before, after), ...compareTriggers(before, after)]
}

/** The table as its keys would be, had nothing happened but the renames. */
export function underNewNames(table: SnapshotTable, renamed: Renamed): SnapshotTable {
  const { name: own, columns, indexes, foreignKeys } = table
  const column = (of: string, name: string): string => {
    const path = renamed.get(`${of}.${name}`)
    return path === undefined ? name : path.slice((renamed.get(of) ?? of).length + 1)
  }
  const part = (text: string): string => {
    const name = readIndexPart(text, columns).column
    return name === undefined ? text : column(own, name) + text.slice(name.length)
  }
  return {
    ...table,
    columns: columns.map((fact) => ({ ...fact, name: column(own, fact.name) })),
    ...(table.primaryKey && { primaryKey: table.primaryKey.map((name) => column(own, name)) }),
    ...(indexes && { indexes: indexes.map((index) => ({ ...index, columns: index.columns.map(part) })) }),
    ...(foreignKeys && {
      foreignKeys: foreignKeys.map((key) => ({
        ...key,
        columns: key.columns.map((name) => column(own, name)),
        references: {
          ...key.references,
          ...(key.references.database === undefined && {
            table: renamed.get(key.references.table) ?? key.references.table,
            columns: key.references.columns.map((name) => column(key.references.table, name)),
          }),
        },
      })),
    }),
  }
}

/**
 * By what they index, not by name: one that was only renamed is no news. One that the server ignores helps nobody, and
 * one over words or shapes helps no filter of ours.
 */
function compareIndexes(before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  const identity = ({ name: _name, ignored: _ignored, ...index }: SnapshotIndex): object => index
  const unique = changesIn(uniqueKeys(before), uniqueKeys(after), identity)
  const plain = changesIn(usedIndexes(before), usedIndexes(after), identity)
  return [
    ...unique.gone.map((index) => uniqueDropped(index, before, after)),
    ...unique.added.map((index) => uniqueAdded(index, before, after)),
    ...plain.gone.flatMap((index) => indexDropped(index, before, after)),
    ...plain.added.flatMap((index) => indexAdded(index, before, after)),
  ]
}

function uniqueKeys({ indexes = [] }: SnapshotTable): SnapshotIndex[] {
  return indexes.filter((index) => index.unique)
}

function usedIndexes({ indexes = [] }: SnapshotTable): SnapshotIndex[] {
  const isForFilters = ({ type = '' }: SnapshotIndex): boolean => !['FULLTEXT', 'SPATIAL'].includes(type)
  return indexes.filter((index) => !index.unique && !index.ignored && isForFilters(index))
}

function uniqueAdded({ columns }: SnapshotIndex, before: SnapshotTable, after: SnapshotTable): ColumnsEffect {
  const names = columnsOf(columns, after)
  // Of rows without a value none is the same as another, and who does not know the column gives none.
  const isNewAndNull = (name: string): boolean => {
    const column = after.columns.find((candidate) => candidate.name === name)
    const isNew = !before.columns.some((candidate) => candidate.name === name)
    return isNew && column?.nullable === true && !column.default && !column.generated
  }
  const isForNews = names.some(isNewAndNull)
  return {
    kind: 'unique-key',
    severity: isForNews ? 'additive' : 'breaking',
    columns: names,
    what: `unique key (${columns.join(', ')})`,
    why: sentences([
      'A row with the same values as another is refused (409).',
      isForNews && 'Rows that leave the new column empty are not.',
    ]),
    for: ['writes'],
  }
}

function uniqueDropped({ columns }: SnapshotIndex, before: SnapshotTable, after: SnapshotTable): ColumnsEffect {
  const names = columnsOf(columns, before)
  const [first = ''] = names
  return {
    kind: 'unique-key',
    severity: 'additive',
    columns: names,
    what: `no unique key (${columns.join(', ')}) any more`,
    why: sentences([
      'Several rows may have the same values: who looks one up by them may find more.',
      !leads(after, first) &&
        `No index is left for filters by ${first}: on a large table they may not come in time (503).`,
    ]),
    for: ['writes', 'filters'],
  }
}

function indexDropped({ columns, name }: SnapshotIndex, before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  const [first = ''] = columnsOf(columns, before)
  if (leads(after, first)) return []
  return [
    {
      kind: 'index',
      severity: 'neutral',
      columns: columnsOf(columns, before),
      what: `index ${name} (${columns.join(', ')}) dropped or ignored`,
      why:
        `Filters, orderings and references by ${first} read the whole table: same answers, but on a large table they ` +
        'may not come in time (503).',
      for: ['filters'],
    },
  ]
}

function indexAdded({ columns, name }: SnapshotIndex, before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  const [first = ''] = columnsOf(columns, after)
  if (leads(before, first)) return []
  return [
    {
      kind: 'index',
      severity: 'neutral',
      columns: columnsOf(columns, after),
      what: `index ${name} (${columns.join(', ')})`,
      why: `Filters, orderings and references by ${first} no longer read the whole table.`,
      for: ['filters'],
    },
  ]
}

/** Whether some index, or the primary key, begins with the column. */
function leads(table: SnapshotTable, column: string): boolean {
  const indexes = [...uniqueKeys(table), ...usedIndexes(table)]
  return table.primaryKey?.[0] === column || indexes.some(({ columns }) => columnsOf(columns, table)[0] === column)
}

/** The columns behind `name(10)` and `name DESC`; an expression stands for itself. */
function columnsOf(parts: readonly string[], { columns }: SnapshotTable): string[] {
  return parts.map((part) => readIndexPart(part, columns).column ?? part)
}

function compareForeignKeys(before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  const { gone, added } = changesIn(before.foreignKeys, after.foreignKeys, ({ name: _name, ...key }) => key)
  return [
    ...added.map((key): ColumnsEffect => {
      return {
        kind: 'foreign-key',
        severity: 'breaking',
        columns: key.columns,
        what: `foreign key ${describeKey(key)}`,
        why:
          `A row that refers to none is refused (409). Deleting a row of ${key.references.table} that is referred to ` +
          `${afterDelete(key)}.`,
        for: ['writes'],
      }
    }),
    ...gone.map((key): ColumnsEffect => {
      const cleans = /CASCADE|SET/.test(key.onDelete ?? '')
      return {
        kind: 'foreign-key',
        severity: cleans ? 'breaking' : 'additive',
        columns: key.columns,
        what: `no foreign key ${describeKey(key)} any more`,
        why: cleans
          ? `Deleting a row of ${key.references.table} no longer takes care of the rows that refer to it.`
          : 'Rows may refer to none.',
        for: ['writes'],
      }
    }),
  ]
}

function describeKey({ columns, references, onDelete, onUpdate }: SnapshotForeignKey): string {
  const rules = [onDelete && `ON DELETE ${onDelete}`, onUpdate && `ON UPDATE ${onUpdate}`]
  const target = `${references.table} (${references.columns.join(', ')})`
  return [`(${columns.join(', ')}) -> ${target}`, ...rules.filter(Boolean)].join(' ')
}

/** What becomes of rows that refer to one that is deleted. */
function afterDelete({ onDelete = '' }: SnapshotForeignKey): string {
  if (onDelete === 'CASCADE') return 'deletes these rows with it'
  if (onDelete.startsWith('SET')) return 'empties the reference'
  return 'is refused (409)'
}

/** What a trigger does is nowhere in the schema, so one more or one less may change or refuse any write. */
function compareTriggers(before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  const { gone, added } = changesIn<SnapshotTrigger>(before.triggers, after.triggers, (trigger) => trigger)
  const effect = (what: string, why: string): ColumnsEffect => ({
    kind: 'trigger',
    severity: 'breaking',
    columns: [],
    what,
    why,
    for: ['writes'],
  })
  const when = ({ name, timing, event }: SnapshotTrigger): string => `trigger ${name} (${timing} ${event})`
  return [
    ...added.map((trigger) => effect(when(trigger), 'It may change or refuse what is written: read what it does.')),
    ...gone.map((trigger) => effect(`no ${when(trigger)} any more`, 'What it did to writes is no longer done.')),
  ]
}

/** Compares two lists by what matters of each item; alike ones count once. */
function changesIn<T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  identity: (item: T) => object,
): { gone: T[]; added: T[] } {
  const key = (item: T): string => JSON.stringify(identity(item))
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))]
  const once = (items: readonly T[]): T[] => [...new Map(items.map((item) => [key(item), item])).values()]
  return {
    gone: once(before).filter((item) => !now.has(key(item))),
    added: once(after).filter((item) => !old.has(key(item))),
  }
}
