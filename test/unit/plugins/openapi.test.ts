import { readFileSync } from 'node:fs'
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { describe, expect, it } from 'vitest'
import { formatJson } from '../../../codegen/json.ts'
import notes from '../../../examples/plugins/notes/index.ts'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import { pluginDocument, withPlugins } from '../../../src/plugins/openapi.ts'
import type { Plugin, PluginResource } from '../../../src/plugins/plugin.ts'
import { bigint, decimal, flag, json, varchar } from '../../../src/resources/column-types.ts'
import { emptyDocument } from '../http/serve.ts'

const generated: OpenAPIObject = JSON.parse(
  readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'),
)

it('the committed document of the plugins that come with the server is what they give', async () => {
  const { paths, schemas, permissions, actions, tags } = pluginDocument(BUILT_IN)
  const document = { paths, schemas, permissions, actions, tags }
  await expect(formatJson(document, { width: 110 })).toMatchFileSnapshot('../../../docs/openapi-plugins.json')
})

it('the document shows refill and charge as declared, the same bytes each time', () => {
  const document = withPlugins(emptyDocument, BUILT_IN)
  expect(JSON.stringify(document)).toBe(JSON.stringify(withPlugins(emptyDocument, BUILT_IN)))
  expect(document.paths?.['/custom_api/refill/{card_id}']).toMatchObject({
    post: {
      operationId: 'refillCard',
      'x-permission': 'money:refill',
      parameters: expect.arrayContaining([expect.objectContaining({ name: 'card_id', in: 'path', required: true })]),
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/RefillCardBody' } } } },
      responses: {
        200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/RefillCardAnswer' } } } },
      },
    },
  })
  expect(document.components?.schemas?.['ChargeCardBody']).toMatchObject({ type: 'object', required: ['amount'] })
  expect(document['x-a2b-permissions']).toMatchObject({ 'money:refill': expect.any(String) })
})

it('the document refers to nothing that is not in it, and names no operation twice', () => {
  const document = withPlugins(generated, [...BUILT_IN, notes])
  const text = JSON.stringify(document)
  const references = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([\w.]+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
  )
  const components = Object.entries(document.components ?? {}).flatMap(([kind, named]) =>
    Object.keys(named as object).map((name) => `${kind}/${name}`),
  )
  expect([...references.difference(new Set(components))]).toEqual([])
  expect(references).toContain('schemas/RefillCardBody')
  expect(references).toContain('schemas/Note.List')
  const operationIds = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id)
  expect(new Set(operationIds).size).toBe(operationIds.length)
})

it('a route that moves money takes a key, and tells by GET what was done under it', () => {
  const move = {
    ...BUILT_IN[0]?.routes?.[0],
    operationId: 'moveIt',
    idempotent: 'moving',
    path: '/custom_api/move/:card_id',
  }
  const moving = { api: 1, name: 'moving', routes: [move] } as unknown as Plugin
  const item = pluginDocument([moving]).paths['/custom_api/move/{card_id}']
  const key = (required: boolean) => expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required })
  expect(item).toMatchObject({
    post: { operationId: 'moveIt', parameters: expect.arrayContaining([key(false)]), responses: { 409: {} } },
    get: { operationId: 'moveItByKey', parameters: expect.arrayContaining([key(true)]), responses: { 404: {} } },
  })
})

describe('a resource of a plugin', () => {
  const thing: PluginResource = {
    name: 'thing_one',
    table: 'a2b_things_one',
    primaryKey: ['id'],
    permission: 'things:manage',
    columns: [
      { name: 'id', type: bigint },
      { name: 'name', type: varchar(9, 'utf8mb4'), required: true },
      { name: 'price', type: decimal(9, 2), nullable: true },
      { name: 'isOld', field: 'old', type: flag(bigint, 1, 0) },
      { name: 'token', type: varchar(9, 'utf8mb4'), secret: true },
      { name: 'more', type: json },
    ],
    relations: {},
  }
  const { paths, schemas } = pluginDocument([{ api: 1, name: 'things', resources: [thing] }])

  it('is listed with its filters, secrets and JSON aside', () => {
    expect(paths['/api/thing_one/']).toMatchObject({
      get: {
        operationId: 'listThingOne',
        'x-permission': 'things:manage',
        parameters: [
          ...[
            'Page',
            'Cursor',
            'Count',
            'Format',
            'Ordering',
            'Filters',
            'Where',
            'Agg',
            'Group',
            'Having',
            'Tz',
            'Explain',
          ]
            .concat('Fields', 'Omit', 'Decimals', 'Labels', 'Expand')
            .map((name) => ({ $ref: `#/components/parameters/${name}` })),
          { name: 'limit' },
          { name: 'id', schema: { type: 'integer' } },
          { name: 'name', schema: { type: 'string' } },
          { name: 'price', schema: { type: 'number' } },
          { name: 'old' },
        ],
      },
      post: { operationId: 'createThingOne' },
    })
  })

  it('has the schemas of its columns', () => {
    expect(schemas['ThingOne']).toMatchObject({
      required: ['id', 'name', 'price', 'old', 'more'],
      properties: {
        id: { type: 'integer', format: 'int64' },
        price: { type: ['number', 'null'] },
        old: { type: ['boolean', 'integer'] },
        token: { description: expect.stringContaining('secrets:read') },
      },
    })
    expect(schemas['ThingOne.New']).toMatchObject({
      required: ['name'],
      properties: { id: { type: ['integer', 'string'] } },
    })
    expect(Object.keys(schemas['ThingOne.Patch']?.properties ?? {})).toEqual([
      'id',
      'name',
      'price',
      'old',
      'token',
      'more',
    ])
  })

  it('is only read where it says so, and only listed without a key', () => {
    const read = pluginDocument([{ api: 1, name: 'things', resources: [{ ...thing, readOnly: 'No.' }] }])
    expect(Object.keys(read.paths['/api/thing_one/{key}/'] ?? {})).toEqual(['parameters', 'get'])
    expect(Object.keys(read.schemas)).toEqual(['ThingOne', 'ThingOne.Part', 'ThingOne.List'])
    const list = pluginDocument([{ api: 1, name: 'things', resources: [{ ...thing, primaryKey: [] }] }])
    expect(Object.keys(list.paths)).toEqual(['/api/thing_one/'])
    expect(Object.keys(list.paths['/api/thing_one/'] ?? {})).toEqual(['get'])
  })
})

it.each([
  ['an operation', { operationId: 'listCard' }, '"listCard"'],
  ['a schema', { operationId: 'card', response: {} }, undefined],
])('names of the generated document stay what they are: %s', (_, change, taken) => {
  const route = { ...notes.routes?.[0], ...change }
  const run = () => withPlugins(generated, [{ api: 1, name: 'taker', routes: [route] } as Plugin])
  if (taken === undefined) expect(run).not.toThrow()
  else expect(run).toThrow(`Plugin "taker": the OpenAPI document of the tables has a ${taken} already`)
})
