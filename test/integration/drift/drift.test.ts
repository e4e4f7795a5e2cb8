/** A database that has changed since it was generated from: what the real server does about it, under both settings. */
import { createConnection } from 'mysql2/promise'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDrift } from '../../../bin/drift.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { createLog } from '../../../src/http/log.ts'
import type { Metadata } from '../../../src/metadata/metadata.ts'
import { type RunningApi, startApi } from '../../../src/server.ts'
import { basicAuth } from '../../helpers/api.ts'
import { damageIndexes } from '../../helpers/damage.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { runA2b } from '../../helpers/run-a2b.ts'

/** Of any answer, the members that these tests look at. */
interface Answer {
  readonly type: string
  readonly credit: number
  readonly current_balance: number
  readonly objects: readonly object[]
  readonly schema: { readonly status: string }
  readonly paths: Readonly<Record<string, unknown>>
  readonly components: {
    readonly schemas: { readonly Card: { readonly properties: Readonly<Record<string, unknown>> } }
  }
}

const PASSWORD = 'a password for tests'

describeDatabase('drift', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createTestDatabase()
    await createSchema({ socketPath: database.socketPath, database: database.name })
  })
  afterEach(() => database.drop())

  async function run(...statements: string[]): Promise<unknown[]> {
    const { socketPath, name } = database
    const connection = await createConnection({ socketPath, user: 'root', database: name })
    try {
      const results = []
      for (const statement of statements) results.push((await connection.query(statement))[0])
      return results
    } finally {
      await connection.end()
    }
  }

  const lines: Record<string, unknown>[] = []
  function start(settings: NodeJS.ProcessEnv = {}): Promise<RunningApi> {
    lines.length = 0
    const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) })
    const env = { A2B_DATABASE_URL: database.url, A2B_PORT: '0', A2B_ADMIN_PASSWORD: PASSWORD, ...settings }
    return startApi(env, { checkDrift, log, print: () => undefined, cwd: import.meta.dirname })
  }

  async function serving<T>(
    settings: NodeJS.ProcessEnv,
    work: (
      ask: (method: string, path: string, body?: object) => Promise<{ status: number; json: Answer; text: string }>,
    ) => Promise<T>,
  ): Promise<T> {
    const api = await start(settings)
    try {
      return await work(async (method, path, body) => {
        const response = await fetch(api.url + path, {
          method,
          headers: { Authorization: basicAuth('admin', PASSWORD), 'Content-Type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
        })
        const text = await response.text()
        return { status: response.status, json: JSON.parse(text) as Answer, text }
      })
    } finally {
      await api.close()
    }
  }

  /** @returns what `/api/metadata/` says can be done with the rows of a resource */
  async function operationsTold(ask: (method: string, path: string) => Promise<{ text: string }>) {
    const { resources } = JSON.parse((await ask('GET', '/api/metadata/')).text) as Metadata
    return (name: string) => resources.find((resource) => resource.name === name)?.operations
  }

  const WARN = { A2B_ON_DRIFT: 'warn' }
  const CARD = { username: 'u1', useralias: 'u1', uipass: 'x', credit: '1.5', tariff: 1 }

  it('serves a database that is what it was generated from, and says so', async () => {
    const { status, json } = await serving({}, (ask) => ask('GET', '/health/ready'))
    expect({ status, json }).toEqual({
      status: 200,
      json: { status: 'ready', schema: { status: 'equal', breaking: 0, additive: 0 } },
    })
    expect(lines.filter(({ msg }) => /has changed/.test(String(msg)))).toEqual([])
  })

  it('serves a database that has more, with a warning', async () => {
    await run('alter table cc_card add column external_id varchar(50) null', 'create table cc_new (id int primary key)')
    const [ready, card] = await serving({}, async (ask) => [
      await ask('GET', '/health/ready'),
      await ask('GET', '/api/card/'),
    ])
    expect(ready.json.schema).toEqual({ status: 'additive', breaking: 0, additive: 2 })
    expect(card.status).toBe(200)
    expect(lines.filter(({ level, additive }) => level === 'warn' && additive === 2)).toHaveLength(1)
  })

  it('answers a movement with the whole balance where the column has become wider', async () => {
    await run(
      "alter table cc_card modify credit decimal(20,8) not null default '0.00000'",
      "insert into cc_card (id, username, useralias, credit) values (1, 'u1', 'u1', 123456789012.00000001)",
    )
    await serving({}, async (ask) => {
      const { status, text } = await ask('POST', '/custom_api/refill/1/', { credit: '1.5' })
      expect([status, text]).toEqual([200, expect.stringContaining('"current_balance":123456789013.50000001,')])
    })
  })

  it.each([
    { what: 'a dropped table', statement: 'drop table cc_charge', named: 'cc_charge' },
    { what: 'a dropped column', statement: 'alter table cc_card drop column lastname', named: 'cc_card.lastname' },
    { what: 'a retyped column', statement: 'alter table cc_card modify redial int', named: 'cc_card.redial' },
    { what: 'a column that must be given', statement: 'alter table cc_card add tax_id int not null', named: 'tax_id' },
    { what: 'another key', statement: 'alter table cc_iso639 drop primary key', named: 'cc_iso639: ' },
  ])('refuses to serve after $what, naming it and what to run', async ({ statement, named }) => {
    await run(statement)
    const refusal = await start().then(
      (api) => api.close(),
      (error: Error) => error,
    )
    expect(refusal).toMatchObject({ name: 'StartError', message: expect.stringContaining(named) })
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/a2b generate --accept-breaking[^]*A2B_ON_DRIFT=warn/),
    })
  })

  describe('with A2B_ON_DRIFT=warn', () => {
    it('serves what is left when tables and columns are gone', async () => {
      await run(
        'drop table cc_charge',
        'alter table cc_card drop column lastname',
        'alter table cc_call drop column card_id',
      )
      await serving(WARN, async (ask) => {
        const made = await ask('POST', '/api/card/', CARD)
        expect([made.status, made.json.credit, 'lastname' in made.json]).toEqual([200, 1.5, false])
        expect((await ask('GET', '/api/charge/')).status).toBe(404)
        expect((await ask('GET', '/api/card/?lastname=x')).json.type).toMatch(/unknown-parameter$/)
        expect((await ask('PATCH', '/api/card/1/', { lastname: 'x' })).json.type).toMatch(/unknown-field$/)
        expect((await ask('GET', '/api/call/?card_id=1')).status).toBe(400)
        expect((await ask('POST', '/custom_api/refill/1/', { credit: '1' })).json.current_balance).toBe(2.5)
        expect((await ask('POST', '/custom_api/extra_charge/1/', { amount: '1' })).status).toBe(404)
        expect((await ask('GET', '/health/ready')).json.schema.status).toBe('breaking')
        const { json } = await ask('GET', '/openapi.json')
        expect(json.paths['/api/charge/']).toBeUndefined()
        expect(json.components.schemas.Card.properties.lastname).toBeUndefined()
        // The control: what was not touched is there.
        expect(json.components.schemas.Card.properties.firstname).toBeDefined()
        expect((await ask('DELETE', '/api/card/1/')).status).toBe(409)
      })
      expect(
        lines.filter(({ level, resource }) => level === 'warn' && resource).map(({ resource }) => resource),
      ).toEqual(['call', 'card', 'charge'])
    })

    it('never shows or writes a column that holds something else now', async () => {
      await serving({}, (ask) => ask('POST', '/api/card/', CARD))
      await run(
        "alter table cc_card modify status varchar(20) not null default 'open', modify vat varchar(20) not null default ''",
        'alter table cc_call modify card_id varchar(20) not null',
      )
      await serving(WARN, async (ask) => {
        const card = await ask('GET', '/api/card/1/')
        expect([card.status, 'status' in card.json, 'vat' in card.json]).toEqual([200, false, false])
        expect((await ask('PATCH', '/api/card/1/', { status: 1 })).status).toBe(400)
        const call = await ask('POST', '/api/call/', { calledstation: '1' })
        expect(call).toMatchObject({ status: 405, json: { detail: expect.stringContaining('card_id') } })
        const remove = await ask('DELETE', '/api/card/1/')
        expect(remove).toMatchObject({ status: 405, json: { detail: expect.stringContaining('call') } })
        const told = await operationsTold(ask)
        expect(told('call')).toMatchObject({ create: false, update: true })
        expect(told('card')).toMatchObject({ create: true, update: true, delete: false })
      })
      expect(await run('select count(*) as n from cc_card')).toEqual([[{ n: 1 }]])
    })

    it('gives no address to rows that have lost their key', async () => {
      await serving({}, (ask) => ask('POST', '/api/iso639/', { code: 'xx', name: 'X' }))
      await run('alter table cc_iso639 drop primary key', "insert into cc_iso639 (code, name) values ('xx', 'Y')")
      await serving(WARN, async (ask) => {
        expect((await ask('GET', '/api/iso639/?code=xx')).json.objects).toHaveLength(2)
        for (const method of ['GET', 'PUT', 'DELETE']) {
          const answer = await ask(method, '/api/iso639/xx/', method === 'PUT' ? { name: 'Z' } : undefined)
          expect(answer, method).toMatchObject({ status: 405, json: { detail: expect.stringContaining('no address') } })
        }
      })
      expect(await run("select count(*) as n from cc_iso639 where name = 'Z'")).toEqual([[{ n: 0 }]])
    })

    it('refuses a new row that it cannot fill, and changes those that are there', async () => {
      await serving({}, (ask) => ask('POST', '/api/card/', CARD))
      await run('alter table cc_card add tax_id int not null')
      await serving(WARN, async (ask) => {
        const made = await ask('POST', '/api/card/', { ...CARD, username: 'u2', useralias: 'u2' })
        expect(made).toMatchObject({ status: 405, json: { detail: expect.stringContaining('tax_id') } })
        expect((await operationsTold(ask))('card')).toMatchObject({ create: false, update: true, delete: true })
        expect(await ask('PATCH', '/api/card/1/', { lastname: 'New' })).toMatchObject({
          status: 200,
          json: { lastname: 'New' },
        })
      })
    })
  })

  it('takes a damaged table to be what it was, and answers 503 for it until it is repaired', async () => {
    await damageIndexes(database, 'alter table cc_callerid engine MyISAM')
    await serving({}, async (ask) => {
      expect((await ask('GET', '/health/ready')).json.schema.status).toBe('equal')
      expect((await ask('GET', '/api/callerid/')).status).toBe(503)
      expect((await ask('GET', '/api/card/')).status).toBe(200)
      await run('repair table cc_callerid use_frm')
      expect((await ask('GET', '/api/callerid/')).status).toBe(200)
    })
  })

  it('answers 422, not 5xx, when a column that must be given appears while it serves', async () => {
    await serving({}, async (ask) => {
      await run('alter table cc_card add tax_id int not null')
      const made = await ask('POST', '/api/card/', CARD)
      expect(made).toMatchObject({ status: 422, json: { detail: expect.stringContaining('"tax_id"') } })
    })
  })

  it('tells what is gone from what its account may not see', async () => {
    const account = `low_${process.pid}`
    await run(`create user ${account}@localhost identified by 'x'`)
    try {
      const tables = (
        await run('select table_name as t from information_schema.tables where table_schema = database()')
      )[0]
      for (const { t } of tables as { t: string }[]) {
        if (t !== 'cc_call') await run(`grant select, insert, update, delete on \`${t}\` to ${account}@localhost`)
      }
      await run(`grant select (id, starttime) on cc_call to ${account}@localhost`)
      const url = database.url.replace('root@', `${account}:x@`)
      await expect(start({ A2B_DATABASE_URL: url })).rejects.toThrow(/may not read cc_call\.\w+.*\n.*GRANT SELECT/)
      // The control: with every right, the same schema is the same.
      const full = database.name.replaceAll('_', '\\_')
      await run(`grant select, insert, update, delete, create on \`${full}\`.* to ${account}@localhost`)
      await (await start({ A2B_DATABASE_URL: url })).close()
    } finally {
      await run(`drop user ${account}@localhost`)
    }
  })

  it('says that an account sees nothing at all', async () => {
    const account = `blind_${process.pid}`
    await run(`create user ${account}@localhost identified by 'x'`)
    try {
      const empty = await createTestDatabase()
      try {
        await run(
          `grant usage on *.* to ${account}@localhost`,
          `grant execute on ${empty.name}.* to ${account}@localhost`,
        )
        const url = empty.url.replace('root@', `${account}:x@`)
        await expect(start({ A2B_DATABASE_URL: url })).rejects.toThrow(/has no tables.*without rights on any table/)
      } finally {
        await empty.drop()
      }
    } finally {
      await run(`drop user ${account}@localhost`)
    }
  })

  it('says what an account may not do that the first start needs', async () => {
    const account = `few_${process.pid}`
    await run(`create user ${account}@localhost identified by 'x'`)
    try {
      await run(`grant select on \`${database.name}\`.* to ${account}@localhost`)
      const url = database.url.replace('root@', `${account}:x@`)
      for (const tables of ['a2b_audit', '`user`']) {
        const refused = await runA2b(['serve'], { A2B_DATABASE_URL: url }, 'Serving on')
        expect([refused.code, refused.out]).toEqual([2, ''])
        const [, statements = ''] = /^a2b: .*Have an administrator.*\n(create table[^]*);\n$/.exec(refused.err) ?? []
        expect(statements).toContain(`create table if not exists ${tables} (`)
        for (const statement of statements.split(';\n')) await run(statement)
      }
      const again = await runA2b(['serve'], { A2B_DATABASE_URL: url }, 'Serving on')
      expect([again.code, again.out]).toEqual([2, ''])
      expect(again.err).toMatch(/^a2b: The database that A2B_DATABASE_URL names cannot be used: INSERT .* denied .*\n$/)
    } finally {
      await run(`drop user ${account}@localhost`)
    }
  })

  it('a2b serve ends with 2 and the reason, or with 0 when it is to serve what is left', async () => {
    const settings = { A2B_DATABASE_URL: database.url, A2B_ADMIN_PASSWORD: PASSWORD }
    expect((await runA2b(['serve'], settings, 'Serving on')).code).toBe(0)
    await run('drop table cc_charge')
    const refused = await runA2b(['serve'], settings, 'Serving on')
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toMatch(/^a2b: The database has changed[^]*cc_charge/)
    expect((await runA2b(['serve'], { ...settings, ...WARN }, 'Serving on')).code).toBe(0)
  })
})
