/** Requests made up from the document: an operation, and for its address, query, headers and body values of all sorts. */
import * as fc from 'fast-check'
import type { AnySchemaObject } from 'ajv/dist/2020.js'
import { type Contract, escapePointer, type Found, type Parameter } from '../recorder/contract.ts'
import { harmful, jsonOf, textOf, type Value, valueFor } from './values.ts'

export interface MadeUp {
  readonly operationId: string
  readonly method: string
  /** With its query, as in a request line. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

const OPERATORS =
  'eq ne lt lte gt gte in not_in is is_not is_null like ilike contains startswith endswith icontains regexp iregexp between nonsense'.split(
    ' ',
  )

/** Values of the words that lists take, which the document describes in sentences. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  cursor: ['', 'x', 'W10', 'eyJhIjoxfQ'],
  where: [
    '{"id":1}',
    '{"or":[{"id__gt":1},{"not":{"id":2}}]}',
    '{}',
    '[]',
    '{',
    '{"or":[]}',
    '{"__proto__":1}',
    'null',
  ],
  having: ['{"count__gt":1}', '{"sum_id__lt":9}', '{}', '{"count":"x"}'],
  agg: ['count', 'count,max(id)', 'sum(id)', 'avg(id),distinct(id)', 'sum(', 'sum(nothing)', 'max(id)x', ''],
  group: ['id', 'id,id', 'creationdate:day', 'starttime:week', 'id:day', ':', ''],
  tz: ['Europe/Paris', '+02:00', '-13:59', '+99:99', 'Nowhere/At_All', ''],
  fields: ['id', 'id,nothing', '', 'id.id', '"id"', ','],
  omit: ['id', 'nothing', ''],
  expand: ['id_cc_card', 'card', 'callerid', 'callerid.id_cc_card', 'nothing', 'a.b.c.d.e', ''],
  set: ['{"id_group":1}', '{"status":"x"}', '{"nothing":1}', '{"credit":"1e3"}', '[]', '{', ''],
  on: ['id', 'username', 'username,useralias', 'nothing', ''],
  ordering: ['id', '-id', 'id,-id', 'nothing', '--id', '""', ''],
  search: ['a', '1', '% _', 'a b c d e f g', ''],
}

const KEYS = [
  '1',
  '2',
  '3',
  '5',
  '7',
  '0',
  '-1',
  '00007',
  '999999',
  '2147483648',
  '9223372036854775807',
  '9223372036854775808',
  '1e3',
]
const HARMFUL_KEYS = [
  '%00',
  '%zz',
  '%ff',
  '%2e%2e',
  '%2f',
  'a,b',
  '1,2',
  ',',
  '%20',
  '7%20',
  '%27',
  "'",
  'null',
  '*',
  '%F0%9F%98%80',
  'x'.repeat(3000),
]

/** Headers with which nothing else is meant than is sent, and others. */
const headers: fc.Arbitrary<Record<string, string>> = fc
  .uniqueArray(
    fc.oneof(
      fc
        .constantFrom('retry', 'x'.repeat(255), 'x'.repeat(256), ' ', 'é', '"quoted"')
        .map((value) => ['Idempotency-Key', value] as const),
      fc
        .constantFrom('because', 'Gutschrift f%C3%BCr Juli', '%', '%zz', '', 'x'.repeat(300))
        .map((value) => ['X-Request-Reason', value] as const),
      fc
        .constantFrom('text/csv', 'application/x-ndjson', 'text/html', '*/*;q=0', ';;;', 'application/json')
        .map((value) => ['Accept', value] as const),
      fc.constantFrom('DELETE', 'PATCH').map((value) => ['X-HTTP-Method-Override', value] as const),
      fc.constantFrom('"abc"', '*', 'W/"x"', 'nonsense').map((value) => ['If-Match', value] as const),
      fc.constantFrom('an-id', 'x'.repeat(100), 'a b').map((value) => ['X-Request-Id', value] as const),
      fc.constantFrom('trailers', 'gzip').map((value) => ['TE', value] as const),
      fc.constantFrom('http://elsewhere.example', 'null').map((value) => ['Origin', value] as const),
    ),
    { maxLength: 2, selector: ([name]) => name },
  )
  .map((all) => Object.fromEntries(all))

/** Bodies that no schema describes. */
const RAW = [
  '',
  '{',
  '[]',
  'null',
  '1',
  '"x"',
  '{}x',
  '{"a":1,"a":2}',
  `${'['.repeat(50)}${']'.repeat(50)}`,
  '\uFEFF{}',
  '{"id":1e999}',
  `{"id":${'9'.repeat(5000)}}`,
]

/** @param keys - of rows that there are, by the resource; of cards for what moves money */
export function requests(contract: Contract, keys: ReadonlyMap<string, readonly string[]>): fc.Arbitrary<MadeUp> {
  // Of each kind as many as of any other: what there is once would hardly ever be asked, or nothing else.
  const kinds = Map.groupBy(
    contract.all(),
    ({ method, template, operation: { tags = [] } }) =>
      `${method} ${tags.reduce((path, tag) => path.replace(`/api/${tag}/`, '/api/*/'), template)}`,
  )
  const ofEach = [...kinds.values()].map((found) => ({
    weight: found.length > 1 ? 5 : 1,
    arbitrary: fc.constantFrom(...found),
  }))
  return fc.oneof(...ofEach).chain((found) => requestFor(contract, found, keys))
}

function requestFor(
  contract: Contract,
  found: Found,
  keys: ReadonlyMap<string, readonly string[]>,
): fc.Arbitrary<MadeUp> {
  if (!isFile(found)) return requestTo(found, keys, { body: bodyOf(contract, found) })
  // A caller who sees few resources has few of these.
  const { schemas } = contract.document.components as { schemas: object }
  const files = FILES.filter(({ schema }) => Object.hasOwn(schemas, schema))
  return fc.constantFrom(...files).chain(({ resource, schema }) => {
    const at = { ...found, template: found.template.replace('{resource}', resource) }
    const key = fc.nat({ max: 1_000_000 }).map((number) => ({ 'Idempotency-Key': `key-${number}` }))
    return requestTo(at, keys, { body: fileOf(contract, schema), type: 'text/csv', required: key })
  })
}

interface Sent {
  readonly body: fc.Arbitrary<string | undefined>
  readonly type?: string
  readonly required?: fc.Arbitrary<Record<string, string>>
}

function requestTo(
  found: Found,
  keys: ReadonlyMap<string, readonly string[]>,
  { body, type = 'application/json', required = requiredHeaders(found) }: Sent,
): fc.Arbitrary<MadeUp> {
  const { operation, method, template } = found
  const there = keys.get(operation.tags?.find((tag) => keys.has(tag)) ?? 'card') ?? []
  const others = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS')
  return fc
    .record({
      method: fc.oneof({ weight: 19, arbitrary: fc.constant(method.toUpperCase()) }, { weight: 1, arbitrary: others }),
      path: pathOf(template, there),
      query: queryOf(found),
      headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
      required,
      body,
      type: fc.oneof(
        { weight: 19, arbitrary: fc.constant(type) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('text/plain', 'application/json; charset=latin1', 'multipart/form-data', ''),
        },
      ),
    })
    .map(({ path, query, type: given, body: text, required: always, headers: more, ...made }) => {
      const hasBody = text !== undefined && !['GET', 'HEAD'].includes(made.method)
      return {
        operationId: operation.operationId,
        method: made.method,
        path: query === '' ? path : `${path}?${query}`,
        headers: { ...always, ...more, ...(hasBody && { 'Content-Type': given }) },
        ...(hasBody && { body: text }),
      }
    })
}

/** Where files are sent, and what a line of them can have; a view, and what is no table. */
const FILES = [
  { resource: 'cardgroup', schema: 'CardGroup.New' },
  { resource: 'country', schema: 'Country.New' },
  { resource: 'card', schema: 'Card.New' },
  { resource: 'agenttariffgroup', schema: 'AgentTariffgroup.New' },
  { resource: 'callplanlcr', schema: 'Country.New' },
  { resource: 'nothing', schema: 'Country.New' },
]

function isFile({ operation: { requestBody } }: Found): boolean {
  return requestBody?.content['text/csv'] !== undefined
}

function pathOf(template: string, there: readonly string[]): fc.Arbitrary<string> {
  const key = fc.oneof(
    { weight: there.length > 0 ? 12 : 0, arbitrary: fc.constantFrom(...(there.length > 0 ? there : KEYS)) },
    { weight: 3, arbitrary: fc.constantFrom(...KEYS) },
    { weight: 1, arbitrary: fc.constantFrom(...HARMFUL_KEYS) },
    { weight: 1, arbitrary: harmful.map((value) => encodeURIComponent(textOf(value).toWellFormed()).slice(0, 3000)) },
  )
  const parts = template.split(/\{\w+\}/)
  return fc
    .tuple(fc.array(key, { minLength: parts.length - 1, maxLength: parts.length - 1 }), fc.boolean())
    .map(([keys, hasSlash]) => {
      const path = parts.reduce((start, part, index) => `${start}${keys[index - 1] ?? ''}${part}`)
      return hasSlash ? path : path.replace(/\/$/, '')
    })
}

function requiredHeaders({ parameters }: Found): fc.Arbitrary<Record<string, string>> {
  const named = parameters.filter((it) => it.in === 'header' && it.required)
  return fc.record(Object.fromEntries(named.map(({ name }) => [name, fc.constantFrom('one', 'two', 'three')])))
}

function queryOf({ parameters }: Found): fc.Arbitrary<string> {
  const inQuery = parameters.filter((it) => it.in === 'query')
  const unknown = fc.tuple(fc.constantFrom('nothing', 'a'.repeat(200), '__proto__', '', 'id__', '__id', '-'), harmful)
  if (inQuery.length === 0) {
    return fc.oneof(
      { weight: 19, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: unknown.map((one) => written([one])) },
    )
  }
  const words = inQuery.filter(
    (it) =>
      Object.hasOwn(WORDS, it.name) || it.schema['enum'] !== undefined || it.name === 'limit' || it.name === 'page',
  )
  const columns = inQuery.filter((it) => !words.includes(it) && it.style === undefined)
  const word = words.length === 0 ? unknown : fc.constantFrom(...words).chain(wordOf)
  const filter = columns.length === 0 ? word : fc.constantFrom(...columns).chain(filterOf)
  const one = fc.oneof(
    { weight: 8, arbitrary: word },
    { weight: 8, arbitrary: filter },
    { weight: 1, arbitrary: unknown },
  )
  return fc.array(one, { maxLength: 3 }).map(written)
}

type Pair = readonly [name: string, value: Value]

function wordOf({ name, schema }: Parameter): fc.Arbitrary<Pair> {
  const known = WORDS[name]
  const value =
    known === undefined
      ? valueFor(schema)
      : fc.oneof({ weight: 9, arbitrary: fc.constantFrom<Value>(...known) }, { weight: 1, arbitrary: harmful })
  return value.map((it) => [name, it])
}

function filterOf({ name, schema }: Parameter): fc.Arbitrary<Pair> {
  return fc
    .tuple(
      fc.constantFrom('', '', '', '-'),
      fc.constantFrom('', '', ...OPERATORS),
      fc.array(valueFor(schema), { minLength: 1, maxLength: 2 }),
    )
    .map(([minus, operator, values]) => [
      `${minus}${name}${operator === '' ? '' : `__${operator}`}`,
      values.map(textOf).join(),
    ])
}

function written(pairs: readonly Pair[]): string {
  // Longer ones are refused by the parser of the server, which is tested elsewhere.
  const short = (value: Value): string => textOf(value).toWellFormed().slice(0, 2000)
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(short(value))}`).join('&')
}

function bodyOf(contract: Contract, { operation: { requestBody }, pointer }: Found): fc.Arbitrary<string | undefined> {
  const raw = fc.constantFrom(...RAW)
  const type = 'application/json'
  const schema = requestBody?.content[type]?.schema
  if (!schema) return fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: raw })
  const { value } = contract.resolve<AnySchemaObject>(
    schema,
    `${pointer}/requestBody/content/${escapePointer(type)}/schema`,
  )
  return fc.oneof({ weight: 9, arbitrary: objectFor(value) }, { weight: 1, arbitrary: raw })
}

/** Of the first row the names, of each what it has of these. */
function fileOf(contract: Contract, schema: string): fc.Arbitrary<string> {
  const cells = (values: readonly unknown[]): string =>
    values
      .map((value) => (value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`))
      .join()
  const { value } = contract.resolve<AnySchemaObject>({ $ref: `#/components/schemas/${schema}` })
  const lines = fc.array(objectFor(value), { minLength: 1, maxLength: 3 })
  return fc.tuple(lines, fc.constantFrom('\n', '\n', '\r\n', '\r\n', ',\n', '"\n')).map(([objects, end]) => {
    const rows = objects.map((text) => JSON.parse(text) as Record<string, unknown>)
    const names = Object.keys(rows[0] ?? {})
    return [cells(names), ...rows.map((row) => cells(names.map((name) => row[name])))].join(end)
  })
}

/** What it requires, mostly, and some of the rest; of two members of one name the second is written, too. */
function objectFor({ properties = {}, required = [] }: AnySchemaObject): fc.Arbitrary<string> {
  const names = Object.keys(properties as object)
  const memberOf = (name: string): fc.Arbitrary<Pair> =>
    valueFor((properties as Record<string, AnySchemaObject>)[name] ?? {}).map((value) => [name, value])
  const wanted = fc.tuple(...(required as string[]).map(memberOf))
  const more =
    names.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...names).chain(memberOf), { maxLength: 3 })
  const strange = fc.oneof(
    { weight: 19, arbitrary: fc.constant<Pair[]>([]) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('nothing', '__proto__', 'constructor', ''), harmful).map((pair) => [pair]),
    },
  )
  return fc
    .tuple(fc.oneof({ weight: 9, arbitrary: wanted }, { weight: 1, arbitrary: fc.constant([]) }), more, strange)
    .map(([first, then, last]) => {
      const known = new Set<string>(first.map(([name]) => name))
      const members = [...first, ...then.filter(([name]) => !known.has(name)), ...last]
      return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${jsonOf(value)}`).join()}}`
    })
}
