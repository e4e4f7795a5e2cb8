/** The control of every integration test: what a server does otherwise than its document says, the recorder sees. */
import { describe, expect, it } from 'vitest'
import { Contract, type Document } from '../../recorder/contract.ts'
import { makeRecorder } from '../../recorder/recorder.ts'
import { unreached } from '../../recorder/unreached.ts'

const problem = {
  description: 'A problem',
  headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Api.Problem' } } },
}
const thing = { schema: { $ref: '#/components/schemas/Thing' } }
const key = { name: 'key', in: 'path', required: true, schema: { type: 'integer' } }
const document = {
  openapi: '3.1.0',
  paths: {
    '/api/thing/': {
      get: {
        operationId: 'listThing',
        tags: ['thing'],
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1 } },
          { name: 'mode', in: 'query', schema: { type: 'string', enum: ['a', 'b'] } },
        ],
        responses: {
          200: {
            headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
            content: { 'application/json': { schema: { type: 'array', items: thing.schema } } },
          },
          400: problem,
          500: problem,
        },
      },
      post: {
        operationId: 'createThing',
        tags: ['thing'],
        requestBody: { required: true, content: { 'application/json': thing } },
        responses: {
          200: { content: { 'application/json': thing }, headers: problem.headers },
          409: problem,
          500: problem,
        },
      },
    },
    '/api/thing/{key}/': {
      parameters: [key],
      get: {
        operationId: 'readThing',
        tags: ['thing'],
        responses: { 200: { content: { 'application/json': thing }, headers: problem.headers } },
      },
    },
    '/api/other/': {
      get: { operationId: 'listOther', tags: ['other'], responses: { 200: { content: {} }, 500: problem } },
    },
  },
  components: {
    headers: { RequestId: { required: true, schema: { type: 'string' } } },
    schemas: {
      Thing: {
        type: 'object',
        properties: { id: { type: 'integer' }, name: { type: 'string' } },
        required: ['id'],
        additionalProperties: false,
      },
      'Api.Problem': { type: 'object', properties: { status: { type: 'integer' } }, required: ['status'] },
    },
  },
}

interface Answering {
  readonly status?: number
  readonly type?: string
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

/** A server that shows the document, and answers everything else with one answer. */
function server({ status = 200, type = 'application/json', headers = {}, body = [] }: Answering): typeof fetch {
  return async (input) => {
    if (String(input).endsWith('/openapi.json')) return Response.json(document)
    const all = { 'Content-Type': type, 'X-Request-Id': 'x', ...headers }
    return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: all })
  }
}

async function mismatch(answering: Answering, path = '/api/thing/', init: RequestInit = {}): Promise<string> {
  const recorder = makeRecorder(server(answering))
  const response = await recorder.fetch(`http://server${path}`, init)
  expect(response.status).toBe(answering.status ?? 200)
  return recorder.takeMismatches().join('\n')
}

const create = (body: string, type = 'application/json'): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': type },
})
const refused = { status: 400, type: 'application/problem+json', body: { status: 400 } }

describe('nothing is said of', () => {
  it.each<[string, Answering, string?, RequestInit?]>([
    ['an answer that is as the document has it', { body: [{ id: 1 }] }],
    ['parameters that it has', { body: [] }, '/api/thing?limit=3&mode=b'],
    ['a body that it has', { body: { id: 1 } }, '/api/thing/', create('{"id":1}')],
    ['a number for a text', { body: { id: 1 } }, '/api/thing/', create('{"id":1,"name":5}')],
    ['a problem that it has, whatever was asked', refused, '/api/thing/?nonsense=1'],
    ['what is wrong with HTTP itself', { ...refused, status: 431 }],
    ['HEAD', { body: [] }, '/api/thing/', { method: 'HEAD' }],
    ['OPTIONS', { status: 204, headers: { Allow: 'GET' } }, '/api/thing/', { method: 'OPTIONS' }],
    [
      'a method that it does not have and that is refused',
      { ...refused, status: 405, headers: { Allow: 'GET' } },
      '/api/thing/',
      { method: 'PUT' },
    ],
    ['an address that it does not have and that is refused', { ...refused, status: 404 }, '/api/none/'],
    ['pages', { type: 'text/html' }, '/admin/'],
  ])('%s', async (_, answering, path, init) => {
    expect(await mismatch(answering, path, init)).toBe('')
  })

  it('a server that shows no document', async () => {
    const recorder = makeRecorder(async () => new Response('hello', { headers: { 'Content-Type': 'text/plain' } }))
    await recorder.fetch('http://server/api/thing/')
    expect(recorder.takeMismatches()).toEqual([])
  })
})

