import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { requestReason } from '../../../src/http/request-reason.ts'

const reasonOf = (text?: string) =>
  requestReason({ headers: { 'x-request-reason': text } } as unknown as IncomingMessage)

it.each([
  { given: undefined, want: undefined },
  { given: 'Ticket 4711', want: 'Ticket 4711' },
  { given: 'Gutschrift für Juli', want: 'Gutschrift für Juli' },
  { given: 'Gutschrift f%C3%BCr Juli', want: 'Gutschrift für Juli' },
  { given: encodeURIComponent('возврат 100%'), want: 'возврат 100%' },
  { given: encodeURIComponent('😀'.repeat(255)), want: '😀'.repeat(255) },
])('$given', ({ given, want }) => {
  expect(reasonOf(given)).toBe(want)
})

it.each(['', '100%', '%FF', '%00', 'a%0Ab', 'x'.repeat(256), encodeURIComponent('😀'.repeat(256))])(
  'refuses %j',
  (given) => {
    expect(() => reasonOf(given)).toThrow('X-Request-Reason must be 1 to 255 visible characters')
  },
)
