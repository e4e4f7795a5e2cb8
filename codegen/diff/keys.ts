/** Indexes, unique keys, declared foreign keys and triggers of one table, before and after. */
import type { SnapshotForeignKey, SnapshotIndex, SnapshotTable, SnapshotTrigger } from '../introspection/snapshot.ts'
import type { Effect } from './change.ts'

/** An effect, and the columns it is about. */
export interface ColumnsEffect extends Effect {
  readonly columns: readonly string[]
}

export function compareKeys(before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  return [...compareIndexes(before, after), ...compareForeignKeys(before, after), ...compareTriggers(before, after)]
}

/** By what they index, not by name: one that was only renamed is no news. */
function compareIndexes(before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  const { gone, added } = changesIn(before.indexes, after.indexes, ({ name: _name, ...index }) => index)
  return [
    ...gone.flatMap((index) => (index.unique ? [uniqueDropped(index)] : indexDropped(index, after))),
    ...added.flatMap((index) => (index.unique ? [uniqueAdded(index)] : indexAdded(index, before))),
  ]
}

function uniqueAdded({ columns }: SnapshotIndex): ColumnsEffect {
  return {
    kind: 'unique-key',
    severity: 'breaking',
    columns: columns.map(columnOf),
    what: `unique key (${columns.join(', ')})`,
    why: 'A row with the same values as another is refused (409).',
    for: ['writes'],
  }
}

function uniqueDropped({ columns }: SnapshotIndex): ColumnsEffect {
  return {
    kind: 'unique-key',
    severity: 'additive',
    columns: columns.map(columnOf),
    what: `no unique key (${columns.join(', ')}) any more`,
    why: 'Several rows may have the same values: who looks one up by them may find more.',
    for: ['writes', 'filters'],
  }
}

function indexDropped({ columns, name }: SnapshotIndex, after: SnapshotTable): ColumnsEffect[] {
  const [first = ''] = columns
  if (leads(after, columnOf(first))) return []
  return [
    {
      kind: 'index',
      severity: 'neutral',
      columns: columns.map(columnOf),
      what: `index ${name} (${columns.join(', ')}) dropped`,
      why:
        `Filters, orderings and references by ${columnOf(first)} read the whole table: same answers, but on a large ` +
        'table they may not come in time (503).',
      for: ['filters'],
    },
  ]
}

function indexAdded({ columns, name }: SnapshotIndex, before: SnapshotTable): ColumnsEffect[] {
  const [first = ''] = columns
  if (leads(before, columnOf(first))) return []
  return [
    {
      kind: 'index',
      severity: 'neutral',
      columns: columns.map(columnOf),
      what: `index ${name} (${columns.join(', ')})`,
      why: `Filters, orderings and references by ${columnOf(first)} no longer read the whole table.`,
      for: ['filters'],
    },
  ]
}

/** Whether some index, or the primary key, begins with the column. */
function leads({ primaryKey = [], indexes = [] }: SnapshotTable, column: string): boolean {
  return primaryKey[0] === column || indexes.some((index) => columnOf(index.columns[0] ?? '') === column)
}

/** `name(10)` is an index on a prefix of `name`. */
function columnOf(part: string): string {
  return part.startsWith('(') ? part : part.replace(/\(\d+\)$/, '')
}

function compareForeignKeys(before: SnapshotTable, after: SnapshotTable): ColumnsEffect[] {
  const { gone, added } = changesIn(before.foreignKeys, after.foreignKeys, ({ name: _name, ...key }) => key)
  return [
    ...added.map((key): ColumnsEffect => {
      const consequence = onDelete(key)
      return {
        kind: 'foreign-key',
        severity: 'breaking',
        columns: key.columns,
        what: `foreign key ${describeKey(key)}`,
        why:
          `A row that refers to none is refused (409). Deleting a row of ${key.references.table} that is referred to ` +
          `${consequence}.`,
        for: ['writes'],
      }
    }),
    ...gone.map((key): ColumnsEffect => {
      const cleans = /CASCADE|SET/.test(ruleOf(key, 'onDelete'))
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

function describeKey(key: SnapshotForeignKey): string {
  const rules = [
    ruleOf(key, 'onDelete') && `ON DELETE ${ruleOf(key, 'onDelete')}`,
    ruleOf(key, 'onUpdate') && `ON UPDATE ${ruleOf(key, 'onUpdate')}`,
  ]
  const target = `${key.references.table} (${key.references.columns.join(', ')})`
  return [`(${key.columns.join(', ')}) -> ${target}`, ...rules.filter(Boolean)].join(' ')
}

function onDelete(key: SnapshotForeignKey): string {
  const rule = ruleOf(key, 'onDelete')
  if (rule === 'CASCADE') return 'deletes these rows with it'
  if (rule.startsWith('SET')) return 'empties the reference'
  return 'is refused (409)'
}

function ruleOf(
  key: SnapshotForeignKey & { onDelete?: string; onUpdate?: string },
  rule: 'onDelete' | 'onUpdate',
): string {
  return key[rule] ?? ''
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

/** Compares two lists by what matters of each item. */
function changesIn<T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  identity: (item: T) => object,
): { gone: T[]; added: T[] } {
  const key = (item: T): string => JSON.stringify(identity(item))
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))]
  return { gone: before.filter((item) => !now.has(key(item))), added: after.filter((item) => !old.has(key(item))) }
}
