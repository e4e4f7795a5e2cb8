import { expect, it } from 'vitest'
import { writeQuery } from '../../../src/client/query.ts'

it.each([
  [{ status: 1, limit: 5 }, 'status=1&limit=5'],
  [{ status: [0, 8] }, 'status=0&status=8'],
  [{ lastname__in: ['a,b', 'c'] }, 'lastname__in="a,b",c'],
  [{ starttime__between: ['2026-01-30', '2026-01-31'] }, 'starttime__between=2026-01-30,2026-01-31'],
  [{ fields: ['id', 'credit'], ordering: '-credit' }, 'fields=id,credit&ordering=-credit'],
  [{ where: { or: [{ status: 1 }] } }, 'where={"or":[{"status":1}]}'],
  [{ labels: true, cursor: '', search: undefined }, 'labels=1&cursor='],
  [{ tz: '+02:00' }, 'tz=+02:00'],
])('%o', (query, want) => {
  const pairs = want.split('&').map((pair) => pair.split(/=(.*)/s).slice(0, 2))
  expect([...new URLSearchParams(writeQuery(query))]).toEqual(pairs)
})

it('refuses what no query can say', () => {
  expect(() => writeQuery({ lastname: null })).toThrow('lastname__is_null')
})
