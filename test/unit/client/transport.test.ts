/** What the client does when answers do not come: the server is a function here, and no time passes. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  createClient,
  IncompleteExportError,
  ProblemError,
  UnexpectedAnswerError,
  UnsettledMovementError,
} from '../../../generated/client.ts'
import { CALLS } from '../../../src/client/facts.ts'
import { SERVER_RESOURCES } from '../../../src/client/server-resources.ts'

type Answer = (request: Request) => Response | Promise<Response>

/** @param answers - one for each request, in turn */
function clientOf(...answers: Answer[]) {
  const requests: Request[] = []
  const waited: number[] = []
  const client = createClient({
    baseUrl: 'http://api.test/billing/',
    credentials: { name: 'zoë', password: 'p' },
    fetch: async (request) => {
      const answer = answers[requests.length]
      requests.push(request)
      if (!answer) throw new Error('One request more than expected')
      return answer(request)
    },
    retry: { attempts: 3, wait: async (milliseconds) => void waited.push(milliseconds) },
  })
  return { client, requests, waited }
}

const json =
  (text: string): Answer =>
  () =>
    new Response(text, { headers: { 'Content-Type': 'application/json' } })
const problem =
  (status: number, code: string, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(JSON.stringify({ type: `urn:a2billing-api:error:${code}`, title: '', status, detail: 'No.' }), {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    })
const broken: Answer = () => Promise.reject(new TypeError('fetch failed'))
const lines = (text: string, breaks = false): Answer => {
  let isSent = false
  const body = new ReadableStream({
    pull: (controller) => {
      if (!isSent) controller.enqueue(new TextEncoder().encode(text))
      else if (breaks) controller.error(new TypeError('terminated'))
      else controller.close()
      isSent = true
    },
  })
  return () => new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } })
}

it('sends a refill again with the same key until it is answered', async () => {
  const done = '{"card_id":7,"credited":5.00000,"current_balance":12345678.12345}'
  const { client, requests, waited } = clientOf(
    broken,
    problem(503, 'outcome-unknown', { 'Retry-After': '2' }),
    json(done),
  )
  expect(await client.refill(7, '5', { reason: 'für Juli' })).toMatchObject({
    credited: '5.00000',
    current_balance: '12345678.12345',
  })
  expect(new Set(requests.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1)
  expect(requests[0]?.headers.get('X-Request-Reason')).toBe('f%C3%BCr Juli')
  expect(requests[0]?.headers.get('Authorization')).toBe(`Basic ${Buffer.from('zoë:p').toString('base64')}`)
  expect(requests[0]?.url).toBe('http://api.test/billing/custom_api/refill/7')
  expect(waited).toEqual([250, 2000])
})

it('tells by which key to ask again when no attempt was answered', async () => {
  const { client } = clientOf(broken, broken, broken)
  const error = await client.charge(7, '5', { idempotencyKey: 'k1' }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UnsettledMovementError)
  expect(error).toMatchObject({ idempotencyKey: 'k1', cause: { message: 'fetch failed' } })
})

it('does not send again what was refused, nor a write that has no key', async () => {
  const refused = clientOf(problem(422, 'invalid-value'))
  await expect(refused.client.refill(7, '5')).rejects.toMatchObject({ code: 'invalid_value', status: 422 })
  const failed = clientOf(broken)
  await expect(failed.client.create('callerid', { cid: '1' })).rejects.toThrow('fetch failed')
})

it('reads again after 429, and says what is not the API’s', async () => {
  const { client, waited } = clientOf(problem(429, 'too-many-attempts', { 'Retry-After': '7' }), json('{"id":1}'))
  await client.read('card', 1)
  expect(waited).toEqual([7000])
  const proxy = clientOf(() => new Response('<h1>Not here</h1>', { status: 404 }))
  await expect(proxy.client.read('card', 1)).rejects.toBeInstanceOf(UnexpectedAnswerError)
})

it('asks for decimals as texts, and makes texts of those in answers to writes', async () => {
  const { client, requests } = clientOf(json('{"id":1,"credit":"5.00000"}'), json('{"id":1,"credit":5.00000,"vat":0}'))
  expect(await client.read('card', 1)).toMatchObject({ credit: '5.00000' })
  expect(new URL(requests[0]?.url ?? '').searchParams.get('decimals')).toBe('string')
  expect(await client.update('card', 1, { lastname: 'Groß' })).toMatchObject({ credit: '5.00000' })
  expect(new URL(requests[1]?.url ?? '').search).toBe('')
})

it('an export goes on behind the last whole line', async () => {
  const { client, requests } = clientOf(
    lines('{"id":1}\n{"id":2}\n{"i', true),
    lines('{"id":3}\n{"meta":{"count":1}}\n'),
  )
  const rows = await Array.fromAsync(client.export('callerid', { id_cc_card: 5 }))
  expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  const asked = requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams))
  expect(asked[0]).toEqual({ id_cc_card: '5', ordering: 'id', format: 'ndjson', count: 'exact', decimals: 'string' })
  expect(asked[1]).toEqual({ ...asked[0], where: '{"and":[{"id__gt":2}]}' })
})

