/** Query parameters to conditions: `card_id=5&-status__in=0,2` to what a WHERE is made of. */
import { ApiError } from '../errors.ts'
import type { Api } from './api.ts'
import { Refusal } from './codecs/codec.ts'
import { codecOf } from './column-codec.ts'
import { type FilterPath, resolveFilter } from './field-path.ts'
import type { Test } from './operators.ts'
import { readFilterName } from './query-name.ts'
import type { Resource } from './resource.ts'

/** In one list, and in one request. */
export const MAX_VALUES = 500

/** One question to the rows, with every value it was asked with; `id`, minus and the tests' shapes make its SQL. */
export interface Condition extends FilterPath {
  /** As the query wrote it: `card` and `card_id` ask the same. */
  readonly names: readonly string[]
  readonly isNegated: boolean
  readonly tests: readonly Test[]
}

/**
 * @param parameters - by name, in the order of the query; a minus before the name negates
 * @param reserved - words of the query that are no filters, for suggestions
 * @throws ApiError `unknown_parameter` for a name, `invalid_parameter` for a value
 */
export function parseFilters(
  api: Api,
  resource: Resource,
  parameters: ReadonlyMap<string, readonly string[]>,
  reserved: readonly string[],
): Condition[] {
  const conditions = new Map<string, Condition>()
  for (const [name, texts] of parameters) {
    const { hasMinus: isNegated, ...given } = readFilterName(name)
    const path = resolveFilter(api, resource, given, reserved)
    const codec = codecOf(path.column.type)
    const tests = texts.map((text) => {
      const test = path.operator.parse(text, codec)
      if (!(test instanceof Refusal)) return test
      throw new ApiError('invalid_parameter', `The value of "${name}" cannot be used. ${test.detail}`, {
        errors: [{ parameter: name, detail: test.detail }],
      })
    })
    const key = `${isNegated ? '-' : ''}${path.id}`
    const same = conditions.get(key)
    conditions.set(key, {
      ...path,
      isNegated,
      names: [...(same?.names ?? []), name],
      tests: [...(same?.tests ?? []), ...tests],
    })
  }
  const count = [...conditions.values()].flatMap(({ tests }) => tests.flatMap(({ values }) => values)).length
  if (count > MAX_VALUES) {
    throw new ApiError(
      'invalid_parameter',
      `The query holds ${count} values; at most ${MAX_VALUES} are looked for at once.`,
    )
  }
  return [...conditions.values()]
}
