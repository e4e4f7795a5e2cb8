/** Queries of lists made up by fast-check: right ones, nearly right ones, and such as mean harm. */
import * as fc from 'fast-check'
import { type Column, fieldOf, type Resource } from '../../src/resources/resource.ts'

/** Stands in every value and in every name that is made up, and in no name of the model. */
export const MARK = 'zqx7'

const HARMFUL = [
  `' or '1'='1`,
  `" or ""="`,
  `\\' or 1=1 -- `,
  '`; drop table cc_card; --',
  '%_!\\',
  '\0',
  '\u{1F600}',
  "/*! 'x */",
  '?',
  ':x',
  '${x}',
  'null',
]
const OPERATORS =
  'eq ne lt lte gt gte in not_in is is_not is_null like ilike contains startswith endswith icontains between'.split(' ')

const marked = fc.constantFrom(...HARMFUL).map((text) => `${MARK}${text}`)

function valueFor({ type }: Column): fc.Arbitrary<string> {
  const fitting =
    type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'float'
      ? fc.integer({ min: -5, max: 500 }).map(String)
      : type.kind === 'timestamp' || type.kind === 'datetime' || type.kind === 'date'
        ? fc.constantFrom('2026-01-01', '2025-12-31 10:00:00', '0000-00-00')
        : marked
  return fc.oneof(
    { weight: 5, arbitrary: fitting },
    { weight: 1, arbitrary: marked },
    fc.constantFrom('', 'true', 'null'),
  )
}

interface Filter {
  readonly name: string
  readonly value: string
}

function filterOf(resource: Resource, resources: ReadonlyMap<string, Resource>): fc.Arbitrary<Filter> {
  const own = fc.constantFrom(...resource.columns).map((column) => ({ path: fieldOf(column), column }))
  const behind = Object.entries(resource.relations).flatMap(([name, { resource: to }]) =>
    (resources.get(to)?.columns ?? []).map((column) => ({ path: `${name}__${fieldOf(column)}`, column })),
  )
  const place = behind.length > 0 ? fc.oneof(own, fc.constantFrom(...behind)) : own
  return place.chain(({ path, column }) =>
    fc
      .tuple(
        fc.constantFrom('', '', '-'),
        fc.constantFrom('', ...OPERATORS),
        fc.array(valueFor(column), { minLength: 1, maxLength: 2 }),
      )
      .map(([minus, operator, values]) => ({
        name: `${minus}${path}${operator === '' ? '' : `__${operator}`}`,
        value: operator === 'is_null' ? 'true' : operator.startsWith('is') ? 'null' : values.join(),
      })),
  )
}

function whereOf(filter: fc.Arbitrary<Filter>): fc.Arbitrary<object> {
  const { tree } = fc.letrec<{ tree: object; leaf: object }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      tie('leaf'),
      fc.record({ or: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ and: fc.array(tie('tree'), { minLength: 1, maxLength: 2 }) }),
      fc.record({ not: tie('tree') }),
    ),
    leaf: filter.map(({ name, value }) => ({ [name]: value })),
  }))
  return tree
}

/** @returns as in a URL, without `?` */
export function queryOf(resource: Resource, resources: ReadonlyMap<string, Resource>): fc.Arbitrary<string> {
  const filter = filterOf(resource, resources)
  const field = fc.constantFrom(...resource.columns.map(fieldOf))
  const names = (most: number): fc.Arbitrary<string> =>
    fc
      .uniqueArray(fc.oneof({ weight: 9, arbitrary: field }, marked), { minLength: 1, maxLength: most })
      .map((all) => all.join())
  const relations = [
    ...Object.keys(resource.relations),
    ...[...resources.values()]
      .filter(({ relations: all }) => Object.values(all).some(({ resource: to }) => to === resource.name))
      .map(({ name }) => name),
  ]
  const word = fc.oneof(
    names(3).map((value) => ({ name: 'fields', value })),
    names(2).map((value) => ({ name: 'omit', value })),
    fc.tuple(fc.constantFrom('', '-'), field).map(([minus, value]) => ({ name: 'ordering', value: minus + value })),
    fc.constantFrom('exact', 'capped', 'auto', MARK).map((value) => ({ name: 'count', value })),
    fc.constantFrom('1', '0', MARK).map((value) => ({ name: 'labels', value })),
    fc.constantFrom('string', MARK).map((value) => ({ name: 'decimals', value })),
    fc.oneof(marked, fc.constantFrom('a', '1 2', 'x%')).map((value) => ({ name: 'search', value })),
    whereOf(filter).map((tree) => ({ name: 'where', value: JSON.stringify(tree) })),
    marked.map((value) => ({ name: 'where', value })),
    marked.map((value) => ({ name: value, value })),
    fc.constantFrom('2', '0', MARK).map((value) => ({ name: 'page', value })),
    fc.constant({ name: 'limit', value: '3' }),
    fc.constantFrom('', MARK).map((value) => ({ name: 'cursor', value })),
    fc
      .constantFrom('count', 'count,sum(id)', 'max(id),min(id)', `sum(${MARK})`, MARK)
      .map((value) => ({ name: 'agg', value })),
    fc
      .oneof(
        names(2),
        fc.tuple(field, fc.constantFrom('hour', 'day', 'week', MARK)).map(([name, bucket]) => `${name}:${bucket}`),
      )
      .map((value) => ({ name: 'group', value })),
    fc
      .constantFrom('{"count__gt":1}', '{"sum_id__lt":"9"}', `{"${MARK}":1}`)
      .map((value) => ({ name: 'having', value })),
    fc.constantFrom('1', MARK).map((value) => ({ name: 'explain', value })),
    fc.constantFrom('Europe/Paris', '-03:30', MARK).map((value) => ({ name: 'tz', value })),
    ...(relations.length > 0 ? [fc.constantFrom(...relations).map((value) => ({ name: 'expand', value }))] : []),
  )
  return fc
    .tuple(fc.array(filter, { maxLength: 2 }), fc.uniqueArray(word, { maxLength: 3, selector: ({ name }) => name }))
    .map((parts) =>
      parts
        .flat()
        .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&'),
    )
}
