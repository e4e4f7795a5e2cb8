/** What hooks see of a body. */
import { expect, it } from 'vitest'
import { parseExactJson } from '../../../src/json-number.ts'
import { hookedValues } from '../../../src/resources/hooked-values.ts'
import { call } from './resources.ts'

it('shows hooks every number as its digits, what is added, too, but for JSON, which stays as it is', () => {
  const body = parseExactJson('{"card_id":9007199254740993,"src":{"$increment":1.50},"extra":{"$increment":1.50}}')
  expect(JSON.stringify(hookedValues(call, body as object))).toBe(
    '{"card":"9007199254740993","src":{"$increment":"1.50"},"extra":{"$increment":1.50}}',
  )
})
