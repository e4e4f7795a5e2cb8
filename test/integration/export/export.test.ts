/** Exports through the whole server: what arrives, in which form, for whom. */
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { codecOf } from '../../../src/resources/column-codec.ts'
import { fieldOf, type Column } from '../../../src/resources/resource.ts'
import { type Answer, basicAuth, ADMIN, startTestApi, type TestApi } from '../../helpers/api.ts'
import { readCsv, storedText } from '../../helpers/csv.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

interface List {
  readonly meta: { readonly next: string }
  readonly objects: readonly Record<string, unknown>[]
}

describeDatabase.each([{ engine: 'InnoDB' as const }, { engine: undefined }])('an export, $engine', ({ engine }) => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ rows: true, engine })
  })
  afterAll(() => api.close())

  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    api.request('GET', path, { headers })

  /** The objects of all pages of a list, as they are written. */
  async function objectsOf(path: string): Promise<string[]> {
    const objects: string[] = []
    for (let page = 1; ; page++) {
      const { text, json } = await get(`${path}limit=1000&page=${page}`)
      const found = text.slice(text.indexOf('"objects":[') + 11, -2)
      if (found !== '') objects.push(found)
      if ((json as List).meta.next === '') return objects
    }
  }

  async function withTrailers(path: string): Promise<{ text: string; trailers: IncomingMessage['trailers'] }> {
    const headers = { Authorization: basicAuth(ADMIN.name, ADMIN.password), TE: 'trailers', Connection: 'TE' }
    const [answer] = (await once(httpRequest(api.url + path, { headers }).end(), 'response')) as [IncomingMessage]
    let text = ''
    for await (const piece of answer.setEncoding('utf8')) text += String(piece)
    return { text, trailers: answer.trailers }
  }

  it('as NDJSON has the objects of the list, byte for byte, of every table', async () => {
    let rows = 0
    for (const name of resources.keys()) {
      const { text, status, headers } = await get(`/api/${name}/?format=ndjson`)
      expect(status, name).toBe(200)
      expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
      expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}.ndjson"`)
      const lines = text.split('\n')
      expect(lines.pop()).toBe('')
      expect(lines.join(','), name).toBe((await objectsOf(`/api/${name}/?`)).join(','))
      rows += lines.length
    }
    expect(rows).toBeGreaterThan(10_000)
  })

  it('as CSV has their values, of every table', async () => {
    for (const { name, columns } of resources.values()) {
      const { text, status, headers } = await get(`/api/${name}/?format=csv&limit=500`)
      expect(status, name).toBe(200)
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
      const [head = [], ...lines] = readCsv(text)
      const { json } = await get(`/api/${name}/?limit=500`)
      const { objects } = json as List
      expect(lines.length, name).toBe(objects.length)
      const shown = columns.filter((column) => head.includes(fieldOf(column)))
      expect(head).toEqual(shown.map(fieldOf))
      for (const [index, object] of objects.entries()) {
        const fields = lines[index] ?? []
        expect(Object.keys(object)).toEqual(head)
        expect(fields.map((field, at) => valueOf(shown[at] as Column, field))).toEqual(Object.values(object))
      }
    }
  })

  it('has the filters and the ordering of the list, and ends where it is told to', async () => {
    const query = 'terminatecauseid=1&card_id__lt=9&ordering=-sessiontime,id'
    const list = await objectsOf(`/api/call/?${query}&`)
    const { text } = await get(`/api/call/?${query}&format=ndjson`)
    expect(text.trimEnd().replaceAll('\n', ',')).toBe(list.join(','))
    expect(list.length).toBeGreaterThan(0)
    const some = await get('/api/call/?format=csv&limit=1500')
    expect(readCsv(some.text).length).toBe(1501)
    const through = await get('/api/callerid/?format=csv&id_cc_card__lastname__ne=nobody')
    expect(readCsv(through.text).length).toBeGreaterThan(1)
  })

  it.each([
    ['format=csv', undefined, 'text/csv; charset=utf-8'],
    ['format=json', 'text/csv', 'application/json; charset=utf-8'],
    ['f%6Frmat=csv', undefined, 'text/csv; charset=utf-8'],
    ['', 'text/csv', 'text/csv; charset=utf-8'],
    ['', 'application/x-ndjson', 'application/x-ndjson; charset=utf-8'],
    ['format=ndjson', 'text/csv', 'application/x-ndjson; charset=utf-8'],
    ['', 'text/csv;q=0.5, application/json', 'application/json; charset=utf-8'],
    ['', 'text/csv, */*;q=0.1', 'text/csv; charset=utf-8'],
    ['', '*/*', 'application/json; charset=utf-8'],
    ['', 'text/html', 'application/json; charset=utf-8'],
  ])('"%s" with Accept: %s is %s', async (query, accept, type) => {
    const { headers } = await get(`/api/country/?${query}`, accept === undefined ? {} : { Accept: accept })
    expect(headers.get('content-type')).toBe(type)
  })

  it.each([
    ['format=cvs', 'format', 'The parameter "format" must be one of json, csv, ndjson. Did you mean "csv"?'],
    ['format=csv&format=json', 'format', 'The parameter "format" is given 2 times.'],
    [
      'format=csv&page=2',
      'page',
      'The parameter "page" cannot be given for an export, which has no pages; "limit" ends it.',
    ],
    ['format=csv&limit=0', 'limit', 'The parameter "limit" must be a whole number from 1 to 999999999999.'],
    ['format=csv&nonsense=1', 'nonsense', expect.stringContaining('nonsense')],
    [
      'format=csv&countryname__regexp=(',
      'countryname__regexp',
      'The pattern is no regular expression of the database.',
    ],
  ])('"%s" is refused', async (query, parameter, detail) => {
    const { status, json, headers } = await get(`/api/country/?${query}`)
    expect(status).toBe(400)
    expect(headers.get('content-disposition')).toBeNull()
    expect(json).toMatchObject({ detail, errors: [{ parameter }] })
  })

  it.each(['call/?ordering=id', 'call/?ordering=-id', 'card/?ordering=username', 'card/?ordering=-username'])(
    'goes on in parts, %s, each row once, as CSV and as NDJSON',
    async (list) => {
      const whole = (await get(`/api/${list}&format=ndjson`)).text.trimEnd().split('\n')
      expect(whole.length).toBeGreaterThan(300)
      const lines: string[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const { text } = await get(`/api/${list}&format=ndjson&count=exact&limit=130&cursor=${cursor}`)
        const [last = '', ...part] = text.trimEnd().split('\n').toReversed()
        const { meta } = JSON.parse(last) as { meta: { count: number; next_cursor: string | null } }
        expect(meta.count).toBe(part.length)
        lines.push(...part.toReversed())
        cursor = meta.next_cursor
      }
      expect(lines).toEqual(whole)
      const [, ...rows] = readCsv((await get(`/api/${list}&format=csv`)).text)
      const parts: unknown[] = []
      for (let cursor = '', isFirst = true; isFirst || cursor !== ''; isFirst = false) {
        const { text, trailers } = await withTrailers(`/api/${list}&format=csv&limit=130&cursor=${cursor}`)
        parts.push(...readCsv(text).slice(1))
        cursor = String(trailers['x-next-cursor'])
      }
      expect(parts).toEqual(rows)
    },
  )

  it('goes on to the end from where a page ended', async () => {
    const { json } = await get('/api/call/?ordering=-id&limit=900&cursor=')
    const { next_cursor: cursor } = (json as { meta: { next_cursor: string } }).meta
    const [, ...rest] = readCsv((await get(`/api/call/?format=csv&ordering=-id&cursor=${cursor}`)).text)
    const [, ...all] = readCsv((await get('/api/call/?format=csv&ordering=-id')).text)
    expect(rest).toEqual(all.slice(900))
  })

  it('ends with the number of its rows for who takes trailers', async () => {
    const { text, trailers } = await withTrailers('/api/country/?format=csv')
    expect(trailers).toEqual({ 'x-row-count': String(readCsv(text).length - 1) })
  })

  it('ends with the number of its rows in a last line for who asks', async () => {
    for (const query of ['', '&limit=7', '&countrycode=none']) {
      const { text } = await get(`/api/country/?format=ndjson${query}`)
      const rows = text.split('\n').length - 1
      const counted = await get(`/api/country/?format=ndjson&count=exact${query}`)
      expect(counted.text).toBe(`${text}{"meta":{"count":${rows}}}\n`)
    }
    const refused = await get('/api/country/?format=csv&count=exact')
    expect(refused.json).toMatchObject({ status: 400, errors: [{ parameter: 'count' }] })
  })

  it('asks the database for nothing when only its headers are wanted', async () => {
    const { status, headers } = await api.request('HEAD', '/api/country/?format=csv&countryname__regexp=(')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect((await api.request('HEAD', '/api/country/?format=csv&page=2')).status).toBe(400)
  })
})