describe('it tells', () => {
  it.each<[string, string, Answering, string?, RequestInit?]>([
    [
      'a status',
      'listThing, GET /api/thing/ answered 409: the document has no such status at #/paths/~1api~1thing~1/get/responses',
      { ...refused, status: 409 },
    ],
    ['a body', '/0/id must be integer', { body: [{ id: 'x' }] }],
    ['a member', 'must NOT have additional properties', { body: [{ id: 1, more: 1 }] }],
    ['a body of a problem', "must have required property 'status'", { ...refused, body: {} }],
    ['a media type', 'the media type text/plain is not at', { type: 'text/plain' }],
    ['a header that is not in it', 'the header x-secret is not at', { headers: { 'X-Secret': '1' } }],
    ['an operation', 'the document has no such operation', {}, '/api/none/'],
    ['a method', 'the document has no such operation', {}, '/api/thing/', { method: 'PATCH' }],
    ['a refusal without Allow', 'Allow is missing', { ...refused, status: 405 }, '/api/thing/', { method: 'PUT' }],
    ['a refusal in another form', 'and no problem', { ...refused, status: 404, type: 'text/html' }, '/api/none/'],
    ['a parameter that is served and not in it', 'the parameter other is not at', {}, '/api/thing/?other=1'],
    ['a value of a parameter', 'the parameter limit is "0": must be >= 1', { body: [] }, '/api/thing/?limit=0'],
    ['a word of a parameter', 'the parameter mode is "c"', { body: [] }, '/api/thing/?mode=c'],
    ['a body that is served', '/id must be integer', { body: { id: 1 } }, '/api/thing/', create('{"id":"x"}')],
    ['no body', 'the body is missing', { body: { id: 1 } }, '/api/thing/', { method: 'POST' }],
    [
      'a body of another type',
      'the media type text/plain',
      { body: { id: 1 } },
      '/api/thing/',
      create('{"id":1}', 'text/plain'),
    ],
    ['a key', `the path's key is "x"`, { body: { id: 1 } }, '/api/thing/x/'],
  ])('%s', async (_, told, answering, path, init) => {
    const found = await mismatch(answering, path, init)
    expect(found).toContain(told)
  })

  it('a header that the answer lacks', async () => {
    const recorder = makeRecorder(async (input) =>
      String(input).endsWith('.json') ? Response.json(document) : Response.json([]),
    )
    await recorder.fetch('http://server/api/thing/')
    expect(recorder.takeMismatches()[0]).toContain('the header X-Request-Id is missing')
  })
})

it.each([
  { body: '{"id":1}', type: 'application/json', told: [] },
  {
    body: '{"id":"x"}',
    type: 'application/json',
    told: [expect.stringMatching(/createThing, POST .*\/id must be integer/)],
  },
  { body: '{"id":1}', type: 'text/plain', told: [expect.stringContaining('the media type text/plain')] },
])('looks into a Request, and leaves it whole for the server: $type $body', async ({ body, type, told }) => {
  let received = ''
  const answer = server({ body: { id: 1 } })
  const recorder = makeRecorder(async (input, init) => {
    if (input instanceof Request) received = await input.text()
    return answer(input instanceof Request ? input.url : input, init)
  })
  await recorder.fetch(new Request('http://server/api/thing/', create(body, type)))
  expect(received).toBe(body)
  expect(recorder.takeMismatches()).toEqual(told)
})

it('a port may be another server’s after a while', async () => {
  let paths: object = {}
  const recorder = makeRecorder(async (input) =>
    String(input).endsWith('.json')
      ? Response.json({ ...document, paths })
      : Response.json([], { headers: { 'X-Request-Id': 'x' } }),
  )
  await recorder.fetch('http://server/api/thing/')
  expect(recorder.takeMismatches()).toHaveLength(1)
  paths = document.paths
  await recorder.fetch('http://server/api/thing/')
  expect(recorder.takeMismatches()).toEqual([])
})

it('from whom something is hidden, he has a document of his own', async () => {
  const { Thing: _, ...schemas } = document.components.schemas
  const narrow = {
    ...document,
    components: { ...document.components, schemas: { ...schemas, Thing: { type: 'object' } } },
  }
  const send: typeof fetch = async (input, init) => {
    if (!String(input).endsWith('.json')) return Response.json([{}], { headers: { 'X-Request-Id': 'x' } })
    return Response.json(new Headers(init?.headers).get('Authorization') === 'Bearer narrow' ? narrow : document)
  }
  const found = async (authorization: string): Promise<number> => {
    const recorder = makeRecorder(send)
    await recorder.fetch('http://server/api/thing/', { headers: { Authorization: authorization } })
    return recorder.takeMismatches().length
  }
  expect(await found('Bearer narrow')).toBe(0)
  expect(await found('Bearer other')).toBe(1)
})

describe('what no test has reached', () => {
  const contract = new Contract(document as unknown as Document)
  const reach = async (...sent: [path: string, answering: Answering, init?: RequestInit][]): Promise<string[]> => {
    const reached = new Set<string>()
    for (const [path, answering, init] of sent) {
      const recorder = makeRecorder(server(answering))
      await recorder.fetch(`http://server${path}`, init)
      for (const each of recorder.reached) reached.add(each)
    }
    return unreached(contract, reached).missing
  }

  it('is everything without a test', async () => {
    expect(await reach()).toEqual([
      'listThing 200',
      'listThing 400',
      'GET 500',
      'createThing 200',
      'POST /api/<resource>/ 409',
      'POST 500',
      'readThing 200',
      'listOther 200',
    ])
  })

  it('is one status of one operation, or of a method that one operation stands for', async () => {
    const failed = { ...refused, status: 500 }
    const left = await reach(['/api/thing/', {}], ['/api/other/', failed], ['/api/other/', {}])
    expect(left).toEqual(['listThing 400', 'createThing 200', 'POST /api/<resource>/ 409', 'POST 500', 'readThing 200'])
  })

  it('is what was reached where it is described otherwise', () => {
    const reached = new Set(contract.all().map(({ operation }) => `${operation.operationId}\t200\tanother`))
    expect(unreached(contract, reached).missing).toContain('listThing 200')
  })
})
