import { describe, expect, it } from 'vitest'
import type { SnapshotTable } from '../../../codegen/introspection/snapshot.ts'
import { writeInserts } from '../../../scripts/demo/seed/insert.ts'

const table: SnapshotTable = {
  name: 't',
  kind: 'table',
  columns: [
    { name: 'id', type: 'int', autoIncrement: true },
    { name: 'name', type: 'varchar(20)' },
    { name: 'count', type: 'int' },
    { name: 'since', type: 'timestamp' },
    { name: 'note', type: 'text', nullable: true },
    { name: 'state', type: 'int', default: { value: '1' } },
  ],
}

describe('writeInserts', () => {
  it('blanks what has neither a value, nor a default, nor NULL', () => {
    expect(writeInserts(table, [{ id: 1 }])).toEqual([
      { sql: "INSERT INTO `t` (`id`, `name`, `count`, `since`) VALUES\n(1,'',0,'0000-00-00 00:00:00')", rows: 1 },
    ])
  })

  it('keeps quotes and backslashes, and leaves defaults to the server where only some rows have a value', () => {
    const rows = [{ name: "O'Brien \\", note: null }, { state: 2 }]
    expect(writeInserts(table, rows)[0]?.sql.split('\n').slice(1)).toEqual([
      "('O''Brien \\',0,'0000-00-00 00:00:00',NULL,DEFAULT),",
      "('',0,'0000-00-00 00:00:00',DEFAULT,2)",
    ])
  })

  it('names a column the table lacks', () => {
    expect(() => writeInserts(table, [{ id: 1, nmae: 'x' }])).toThrow('t: the demo rows have a column "nmae"')
  })

  it('cuts long inserts, losing no row', () => {
    const rows = Array.from({ length: 900 }, (_, id) => ({ id, note: 'x'.repeat(1000) }))
    const inserts = writeInserts(table, rows)
    expect(inserts.length).toBeGreaterThan(1)
    expect(inserts.reduce((total, insert) => total + insert.rows, 0)).toBe(900)
    expect(inserts.flatMap((insert) => insert.sql.match(/^\(\d+,/gm) ?? [])).toHaveLength(900)
  })
})