it('an export that was ended between two lines goes on, too, also by a key of two columns', async () => {
  const row = '{"id_agent":1,"id_tariffgroup":3}'
  const { client, requests } = clientOf(lines(`${row}\n`), lines('{"meta":{"count":0}}\n'))
  expect(await Array.fromAsync(client.export('agenttariffgroup'))).toEqual([JSON.parse(row)])
  expect(JSON.parse(new URL(requests[1]?.url ?? '').searchParams.get('where') ?? '')).toEqual({
    and: [{ or: [{ id_agent__gt: 1 }, { and: [{ id_agent__eq: 1 }, { id_tariffgroup__gt: 3 }] }] }],
  })
})

it('an export that cannot go on throws what broke it', async () => {
  const inOrder = (...answers: Answer[]) =>
    Array.fromAsync(clientOf(...answers).client.export('callerid', { ordering: 'cid' }))
  await expect(inOrder(lines('{"id":1}\n{"i', true))).rejects.toThrow('terminated')
  await expect(inOrder(lines('{"id":1}\n{"i'))).rejects.toMatchObject({ came: 1, sent: undefined })
  await expect(inOrder(lines('{"id":1}\n'))).rejects.toBeInstanceOf(IncompleteExportError)
  await expect(inOrder(lines('{"id":1}\n{"meta":{"count":1}}\n{"id":2}\n'))).rejects.toThrow('unfinished')
  // A row that was lost in the middle is nowhere to be asked for, in whichever order.
  const lost = clientOf(lines('{"id":1}\n{"meta":{"count":2}}\n'))
  await expect(Array.fromAsync(lost.client.export('callerid'))).rejects.toMatchObject({ came: 1, sent: 2 })
  // Nor is it asked for for ever what never comes.
  const nothing = clientOf(lines(''))
  await expect(Array.fromAsync(nothing.client.export('callerid'))).rejects.toThrow('unfinished')
})

it('walks by number where the order has no cursor', async () => {
  const noCursor: Answer = () =>
    new Response(
      JSON.stringify({
        type: 'urn:a2billing-api:error:invalid-parameter',
        status: 400,
        errors: [{ parameter: 'cursor' }],
      }),
      { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
    )
  const page = (id: number, next: string) => json(JSON.stringify({ meta: { next }, objects: [{ id }] }))
  const { client, requests } = clientOf(noCursor, page(1, '/more'), page(2, ''))
  expect(await Array.fromAsync(client.rows('card', { ordering: 'city' }))).toEqual([{ id: 1 }, { id: 2 }])
  expect(requests.map(({ url }) => new URL(url).searchParams.get('page'))).toEqual([null, '1', '2'])
})

it('throws problems with what is wrong where', async () => {
  const { client } = clientOf(problem(400, 'unknown-parameter'))
  const error = await client.list('card').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  expect(error).toMatchObject({ code: 'unknown_parameter', errors: [] })
})

it('knows the decimals of what the server itself serves', () => {
  const { schemas } = JSON.parse(
    readFileSync(new URL('../../../docs/openapi-plugins.json', import.meta.url), 'utf8'),
  ) as {
    schemas: Record<string, { properties: Record<string, { type?: string | string[] }> }>
  }
  const decimals = Object.keys(SERVER_RESOURCES).map((name) => {
    const { properties } = schemas[name.charAt(0).toUpperCase() + name.slice(1)] ?? { properties: {} }
    return [name, Object.keys(properties).filter((field) => [properties[field]?.type].flat().includes('number'))]
  })
  expect(Object.entries(SERVER_RESOURCES).map(([name, facts]) => [name, facts.decimals])).toEqual(decimals)
})

it('knows which numbers of the calls of plugins are money', () => {
  const { paths, schemas } = JSON.parse(
    readFileSync(new URL('../../../docs/openapi-plugins.json', import.meta.url), 'utf8'),
  ) as { paths: Record<string, Record<string, unknown>>; schemas: Record<string, unknown> }
  const numbersIn = (schema: unknown): string[] =>
    Object.entries(schema as object).flatMap(([name, value]) => [
      ...([(value as { type?: unknown } | null)?.type].flat().includes('number') ? [name] : []),
      ...(typeof value === 'object' && value !== null ? numbersIn(value) : []),
    ])
  // Shares and times.
  const others = new Set(['minutes', 'asr', 'acd', 'margin_percent', 'days_left'])
  const calls = Object.keys(paths).filter((path) => /^\/custom_api\/(report|refill|extra_charge)\b/.test(path))
  for (const path of calls) {
    const [answer = ''] = JSON.stringify(paths[path]).match(/\w+Answer(?=")/) ?? []
    const money = new Set(numbersIn(schemas[answer]).filter((name) => !others.has(name)))
    const known = CALLS[path]
    expect(
      [...money].filter((name) => !known?.has(name)),
      path,
    ).toEqual([])
    expect(money.size, path).toBeGreaterThan(0)
  }
  expect(calls).toHaveLength(Object.keys(CALLS).length)
})