describeDatabase('who may export', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ rows: true, engine: 'InnoDB', env: { A2B_AUTH_DEFAULT_ROLE: 'none' } })
  })
  afterAll(() => api.close())

  async function userWith(name: string, ...grants: string[]): Promise<{ name: string; password: string }> {
    const password = 'a password for tests of exports'
    const made = await api.request('POST', '/api/user/', { body: { username: name, password, active: true } })
    expect(made.status, made.text).toBe(200)
    const { id } = made.json as { id: number }
    for (const grant of grants) {
      const granted = await api.request('POST', '/api/grant/', { body: { user: id, grant } })
      expect(granted.status, granted.text).toBe(200)
    }
    return { name, password }
  }

  it('is who holds the permission for it, and sees no more than in a list', async () => {
    const lister = await userWith('lister', 'card:list')
    const refused = await api.request('GET', '/api/card/?format=csv', { as: lister })
    expect(refused.status).toBe(403)
    expect(refused.json).toMatchObject({ detail: 'An export needs the permission "card:export".' })
    const exporter = await userWith('exporter', 'card:export')
    expect((await api.request('GET', '/api/card/?format=csv', { as: exporter })).status).toBe(403)

    const both = await userWith('both', 'card:list', 'card:export', 'mask:card.email', 'scope:card?id__lt=4')
    const { text } = await api.request('GET', '/api/card/?format=csv', { as: both })
    const [head = [], ...lines] = readCsv(text)
    expect(lines.map((fields) => fields[head.indexOf('id')])).toEqual(['1', '2', '3'])
    expect(head).not.toContain('email')
    expect(head).not.toContain('uipass')
    expect(head).toContain('lastname')
    const filtered = await api.request('GET', '/api/card/?format=csv&email__contains=x', { as: both })
    expect(filtered.status).toBe(400)
    // What has one permission of its own for everything asks for no other.
    const manager = await userWith('manager', 'users:manage')
    const users = await api.request('GET', '/api/user/?format=csv', { as: manager })
    expect(users.status).toBe(200)
    expect(readCsv(users.text)[0]).not.toContain('password')
    // The control: who sees everything.
    const whole = await api.request('GET', '/api/card/?format=csv')
    expect(readCsv(whole.text)[0]).toEqual(expect.arrayContaining(['email', 'uipass']))
    expect(readCsv(whole.text).length).toBeGreaterThan(4)
  })
})

