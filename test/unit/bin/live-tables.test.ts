import { describe, expect, it } from 'vitest'
import { liveTables } from '../../../bin/live-tables.ts'
import type { Snapshot, SnapshotColumn, SnapshotTable } from '../../../codegen/introspection/snapshot.ts'

const id: SnapshotColumn = { name: 'id', type: 'int', autoIncrement: true }
const credit: SnapshotColumn = { name: 'credit', type: 'decimal(15,5)', default: { value: '0.00000' } }
const note: SnapshotColumn = { name: 'note', type: 'varchar(50)', nullable: true }

function snapshot(table: Partial<SnapshotTable>): Snapshot {
  const whole: SnapshotTable = { name: 'cc_card', kind: 'table', columns: [id, credit, note], primaryKey: ['id'] }
  return { format: 1, tables: [{ ...whole, ...table }] }
}

function cardAfter(change: Partial<SnapshotTable>, before: Partial<SnapshotTable> = {}) {
  const card = liveTables(snapshot(before), snapshot(change)).get('cc_card')
  return card && { ...card, columns: [...card.columns], changed: [...card.changed], unfillable: [...card.unfillable] }
}

const same = { columns: ['id', 'credit', 'note'], changed: [], hasNewColumns: false, hasSameKey: true, unfillable: [] }

describe('liveTables', () => {
  it.each<{ what: string; change: Partial<SnapshotTable>; want: object }>([
    { what: 'nothing', change: {}, want: same },
    { what: 'a dropped column', change: { columns: [id, credit] }, want: { ...same, columns: ['id', 'credit'] } },
    {
      what: 'a column of another type',
      change: { columns: [id, credit, { ...note, type: 'int' }] },
      want: { ...same, columns: ['id', 'credit'], changed: ['note'] },
    },
    { what: 'a wider text', change: { columns: [id, credit, { ...note, type: 'varchar(60)' }] }, want: same },
    {
      what: 'a narrower text',
      change: { columns: [id, credit, { ...note, type: 'varchar(40)' }] },
      want: { ...same, columns: ['id', 'credit'], changed: ['note'] },
    },
    { what: 'a wider number', change: { columns: [{ ...id, type: 'bigint' }, credit, note] }, want: same },
    {
      what: 'money that is no longer exact',
      change: { columns: [id, { ...credit, type: 'double' }, note] },
      want: { ...same, columns: ['id', 'note'], changed: ['credit'] },
    },
    {
      what: 'a column that is computed now',
      change: { columns: [id, credit, { ...note, generated: { expression: '1', stored: true } }] },
      want: { ...same, columns: ['id', 'credit'], changed: ['note'] },
    },
    {
      what: 'a new column that has a default',
      change: { columns: [id, credit, note, { name: 'x', type: 'int', default: { value: '1' } }] },
      want: { ...same, hasNewColumns: true },
    },
    {
      what: 'a new column that must be given',
      change: { columns: [id, credit, note, { name: 'x', type: 'int' }] },
      want: { ...same, hasNewColumns: true, unfillable: ['x'] },
    },
    {
      what: 'a column of another type that must be given',
      change: { columns: [id, { name: 'credit', type: 'text' }, note] },
      want: { ...same, columns: ['id', 'note'], changed: ['credit'], unfillable: ['credit'] },
    },
    {
      what: 'a known column that must be given now: clients can name it',
      change: { columns: [id, { name: 'credit', type: 'decimal(15,5)' }, note] },
      want: same,
    },
    {
      what: 'a key that is no longer counted up',
      change: { columns: [{ name: 'id', type: 'int' }, credit, note] },
      want: { ...same, unfillable: ['id'] },
    },
    { what: 'another key', change: { primaryKey: ['id', 'credit'] }, want: { ...same, hasSameKey: false } },
    { what: 'a lost key', change: { primaryKey: [] }, want: { ...same, hasSameKey: false } },
  ])('sees $what', ({ change, want }) => expect(cardAfter(change)).toEqual(want))

  it('does not list a table that is gone or new', () => {
    expect([...liveTables(snapshot({}), snapshot({ name: 'cc_new' })).keys()]).toEqual([])
  })
})
