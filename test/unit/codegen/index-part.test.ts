import { expect, it } from 'vitest'
import { readIndexPart, writeIndexPart } from '../../../codegen/introspection/index-part.ts'

const columns = [{ name: 'name' }, { name: 'code(10)' }, { name: 'age DESC' }, { name: '(odd' }]

it.each([
  { part: { column: 'name' }, text: 'name' },
  { part: { column: 'name', prefix: 10 }, text: 'name(10)' },
  { part: { column: 'name', descending: true as const }, text: 'name DESC' },
  { part: { column: 'name', prefix: 10, descending: true as const }, text: 'name(10) DESC' },
  { part: { expression: 'lower(`name`)' }, text: '(lower(`name`))' },
  { part: { expression: '`a` + 1', descending: true as const }, text: '(`a` + 1) DESC' },
  { part: { column: 'code(10)' }, text: 'code(10)' },
  { part: { column: 'code(10)', prefix: 5 }, text: 'code(10)(5)' },
  { part: { column: 'age DESC' }, text: 'age DESC' },
  { part: { column: 'age DESC', descending: true as const }, text: 'age DESC DESC' },
  { part: { column: '(odd' }, text: '(odd' },
])('$text', ({ part, text }) => {
  expect(writeIndexPart(part)).toBe(text)
  expect(readIndexPart(text, columns)).toEqual(part)
})
