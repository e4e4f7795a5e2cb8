import { expect, it } from 'vitest'
import { readHeader } from '../../../src/imports/columns.ts'
import { int, varchar } from '../../../src/resources/column-types.ts'
import type { Resource } from '../../../src/resources/resource.ts'

const thing: Resource = {
  name: 'thing',
  table: 'thing',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: int },
    { name: '__proto__', type: int, nullable: true },
    { name: 'text', type: varchar(20, 'utf8mb4') },
    { name: 'note', field: 'remark', type: varchar(20, 'utf8mb4'), nullable: true },
  ],
  relations: {},
}

function body(names: readonly string[], cells: readonly (string | undefined)[]): object {
  return readHeader(thing, { line: 1, cells: names }, { set: {}, omit: [] })({ line: 2, cells })
}

it('gives a column its value whatever it is called', () => {
  const made = body(['__proto__', 'text'], ['5', 'a'])
  expect(Object.entries(made)).toEqual([
    ['__proto__', '5'],
    ['text', 'a'],
  ])
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
})

it.each([
  ['nothing, where the column can be null', 'remark', undefined, { remark: null }],
  ['nothing, where it cannot', 'text', undefined, {}],
  ['an empty text', 'text', '', { text: '' }],
  ['what an export has defused', 'text', "'=A1", { text: '=A1' }],
  ['what it has defused twice', 'text', "''=A1", { text: "'=A1" }],
  ['an apostrophe of its own', 'text', "'tis", { text: "'tis" }],
  ['a number as it stands', 'id', "'5", { id: "'5" }],
  ['the database’s name of a field', 'note', 'a', { remark: 'a' }],
] as const)('takes %s', (_, name, cell, wanted) => {
  expect(body([name], [cell])).toEqual(wanted)
})

it('refuses names of one column, and tells of unknown ones no more than anybody reads', () => {
  expect(() => body(['note', 'remark'], [])).toThrow('"note" and "remark" are two names of one field')
  const many = Array.from({ length: 3000 }, (_, index) => `${'x'.repeat(80)}${index}`)
  expect(() => body(many, [])).toThrow(
    expect.objectContaining({ errors: expect.toSatisfy((errors) => errors.length === 20) }),
  )
})