describeDatabase('an export that does not go well', () => {
  const CALLS = 150_000
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ engine: 'InnoDB', env: { A2B_POOL_SIZE: '4' } })
    await sql(`insert into cc_call (sessionid, uniqueid, card_id, nasipaddress, calledstation, src, dnid)
      select concat('SIP/', seq), seq, seq % 100, '10.0.0.1', '442012345678', '15551234567', '442012345678'
      from seq_1_to_${CALLS}`)
  })
  afterAll(() => api.close())

  async function sql(text: string): Promise<RowDataPacket[]> {
    const connection = await createConnection(api.database.url)
    try {
      const [rows] = await connection.query<RowDataPacket[]>(text)
      return rows
    } finally {
      await connection.end()
    }
  }
  const exports = (): Promise<RowDataPacket[]> =>
    sql(`select id from information_schema.processlist where db = '${api.database.name}' and info like '%from \`cc_call\`%'
      and id <> connection_id()`)

  /** An export of which only the beginning is taken. */
  async function begun(): Promise<IncomingMessage> {
    const headers = { Authorization: basicAuth(ADMIN.name, ADMIN.password) }
    const sent = httpRequest(`${api.url}/api/call/?format=ndjson`, { headers })
    // Of a reset the answer tells as well.
    sent.on('error', () => undefined).end()
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    answer.once('readable', () => undefined)
    return answer
  }
  const rest = async (answer: IncomingMessage): Promise<string> => {
    let text = ''
    for await (const chunk of answer) text += String(chunk)
    return text
  }
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  it('waits for its client, while others are served, and no second one is begun', async () => {
    const answer = await begun()
    await until(async () => (await exports()).length === 1)
    const second = await api.request('GET', '/api/call/?format=csv')
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '10'])
    expect(second.json).toMatchObject({ detail: expect.stringContaining('At most 1 export runs at once') })
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, page) => api.request('GET', `/api/call/?page=${page + 1}`)),
    )
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
    expect((await rest(answer)).split('\n').length).toBe(CALLS + 1)
    expect((await api.request('GET', '/api/call/?format=csv&limit=1')).status).toBe(200)
  })

  it('ends in the database when its client goes away', async () => {
    const answer = await begun()
    await until(async () => (await exports()).length === 1)
    answer.destroy()
    await until(async () => (await exports()).length === 0)
    await until(async () => (await api.request('GET', '/api/call/?format=csv&limit=1')).status === 200)
  })

  it('is no whole answer when the database ends it, and the log says why', async () => {
    // Of the test before there may still be one.
    await until(async () => (await exports()).length === 0)
    const answer = await begun()
    await until(async () => (await exports()).length === 1)
    for (const { id } of (await exports()) as { id: number }[]) await sql(`kill ${id}`)
    await expect(rest(answer)).rejects.toThrow('aborted')
    expect(answer.complete).toBe(false)
    await until(async () => api.warnings.some(({ msg }) => msg === 'request failed'))
    expect(api.warnings.find(({ msg }) => msg === 'request failed')).toMatchObject({ err: { type: 'ApiError' } })
  })
})

