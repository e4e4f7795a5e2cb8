import { readerOf } from '../../helpers/callers.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Money } from '../../../src/money/money.ts'
import type { Plugin, PluginResource, PluginRoute } from '../../../src/plugins/plugin.ts'
import { pluginRouters } from '../../../src/plugins/routers.ts'
import { bigint } from '../../../src/resources/column-types.ts'
import { JsonNumber } from '../../../src/json-number.ts'
import { hosted } from '../../helpers/plugins.ts'
import { admin, login, offlineApi, serve } from '../http/serve.ts'
import type { emptyDocument, Served } from '../http/serve.ts'

const route: PluginRoute = {
  operationId: 'doubleIt',
  method: 'POST',
  path: '/custom_api/double/:name',
  summary: 'Says it twice.',
  permission: 'things:double',
  body: { required: ['text'], properties: { text: { type: ['string', 'number'], description: 'a text' } } },
  response: { type: 'object', properties: { twice: { type: 'string' } } },
  handle: async ({ params, body, origin }) => ({
    twice: `${body['text']}${body['text']}`,
    exact: new JsonNumber('5.00000'),
    who: origin.caller.name,
    ...params,
  }),
}
interface Problem {
  readonly error: string
  readonly detail: string
}

const double: Plugin = {
  api: 1,
  name: 'double',
  permissions: { 'things:double': 'Double things' },
  routes: [route],
}
describe('a declared route', () => {
  let api: Served
  beforeAll(async () => {
    api = await serve({
      plugins: [double],
      authenticate: async (authorization) => (authorization === login.authorization ? admin : readerOf([])),
    })
  })
  afterAll(() => api.close())

  function post(path: string, body: string, headers: Record<string, string> = login): Promise<Response> {
    const type = { 'Content-Type': 'application/json' }
    return fetch(api.url + path, { method: 'POST', body, headers: { ...type, ...headers } })
  }

  it.each(['/custom_api/double/x', '/custom_api/double/x/'])('is answered at %s', async (path) => {
    const response = await post(path, '{"text": 1.50}')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.text()).toBe('{"twice":"1.501.50","exact":5.00000,"who":"admin","name":"x"}')
  })

  it('checks the body', async () => {
    const response = await post('/custom_api/double/x', '{}')
    expect([response.status, ((await response.json()) as Problem).error]).toEqual([400, 'Missing text parameter.'])
  })

  it.each([
    { what: 'lacks a field', body: '{}' },
    { what: 'is no JSON', body: '{bad' },
    { what: 'is too large', body: 'x'.repeat(2000) },
  ])('asks for the permission before it looks at a body that $what', async ({ body }) => {
    const response = await post('/custom_api/double/x', body, { authorization: 'Basic other' })
    expect([response.status, ((await response.json()) as Problem).detail]).toEqual([
      403,
      expect.stringContaining('things:double'),
    ])
  })

  it('refuses parameters, which it has none of', async () => {
    const response = await post('/custom_api/double/x?text=y', '{"text": "x"}')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      type: 'urn:a2billing-api:error:unknown-parameter',
      errors: [{ parameter: 'text' }],
    })
  })

  it('refuses to promise that it is done once', async () => {
    const response = await post('/custom_api/double/x', '{"text": "x"}', { ...login, 'Idempotency-Key': 'k' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      type: 'urn:a2billing-api:error:unsupported-header',
      detail: expect.stringContaining('Nothing was changed'),
    })
  })

  it('has other methods refused', async () => {
    const response = await fetch(`${api.url}/custom_api/double/x`, { headers: login })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'OPTIONS, POST'])
  })

  it('stands in the document', async () => {
    const response = await fetch(`${api.url}/openapi.json`)
    const document = (await response.json()) as typeof emptyDocument
    expect(Object.keys(document.paths ?? {})).toEqual(['/custom_api/double/{name}'])
    expect(document.servers).toEqual([{ url: '.' }])
  })
})

