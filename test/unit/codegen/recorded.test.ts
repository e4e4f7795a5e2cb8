/**
 * What real servers said about known schemas, kept in `recorded/`, and what the snapshot makes of it: the same on MySQL
 * as on MariaDB, but for what is listed here. `recorded/record.ts` makes the recordings anew.
 */
import { describe, expect, it } from 'vitest'
import type { ColumnRow, RecordedRows } from '../../../codegen/introspection/rows.ts'
import type { Snapshot } from '../../../codegen/introspection/snapshot.ts'
import { toSnapshot } from '../../../codegen/introspection/to-snapshot.ts'
import { a2billingSnapshot } from '../../../scripts/demo/create.ts'
import { everyTypeOn } from '../../helpers/every-type.ts'
import { recordedRows, TELLING_TABLES } from './recorded/recorded.ts'

describe('MySQL 9.7', () => {
  it('has A2Billing as MariaDB has it', () => {
    const wanted = a2billingSnapshot().tables.filter((table) => TELLING_TABLES.includes(table.name))
    expect(wanted).toHaveLength(TELLING_TABLES.length)
    expect(toSnapshot(recordedRows('mysql-9.7-a2billing'))).toEqual({ format: 1, tables: wanted })
  })

  it('has every type that it knows as MariaDB has it', () => {
    expect(toSnapshot(recordedRows('mysql-9.7-every-type'))).toEqual(everyTypeOn('9.7'))
  })
})

