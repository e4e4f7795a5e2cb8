import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/db.ts'
import { createPasswords } from '../../../src/users/password.ts'
import { ADMIN, type Answer, startTestApi, type TestApi } from '../../helpers/api.ts'
import { type Browser, openBrowser, type Session } from '../../helpers/session-browser.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

const PASSWORD = 'a password of their own'
const HTTPS = { 'X-Forwarded-Proto': 'https' }

describeDatabase('/api/session/', () => {
  let api: TestApi
  let db: Db
  /** Of {@link PASSWORD}, at a cost that a busy machine can pay often. */
  let cheapHash: string
  beforeAll(async () => {
    cheapHash = await createPasswords({ cost: { ln: 4, r: 8, p: 1 } }).hash(PASSWORD)
    api = await startTestApi({ engine: 'InnoDB' })
    db = openDb({ url: api.database.url, connectionLimit: 2 })
  })
  afterAll(async () => {
    await db.close()
    await api.close()
  })

  const rows = (sql: string, ...parameters: unknown[]) => db.readRows({ sql, parameters })
  const run = (sql: string, ...parameters: unknown[]) => db.write({ sql, parameters })
  const codeOf = ({ status, json }: Answer): string =>
    `${status} ${(json as { type?: string } | undefined)?.type?.split(':').at(-1) ?? 'done'}`

  let count = 0
  async function addUser(admin = false): Promise<{ id: number; name: string; password: string }> {
    const name = `browser${++count}`
    const sql = 'insert into `user` (username, password, admin) values (?, ?, ?)'
    const { insertId } = await run(sql, name, cheapHash, admin ? 1 : 0)
    return { id: Number(insertId), name, password: PASSWORD }
  }

  /** @returns a browser in which a new user has signed in */
  async function signedIn(admin = false): Promise<{ browser: Browser; user: Awaited<ReturnType<typeof addUser>> }> {
    const [user, browser] = [await addUser(admin), openBrowser(api)]
    expect(codeOf(await browser.signIn(user))).toBe('200 done')
    return { browser, user }
  }

  const look = async (browser: Browser): Promise<string> => codeOf(await browser.request('GET', '/api/session/'))

  describe('signing in and out', () => {
    it('tells who it is and what he may do, as the document has it', async () => {
      const browser = openBrowser(api)
      const answer = await browser.signIn(ADMIN)
      expect(answer.json).toEqual({
        user: { id: 1, name: 'admin' },
        csrf: expect.stringMatching(/^[\w-]{43}$/),
        expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        permissions: ['*'],
      })
      const again = await browser.request('GET', '/api/session/')
      expect(again.json).toEqual(answer.json)
      expect([answer, again].map(({ headers }) => headers.get('Cache-Control'))).toEqual(['no-store', 'no-store'])
      const out = await browser.request('DELETE', '/api/session/')
      expect(out.json).toEqual({ deleted: 1 })
    })

    it('gives the rights that the header gives, without stars', async () => {
      const { browser, user } = await signedIn()
      await run(
        "insert into a2b_users_grant (user_id, grant_text) values (?, 'country:*'), (?, 'card:get')",
        user.id,
        user.id,
      )
      const { permissions } = (await browser.signIn(user)).json as Session
      const all = ['create', 'delete', 'export', 'get', 'list', 'update'].map((operation) => `country:${operation}`)
      expect(permissions).toEqual(['card:get', ...all])
      for (const path of ['/api/country/', '/api/card/', '/api/card/1/', '/api/user/']) {
        const answers = [await browser.request('GET', path), await api.request('GET', path, { as: user })]
        expect(answers.map(({ status }) => status)).toEqual([answers[0]?.status, answers[0]?.status])
      }
      expect((await browser.request('GET', '/api/country/')).status).toBe(200)
      expect((await browser.request('GET', '/api/card/')).status).toBe(403)
    })

    it.each([
      { over: 'HTTP', headers: {}, name: 'a2b_session', flags: ['Path=/', 'HttpOnly', 'SameSite=Strict'] },
      {
        over: 'HTTPS',
        headers: HTTPS,
        name: '__Host-a2b_session',
        flags: ['Path=/', 'HttpOnly', 'SameSite=Strict', 'Secure'],
      },
    ])(
      'keeps the cookie from scripts, other sites and, with $over, other channels',
      async ({ headers, name, flags }) => {
        const browser = openBrowser(api)
        const answer = await browser.signIn(ADMIN, headers)
        const [pair, ...rest] = (answer.headers.get('Set-Cookie') ?? '').split('; ')
        expect([pair, rest]).toEqual([expect.stringMatching(new RegExp(`^${name}=[\\w-]{43}$`)), flags])
        expect((await browser.request('GET', '/api/session/', { headers })).status).toBe(200)
        const out = await browser.request('DELETE', '/api/session/', { headers })
        expect(out.headers.get('Set-Cookie')).toBe([`${name}=`, 'Max-Age=0', ...flags].join('; '))
      },
    )

    it('takes no cookie from plain HTTP for one of HTTPS', async () => {
      const browser = openBrowser(api)
      await browser.signIn(ADMIN)
      expect(codeOf(await browser.request('GET', '/api/session/', { headers: HTTPS }))).toBe(
        '401 authentication-failed',
      )
      expect(await look(browser)).toBe('200 done')
    })

    it('ends where it is signed out, and only there', async () => {
      const { browser, user } = await signedIn()
      const other = openBrowser(api)
      await other.signIn(user)
      const { cookie } = browser
      expect(codeOf(await browser.request('DELETE', '/api/session/'))).toBe('200 done')
      expect(browser.cookie).toBe('')
      const replayed = await browser.request('GET', '/api/session/', { headers: { Cookie: cookie } })
      expect([codeOf(replayed), await look(other)]).toEqual(['401 authentication-failed', '200 done'])
    })

    it('begins a session of its own with each sign-in, and ends the one before', async () => {
      const { browser, user } = await signedIn()
      const [before, csrf] = [browser.cookie, browser.csrf]
      await browser.signIn(user)
      expect([browser.cookie === before, browser.csrf === csrf]).toEqual([false, false])
      const old = await browser.request('GET', '/api/session/', { headers: { Cookie: before } })
      expect([codeOf(old), await look(browser)]).toEqual(['401 authentication-failed', '200 done'])
    })

    it('refuses whoever is not there, alike', async () => {
      const user = await addUser()
      await run("insert into `user` (username, password, active) values ('resting', ?, 0)", cheapHash)
      const refused = await Promise.all(
        [
          { name: user.name, password: 'wrong' },
          { name: 'nobody at all', password: PASSWORD },
          { name: 'resting', password: PASSWORD },
        ].map(async (as) => openBrowser(api).signIn(as)),
      )
      const texts = refused.map(({ text }) => text.replace(/"request_id":"[^"]*"/, ''))
      expect(new Set(texts).size).toBe(1)
      expect(refused.map(codeOf)).toEqual(Array(3).fill('401 authentication-failed'))
      expect(refused.flatMap(({ headers }) => headers.getSetCookie())).toEqual([])
      for (const body of [{}, { name: user.name }, { name: 7, password: PASSWORD }]) {
        const { status } = await api.request('POST', '/api/session/', { as: null, body })
        expect([400, 422]).toContain(status)
      }
      expect(codeOf(await openBrowser(api).signIn(user))).toBe('200 done')
    })

    it('slows guessing down, counted together with the header', async () => {
      const user = await addUser()
      const wrong = { name: user.name, password: 'wrong' }
      const from = (n: number) => ({ 'X-Forwarded-For': `198.51.100.${n}` })
      const guesses: string[] = []
      for (let n = 0; n < 5; n++) {
        guesses.push(codeOf(await openBrowser(api).signIn({ ...wrong, password: `wrong ${n}` }, from(n))))
        guesses.push(
          codeOf(await api.request('GET', '/api/', { as: { ...wrong, password: `no ${n}` }, headers: from(n) })),
        )
      }
      expect(guesses).toEqual(Array(10).fill('401 authentication-failed'))
      const refused = await openBrowser(api).signIn(user, from(99))
      expect([codeOf(refused), refused.headers.has('Retry-After')]).toEqual(['429 too-many-attempts', true])
    })

    it('asks pages for no dialog, and everyone else as before', async () => {
      const challenges = await Promise.all(
        [{ 'X-CSRF-Token': '' }, {}].map(async (headers) => {
          const answers = [
            await api.request('GET', '/api/card/', { as: null, headers }),
            await api.request('POST', '/api/session/', {
              as: null,
              headers,
              body: { name: 'admin', password: 'wrong' },
            }),
          ]
          return answers.map(({ status, headers: sent }) => `${status} ${sent.get('WWW-Authenticate')?.split(' ')[0]}`)
        }),
      )
      expect(challenges).toEqual([
        ['401 Bearer', '401 Bearer'],
        ['401 Basic', '401 Basic'],
      ])
    })
  })

  describe('a session', () => {
    it('is no header, and a header comes first', async () => {
      const { browser } = await signedIn()
      const token = browser.cookie.split('=')[1] ?? ''
      for (const Authorization of [`Bearer ${token}`, `session ${token}`, token]) {
        expect(codeOf(await api.request('GET', '/api/', { as: null, headers: { Authorization } }))).toBe(
          '401 authentication-failed',
        )
      }
      const both = { headers: { Cookie: browser.cookie }, as: ADMIN }
      expect((await api.request('GET', '/api/user/', both)).status).toBe(200)
      expect((await browser.request('GET', '/api/user/')).status).toBe(403)
      expect(codeOf(await api.request('GET', '/api/session/'))).toBe('401 authentication-failed')
    })

    it('is not in the table: what stands there lets nobody in', async () => {
      const { browser, user } = await signedIn()
      const stored = (await rows('select * from a2b_session where user_id = ?', user.id)).flat().map(String)
      const token = browser.cookie.split('=')[1] ?? ''
      expect(stored).toContain(createHash('sha256').update(token).digest('hex'))
      expect(Buffer.from(token, 'base64url')).toHaveLength(32)
      expect(stored.join(' ')).not.toContain(token)
      for (const text of stored) {
        const stolen = [text, text.slice(0, 43), Buffer.from(text, 'hex').toString('base64url')]
        for (const value of stolen) {
          const headers = { Cookie: `a2b_session=${value}` }
          expect((await api.request('GET', '/api/session/', { as: null, headers })).status).toBe(401)
        }
      }
      expect(await look(browser)).toBe('200 done')
    })

    const end = 'update a2b_session set'
    it.each([
      { what: 'its lifetime', sql: `${end} expires_at = current_timestamp where user_id = ?` },
      { what: 'half an hour', sql: `${end} last_used_at = current_timestamp - interval 30 minute where user_id = ?` },
    ])('ends after $what, and is removed when somebody signs in', async ({ sql }) => {
      const { browser, user } = await signedIn()
      const other = await signedIn()
      await run(sql, user.id)
      await signedIn()
      const left = await rows('select user_id from a2b_session where user_id in (?, ?)', user.id, other.user.id)
      expect(left).toEqual([[String(other.user.id)]])
      await expect.poll(() => look(browser)).toBe('401 authentication-failed')
      expect(await look(other.browser)).toBe('200 done')
    })

    it('lasts for twelve hours, and is kept by being used', async () => {
      const { browser, user } = await signedIn()
      const [times] = await rows(
        'select timestampdiff(minute, created_at, expires_at) from a2b_session where user_id = ?',
        user.id,
      )
      expect(times?.map(Number)).toEqual([720])
      await run(
        'update a2b_session set last_used_at = current_timestamp - interval 29 minute where user_id = ?',
        user.id,
      )
      const idle = async (): Promise<number> => {
        await look(browser)
        const sql = 'select timestampdiff(minute, last_used_at, current_timestamp) from a2b_session where user_id = ?'
        const [[minutes] = []] = await rows(sql, user.id)
        return Number(minutes)
      }
      await expect.poll(idle).toBe(0)
    })

    it.each([
      { what: 'another password', sql: "update `user` set password = concat(password, 'x') where id = ?" },
      { what: 'no activity', sql: 'update `user` set active = 0 where id = ?' },
      { what: 'no existence', sql: 'delete from `user` where id = ?' },
    ])('of a user with $what by hand ends, and does not come back', async ({ sql }) => {
      const { browser, user } = await signedIn()
      const other = await signedIn()
      const [[hash] = []] = await rows('select password from `user` where id = ?', user.id)
      await run(sql, user.id)
      await expect.poll(() => look(browser)).toBe('401 authentication-failed')
      const back = 'replace into `user` (id, username, password, active) values (?, ?, ?, 1)'
      await run(back, user.id, user.name, hash)
      const { cookie } = browser
      const again = await browser.request('GET', '/api/session/', { headers: { Cookie: cookie } })
      expect([codeOf(again), await look(other.browser)]).toEqual(['401 authentication-failed', '200 done'])
    })
  })

  describe('the own password', () => {
    const change = (browser: Browser, current: string, next: string, more: object = {}): Promise<Answer> =>
      browser.request('PUT', '/api/session/password/', { body: { current, new: next }, ...more })
    const next = 'quite another password'

    it('is changed by who knows it, which ends every session but this one', async () => {
      const { browser, user } = await signedIn()
      const [elsewhere, others] = [openBrowser(api), await signedIn()]
      await elsewhere.signIn(user)
      const before = [browser.cookie, browser.csrf]
      const answer = await change(browser, PASSWORD, next)
      expect(codeOf(answer)).toBe('200 done')
      expect(answer.json).toMatchObject({ user: { id: user.id, name: user.name } })
      const old = await browser.request('GET', '/api/session/', { headers: { Cookie: before[0] ?? '' } })
      expect([browser.cookie === before[0], browser.csrf === before[1], codeOf(old)]).toEqual([
        false,
        false,
        '401 authentication-failed',
      ])
      expect([await look(browser), await look(elsewhere), await look(others.browser)]).toEqual([
        '200 done',
        '401 authentication-failed',
        '200 done',
      ])
      expect(codeOf(await openBrowser(api).signIn(user))).toBe('401 authentication-failed')
      expect(codeOf(await openBrowser(api).signIn({ name: user.name, password: next }))).toBe('200 done')
      const sql = 'select user_id, operation, resource, row_key, changes from a2b_audit order by id desc limit 1'
      const id = String(user.id)
      expect(await rows(sql)).toEqual([[id, 'update', 'user', id, '{"password":"changed"}']])
    })

    it.each([
      { what: 'what is not the password', current: 'wrong', next, code: '422 invalid-value', pointer: '/current' },
      { what: 'another that is short', current: PASSWORD, next: 'short', code: '422 invalid-value', pointer: '/new' },
      { what: 'no token', current: PASSWORD, next, code: '403 csrf-failed', headers: { 'X-CSRF-Token': '' } },
    ])('is not changed with $what', async ({ current, next: given, code, pointer, headers }) => {
      const { browser, user } = await signedIn()
      const tables = 'checksum table `user`, a2b_session, a2b_audit'
      const before = await rows(tables)
      const answer = await change(browser, current, given, headers && { headers })
      expect(codeOf(answer)).toBe(code)
      if (pointer !== undefined) expect(answer.json).toMatchObject({ errors: [{ pointer }] })
      expect([await rows(tables), await look(browser)]).toEqual([before, '200 done'])
      expect(codeOf(await openBrowser(api).signIn(user))).toBe('200 done')
    })

    it('is guessed at no faster than anywhere else', async () => {
      const { browser } = await signedIn()
      const guesses: string[] = []
      for (let n = 0; n < 11; n++) guesses.push(codeOf(await change(browser, `wrong ${n}`, next)))
      expect(guesses).toEqual([...Array<string>(10).fill('422 invalid-value'), '429 too-many-attempts'])
      expect(codeOf(await change(browser, 'wrong again', next))).toBe('429 too-many-attempts')
      expect(await look(browser)).toBe('200 done')
    })

    it('is not changed by a header, which holds it already', async () => {
      const body = { current: ADMIN.password, new: next }
      expect(codeOf(await api.request('PUT', '/api/session/password/', { body }))).toBe('401 authentication-failed')
      expect((await api.request('GET', '/api/')).status).toBe(200)
    })
  })

  describe('who manages users', () => {
    it.each([
      { what: 'gives another password', method: 'PUT', body: { password: 'quite another password' } },
      { what: 'disables and enables', method: 'PATCH', body: { active: false }, afterwards: { active: true } },
      { what: 'makes an administrator', method: 'PATCH', body: { admin: true } },
      { what: 'removes', method: 'DELETE' },
      { what: 'sends what is stored already', method: 'PUT', body: { active: true, admin: false }, stays: true },
    ])('$what: sessions of that user end at once, and nobody else’s', async ({ method, body, afterwards, stays }) => {
      const { browser, user } = await signedIn()
      const other = await signedIn()
      const path = `/api/user/${user.id}/`
      expect(codeOf(await api.request(method, path, body && { body }))).toBe('200 done')
      if (afterwards) expect(codeOf(await api.request('PATCH', path, { body: afterwards }))).toBe('200 done')
      const left = await rows('select count(*) from a2b_session where user_id = ?', user.id)
      const [seen, kept] = stays ? ['200 done', '1'] : ['401 authentication-failed', '0']
      expect([await look(browser), left, await look(other.browser)]).toEqual([seen, [[kept]], '200 done'])
    })

    it('sees where users are signed in, and ends it there', async () => {
      const { browser, user } = await signedIn()
      const other = await signedIn()
      const list = await api.request('GET', `/api/usersession/?user=${user.id}`)
      const time = expect.stringMatching(/^\d{4}-\d\d-\d\d /)
      const shown = { id: expect.any(Number), user: user.id, created_at: time, last_used_at: time, expires_at: time }
      expect((list.json as { objects: unknown[] }).objects).toEqual([shown])
      const [{ id } = { id: 0 }] = (list.json as { objects: { id: number }[] }).objects
      const path = `/api/usersession/${id}/`
      expect(codeOf(await other.browser.request('DELETE', path))).toBe('403 forbidden')
      expect(await look(browser)).toBe('200 done')
      expect(codeOf(await api.request('POST', '/api/usersession/', { body: {} }))).toBe('405 method-not-allowed')
      expect(codeOf(await api.request('DELETE', path))).toBe('200 done')
      expect([await look(browser), await look(other.browser)]).toEqual(['401 authentication-failed', '200 done'])
    })

    it('sees what a user may do, as the server applies it', async () => {
      const user = await addUser()
      const given = ['role:support', 'country:*', 'mask:card.email', 'scope:agent=5', 'scope:card?status=1']
      for (const grant of given) {
        await run('insert into a2b_users_grant (user_id, grant_text) values (?, ?)', user.id, grant)
      }
      const path = `/api/user/${user.id}/permissions/`
      const answer = await api.request('GET', path)
      const session = (await openBrowser(api).signIn(user)).json as Session
      expect(answer.json).toEqual({
        user: { id: user.id, name: user.name, active: true, admin: false },
        permissions: session.permissions,
        masks: ['card.email'],
        scopes: ['agent=5', 'card?status=1'],
      })
      expect(session.permissions).toEqual(expect.arrayContaining(['card:get', 'country:delete']))
      expect(session.permissions.filter((name) => name.includes('*'))).toEqual([])
      const admin = await api.request('GET', '/api/user/1/permissions')
      expect(admin.json).toMatchObject({ permissions: ['*'], masks: [], scopes: [] })
      expect(codeOf(await api.request('GET', path, { as: user }))).toBe('403 forbidden')
      for (const id of ['999999', 'x', '1%27']) {
        expect(codeOf(await api.request('GET', `/api/user/${id}/permissions/`))).toBe('404 not-found')
      }
    })
  })

  describe('requests of other pages', () => {
    const body = { countrycode: 'XXS', countryprefix: '999', countryname: 'Session' }
    const written = (): Promise<unknown> => rows("select count(*) from cc_country where countrycode = 'XXS'")
    const audited = (): Promise<unknown> => rows('select count(*) from a2b_audit')

    it('write nothing without the token of the session, and with it do', async () => {
      const { browser } = await signedIn(true)
      const other = await signedIn(true)
      const before = [await written(), await audited()]
      const last = browser.csrf.endsWith('A') ? 'B' : 'A'
      const wrong = ['', 'x', other.browser.csrf, browser.csrf.slice(0, -1) + last, `${browser.csrf}A`]
      for (const csrf of wrong) {
        const refused = await browser.request('POST', '/api/country/', { body, headers: { 'X-CSRF-Token': csrf } })
        expect(codeOf(refused)).toBe('403 csrf-failed')
      }
      const headers = { Cookie: browser.cookie }
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const path = method === 'POST' ? '/api/country/' : '/api/country/1/'
        const sent = method === 'DELETE' ? { headers } : { headers, body }
        expect(codeOf(await api.request(method, path, { ...sent, as: null }))).toBe('403 csrf-failed')
      }
      expect(codeOf(await api.request('DELETE', '/api/session/', { as: null, headers }))).toBe('403 csrf-failed')
      expect([await written(), await audited(), await look(browser)]).toEqual([...before, '200 done'])
      expect(codeOf(await browser.request('POST', '/api/country/', { body }))).toBe('200 done')
      expect(await written()).toEqual([['1']])
    })

    it.each(['cross-site', 'same-site'])('%s are refused, though they had the token', async (site) => {
      const { browser, user } = await signedIn(true)
      const headers = { 'Sec-Fetch-Site': site }
      const before = await written()
      expect(codeOf(await browser.request('POST', '/api/country/', { body, headers }))).toBe('403 forbidden')
      expect(codeOf(await openBrowser(api).signIn(user, headers))).toBe('403 forbidden')
      expect(await written()).toEqual(before)
      expect(codeOf(await openBrowser(api).signIn(user, { 'Sec-Fetch-Site': 'same-origin' }))).toBe('200 done')
    })

    it('the header needs no token', async () => {
      const change = await api.request('POST', '/api/country/', { body: { ...body, countrycode: 'XXB' } })
      expect(codeOf(change)).toBe('200 done')
    })

    it('the audit says who wrote', async () => {
      const { browser, user } = await signedIn(true)
      await browser.request('POST', '/api/country/', { body: { ...body, countrycode: 'XXA' } })
      const sql = 'select user_id, user_name, operation, resource from a2b_audit order by id desc limit 1'
      expect(await rows(sql)).toEqual([[String(user.id), user.name, 'create', 'country']])
    })
  })
})
