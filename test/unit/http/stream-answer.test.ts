/** Answers that are made while they are sent: whole, or recognisably not. */
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { Router } from '@koa/router'
import type { RouterMiddleware } from '@koa/router'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guarded } from '../../../src/access.ts'
import { ApiError } from '../../../src/errors.ts'
import type { ByteSink, Streamed } from '../../../src/streamed.ts'
import { login, serve, type Served } from './serve.ts'

/** What is streamed, by the name in the address. */
const streams: Record<string, Streamed['write']> = {
  async short(sink) {
    sink.write(Buffer.from('a\n'))
    sink.write(Buffer.from('b\n'))
    return 2
  },
  nothing: async () => 0,
  refused() {
    throw new ApiError('invalid_parameter', 'It cannot be asked for.')
  },
  async broken(sink) {
    sink.write(Buffer.from('a\n'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    throw new ApiError('database_unavailable', 'The database has gone.')
  },
  endless: (sink) => endless(sink),
}

/** How many pieces the last endless one has written, and how it ended. */
let pieces = 0
let ending: Promise<unknown> = Promise.resolve()
const PIECE = Buffer.alloc(64 * 1024, 'x')

function endless(sink: ByteSink): Promise<number> {
  pieces = 0
  const aborted = new Promise<never>((_, reject) => {
    sink.signal.addEventListener('abort', () => reject(sink.signal.reason))
  })
  const write = async (): Promise<never> => {
    for (;;) {
      pieces++
      await (sink.write(PIECE) ?? new Promise(setImmediate))
    }
  }
  const result = Promise.race([write(), aborted])
  ending = result.catch((error: unknown) => error)
  return result
}

describe('a streamed answer', () => {
  let api: Served
  beforeAll(async () => {
    const stream = new Router({ prefix: '/api/stream' }).get(
      '/:name',
      guarded('login', (ctx: Parameters<RouterMiddleware>[0]) => {
        const streamed: Streamed = {
          type: 'text/csv',
          fileName: ctx.params['name'] === 'nothing' ? 'né "x".csv' : 'thing.csv',
          write: async (sink) => (streams[ctx.params['name'] ?? ''] as Streamed['write'])(sink),
        }
        ctx.state.streamed = streamed
      }),
    )
    api = await serve({ routers: new Map([['stream', () => stream]]), clientPatience: 1000 })
  })
  afterAll(() => api.close())

  const open = async (name: string, options: { headers?: Record<string, string>; method?: string } = {}) => {
    const sent = request(`${api.url}/api/stream/${name}`, { ...options, headers: { ...login, ...options.headers } })
    // Of a reset after the headers the answer tells, too.
    sent.on('error', () => undefined).end()
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    return answer
  }
  const textOf = async (answer: IncomingMessage): Promise<string> => {
    let text = ''
    for await (const chunk of answer) text += String(chunk)
    return text
  }
  /** Of HTTP 1.0, whose answers end with their connection. */
  const raw = (name: string): Promise<{ text: string; error: string | undefined }> =>
    new Promise((resolve) => {
      const socket = connect(api.port, '127.0.0.1', () =>
        socket.write(`GET /api/stream/${name} HTTP/1.0\r\nAuthorization: ${login.authorization}\r\n\r\n`),
      )
      let text = ''
      let error: string | undefined
      socket.on('data', (data) => (text += String(data)))
      socket.on('error', ({ code }: NodeJS.ErrnoException) => (error = code))
      socket.on('close', () => resolve({ text, error }))
    })

  it('has a type, a name to be kept under, and its bytes', async () => {
    const answer = await open('short')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="thing.csv"',
      'transfer-encoding': 'chunked',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers.trailer).toBeUndefined()
    expect(await textOf(answer)).toBe('a\nb\n')
    expect(answer.trailers).toEqual({})
  })

  it('says how many rows it had, to who takes trailers', async () => {
    const answer = await open('short', { headers: { TE: 'trailers', Connection: 'TE' } })
    expect(answer.headers.trailer).toBe('X-Row-Count')
    expect(await textOf(answer)).toBe('a\nb\n')
    expect(answer.trailers).toEqual({ 'x-row-count': '2' })
    const none = await open('nothing', { headers: { TE: 'gzip, trailers;q=0.5' } })
    expect(await textOf(none)).toBe('')
    expect(none.trailers).toEqual({ 'x-row-count': '0' })
  })

  it('has a name that a header can hold', async () => {
    const { headers } = await open('nothing')
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''n%C3%A9%20%22x%22.csv")
  })

  it('is not made for HEAD', async () => {
    const answer = await open('refused', { method: 'HEAD', headers: { TE: 'trailers' } })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv'])
    expect(await textOf(answer)).toBe('')
  })

  it('is an ordinary error when nothing was written yet', async () => {
    const answer = await open('refused', { headers: { TE: 'trailers' } })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' })
    expect(answer.headers['content-disposition']).toBeUndefined()
    expect(JSON.parse(await textOf(answer)).detail).toBe('It cannot be asked for.')
  })

  it('breaks the connection when it fails later, and the log says why', async () => {
    const answer = await open('broken')
    expect(answer.statusCode).toBe(200)
    await expect(textOf(answer)).rejects.toThrow('aborted')
    expect(answer.complete).toBe(false)
    expect(api.lines.findLast(({ msg }) => msg === 'request failed')).toMatchObject({
      err: { message: 'The database has gone.' },
    })
  })

  it('is broken for HTTP 1.0, too, where its end is that of the connection', async () => {
    const broken = await raw('broken')
    expect(broken).toMatchObject({ error: 'ECONNRESET' })
    // The control: one that is whole ends well.
    const whole = await raw('short')
    expect(whole.error).toBeUndefined()
    expect(whole.text).toMatch(/\r\n\r\na\nb\n$/)
    expect(whole.text).not.toMatch(/^transfer-encoding/im)
  })

  it('waits for a client that pauses, and breaks off from one that never goes on', async () => {
    const answer = await open('endless')
    // Taken now and then, it goes on for longer than anybody may pause.
    for (let turn = 0; turn < 5; turn++) {
      answer.resume()
      await new Promise((resolve) => setTimeout(resolve, 10))
      answer.pause()
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    expect(answer.destroyed).toBe(false)
    const stuck = await ending
    expect(String(stuck)).toMatch(/^Error: The client has left \d+ bytes waiting for 1000 ms$/)
    const written = pieces
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(pieces).toBe(written)
    await expect(textOf(answer)).rejects.toThrow('aborted')
    expect(api.lines.findLast(({ msg }) => msg === 'answer broken off')).toMatchObject({
      reason: expect.stringContaining('bytes waiting'),
    })
  })

  it('is given up when the client goes away', async () => {
    const answer = await open('endless')
    answer.destroy()
    expect(String(await ending)).toBe('Error: The client has gone away')
  })
})