describe('an awkward schema', () => {
  const reference = toSnapshot(recordedRows('mariadb-10.11-awkward'))
  // No server before MariaDB 11 gives the default back: it is cut at the first byte that is no text, or earlier.
  const noText = (value: string) => `order.no_text.default: {"value":"\\u0000?'"} -> ${value}`
  const brackets =
    'order.mixed.generated: {"expression":"(`flag` + `unsigned_flag`) * 2 + `price`","stored":false}' +
    ' -> {"expression":"((`flag` + `unsigned_flag`) * 2) + `price`","stored":false}'
  const jsonInView = [
    'every_order.settings.type: "longtext" -> "json"',
    'every_order.settings.charset: "utf8mb4" -> nothing',
    'every_order.settings.collation: "utf8mb4_bin" -> nothing',
  ]

  it.each([
    {
      server: 'mysql-9.7',
      lacks: ['addresses', 'compressed', 'history', 'numbered'],
      adds: ['expression_index', 'vectors'],
      says: [
        'sequences: ["numbers"] -> nothing',
        'default_collations.collation: "utf8mb4_general_ci" -> "utf8mb4_0900_ai_ci"',
        ...jsonInView,
        'expressions.product.default: {"expression":"1 + 2 * 3"} -> {"expression":"1 + (2 * 3)"}',
        noText('{"value":""}'),
        brackets,
      ],
    },
    {
      server: 'mysql-5.7',
      lacks: ['addresses', 'compressed', 'expressions', 'hidden', 'history', 'numbered', 'unused_index'],
      adds: [],
      says: [
        'sequences: ["numbers"] -> nothing',
        // It reads DESC and ignores it.
        'downwards.d.columns: ["a DESC","b(10) DESC","id"] -> ["a","b(10)","id"]',
        ...jsonInView,
        noText('{"value":"\\u0000"}'),
        brackets,
      ],
    },
    {
      server: 'mariadb-11.8',
      lacks: [],
      adds: ['vectors'],
      says: [
        'default_collations.collation: "utf8mb4_general_ci" -> "utf8mb4_uca1400_ai_ci"',
        'default_collations.a.collation: "utf8mb3_general_ci" -> "utf8mb3_uca1400_ai_ci"',
        'every_order.moment.type: "datetime" -> "timestamp"',
        noText(`{"expression":"x'00ff27'"}`),
      ],
    },
  ])('is on $server what it is on MariaDB 10.11, but for what is listed', ({ server, lacks, adds, says }) => {
    const snapshot = toSnapshot(recordedRows(`${server}-awkward`))
    const names = ({ tables }: Snapshot) => tables.map((table) => table.name)
    expect(names(reference).filter((name) => !names(snapshot).includes(name))).toEqual(lacks)
    expect(names(snapshot).filter((name) => !names(reference).includes(name))).toEqual(adds)
    expect(differences(reference, snapshot)).toEqual(says)
  })

  it.each([
    { what: 'a type', change: (row: ColumnRow) => row.name === 'price' && { type: 'decimal(10,2)' } },
    { what: 'a default', change: (row: ColumnRow) => row.name === 'label' && { expression: 'concat(`name`)' } },
    { what: 'a comment', change: (row: ColumnRow) => row.name === 'cöl' && { comment: '?' } },
  ])('is not the same with $what that differs', ({ change }) => {
    const rows = recordedRows('mariadb-10.11-awkward')
    const columns = rows.columns.map((row) => ({ ...row, ...change(row) }))
    expect(differences(reference, toSnapshot({ ...rows, columns }))).not.toEqual([])
  })

  const tableOf = (snapshot: Snapshot, name: string) => snapshot.tables.find((table) => table.name === name)

  it('says what becomes of rows whose parent goes, and nothing where that is refused', () => {
    const to = (column: string) => ({ table: 'parent', columns: [column] })
    expect(tableOf(reference, 'child')?.foreignKeys).toEqual([
      { name: 'to_a', columns: ['a'], references: to('id'), onDelete: 'CASCADE', onUpdate: 'SET NULL' },
      { name: 'to_b', columns: ['b'], references: to('code') },
      { name: 'to_c', columns: ['c'], references: to('code') },
    ])
  })

  it('has the expressions that MySQL indexes', () => {
    const { indexes } = tableOf(toSnapshot(recordedRows('mysql-9.7-awkward')), 'expression_index') ?? {}
    expect(indexes).toEqual([
      {
        name: 'by_code',
        unique: true,
        columns: ["(cast(json_unquote(json_extract(`settings`,'$.code')) as char(20) charset utf8mb4))"],
      },
      { name: 'by_lower', columns: ['(lower(`name`)) DESC', 'id'] },
    ])
  })

  it('addresses a row of a table with a history by the key it was given', () => {
    expect(tableOf(reference, 'history')).toMatchObject({ primaryKey: ['id'], systemVersioned: true })
  })

  it('takes only a LONGTEXT with a check of its own for JSON', () => {
    expect(tableOf(reference, 'order')?.columns.find(({ name }) => name === 'settings')?.type).toBe('json')
    expect(tableOf(reference, 'no_json')?.columns[1]?.type).toBe('varchar(50)')
  })

  it('keeps a view that the database itself cannot read, without columns', () => {
    expect(tableOf(reference, 'broken')).toEqual({ name: 'broken', kind: 'view', columns: [] })
  })

  it('knows another database of the same schema as the same', () => {
    const rows = recordedRows('mariadb-10.11-awkward')
    const renamed = JSON.parse(JSON.stringify(rows).replaceAll('recorded', 'elsewhere')) as RecordedRows
    expect(JSON.stringify(rows)).toContain('nextval(`recorded`.')
    expect(toSnapshot(renamed)).toEqual(reference)
  })
})

/** `path.member: what the first says -> what the second says`, of what both have. */
function differences(first: Snapshot, second: Snapshot): string[] {
  const others = factsOf(second)
  return [...factsOf(first)].flatMap(([path, fact]) => {
    const other = others.get(path)
    if (!other) return []
    const members = new Set([...Object.keys(fact), ...Object.keys(other)])
    return [...members].flatMap((member) => {
      const [left, right] = [fact[member], other[member]].map((value) => JSON.stringify(value) ?? 'nothing')
      return left === right ? [] : [`${path}${member}: ${left} -> ${right}`]
    })
  })
}

/** Of the database, and of each table, column, index, key and trigger. */
function factsOf({ tables, ...database }: Snapshot): Map<string, Fact> {
  const facts = tables.flatMap(
    ({ columns, indexes = [], foreignKeys = [], triggers = [], ...table }): [string, Fact][] => [
      [`${table.name}.`, table],
      ...[...columns, ...indexes, ...foreignKeys, ...triggers].map((fact): [string, Fact] => [
        `${table.name}.${fact.name}.`,
        { ...fact },
      ]),
    ],
  )
  return new Map([['', database], ...facts])
}

type Fact = Readonly<Record<string, unknown>>
