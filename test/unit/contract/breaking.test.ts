/** docs/versioning.md promises that nothing breaks; this holds the document against that of the last release. */
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { describe, expect, it } from 'vitest'
import { currentDocument, readBaseline } from '../../../scripts/contract/baseline.ts'
import { breakingChanges, newAnswers } from '../../../scripts/contract/breaking.ts'
import { outlineOf } from '../../../scripts/contract/outline.ts'

it('the document breaks no program that was written for the last release', () => {
  expect(breakingChanges(readBaseline(), outlineOf(currentDocument()))).toEqual([])
})

describe('is told', () => {
  // oxlint-disable-next-line typescript/no-explicit-any -- reaches into a document at will
  type Document = any
  const parameter = (operation: Document, name: string): Document =>
    operation.parameters.find((one: Document) => one.name === name)
  const choices = (operation: Document, name: string): string[] => parameter(operation, name).schema.enum
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
    [
      'a choice of a parameter that is gone',
      ({ paths }) => choices(paths['/custom_api/report/money'].get, 'by').pop(),
      ['GET /custom_api/report/money: the parameter query by takes no year any more'],
    ],
    [
      'a parameter that is given choices',
      ({ paths }) => (parameter(paths['/custom_api/report/money'].get, 'tz').schema.enum = ['UTC']),
      ['GET /custom_api/report/money: the parameter query tz takes only UTC now'],
    ],
    [
      'a smaller range of a parameter',
      ({ paths }) =>
        Object.assign(parameter(paths['/custom_api/report/traffic'].get, 'limit').schema, { minimum: 2, maximum: 9 }),
      [
        'GET /custom_api/report/traffic: the parameter query limit has the minimum 2 now',
        'GET /custom_api/report/traffic: the parameter query limit has the maximum 9 now',
      ],
    ],
    [
      'a choice of bodies that is gone',
      ({ components }) => components.schemas['Api.Batch'].properties.operations.items.properties.method.enum.shift(),
      ['Api.Batch: operations[].method takes no POST any more'],
    ],
    [
      'shorter texts',
      ({ components }) => (components.schemas['Card.New'].properties.username.maxLength = 20),
      ['Card.New: username has the maxLength 20 now'],
    ],
    [
      'another pattern',
      ({ components }) => (components.schemas['Card.New'].properties.creationdate.pattern = '^x$'),
      ['Card.New: creationdate must be like ^x$ now'],
    ],
    [
      'a limit of one of several types',
      ({ components }) => (components.schemas['Card.Patch'].properties.max_concurrent.anyOf[0].maximum = 9),
      ['Card.Patch: max_concurrent has the maximum 9 now'],
    ],
    [
      'fewer rows at once',
      ({ paths }) => (paths['/api/card/'].post.requestBody.content['application/json'].schema.anyOf[1].maxItems = 100),
      ['POST /api/card/ body has the maxItems 100 now'],
    ],
    [
      'another permission',
      ({ paths }) => (paths['/api/card/'].get['x-permission'] = 'card:see'),
      ['GET /api/card/: the permission card:see is needed now'],
    ],
    ['a login', ({ paths }) => delete paths['/health/live'].get.security, ['GET /health/live: a login is needed now']],
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
    ['a permission that is needed no more', ({ paths }) => delete paths['/api/card/'].get['x-permission']],
    ['a new choice of a parameter', ({ paths }) => choices(paths['/custom_api/report/money'].get, 'by').push('decade')],
    [
      'a wider range',
      ({ paths }) =>
        Object.assign(parameter(paths['/custom_api/report/traffic'].get, 'limit').schema, { minimum: 0, maximum: 999 }),
    ],
    ['longer texts', ({ components }) => (components.schemas['Card.New'].properties.username.maxLength = 51)],
    ['texts of any length', ({ components }) => delete components.schemas['Card.New'].properties.username.maxLength],
    ['shorter texts of answers', ({ components }) => (components.schemas.Card.properties.username.maxLength = 5)],
    ['a new error', ({ components }) => components.schemas['Api.Problem'].properties.type.enum.push('urn:x')],
  ])('not %s', (_, change) => expect(changed(change)).toEqual([]))

  it('and what answers may say that they did not is told, though it breaks nobody', () => {
    const told = (change: (document: Document) => void): string[] => {
      const document = structuredClone(currentDocument()) as OpenAPIObject
      change(document)
      return newAnswers(readBaseline(), outlineOf(document))
    }
    const { components } = currentDocument() as Document
    expect(components.schemas['Api.Problem'].properties.type.enum.length).toBeGreaterThan(10)
    expect(told((document) => document.components.schemas['Api.Problem'].properties.type.enum.push('urn:x'))).toEqual([
      'Api.Problem: type may be urn:x now',
    ])
    expect(told((document) => delete document.components.schemas['Api.Problem'].properties.type.enum)).toEqual([
      'Api.Problem: type may be anything now',
    ])
    expect(told((document) => document.components.schemas['Api.Problem'].properties.type.enum.pop())).toEqual([])
    // Of requests, that is nothing to be told.
    expect(told(({ paths }) => choices(paths['/custom_api/report/money'].get, 'by').push('decade'))).toEqual([])
  })
})
