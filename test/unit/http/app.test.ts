import { readerOf } from '../../helpers/callers.ts'
import { connect } from 'node:net'
import { Router } from '@koa/router'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERRORS } from '../../../src/errors.ts'
import { login, serve, thingRouter } from './serve.ts'
import type { Served } from './serve.ts'

let api: Served
beforeAll(async () => {
  api = await serve()
})
afterAll(() => api.close())

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Record<string, unknown>
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(api.url + path, { redirect: 'manual', ...init, headers: { ...login, ...init.headers } })
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : {}
  return { status: response.status, headers: response.headers, text, json }
}

function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return ask(path, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } })
}

/** Bytes as they are, for what fetch would not send. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(api.port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.setEncoding('latin1').on('data', (chunk) => (text += chunk))
    socket.on('close', () => resolve(text)).on('error', reject)
  })
}

/** The body of an answer, without the part of its type that is the same for all. */
function problemIn(answer: string): Record<string, unknown> {
  expect(answer).toMatch(/^content-type: application\/problem\+json\r$/im)
  const problem = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))
  return { ...problem, type: problem.type.replace('urn:a2billing-api:error:', '') }
}

describe('routing', () => {
  it.each(['/api/thing', '/api/thing/'])('answers %s, with and without the final slash', async (path) => {
    const { status, json } = await ask(path)
    expect([status, json['method']]).toEqual([200, 'GET'])
  })

  it.each(['/api/thing/7', '/api/thing/7/'])('answers the row %s', async (path) => {
    const { status, json } = await ask(path)
    expect([status, json['key']]).toEqual([200, '7'])
  })

  it.each(['/api/nothing/', '/api//', '/api/Thing/', '/api/thing/7/8/9', '/custom_api/x', '/elsewhere'])(
    'answers 404 for %s',
    async (path) => {
      const { status, json, headers } = await ask(path)
      expect(status).toBe(404)
      expect(json['type']).toBe('urn:a2billing-api:error:not-found')
      expect(headers.get('content-type')).toBe('application/problem+json')
    },
  )

  it.each([
    { method: 'PUT', path: '/api/thing/', allow: 'GET, HEAD, OPTIONS, POST' },
    { method: 'PATCH', path: '/api/thing/7', allow: 'DELETE, GET, HEAD, OPTIONS, PUT' },
    { method: 'GET', path: '/api/thing/7/delete/', allow: 'OPTIONS, POST' },
    { method: 'PROPFIND', path: '/api/thing/', allow: 'GET, HEAD, OPTIONS, POST' },
    { method: 'POST', path: '/', allow: 'GET, HEAD, OPTIONS' },
    { method: 'DELETE', path: '/health/live', allow: 'GET, HEAD, OPTIONS' },
    { method: 'POST', path: '/api/', allow: 'GET, HEAD, OPTIONS' },
  ])('answers 405 for $method $path', async ({ method, path, allow }) => {
    const { status, headers, json } = await ask(path, { method })
    expect([status, headers.get('allow'), json['error']]).toEqual([405, allow, 'Method not allowed'])
  })

  it('refuses the method before it looks at the body', async () => {
    const { status } = await ask('/api/thing/7/delete/', {
      method: 'PUT',
      body: 'x',
      headers: { 'Content-Type': 'a/b' },
    })
    expect(status).toBe(405)
  })

  it('answers HEAD as GET without a body', async () => {
    const { status, text, headers } = await ask('/api/thing/', { method: 'HEAD' })
    expect([status, text]).toEqual([200, ''])
    expect(Number(headers.get('content-length'))).toBeGreaterThan(0)
  })

  it('answers OPTIONS without a login', async () => {
    const response = await fetch(`${api.url}/api/thing/`, { method: 'OPTIONS' })
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST'])
  })

  it.each(['/api', '/api/'])('lists the resources at %s', async (path) => {
    const other = await serve({
      routers: new Map([
        ['thing', thingRouter],
        ['card', thingRouter],
      ]),
    })
    const response = await fetch(other.url + path, { headers: login })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(await response.text()).toBe('{"resources":{"card":"/api/card/","thing":"/api/thing/"}}')
    const head = await fetch(other.url + path, { headers: login, method: 'HEAD' })
    expect(head.status).toBe(200)
    const options = await fetch(other.url + path, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    await other.close()
  })

  it('refuses parameters where none are taken', async () => {
    const { status, json } = await ask('/api/?page=2&x=1&x=2')
    expect([status, json['type']]).toEqual([400, 'urn:a2billing-api:error:unknown-parameter'])
    expect(json['errors']).toMatchObject([{ parameter: 'page' }, { parameter: 'x' }])
  })

  it.each(['/api/thing/%zz', '/api/%c3%28/', '/api/thing/?a=%'])('refuses %s as badly encoded', async (path) => {
    const { status, json } = await ask(path)
    expect([status, json['type']]).toEqual([400, 'urn:a2billing-api:error:malformed-url'])
  })

  it.each(['http://', 'http://[::1/', 'http://h:99999/', 'http://?x', 'x://?y'])(
    'refuses the target %s, which has no path',
    async (target) => {
      const answer = await raw(
        `GET ${target} HTTP/1.1\r\nHost: x\r\nX-Request-Id: no-path\r\nConnection: close\r\n\r\n`,
      )
      expect(problemIn(answer)).toMatchObject({ status: 400, type: 'malformed-url', request_id: 'no-path' })
      expect(answer).toContain('HTTP/1.1 400 ')
      expect(answer).toContain('X-Request-Id: no-path')
    },
  )

  it('answers a whole URL as the path in it, and logs that path', async () => {
    const answer = await raw(
      'GET http://user:canary-3@h/api/thing/7?canary-4=1 HTTP/1.1\r\nHost: h\r\nAuthorization: Basic x\r\n' +
        'X-Request-Id: whole\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toContain('HTTP/1.1 200 ')
    expect(api.lines.filter(({ id }) => id === 'whole')).toMatchObject([{ path: '/api/thing/7', status: 200 }])
    expect(JSON.stringify(api.lines)).not.toMatch(/canary-[34]/)
  })
})

describe('authentication', () => {
  it.each(['/api/thing/', '/api/nothing/', '/api', '/custom_api/refill/1', '/custom_api/'])(
    'answers 401 without a login for %s, whether it exists or not',
    async (path) => {
      const response = await fetch(api.url + path)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe(
        'Basic realm="A2Billing API", charset="UTF-8", Bearer realm="A2Billing API"',
      )
      expect(await response.json()).toMatchObject({ status: 401, error: 'Authentication failed' })
    },
  )

  it.each(['/', '/openapi.json', '/health/live', '/health/ready', '/elsewhere'])(
    'asks for no login at %s',
    async (path) => {
      const response = await fetch(api.url + path)
      await response.text()
      expect(response.status).not.toBe(401)
    },
  )
})

describe('bodies', () => {
  it('gives the handler JSON with its numbers exact', async () => {
    const { status, text } = await post('/api/thing/', '{"id": 9007199254740993, "credit": 5.00000}')
    expect(status).toBe(200)
    expect(text).toContain('"id":9007199254740993')
    expect(text).toContain('"credit":5.00000')
  })

  it.each([
    { what: 'broken JSON', body: '{"a":', status: 400, type: 'malformed-json' },
    { what: 'bytes that are not UTF-8', body: Buffer.from([0x22, 0xff, 0x22]), status: 400, type: 'malformed-json' },
    { what: 'a body over the limit', body: `"${'x'.repeat(2000)}"`, status: 413, type: 'body-too-large' },
  ])('refuses $what', async ({ body, status, type }) => {
    const answer = await post('/api/thing/', body)
    expect([answer.status, answer.json['type']]).toEqual([status, `urn:a2billing-api:error:${type}`])
  })

  it.each([
    { body: '{"credit": 5, "credit": 50}', key: 'credit' },
    { body: '{"a": [{"b": 1}, {"b": 1, "\\u0062": 2}]}', key: 'b' },
    { body: '{"__proto__": 1, "__proto__": 1}', key: '__proto__' },
  ])('refuses the key $key twice in one object', async ({ body, key }) => {
    const { status, json } = await post('/api/thing/', body)
    expect([status, json['type']]).toEqual([400, 'urn:a2billing-api:error:malformed-body'])
    expect(json['detail']).toContain(`"${key}" twice`)
  })

  it('takes a key again in another object, and what only looks like one', async () => {
    const body = '{"a": {"a": ["a", "a", "\\"a\\":"]}, "b": [{"a": ":"}, {"a": "{"}], "c": "\\\\"}'
    const { status, json } = await post('/api/thing/', body)
    expect([status, json['body']]).toEqual([200, JSON.parse(body)])
  })

  it('refuses what would be believed to be done once only', async () => {
    const headers = { 'Idempotency-Key': 'k-1' }
    const { status, json } = await post('/api/thing/', '{}', headers)
    expect([status, json['type']]).toEqual([400, 'urn:a2billing-api:error:unsupported-header'])
    expect((await ask('/api/thing/', { headers })).status).toBe(200)
  })

  it.each([
    { what: 'broken JSON', body: '{bad', type: 'application/json' },
    { what: 'another type', body: 'x', type: 'text/plain' },
    { what: 'too much', body: 'x'.repeat(2000), type: 'application/json' },
  ])('are not looked at when they come from users who may not write: $what', async ({ body, type }) => {
    const other = await serve({ authenticate: async () => readerOf([]) })
    const init = { method: 'POST', body, headers: { 'Content-Type': type } }
    const response = await fetch(`${other.url}/api/thing/`, init)
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { detail: 'This needs the permission "thing:write".' },
    ])
    await other.close()
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=latin1',
    'application/jsonx',
  ])('refuses Content-Type %s', async (type) => {
    const { status } = await post('/api/thing/', '{}', { 'Content-Type': type })
    expect(status).toBe(415)
  })

  it('refuses a body without Content-Type', async () => {
    const answer = await raw(
      'POST /api/thing/ HTTP/1.1\r\nHost: x\r\nAuthorization: Basic x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 415 /)
  })

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json; charset="UTF-8"'])(
    'accepts Content-Type %s',
    async (type) => {
      const { status } = await post('/api/thing/', '{}', { 'Content-Type': type })
      expect(status).toBe(200)
    },
  )

  it('inflates, and counts what comes out', async () => {
    const small = await post('/api/thing/', gzipSync('{"a":"b"}'), { 'Content-Encoding': 'gzip' })
    expect(small.json['body']).toEqual({ a: 'b' })
    const bomb = await post('/api/thing/', gzipSync(`"${'x'.repeat(1_000_000)}"`), { 'Content-Encoding': 'gzip' })
    expect(bomb.status).toBe(413)
  })

  it.each([
    { encoding: 'gzip', status: 400 },
    { encoding: 'br', status: 400 },
    { encoding: 'compress', status: 415 },
  ])('refuses a body that is not $encoding although it says so', async ({ encoding, status }) => {
    const answer = await post('/api/thing/', '{"a":"b"}', { 'Content-Encoding': encoding })
    expect(answer.status).toBe(status)
  })

  it('takes a POST without a body', async () => {
    const { status, json } = await ask('/api/thing/7/delete/', { method: 'POST' })
    expect([status, json['body']]).toEqual([200, 'none'])
  })

  it('ignores the bodies of GET and DELETE', async () => {
    const answer = await ask('/api/thing/7', { method: 'DELETE', body: 'not json' })
    expect([answer.status, answer.json['body']]).toEqual([200, 'none'])
    const get = await raw(
      'GET /api/thing/ HTTP/1.1\r\nHost: x\r\nAuthorization: Basic x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc',
    )
    expect(get).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('other web sites', () => {
  it.each([
    { headers: { 'Sec-Fetch-Site': 'cross-site' }, status: 403 },
    { headers: { 'Sec-Fetch-Site': 'same-site' }, status: 403 },
    { headers: { Origin: 'http://evil.example' }, status: 403 },
    { headers: { Origin: 'null' }, status: 403 },
    { headers: { 'Sec-Fetch-Site': 'same-origin' }, status: 200 },
    { headers: { 'Sec-Fetch-Site': 'none' }, status: 200 },
    { headers: {}, status: 200 },
  ])('answers a write with $headers by $status', async ({ headers, status }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const answer = await raw(
      `POST /api/thing/7/delete/ HTTP/1.1\r\nHost: api.example\r\nAuthorization: Basic x\r\n${lines.join('')}` +
        'Content-Length: 0\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toContain(`HTTP/1.1 ${status} `)
  })

  it('takes a write from a page of its own', async () => {
    const answer = await raw(
      'DELETE /api/thing/7 HTTP/1.1\r\nHost: api.example:8008\r\nAuthorization: Basic x\r\n' +
        'Origin: http://api.example:8008\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toContain('HTTP/1.1 200 ')
  })
})

describe('errors', () => {
  it('have the form of RFC 9457, with the original short text', async () => {
    const { json, headers } = await ask('/api/nothing/', { headers: { 'X-Request-Id': 'abc-1' } })
    expect(json).toEqual({
      type: 'urn:a2billing-api:error:not-found',
      title: ERRORS.not_found[1],
      status: 404,
      detail: expect.stringContaining('/api/nothing/'),
      request_id: 'abc-1',
      error: 'Not found',
    })
    expect(headers.get('x-request-id')).toBe('abc-1')
  })

  it('of our own making show nothing but the request id, and are logged with their stack', async () => {
    const { status, text, json } = await ask('/api/thing/broken')
    expect(status).toBe(500)
    expect(text).not.toMatch(/secret|SELECT|\.ts/)
    const line = api.lines.find((logged) => logged['level'] === 'error' && logged['id'] === json['request_id'])
    expect(line).toMatchObject({
      err: { message: 'SELECT secret FROM somewhere', stack: expect.stringContaining('.ts') },
    })
  })

  it.each([
    { bytes: 'garbage\r\n\r\n', code: 'malformed_request' },
    { bytes: 'BREW /api/thing/ HTTP/1.1\r\nHost: x\r\n\r\n', code: 'unknown_method' },
    { bytes: `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, code: 'headers_too_large' },
    { bytes: 'GET / HTTP/1.1\r\n\r\n', code: 'malformed_request' },
    { bytes: 'GET / HTTP/1.1\r\nHost: x\r\nExpect: foo\r\n\r\n', code: 'expectation_failed' },
  ] as const)('of HTTP itself are like the others: $code', async ({ bytes, code }) => {
    const answer = await raw(bytes)
    const [status, title, error] = ERRORS[code]
    const id = /^x-request-id: (\S+)\r$/im.exec(answer)?.[1]
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`))
    expect(problemIn(answer)).toEqual({
      type: code.replaceAll('_', '-'),
      title,
      status,
      detail: expect.any(String),
      request_id: id,
      error,
    })
    expect(api.lines).toContainEqual(expect.objectContaining({ id, status }))
  })

  it('let through the one expectation there is', async () => {
    const answer = await raw(
      'POST /api/thing/ HTTP/1.1\r\nHost: x\r\nAuthorization: Basic x\r\nContent-Type: application/json\r\n' +
        'Content-Length: 2\r\nExpect: 100-Continue\r\nConnection: close\r\n\r\n{}',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/)
  })

  it.each([undefined, null, 'text', Symbol('symbol'), Object.create(null), circularError()])(
    'are problems with a request id, whatever is thrown: %o',
    async (thrown) => {
      const throwing = (): Router =>
        new Router({ prefix: '/api/thing' }).get('/', () => {
          throw thrown
        })
      const other = await serve({ routers: new Map([['thing', throwing]]) })
      const response = await fetch(`${other.url}/api/thing/`, { headers: { ...login, 'X-Request-Id': 'thrown' } })
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({ status: 500, request_id: 'thrown' })
      expect(other.lines).toContainEqual(expect.objectContaining({ level: 'error', id: 'thrown' }))
      await other.close()
    },
  )
})

function circularError(): Error {
  const error = new Error('turns back')
  error.cause = new Error('turns back', { cause: error })
  return error
}

describe('every answer', () => {
  it('is the last on its connection while the server is stopping, refusals and pages, too', async () => {
    let isDraining = false
    const other = await serve({ isDraining: () => isDraining })
    const connections = async (): Promise<unknown[]> => {
      const answers = ['/api/thing/', '/api/nothing/', '/health/live'].map((path) =>
        fetch(other.url + path, { headers: login }),
      )
      return (await Promise.all(answers)).map(({ headers }) => headers.get('connection'))
    }
    expect(await connections()).toEqual(['keep-alive', 'keep-alive', 'keep-alive'])
    isDraining = true
    expect(await connections()).toEqual(['close', 'close', 'close'])
    await other.close()
  })

  it('carries headers that keep browsers from guessing and storing', async () => {
    const { headers } = await ask('/api/thing/')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it.each(['has space', 'x'.repeat(65), '{"level":"fatal"}'])(
    'has an id of its own when the client sent %j',
    async (id) => {
      const { headers } = await ask('/', { headers: { 'X-Request-Id': id } })
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  it('leaves one line in the log, without query, header or body', async () => {
    await post('/api/thing/?uipass=canary-1', '{"a":"canary-2"}', { 'X-Request-Id': 'one-line' })
    const lines = api.lines.filter(({ id }) => id === 'one-line')
    expect(lines).toMatchObject([
      { level: 'info', method: 'POST', path: '/api/thing/', status: 200, user: 'admin', ms: expect.any(Number) },
    ])
    expect(JSON.stringify(api.lines)).not.toMatch(/canary|Basic/)
  })
})

describe('open pages', () => {
  it('greet, and lead on', async () => {
    const { text } = await ask('/')
    expect(text).toContain('Welcome')
    expect(text).toContain('/openapi.json')
  })

  it.each([
    { readiness: 'ready', status: 200 },
    { readiness: 'draining', status: 503 },
    { readiness: 'unavailable', status: 503 },
  ] as const)('tell that the server is $readiness', async ({ readiness, status }) => {
    const schema = { status: 'additive', breaking: 0, additive: 3 } as const
    const other = await serve({ readiness: async () => readiness, schema })
    const ready = await fetch(`${other.url}/health/ready`)
    expect([ready.status, await ready.json()]).toEqual([status, { status: readiness, schema }])
    const live = await fetch(`${other.url}/health/live`)
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }])
    await other.close()
  })
})
