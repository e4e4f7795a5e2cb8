/**
 * Every curl example of the original's manual, in the order it prints them, sent as printed: only the host and the
 * login are put in. Before each, the rows that the examples speak of are there anew.
 *
 * The text is the manual's but for what its typesetting broke, in twelve of the 65 lines: `-X_ DELETE` for
 * `-X DELETE`, one dash before `dump-header` and `data` where curl wants two, and a word divided as at the end of a
 * line ("Be-laid").
 *
 * Three kinds of example are no requests: `?field=` stands for "a field", `{...}` for "some JSON", and the bodies of
 * the card section were copied from the card groups. They are sent as printed too, and answered with what is wrong
 * with them; what they stand for is sent beside them.
 */
import { readFileSync } from 'node:fs'
import { createConnection, type Connection } from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestApi, type Answer, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { parseCurl } from './curl.ts'

/** Fields the manual shows, by resource; a list of types where a sample shows several. */
const DOCUMENTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  cardgroup: {
    id: ['number'],
    name: ['string'],
    description: ['string', 'null'],
    users_perms: ['number'],
    id_agent: ['number', 'null'],
  },
  card: {
    id: ['number'],
    email_notification: ['string'],
    status: ['number'],
    expiredays: ['number', 'null'],
    loginkey: ['string'],
    lock_pin: ['string', 'null'],
    useralias: ['string'],
    uipass: ['string'],
    activated: ['string'],
    currency: ['string'],
    tag: ['string'],
    initialbalance: ['number'],
    voicemail_activated: ['number'],
    redial: ['string'],
    sip_buddy: ['number', 'null'],
    city: ['string'],
    id_group: ['number'],
    notify_email: ['number', 'null'],
  },
  callerid: { id: ['number'], id_cc_card: ['number'], activated: ['string'], cid: ['string'] },
  logrefill: {
    id: ['number'],
    description: ['string', 'null'],
    refill_type: ['number', 'null'],
    agent: ['number', 'null'],
    credit: ['number'],
    date: ['string', 'null'],
    card: ['number'],
    added_invoice: ['number'],
  },
  logpayment: {
    id: ['number'],
    added_refill: ['number'],
    description: ['string', 'null'],
    added_commission: ['number'],
    payment_type: ['number', 'null'],
    agent: ['number', 'null'],
    date: ['string', 'null'],
    id_logrefill: ['number', 'null'],
    payment: ['number'],
    card: ['number'],
  },
  call: {
    id: ['number'],
    calledstation: ['string'],
    id_did: ['number', 'null'],
    id_tariffplan: ['number', 'null'],
    id_ratecard: ['number', 'null'],
    terminatecauseid: ['number', 'null'],
    destination: ['number', 'null'],
    dnid: ['string', 'null'],
    starttime: ['string'],
    id_card_package_offer: ['number', 'null'],
    nasipaddress: ['string'],
    id_trunk: ['number', 'null'],
    sipiax: ['number', 'null'],
    sessionid: ['string'],
    stoptime: ['string', 'null'],
    sessiontime: ['number', 'null'],
    uniqueid: ['string'],
    src: ['string'],
    buycost: ['number', 'null'],
    card_id: ['number'],
    id_tariffgroup: ['number', 'null'],
    real_sessiontime: ['number', 'null'],
    sessionbill: ['number', 'null'],
  },
  country: { id: ['number'], countrycode: ['string'], countryname: ['string'], countryprefix: ['string'] },
  refill: {
    card_id: ['number'],
    credit_without_vat: ['number'],
    credited: ['number'],
    current_balance: ['number'],
    logpayment_id: ['number'],
    logrefill_id: ['number'],
    vat: ['number'],
  },
  extra_charge: { amount: ['number'], card_id: ['number'], charge_id: ['number'], current_balance: ['number'] },
}

const examples = readFileSync(new URL('examples.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [want = '', command = ''] = line.split('\t')
    const [status, problem] = want.split(' ')
    return { status: Number(status), problem, command }
  })

it('has the 65 examples of the manual', () => {
  expect(examples).toHaveLength(65)
})

