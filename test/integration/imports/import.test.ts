/** Files of CSV to rows, through the whole server, on both engines. */
import { readdirSync, readlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { fieldOf, type Resource } from '../../../src/resources/resource.ts'
import { ADMIN, type Answer, basicAuth, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { readCsv } from '../../helpers/csv.ts'
import { makeKey } from '../../helpers/keys.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

interface Report {
  readonly lines: number
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly failed: number
  readonly problems: readonly { readonly line: number; readonly type: string; readonly detail: string }[]
}

describeDatabase.each([undefined, 'InnoDB'] as const)('imports (%s)', (engine) => {
  let api: TestApi
  let connection: Connection
  beforeAll(async () => {
    api = await startTestApi({ engine, rows: true })
    connection = await createConnection({ uri: api.database.url })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  let keys = 0
  const post = (
    path: string,
    body: string,
    more: RequestOptions['headers'] = {},
    as: RequestOptions['as'] = ADMIN,
  ): Promise<Answer> => {
    const headers = { 'Content-Type': 'text/csv', 'Idempotency-Key': `key-${++keys}`, ...more }
    return api.request('POST', `/api/import/${path}`, { body, headers, as })
  }
  const rows = async (sql: string): Promise<unknown[][]> =>
    (
      await connection.query<RowDataPacket[]>({ sql, rowsAsArray: true, dateStrings: true })
    )[0] as unknown as unknown[][]
  const count = async (where: string): Promise<number> =>
    Number((await rows(`select count(*) from cc_card where ${where}`))[0]?.[0])
  const audited = async (): Promise<number> => Number((await rows('select count(*) from a2b_audit'))[0]?.[0])
  const inQuery = (set: object): string => `set=${encodeURIComponent(JSON.stringify(set))}`

  const CARD = inQuery({ tariff: 1, uipass: 'secret', credit: '1.50000', lastname: 'of a file' })
  const cards = (...names: readonly string[]): string => {
    return ['username,useralias', ...names.map((name) => `${name},alias-${name}`)].join('\n')
  }

  it('stores rates, each with a record, and tells so', async () => {
    const before = await audited()
    const file = 'dialprefix,destination,rateinitial\r\n3399,1,0.25\r\n3398,1,0.5'
    const { status, json } = await post(`ratecard/?${inQuery({ idtariffplan: 1 })}`, file)
    expect([status, json]).toEqual([
      200,
      { resource: 'ratecard', lines: 2, done: 2, created: 2, updated: 0, failed: 0, problems: [] },
    ])
    expect(
      await rows(
        "select idtariffplan, dialprefix, rateinitial from cc_ratecard where dialprefix like '339_' order by dialprefix desc",
      ),
    ).toEqual([
      [1, '3399', '0.25000'],
      [1, '3398', '0.50000'],
    ])
    expect((await audited()) - before).toBe(2)
  })

  it('stores DIDs from a file of a spreadsheet: semicolons, a byte order mark, TRUE, empty cells', async () => {
    const file = `\ufeffdid;activated;reserved;id_cc_didgroup;id_cc_country;billingtype\r\n"33900000001";1;0;1;1;\r\n33900000002;1;0;1;1;2\r\n`
    const { status, text } = await post('did/', file)
    expect(status, text).toBe(200)
    expect(await rows("select did, activated, billingtype from cc_did where did like '3390000000_'")).toEqual([
      ['33900000001', 1, null],
      ['33900000002', 1, 2],
    ])
  })

  it('says of every line what is wrong with it, by its number in the file, and then stores nothing', async () => {
    const file = 'username,useralias,vat,lastname\nw1,w1,20,"two\nlines"\n\nw2,w2,20%,x\nw3,w3,20\nw4,,1,x\nw5,w5,1,x\n'
    const { status, json } = await post(`card/?${inQuery({ tariff: 1, uipass: 'x', credit: 0 })}`, file)
    expect(status).toBe(422)
    expect(json).toMatchObject({
      type: 'urn:a2billing-api:error:invalid-lines',
      detail:
        '3 of 5 lines cannot be stored. Line 5: vat: Must be a number. Nothing was ' +
        'stored; correct the file, or store the other lines with errors=skip.',
    })
    const { errors } = json as { errors: { line: number; pointer?: string }[] }
    expect(errors.map(({ line, pointer }) => [line, pointer])).toEqual([
      [5, '/vat'],
      [6, undefined],
      [7, '/useralias'],
    ])
    expect(await count("username like 'w_'")).toBe(0)
  })

  it('with errors=skip stores the other lines, and says which are missing', async () => {
    const { status, json } = await post(`card/?errors=skip&${CARD}`, 'username,useralias\ns1,s1\ns2\ns3,s3\n')
    expect(status).toBe(207)
    expect(json).toMatchObject({ lines: 3, done: 3, created: 2, failed: 1, problems: [{ line: 3, status: 422 }] })
    expect(await count("username like 's_' and lastname = 'of a file' and credit = 1.5")).toBe(2)
  })

  it('goes on behind what the database refuses', async () => {
    const { status, json } = await post(`card/?${CARD}`, cards('d1', 'd2', 'd1', 'd3'))
    expect(status).toBe(207)
    expect(json).toMatchObject({ created: 3, failed: 1 })
    const { problems } = json as Report
    expect(problems).toMatchObject([{ line: 4, status: 409, type: 'urn:a2billing-api:error:duplicate-key' }])
    expect(await count("username like 'd_'")).toBe(3)
    // What was taken back with the line is its record, too.
    expect(await rows('select count(*) from a2b_audit where changes like \'%"d1"%\'')).toEqual([[1]])
  })

  it('tries without doing', async () => {
    const before = await audited()
    const imports = (await rows('select count(*) from a2b_import'))[0]?.[0]
    const dry = await post(`card/?dry_run=1&${CARD}`, cards('t1', 't2', 't1'))
    const isUndone = engine === 'InnoDB'
    expect(dry.headers.get('Dry-Run')).toBe(isUndone ? 'taken-back' : 'checked')
    expect(dry.json).toMatchObject({ lines: 3, done: 3, created: isUndone ? 2 : 3, failed: isUndone ? 1 : 0 })
    expect((await post(`card/?dry_run=1&${CARD}`, 'username,useralias,vat\nt1,t1,x\n')).status).toBe(422)
    expect([await count("username like 't_'"), await audited()]).toEqual([0, before])
    expect(await rows('select count(*) from a2b_import')).toEqual([[imports]])
  })

  it('changes rows that are there, and makes those that are not', async () => {
    await post(`card/?${CARD}`, cards('u1', 'u2'))
    const { status, json } = await post(
      `card/?on=username&${inQuery({ tariff: 1, uipass: 'secret' })}`,
      'username,useralias,lastname,credit,city\nu1,alias-u1,changed,99,"\'=A1"\nu3,u3,new,5,\n',
    )
    expect([status, json]).toEqual([200, expect.objectContaining({ created: 1, updated: 1, failed: 0 })])
    expect(
      await rows("select username, lastname, credit, city from cc_card where username like 'u_' order by username"),
    ).toEqual([
      ['u1', 'changed', '1.50000', '=A1'],
      ['u2', 'of a file', '1.50000', ''],
      ['u3', 'new', '5.00000', ''],
    ])
  })

  it('changes by a later line what an earlier one has made, and passes over lines of nothing', async () => {
    const file = 'username,useralias,lastname\nv1,v1,first\n,,\nv1,v1,second\n'
    const { json } = await post(`card/?on=username&${inQuery({ tariff: 1, uipass: 'x', credit: 0 })}`, file)
    expect(json).toMatchObject({ lines: 2, created: 1, updated: 1, failed: 0 })
    expect(await rows("select lastname from cc_card where username = 'v1'")).toEqual([['second']])
  })

  it('is done once under a key, however often the file is sent', async () => {
    const key = { 'Idempotency-Key': 'monday' }
    const first = await post(`card/?${CARD}`, cards('o1', 'o2', 'o1'), key)
    expect(first.json).toMatchObject({ created: 2, failed: 1 })
    const again = await post(`card/?${CARD}`, cards('o1', 'o2', 'o1'), key)
    expect([again.status, again.text]).toEqual([first.status, first.text])
    const look = await api.request('GET', '/api/import/card/', { headers: key })
    expect([look.status, look.text]).toEqual([200, first.text])
    const other = await post(`card/?${CARD}`, cards('o1', 'o2', 'o4'), key)
    expect([other.status, other.json]).toMatchObject([422, { type: 'urn:a2billing-api:error:idempotency-key-reused' }])
    expect((await post(`card/?on=username&${CARD}`, cards('o1', 'o2', 'o1'), key)).status).toBe(422)
    expect(await count("username like 'o_'")).toBe(2)
    expect((await api.request('GET', '/api/import/did/', { headers: key })).status).toBe(404)
    expect((await api.request('GET', '/api/import/card/')).json).toMatchObject({
      type: 'urn:a2billing-api:error:missing-idempotency-key',
    })
    const keyless = await api.request('POST', `/api/import/card/?${CARD}`, {
      body: cards('k'),
      headers: { 'Content-Type': 'text/csv' },
    })
    expect([keyless.status, await count("username = 'k'")]).toEqual([400, 0])
  })

  it('tells how far it is while it goes on', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `n${index}`)
    const { status, text, headers } = await post(`card/?${CARD}`, cards(...names), { Accept: 'application/x-ndjson' })
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8'])
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Report)
    expect(lines.map(({ done }) => done)).toEqual([0, 100, 200, 250, 250])
    expect(lines.at(-1)).toMatchObject({ lines: 250, created: 250, problems: [] })
    expect(await count("username regexp '^n[0-9]+$'")).toBe(250)
  })

  it('that a client breaks off goes on when the file is sent again, and stores each line once', async () => {
    const names = Array.from({ length: 1200 }, (_, index) => `b${index}`)
    const file = cards(...names)
    const breaking = new AbortController()
    const response = await fetch(`${api.url}/api/import/card/?${CARD}`, {
      method: 'POST',
      body: file,
      signal: breaking.signal,
      headers: {
        Authorization: basicAuth(ADMIN.name, ADMIN.password),
        'Content-Type': 'text/csv',
        'Idempotency-Key': 'broken',
        Accept: 'application/x-ndjson',
      },
    })
    await response.body?.getReader().read()
    breaking.abort()
    const key = { headers: { 'Idempotency-Key': 'broken' } }
    const progress = async (): Promise<number> =>
      ((await api.request('GET', '/api/import/card/', key)).json as Report).done
    const stored = (): Promise<number> => count("username regexp '^b[0-9]+$'")
    // It stops behind the step that it is in.
    let [before, now] = [-1, await stored()]
    while (before !== now || now !== (await progress())) [before, now] = [now, await delay(1000).then(stored)]
    expect(now).toBeLessThan(1200)
    const again = await post(`card/?${CARD}`, file, key.headers)
    expect([again.status, again.json]).toEqual([200, expect.objectContaining({ done: 1200, created: 1200, failed: 0 })])
    expect(await count("username regexp '^b[0-9]+$'")).toBe(1200)
  })

  it('leaves nothing of clients that go away: whoever it is has his turns again', async () => {
    const file = cards(...Array.from({ length: 1000 }, (_, index) => `g${index}`))
    // More than a user may have in work at once.
    for (let times = 0; times < 9; times++) {
      const breaking = new AbortController()
      const response = await fetch(`${api.url}/api/import/card/?dry_run=1&${CARD}`, {
        method: 'POST',
        body: file,
        signal: breaking.signal,
        headers: {
          Authorization: basicAuth(ADMIN.name, ADMIN.password),
          'Content-Type': 'text/csv',
          Accept: 'application/x-ndjson',
        },
      })
      expect(response.status).toBe(200)
      await response.body?.getReader().read()
      breaking.abort()
    }
    expect((await api.request('GET', '/api/card/?limit=1')).status).toBe(200)
    const left = (): string[] =>
      readdirSync('/proc/self/fd').filter((fd) => {
        const path = readlinkOr(`/proc/self/fd/${fd}`)
        return path.startsWith(join(tmpdir(), 'a2b-')) && path.endsWith('(deleted)')
      })
    await expect.poll(left, { timeout: 10_000 }).toEqual([])
  })

  it('sent twice at the same time is done once', async () => {
    const names = Array.from({ length: 320 }, (_, index) => `p${index}`)
    const file =
      'dialprefix,destination,rateinitial\n' + names.map((_, index) => `77${index},1,0.${index + 1}`).join('\n')
    const send = () => post(`ratecard/?${inQuery({ idtariffplan: 1 })}`, file, { 'Idempotency-Key': 'both' })
    const answers = await Promise.all([send(), send(), send()])
    for (const { status, json } of answers) expect([status, json]).toMatchObject([200, { done: 320, created: 320 }])
    expect(
      await rows("select count(*), count(distinct dialprefix) from cc_ratecard where dialprefix like '77%'"),
    ).toEqual([[320, 320]])
  })

  it.each([
    [
      'card/',
      'username,nam\na,b',
      400,
      'Line 1: card has no field "nam". Did you mean "fax"? Leave a column out with omit=nam. Nothing was stored.',
    ],
    ['card/', 'username,username\na,b', 400, 'Line 1: It has the column "username" twice. Nothing was stored.'],
    [
      'card/',
      'username,,city\na,b',
      400,
      'Line 1: It must have the names of the columns, and that of column 2 is missing. Nothing was stored.',
    ],
    [
      'card/',
      '',
      400,
      'Line 1: The file is empty. Its first line must have the names of the columns. Nothing was stored.',
    ],
    [
      'card/',
      'username,city\na,"b\nc',
      400,
      'Line 2: A quote is opened in this line, or below, and is not closed before the file ends. Nothing was stored.',
    ],
    [
      'card/',
      'username,city\na,b"c"\n',
      400,
      'Line 2: A quote stands where none may, in this line or in a cell that begins in it: a cell with quotes is put in quotes, and each is doubled. Nothing was stored.',
    ],
    [
      'card/?omit=nam',
      'username,name\na,b',
      400,
      'omit: The file has no column "nam". Did you mean "name"? Nothing was stored.',
    ],
    [
      `card/?${inQuery({ city: 'x' })}`,
      'username,city\na,b',
      400,
      'set: The file has a column "city"; leave it out with omit, or here. Nothing was stored.',
    ],
    [
      `card/?${inQuery({ cityy: 'x' })}`,
      'username,city\na,b',
      400,
      'set: card has no field "cityy". Did you mean "city"? Nothing was stored.',
    ],
    [
      'card/?set=5',
      'username\na',
      400,
      'The parameter "set" must be a JSON object with fields for every line, such as {"idtariffplan": 3}. Nothing was stored.',
    ],
    ['card/?set=%7B&set=%7B', 'username\na', 400, 'The parameter "set" is given 2 times. Nothing was stored.'],
    [
      'card/?dryrun=1',
      'username\na',
      400,
      'The parameter "dryrun" is unknown here: an import takes dry_run, on, set, omit, errors. Did you mean "dry_run"? Nothing was stored.',
    ],
    [
      'card/?on=lastname',
      'lastname\na',
      400,
      'Two rows of card may have the same lastname. Use id or useralias or username.',
    ],
    ['nothing/', 'a\nb', 404, 'There is no table "nothing" to import to. /api/ lists every resource.'],
    ['user/', 'a\nb', 404, 'There is no table "user" to import to. /api/ lists every resource.'],
    [
      'card/',
      'username,serial\na,1',
      400,
      'Line 1: What is in serial cannot be written. Leave it out with omit=serial. Nothing was stored.',
    ],
  ] as const)('refuses %s of %j', async (path, file, status, detail) => {
    const answer = await post(path, file)
    expect([answer.status, (answer.json as { detail: string }).detail]).toEqual([status, detail])
  })

  it('reads gzip, and refuses what is no UTF-8, no CSV or too large', async () => {
    const sending = async (
      body: string | Uint8Array<ArrayBuffer>,
      headers: Record<string, string>,
    ): Promise<[number, string]> => {
      const response = await fetch(`${api.url}/api/import/cardgroup/`, {
        method: 'POST',
        body,
        headers: {
          Authorization: basicAuth(ADMIN.name, ADMIN.password),
          'Content-Type': 'text/csv',
          'Idempotency-Key': `raw-${++keys}`,
          ...headers,
        },
      })
      const json = (await response.json()) as { detail?: string; created?: number }
      return [response.status, json.detail ?? String(json.created)]
    }
    const file = 'name\n"zip"\n'
    expect(await sending(gzipSync(file), { 'Content-Encoding': 'gzip' })).toEqual([200, '1'])
    expect(await sending(file, { 'Content-Type': 'text/csv; charset="UTF-8"' })).toEqual([200, '1'])
    expect(await sending(file, { 'Content-Encoding': 'gzip' })).toEqual([
      400,
      'The body is not what its Content-Encoding says.',
    ])
    expect((await sending(file, { 'Content-Encoding': 'zstd' }))[0]).toBe(415)
    expect((await sending(file, { 'Content-Type': 'application/json' }))[0]).toBe(415)
    expect((await sending(file, { 'Content-Type': 'text/csv; charset=latin1' }))[0]).toBe(415)
    expect(await sending(Buffer.from('name\na\n\xe9t\xe9\n', 'latin1'), {})).toEqual([
      400,
      'Line 1: Something from this line on is not UTF-8. Save the file as UTF-8; spreadsheets call that "CSV UTF-8". Nothing was stored.',
    ])
    const long = 'x'.repeat(300_000)
    expect(await sending(`name\n"${long}"\n`, {})).toEqual([
      400,
      'Line 2: It has more than 262144 characters. Maybe a quote is opened and not closed. Nothing was stored.',
    ])
    expect(await rows("select count(*) from cc_card_group where name = 'zip'")).toEqual([[2]])
  })

  it('asks for the rights of each write, and keeps to scopes and masks', async () => {
    const send = async (grants: readonly [string, ...string[]], path: string, file: string): Promise<Answer> => {
      const { headers, as } = await makeKey(connection, `user-${++keys}`, grants)
      return post(path, file, headers, as)
    }
    expect((await send(['card:list'], `card/?${CARD}`, cards('r1'))).json).toMatchObject({
      status: 403,
      detail: 'This needs the permission "card:create".',
    })
    const looking = await makeKey(connection, 'looking', ['card:list'])
    const look = { ...looking, headers: { ...looking.headers, 'Idempotency-Key': 'monday' } }
    expect((await api.request('GET', '/api/import/card/', look)).status).toBe(403)
    const mine = ['card:create', 'scope:card?id_group=1'] as const
    expect((await send(mine, `card/?on=username&${CARD}`, cards('r1'))).json).toMatchObject({
      status: 403,
      detail: 'This needs the permission "card:update".',
    })
    const mixed = 'username,useralias,id_group\nr1,r1,1\nr2,r2,2\n'
    const refused = await send(mine, `card/?${CARD}`, mixed)
    expect([refused.status, refused.json]).toMatchObject([422, { errors: [{ line: 3 }] }])
    expect((await send(mine, `card/?errors=skip&${CARD}`, mixed)).json).toMatchObject({ created: 1, failed: 1 })
    expect(await count("username in ('r1', 'r2')")).toBe(1)
  })

  it('takes back what an export has given, of every table', async () => {
    let compared = 0
    for (const resource of resources.values()) {
      if (resource.readOnly !== undefined) continue
      const { name, table } = resource
      const exported = (await api.request('GET', `/api/${name}/?format=csv&limit=120`)).text
      if (exported.split('\r\n').length <= 2) continue
      const omit = notWritable(resource)
      await connection.query(`delete from \`${table}\``)
      const answer = await post(`${name}/${omit.length > 0 ? `?omit=${omit.join()}` : ''}`, exported)
      expect([answer.status, (answer.json as Report).failed ?? answer.text], `${name}: ${answer.text}`).toEqual([
        200, 0,
      ])
      const fields = resource.columns.filter(({ secret }) => secret !== 'always').map(fieldOf)
      const kept = fields.filter((field) => !omit.includes(field)).join()
      const isSame = await api.request('GET', `/api/${name}/?format=csv&limit=120&fields=${kept}`)
      expect(isSame.text, name).toBe(withoutColumns(exported, omit))
      compared++
    }
    expect(compared).toBeGreaterThan(30)
  })
})

function notWritable({ columns }: Resource): string[] {
  return columns.filter(({ writable, secret }) => writable === 'never' && secret !== 'always').map(fieldOf)
}

/** @param names - of columns whose values need no quotes */
function withoutColumns(csv: string, names: readonly string[]): string {
  if (names.length === 0) return csv
  const [head = [], ...lines] = readCsv(csv)
  const at = names.map((name) => head.indexOf(name))
  const kept = [head, ...lines].map((line) => line.filter((_, index) => !at.includes(index)))
  return kept.map((line) => `${line.map(written).join()}\r\n`).join('')
}

function written(field: string | null): string {
  if (field === null) return ''
  return field === '' || /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

function readlinkOr(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
