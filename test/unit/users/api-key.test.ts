import { expect, it } from 'vitest'
import { hashApiKey, idOfApiKey, isApiKey, makeApiKey } from '../../../src/users/api-key.ts'
import { parseAuthorization } from '../../../src/users/credentials.ts'

it('a key names its row, and is known by a hash that does not hold it', () => {
  const [key, other] = [makeApiKey('7'), makeApiKey('7')]
  expect(key).toMatch(/^a2b_7_[\w-]{43}$/)
  expect(other).not.toBe(key)
  expect(idOfApiKey(key)).toBe(7)
  const stored = hashApiKey(key)
  expect(stored).toMatch(/^[0-9a-f]{64}$/)
  expect(isApiKey(key, stored)).toBe(true)
  expect(isApiKey(other, stored)).toBe(false)
  expect(isApiKey(key.replace('a2b_7_', 'a2b_8_'), stored)).toBe(false)
})

it('what was not stored whole is nobody’s hash', () => {
  expect(isApiKey(makeApiKey('7'), '')).toBe(false)
})

const random = 'A'.repeat(43)

it.each([
  [`Bearer a2b_7_${random}`, { kind: 'key', id: 7, key: `a2b_7_${random}` }],
  [`bearer  a2b_7_${random} `, { kind: 'key', id: 7, key: `a2b_7_${random}` }],
  ['Basic YTpi', { kind: 'password', name: 'a', password: 'b' }],
  [`Bearer a2b_0_${random}`, undefined],
  [`Bearer a2b_07_${random}`, undefined],
  [`Bearer a2b_-7_${random}`, undefined],
  [`Bearer a2b_9999999999999999_${random}`, undefined],
  [`Bearer a2b_7_${random}A`, undefined],
  [`Bearer a2b_7_${random.slice(1)}`, undefined],
  [`Bearer a2b_7_${random.slice(1)}é`, undefined],
  ['Bearer', undefined],
  ['Bearer YTpi', undefined],
  ['Digest a', undefined],
])('"%s"', (header, credentials) => {
  expect(parseAuthorization(header)).toEqual(credentials)
})
