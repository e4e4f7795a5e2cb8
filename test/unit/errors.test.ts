import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ApiError, ERRORS, problemType } from '../../src/errors.ts'
import type { ErrorCode } from '../../src/errors.ts'
import { problemBody } from '../../src/http/problem.ts'

const document = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')

it('docs/errors.md lists every error with its status, in the order of the table', () => {
  const rows = [...document.matchAll(/^\| `(\w+)` \| (\d+) \| (.+) \| (.+) \|$/gm)]
  const listed = rows.map(([, code, status]) => [code, Number(status)])
  expect(listed).toEqual(Object.entries(ERRORS).map(([code, [status]]) => [code, status]))
})

it.each(Object.keys(ERRORS) as ErrorCode[])('%s is a complete problem', (code) => {
  const error = new ApiError(code, 'What went wrong.', { errors: [{ pointer: '/a', detail: 'is wrong' }] })
  const [status, title, text] = ERRORS[code]
  expect(JSON.parse(problemBody(error, 'id-1'))).toEqual({
    type: problemType(code),
    title,
    status,
    detail: 'What went wrong.',
    errors: [{ pointer: '/a', detail: 'is wrong' }],
    request_id: 'id-1',
    error: text,
  })
})

it('leaves out what there is nothing to say of, and takes another short text', () => {
  const error = new ApiError('missing_field', 'The body lacks credit.', { error: 'Missing credit parameter.' })
  const problem = JSON.parse(problemBody(error, 'id-1'))
  expect(problem).not.toHaveProperty('errors')
  expect(problem.error).toBe('Missing credit parameter.')
})
