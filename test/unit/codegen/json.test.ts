import { expect, it } from 'vitest'
import { formatJson, type JsonLayout } from '../../../codegen/json.ts'

it.each<{ what: string; value: unknown; layout: JsonLayout; text: string }>([
  {
    what: 'a line when it fits',
    value: { a: [1, 'x', null], b: {} },
    layout: {},
    text: '{"a": [1, "x", null], "b": {}}',
  },
  { what: 'exactly the width', value: [1, 2], layout: { width: 6 }, text: '[1, 2]' },
  { what: 'one more than the width', value: [1, 2], layout: { width: 5 }, text: '[\n  1,\n  2\n]' },
  {
    what: 'breaks what holds something too long',
    value: { a: { b: 'too long' }, c: [] },
    layout: { width: 16 },
    text: '{\n  "a": {\n    "b": "too long"\n  },\n  "c": []\n}',
  },
  {
    what: 'breaks what it is told to, and what holds it',
    value: { a: [{ b: [1] }] },
    layout: { isBroken: (value) => Array.isArray(value) && value[0] === 1 },
    text: '{\n  "a": [\n    {\n      "b": [\n        1\n      ]\n    }\n  ]\n}',
  },
  { what: 'leaves out members without a value', value: { a: undefined, b: 0 }, layout: {}, text: '{"b": 0}' },
  {
    what: 'keeps what is empty on its line',
    value: { a: [], b: {} },
    layout: { width: 1 },
    text: '{\n  "a": [],\n  "b": {}\n}',
  },
])('$what', ({ value, layout, text }) => {
  expect(formatJson(value, layout)).toBe(`${text}\n`)
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
})

it('looks at every member once, however deep it lies and however little fits', () => {
  let reads = 0
  const leaf = {
    get text(): string {
      reads += 1
      return 'x'.repeat(50)
    },
  }
  const nested = Array.from({ length: 40 }).reduce<object>((inner) => ({ inner }), leaf)
  formatJson(nested, { width: 60 })
  expect(reads).toBe(1)
})