describeDatabase.each([{ engine: 'InnoDB' as const }, { engine: undefined }])(
  'a slow export, $engine',
  ({ engine }) => {
    it('keeps nobody from writing', async () => {
      const api = await startTestApi({ engine })
      const connection = await createConnection(api.database.url)
      try {
        const id = `(sessionid, uniqueid, card_id, nasipaddress, calledstation, src, dnid)`
        await connection.query(
          `insert into cc_call ${id} select seq, seq, 1, '10.0.0.1', repeat('4', 30), '', repeat('4', 40) from seq_1_to_100000`,
        )
        const headers = { Authorization: basicAuth(ADMIN.name, ADMIN.password) }
        const sent = httpRequest(`${api.url}/api/call/?format=ndjson`, { headers })
        sent.end()
        const [answer] = (await once(sent, 'response')) as [IncomingMessage]
        answer.once('readable', () => undefined)
        await connection.query('set session lock_wait_timeout = 20')
        await connection.query('update cc_call set card_id = 2 where id = 100000')
        let lines = 0
        for await (const chunk of answer) lines += String(chunk).split('\n').length - 1
        expect(lines).toBe(100_000)
      } finally {
        await connection.end()
        await api.close()
      }
    })
  },
)

/** What the field of a CSV says, as JSON has it. */
function valueOf({ type }: Column, field: string | null): unknown {
  if (field === null) return null
  const { toJson } = codecOf(type)
  const isBare = toJson === 'bare' || toJson === 'zerofilled' || type.kind === 'json' || type.kind === 'double'
  const text = storedText(field) ?? ''
  if (isBare || type.kind === 'float') return JSON.parse(field)
  return type.kind === 'flag' && (text === 'true' || text === 'false') ? text === 'true' : text
}
