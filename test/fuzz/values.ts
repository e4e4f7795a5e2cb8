/** Values made up from what a schema of the document says: such as fit, such as just fit or just do not, and such as mean harm. */
import type { AnySchemaObject } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'

/** Where a value goes, it is JSON or, in addresses, headers and queries, the text of it. */
export type Value = unknown

const HARMFUL: readonly Value[] = [
  `' or '1'='1`,
  `"; drop table cc_card; --`,
  `\\' or sleep(1) -- `,
  '%_\\',
  '\0',
  'a\0b',
  '\uD800',
  '\u{1F600}'.repeat(9),
  'é'.repeat(300),
  'x'.repeat(70_000),
  '../../etc/passwd',
  '{{7*7}}${7*7}',
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  'null',
  'undefined',
  '__proto__',
  '2026-02-30',
  '0000-00-00',
  '0000-00-00 00:00:00',
  '9999-12-31 23:59:59',
  '10000-01-01',
  '2026-01-01T10:00:00Z',
  '24:00:00',
  'NaN',
  'Infinity',
  '1e400',
  '-1e-400',
  '0x10',
  '1_000',
  ' 1',
  '+1',
  '١',
  '1,5',
  '99999999999999999999999999',
  '-9223372036854775809',
  '0.000001',
  `0.${'9'.repeat(400)}`,
  null,
  true,
  [],
  [1],
  {},
  { constructor: 1 },
  -1,
  1e21,
  9_007_199_254_740_993n,
]

/** What no schema asks for. */
export const harmful: fc.Arbitrary<Value> = fc.constantFrom(...HARMFUL)

export function valueFor(schema: AnySchemaObject): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 7, arbitrary: fitting(schema) },
    { weight: 2, arbitrary: onTheEdge(schema) },
    { weight: 1, arbitrary: harmful },
  )
}

function typesOf({ type }: AnySchemaObject): readonly string[] {
  return [type ?? []].flat() as string[]
}

function fitting(schema: AnySchemaObject): fc.Arbitrary<Value> {
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Value[]))
  if ('const' in schema) return fc.constant(schema['const'])
  const types = typesOf(schema)
  const isNumber = types.includes('integer') || types.includes('number')
  const each = types.flatMap((type): fc.Arbitrary<Value>[] => {
    if (type === 'integer') return [whole(schema)]
    if (type === 'number')
      return [
        fc.oneof(
          whole(schema),
          whole(schema).map((number) => number / 100),
        ),
      ]
    if (type === 'boolean') return [fc.boolean()]
    if (type === 'null') return [fc.constant(null)]
    if (type === 'string') return [isNumber ? whole(schema).map(String) : text(schema)]
    return []
  })
  return each.length === 0 ? fc.constantFrom<Value>(1, 'a', null) : fc.oneof(...each)
}

function whole({ minimum = -1000, maximum = 1000 }: AnySchemaObject): fc.Arbitrary<number> {
  const [min, max] = [Math.max(Number(minimum), -(2 ** 31)), Math.min(Number(maximum), 2 ** 31)]
  // Small ones are keys that there are.
  const small = fc.integer({ min: Math.max(min, 0), max: Math.max(Math.min(max, 9), min, 0) })
  return fc.oneof(small, fc.integer({ min, max: Math.max(min, max) }))
}

const MOMENTS = ['2026-01-31', '2026-01-31 10:00:00', '2025-12-31T23:59:59', '10:00:00', '2026']

function text({ maxLength = 12, pattern }: AnySchemaObject): fc.Arbitrary<string> {
  const limit = Math.min(Number(maxLength), 12)
  if (typeof pattern !== 'string')
    return fc.oneof(fc.string({ maxLength: limit }), fc.string({ unit: 'grapheme', maxLength: limit }))
  const fits = MOMENTS.filter((moment) => new RegExp(pattern, 'u').test(moment))
  const made = fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: 40 })
  return fits.length > 0 ? fc.oneof(fc.constantFrom(...fits), made) : made
}

function onTheEdge({ minimum, maximum, minLength, maxLength }: AnySchemaObject): fc.Arbitrary<Value> {
  const numbers = [minimum, maximum].flatMap((edge) => {
    if (edge === undefined) return []
    const exact = BigInt(Math.trunc(Number(edge)))
    return [exact - 1n, exact, exact + 1n].flatMap((number) => [number, String(number)])
  })
  const lengths = [minLength, maxLength].flatMap((edge) =>
    edge === undefined ? [] : [edge - 1, edge, edge + 1].filter((length) => length >= 0 && length < 100_000),
  )
  const texts = lengths.flatMap((length) => ['x'.repeat(length), 'é'.repeat(length)])
  return fc.constantFrom<Value>(...numbers, ...texts, '', 0, -0, 1.5, '0.00001', '-0', 2 ** 31, String(2 ** 32), null)
}

/** As JSON, without losing a digit; a text that is no Unicode is written as it is. */
export function jsonOf(value: Value): string {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map(jsonOf).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}:${jsonOf(member)}`)
    .join()}}`
}

export function textOf(value: Value): string {
  return typeof value === 'string' ? value : jsonOf(value)
}
