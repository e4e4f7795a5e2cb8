/** docs/versioning.md promises that nothing breaks; this holds the document against that of the last release. */
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { describe, expect, it } from 'vitest'
import { currentDocument, readBaseline } from '../../../scripts/contract/baseline.ts'
import { breakingChanges } from '../../../scripts/contract/breaking.ts'
import { outlineOf } from '../../../scripts/contract/outline.ts'

it('the document breaks no program that was written for the last release', () => {
  expect(breakingChanges(readBaseline(), outlineOf(currentDocument()))).toEqual([])
})

describe('is told', () => {
  // oxlint-disable-next-line typescript/no-explicit-any -- reaches into a document at will
  type Document = any
  const changed = (change: (document: Document) => void): string[] => {
    const document = structuredClone(currentDocument()) as OpenAPIObject
    change(document)
    return breakingChanges(readBaseline(), outlineOf(document))
  }

  it.each<[string, (document: Document) => void, string[]]>([
    ['an address', ({ paths }) => delete paths['/api/movement/{key}/'], ['GET /api/movement/{key}/ is gone']],
    ['a method', ({ paths }) => delete paths['/api/card/'].post, ['POST /api/card/ is gone']],
    [
      'a parameter',
      ({ paths }) => paths['/api/card/'].get.parameters.pop(),
      ['GET /api/card/: the parameter query max_concurrent is gone'],
    ],
    [
      'a header that is needed',
      ({ paths }) => (paths['/custom_api/refill/{card_id}'].post.parameters[1].required = true),
      ['POST /custom_api/refill/{card_id}: the parameter header Idempotency-Key is needed now'],
    ],
    [
      'a field of answers',
      ({ components }) => delete components.schemas.RefillCardAnswer.properties.vat,
      ['RefillCardAnswer: vat is gone'],
    ],
    [
      'another type of answers',
      ({ components }) => (components.schemas.RefillCardAnswer.properties.vat.type = ['number', 'string']),
      ['RefillCardAnswer: vat may be string now'],
    ],
    [
      'a member that may be missing',
      ({ components }) => components.schemas.ChargeCardAnswer.required.pop(),
      ['ChargeCardAnswer: current_balance may be missing now'],
    ],
    [
      'a member that is needed',
      ({ components }) => components.schemas.IssueKeyBody.required.push('days'),
      ['IssueKeyBody: days is needed now'],
    ],
    [
      'a type that bodies may not have any more',
      ({ components }) => (components.schemas.RefillCardBody.properties.credit.type = 'number'),
      ['RefillCardBody: credit takes no string any more'],
    ],
    [
      'an answer in another form',
      ({ paths }) => delete paths['/api/card/'].get.responses[200].content['text/csv'],
      ['GET /api/card/: the answer 200 text/csv is gone'],
    ],
    [
      'a member of a problem',
      ({ components }) => delete components.schemas['Api.Problem'].properties.error,
      ['Api.Problem: error is gone'],
    ],
  ])('%s', (_, change, want) => expect(changed(change)).toEqual(want))

  it.each<[string, (document: Document) => void]>([
    ['a new address', ({ paths }) => (paths['/api/new/'] = { get: { responses: {} } })],
    ['a new parameter', ({ paths }) => paths['/api/card/'].get.parameters.push({ name: 'new', in: 'query' })],
    ['a new member of answers', ({ components }) => (components.schemas.Card.properties.extra = { type: 'string' })],
    [
      'a new member of bodies that may be left out',
      ({ components }) => (components.schemas.IssueKeyBody.properties.extra = { type: 'string' }),
    ],
    ['other words', ({ paths }) => (paths['/api/card/'].get.summary = 'Cards')],
    ['a new error', ({ components }) => components.schemas['Api.Problem'].properties.type.enum.push('urn:x')],
  ])('not %s', (_, change) => expect(changed(change)).toEqual([]))
})