describeDatabase('the manual', () => {
  let api: TestApi
  let connection: Connection
  beforeAll(async () => {
    api = await startTestApi()
    connection = await createConnection({ uri: api.database.url, multipleStatements: true })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })
  beforeEach(() => fillTables(connection))

  it.each(examples)('$status $command', async ({ command, status, problem }) => {
    const { method, url, headers, body } = parseCurl(command)
    expect(headers['Authorization']).toBe('Basic dXNlcm5hbWU6cGFzc3dvcmQ=')
    const { Authorization: _login, ...rest } = headers
    const answer = await api.request(method, url.pathname + url.search, {
      headers: rest,
      ...(body !== undefined && { body }),
    })
    expect(answer.status, answer.text).toBe(status)
    if (problem) {
      expect(answer.json).toMatchObject({ type: `urn:a2billing-api:error:${problem}`, error: 'Bad request' })
    } else {
      hasDocumentedShape(method, url, answer)
    }
  })

  it.each(examples.filter((example) => example.command.includes('?field=')))(
    'what it stands for: $command',
    async ({ command }) => {
      const { url } = parseCurl(command)
      const answer = await api.request('GET', `${url.pathname}?id=1`)
      expect(answer.status).toBe(200)
      hasDocumentedShape('GET', url, answer)
      expect((answer.json as { objects: unknown[] }).objects).toHaveLength(1)
    },
  )

  it('pages countries as the manual shows', async () => {
    await connection.query(
      `insert into cc_country (countrycode, countryname, countryprefix) values ${Array.from({ length: 30 }, () => "('X', 'x', '1')").join()}`,
    )
    const { json } = await api.request('GET', '/api/country/')
    expect(json).toMatchObject({ meta: { model: 'country', next: '/api/country/?page=2', page: 1, previous: '' } })
    expect((json as { objects: unknown[] }).objects).toHaveLength(20)
  })
})

function hasDocumentedShape(method: string, url: URL, answer: Answer): void {
  const resource = url.pathname.split('/')[2] ?? ''
  const fields = DOCUMENTED[resource]
  if (!fields) throw new Error(`the manual documents no ${resource}`)
  if (method === 'DELETE') {
    expect(answer.json).toEqual({ deleted: 1 })
  } else if (/^\/api\/\w+\/$/.test(url.pathname) && method === 'GET') {
    const { meta, objects } = answer.json as { meta: object; objects: object[] }
    expect(Object.keys(answer.json as object)).toEqual(['meta', 'objects'])
    expect(meta).toEqual({ model: resource, next: '', page: 1, previous: '' })
    for (const row of objects) hasFields(row, fields)
  } else {
    hasFields(answer.json, fields)
  }
}

function hasFields(row: unknown, fields: Readonly<Record<string, readonly string[]>>): void {
  for (const [field, types] of Object.entries(fields)) {
    const value = (row as Record<string, unknown>)[field]
    expect(types, `${field} is ${JSON.stringify(value)}`).toContain(value === null ? 'null' : typeof value)
  }
}

/** The rows whose keys the examples name, and no others, with counters where the manual's samples have them. */
async function fillTables(connection: Connection): Promise<void> {
  const rows = (count: number, row: (id: number) => string): string =>
    Array.from({ length: count }, (_, index) => `(${row(index + 1)})`).join()
  const tables = [
    'cc_card_group',
    'cc_card',
    'cc_callerid',
    'cc_call',
    'cc_logrefill',
    'cc_logpayment',
    'cc_country',
    'cc_charge',
  ]
  await connection.query(`
    set sql_mode = '';
    ${tables.map((table) => `truncate ${table};`).join('\n')}
    insert into cc_card_group (id, name) values ${rows(4, (id) => `${id}, 'group ${id}'`)};
    insert into cc_card (id, username, useralias, uipass, credit, vat, id_group) values
      ${rows(7, (id) => `${id}, 'user${id}', 'alias${id}', 'pass', 6506, 0, 1`)};
    insert into cc_callerid (id, cid, id_cc_card) values ${rows(7, (id) => `${id}, '4545456545645${id}', 1`)};
    insert into cc_call (id, sessionid, uniqueid, card_id, nasipaddress, calledstation, src) values
      ${rows(4, (id) => `${id}, '13564654984', '65465498161${id}', 1, '127.0.0.1', '7987944994', 'source'`)};
    insert into cc_logrefill (id, date, credit, card_id) values ${rows(4, (id) => `${id}, now(), 5, 1`)};
    insert into cc_logpayment (id, date, payment, card_id) values ${rows(4, (id) => `${id}, now(), 5, 1`)};
    insert into cc_country (id, countrycode, countryprefix, countryname) values ${rows(4, (id) => `${id}, 'C${id}', '${id}', 'Country ${id}'`)};
  `)
}
