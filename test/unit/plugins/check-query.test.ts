import { describe, expect, it } from 'vitest'
import { queryCheck } from '../../../src/plugins/check-query.ts'
import type { ParameterSchema } from '../../../src/plugins/plugin.ts'

const SCHEMAS: Readonly<Record<string, ParameterSchema>> = {
  from: { type: 'string', required: true, pattern: '^\\d{4}$', description: 'a year' },
  by: { type: 'string', default: 'day', values: ['day', 'week'], description: 'day or week' },
  limit: { type: 'integer', minimum: 1, maximum: 500, description: 'a number from 1 to 500' },
}
const check = queryCheck(SCHEMAS)

describe('queryCheck', () => {
  it('gives what was sent, and what was not its default', () => {
    expect(check('from=2026')).toEqual({ from: '2026', by: 'day' })
    expect(check('limit=500&by=week&from=2026')).toEqual({ from: '2026', by: 'week', limit: '500' })
  })

  it.each([
    ['', 'from', 'a year'],
    ['from=26', 'from', 'a year'],
    ['from=2026&by=month', 'by', 'day or week'],
    ['from=2026&limit=0', 'limit', 'from 1 to 500'],
    ['from=2026&limit=501', 'limit', 'from 1 to 500'],
    ['from=2026&limit=1.5', 'limit', 'from 1 to 500'],
    ['from=2026&limit=1e2', 'limit', 'from 1 to 500'],
    ['from=2026&limit=05', 'limit', 'from 1 to 500'],
    ['from=2026&limit=', 'limit', 'from 1 to 500'],
    ['from=2026&from=2027', 'from', 'is given 2 times'],
  ])('refuses %s, naming %s', (query, parameter, why) => {
    expect(() => check(query)).toThrow(
      expect.objectContaining({
        code: 'invalid_parameter',
        errors: [{ parameter, detail: expect.stringContaining(why) }],
      }),
    )
  })

  it('tells everything that is wrong at once', () => {
    expect(() => check('by=x&limit=y')).toThrow(
      expect.objectContaining({
        errors: ['from', 'by', 'limit'].map((parameter) => expect.objectContaining({ parameter })),
      }),
    )
  })

  it('names the nearest to one that it does not know', () => {
    expect(() => check('from=2026&limits=1')).toThrow(/"limits" is unknown here.*Did you mean "limit"\?/)
    expect(() => queryCheck()('limit=1')).toThrow(/unknown here/)
  })
})