describe('a route that moves money', () => {
  const asked: unknown[] = []
  const money: Money = {
    move: async ({ idempotencyKey }) => ({ answer: '{"moved":1.50}', isReplayed: idempotencyKey === 'again' }),
    find: async ({ operation, cardId, idempotencyKey }) => {
      asked.push({ operation, cardId, idempotencyKey })
      return { answer: '{"found":1}', isReplayed: true }
    },
  }
  const moving: Plugin = {
    api: 1,
    name: 'moving',
    permissions: { 'money:move': 'Move money' },
    routes: [
      {
        ...route,
        method: 'POST',
        operationId: 'move',
        permission: 'money:move',
        path: '/custom_api/move/:card_id',
        idempotent: 'moving',
        handle: async ({ origin, idempotencyKey }, host) =>
          host.money.move(
            {
              origin,
              operation: 'moving',
              cardId: '1',
              logTables: [],
              fingerprint: [],
              ...(idempotencyKey && { idempotencyKey }),
            },
            async () => ({ change: '1', field: 'text', logs: [], answer: {} }),
          ),
      },
    ],
  }
  let api: Served
  beforeAll(async () => {
    api = await serve({ plugins: [moving], money })
  })
  afterAll(() => api.close())

  async function ask(method: string, key?: string) {
    const headers = {
      ...login,
      'Content-Type': 'application/json',
      ...(key !== undefined && { 'Idempotency-Key': key }),
    }
    const body = method === 'POST' ? { body: '{"text": "x"}' } : {}
    const response = await fetch(`${api.url}/custom_api/move/7`, { method, headers, ...body })
    return {
      status: response.status,
      text: await response.text(),
      replayed: response.headers.get('idempotent-replayed'),
    }
  }

  it.each([
    { key: undefined, replayed: null },
    { key: 'first', replayed: null },
    { key: 'again', replayed: 'true' },
    { key: '"again"', replayed: 'true' },
  ])('answers the text of the movement, with the key $key', async ({ key, replayed }) => {
    expect(await ask('POST', key)).toEqual({ status: 200, text: '{"moved":1.50}', replayed })
  })

  it.each(['', '""', '"open', 'two words', 'ü', 'x'.repeat(256), `"${'x'.repeat(256)}"`])(
    'refuses the key %j',
    async (key) => {
      const { status, text } = await ask('POST', key)
      expect([status, JSON.parse(text).type]).toEqual([400, 'urn:a2billing-api:error:invalid-idempotency-key'])
    },
  )

  it('takes a key of 255 characters, and quotes within quotes', async () => {
    expect((await ask('POST', 'x'.repeat(255))).status).toBe(200)
    expect((await ask('GET', String.raw`"a\"b\\c"`)).status).toBe(200)
    expect(asked.at(-1)).toMatchObject({ idempotencyKey: String.raw`a"b\c` })
  })

  it('has what was done under a key looked up by GET', async () => {
    expect(await ask('GET', 'k')).toEqual({ status: 200, text: '{"found":1}', replayed: 'true' })
    expect(asked.at(-1)).toEqual({ operation: 'moving', cardId: '7', idempotencyKey: 'k' })
    const { status, text } = await ask('GET')
    expect([status, JSON.parse(text).type]).toEqual([400, 'urn:a2billing-api:error:missing-idempotency-key'])
  })
})

it("refuses a table's address at start, by name", () => {
  const { plugins } = hosted([{ ...double, routes: [{ ...route, path: '/api/card/refill' }] }], offlineApi())
  expect(() => pluginRouters(plugins, new Set(['/api/card']))).toThrow(
    'Plugin "double", POST /api/card/refill: /api/card belongs to a table',
  )
})

describe('a route under the address of a resource of a plugin', () => {
  const note: PluginResource = {
    name: 'note',
    table: 'a2b_notes',
    primaryKey: ['id'],
    columns: [{ name: 'id', type: bigint }],
    relations: {},
  }
  const migrations = [
    { id: '1', up: ['create table a2b_notes (id int) engine = InnoDB'], down: ['drop table a2b_notes'] },
  ]
  const notes: Plugin = { api: 1, name: 'notes', migrations, resources: [note] }
  const under: PluginRoute = { ...route, path: '/api/note/:name/twice', permission: 'note:list' }

  it('is answered where it is the plugin’s own, beside the resource', async () => {
    const api = await serve({ plugins: [{ ...notes, routes: [under] }] })
    const headers = { ...login, 'Content-Type': 'application/json' }
    const ask = (path: string): Promise<Response> =>
      fetch(api.url + path, { method: 'POST', headers, body: '{"text": "x"}' })
    const response = await ask('/api/note/7/twice/')
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ twice: 'xx', name: '7' })])
    expect((await ask('/api/note/7/thrice/')).status).toBe(404)
    const options = await fetch(`${api.url}/api/note/7/`, { method: 'OPTIONS' })
    expect(options.headers.get('allow')).toBe('DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT')
    await api.close()
  })

  it.each([
    { what: 'of another plugin', plugins: [notes, { ...double, routes: [under] }], who: 'double' },
    {
      what: 'which the resource answers',
      plugins: [{ ...notes, routes: [{ ...under, path: '/api/note/:id' }] }],
      who: 'notes',
    },
  ])('is refused at start where it is one $what', async ({ plugins, who }) => {
    await expect(serve({ plugins })).rejects.toThrow(
      `Plugin "${who}", POST ${plugins.at(-1)?.routes?.[0]?.path}: /api/note`,
    )
  })
})

it('two plugins share a path when their methods differ', () => {
  const { body: _, ...bodiless } = route
  const reader: Plugin = { ...double, name: 'reader', routes: [{ ...bodiless, method: 'GET' }] }
  const { plugins } = hosted([double, reader], offlineApi())
  expect([...pluginRouters(plugins, new Set()).keys()]).toEqual(['/custom_api/double'])
})
