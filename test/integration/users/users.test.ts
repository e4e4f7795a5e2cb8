import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ADMIN, type Answer, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { openDb } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/db.ts'
import { createPasswords } from '../../../src/users/password.ts'

interface Problem {
  readonly type: string
  readonly detail: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

const PASSWORD = 'a password of their own'

describeDatabase('/api/user/', () => {
  let api: TestApi
  /** Another process on the same database. */
  let other: TestApi
  let db: Db
  /** Of {@link PASSWORD}, at a cost that a busy machine can pay often. */
  let cheapHash: string
  beforeAll(async () => {
    cheapHash = await createPasswords({ cost: { ln: 4, r: 8, p: 1 } }).hash(PASSWORD)
    api = await startTestApi()
    other = await startTestApi({ database: api.database })
    db = openDb({ url: api.database.url, connectionLimit: 4 })
  })
  afterAll(async () => {
    await db.close()
    await other.close()
    await api.close()
  })

  const rows = (sql: string, ...parameters: unknown[]) => db.readRows({ sql, parameters })
  const run = (sql: string, ...parameters: unknown[]) => db.write({ sql, parameters })
  const problem = ({ json }: Answer): Problem => json as Problem
  const codeOf = (answer: Answer): string => problem(answer).type?.split(':').at(-1) ?? String(answer.status)

  let count = 0
  /** @returns a user of a name of its own, with these grants */
  async function addUser(...grants: string[]): Promise<{ id: number; name: string; as: typeof ADMIN }> {
    const name = `user${++count}`
    const { insertId } = await run('insert into `user` (username, password) values (?, ?)', name, cheapHash)
    const id = Number(insertId)
    for (const grant of grants) {
      const granted = await api.request('POST', '/api/grant/', { body: { user: id, grant } })
      expect([granted.status, granted.text]).toEqual([200, expect.stringContaining(grant)])
    }
    return { id, name, as: { name, password: PASSWORD } as unknown as typeof ADMIN }
  }

  describe('is as in the original', () => {
    it('shows four fields, true and false, and never a password or an address', async () => {
      const made = await api.request('POST', '/api/user/', {
        body: { username: 'areski', password: PASSWORD, email: 'canary@example.com', active: false, admin: true },
      })
      const id = (made.json as { id: number }).id
      const shown = { id, username: 'areski', active: false, admin: true }
      expect([made.status, made.json]).toEqual([200, shown])
      const one = await api.request('GET', `/api/user/${id}/`)
      expect(one.json).toEqual(shown)
      const list = await api.request('GET', '/api/user/?username=areski')
      expect(list.json).toEqual({ meta: { model: 'user', next: '', page: 1, previous: '' }, objects: [shown] })
      for (const { text } of [made, one, list]) expect(text).not.toMatch(/scrypt|canary|password/)
      expect(await rows('select email from `user` where id = ?', id)).toEqual([['canary@example.com']])
      expect((await api.request('DELETE', `/api/user/${id}/`)).json).toEqual({ deleted: 1 })
    })

    it('makes active users who are no administrators', async () => {
      const { json } = await api.request('POST', '/api/user/', { body: { username: 'plain', password: PASSWORD } })
      expect(json).toEqual({ id: expect.any(Number), username: 'plain', active: true, admin: false })
    })

    it.each(['password', 'email'])('%s can be asked for no more than what is not there', async (field) => {
      const ask = async (query: string): Promise<unknown[]> => {
        const named = await api.request('GET', `/api/user/?${query.replaceAll('?', field)}`)
        const unknown = await api.request('GET', `/api/user/?${query.replaceAll('?', 'nothing')}`)
        const hide = ({ status, json }: Answer, name: string): unknown[] => {
          const { detail, errors } = json as Problem
          return [
            status,
            JSON.stringify([detail, errors])
              .replaceAll(name, '…')
              .replaceAll(/ Did you mean.*?"/g, '"'),
          ]
        }
        return [hide(named, field), hide(unknown, 'nothing')]
      }
      for (const query of ['?=x', '?__like=x%25', '-?__startswith=x', 'ordering=?', 'ordering=-?']) {
        const [named, unknown] = await ask(query)
        expect(named).toEqual(unknown)
        expect(named).toContain(400)
      }
      // The control: what is there can be asked for.
      expect((await api.request('GET', '/api/user/?username__like=x%25&ordering=-active')).status).toBe(200)
    })

    it('refuses names that HTTP cannot carry, and two of one name', async () => {
      const name = async (username: string): Promise<string> =>
        codeOf(await api.request('POST', '/api/user/', { body: { username, password: PASSWORD } }))
      for (const wrong of ['', 'a:b', ' a', 'a ', 'a\nb', 'a\0']) expect(await name(wrong)).toBe('invalid-value')
      const { name: taken } = await addUser()
      expect(await name(taken)).toBe('duplicate-key')
    })

    it('is at the addresses that any resource has, and in the list of them', async () => {
      const { id } = await addUser()
      const change = { body: { active: true } }
      expect((await api.request('PATCH', `/api/user/${id}`, change)).status).toBe(200)
      expect((await api.request('POST', `/api/user/${id}/`, change)).status).toBe(200)
      expect((await api.request('POST', `/api/user/${id}/delete/`)).json).toEqual({ deleted: 1 })
      expect((await api.request('GET', '/api/user/999999/')).status).toBe(404)
      expect((await api.request('GET', '/api/')).json).toMatchObject({ resources: { user: '/api/user/' } })
    })
  })

  describe('passwords', () => {
    it.each([
      ['a hash of ours', '$scrypt$ln=4,r=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$c2FsdHNhbHRzYWx0c2FsdHNhbHRzYWx0c2FsdHM'],
      ["a hash of the original's", 'd5f8b$5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8'],
      ['letters of all the world', 'пароль 密码 contraseña'],
      ['a colon, and more', 'a:b:c:d:e:f:g!'],
    ])('%s is a password like any other', async (_, password) => {
      const { id, as } = await addUser()
      expect((await api.request('PUT', `/api/user/${id}/`, { body: { password } })).status).toBe(200)
      const [[stored] = []] = await rows('select password from `user` where id = ?', id)
      expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
      expect(stored).not.toBe(password)
      expect((await api.request('GET', '/api/', { as: { ...as, password } as never })).status).toBe(200)
      expect((await api.request('GET', '/api/', { as })).status).toBe(401)
    })

    it.each([
      ['short', 'elevenchars', '12 to 128'],
      ['tried first', 'password1234', 'first that anyone tries'],
      ['made of the name', 'user-user-2026', 'first that anyone tries'],
    ])('%s ones are refused, and nothing is stored', async (_, password, why) => {
      const before = await rows('checksum table `user`')
      const made = await api.request('POST', '/api/user/', { body: { username: 'user', password } })
      expect(codeOf(made)).toBe('invalid-value')
      expect(problem(made).errors).toEqual([{ pointer: '/password', detail: expect.stringContaining(why) }])
      expect(made.text).not.toContain(password)
      expect(await rows('checksum table `user`')).toEqual(before)
    })

    it("also of a user's own name where the body has none", async () => {
      const { id, name } = await addUser()
      const changed = await api.request('PUT', `/api/user/${id}/`, { body: { password: `${name}-${name}-1` } })
      expect(codeOf(changed)).toBe('invalid-value')
    })
  })

  describe('the last administrator', () => {
    it.each([
      ['demoted', 'PUT', { admin: false }],
      ['disabled', 'PUT', { active: false }],
      ['both', 'PATCH', { active: false, admin: false }],
      ['removed', 'DELETE', undefined],
    ])('cannot be %s', async (_, method, body) => {
      const before = await rows('checksum table `user`')
      const refused = await api.request(method, '/api/user/1/', { body })
      expect([refused.status, codeOf(refused)]).toEqual([409, 'last-administrator'])
      expect(await rows('checksum table `user`')).toEqual(before)
    })

    it('is not last beside another, but beside one who is not active', async () => {
      const second = await addUser()
      await api.request('PUT', `/api/user/${second.id}/`, { body: { admin: true, active: false } })
      expect((await api.request('PUT', '/api/user/1/', { body: { admin: false } })).status).toBe(409)
      await api.request('PUT', `/api/user/${second.id}/`, { body: { active: true } })
      expect((await api.request('PUT', '/api/user/1/', { body: { admin: false } })).status).toBe(200)
      const last = { as: second.as }
      expect((await api.request('DELETE', `/api/user/${second.id}/`, last)).status).toBe(409)
      expect((await api.request('PUT', '/api/user/1/', { ...last, body: { admin: true } })).status).toBe(200)
      expect((await api.request('DELETE', `/api/user/${second.id}/`)).status).toBe(200)
    })

    const ways = [
      ['demote', 'PUT', { admin: false }],
      ['disable', 'PUT', { active: false }],
      ['remove', 'DELETE', undefined],
    ] as const

    it.each(ways)(
      'stays when two processes %s two administrators at once, time after time',
      async (_, method, body) => {
        for (let round = 0; round < 10; round++) {
          const [second, third] = [await addUser(), await addUser()]
          await run('update `user` set admin = 1 where id in (?, ?)', second.id, third.id)
          await run('update `user` set admin = 0 where id = 1')
          const answers = await Promise.all([
            api.request(method, `/api/user/${second.id}/`, { body, as: third.as }),
            other.request(method, `/api/user/${third.id}/`, { body, as: third.as }),
          ])
          const [[left] = []] = await rows('select count(*) from `user` where active = 1 and admin = 1')
          await run('update `user` set admin = (id = 1)')
          // Whoever comes second is refused: as the last one, or as one who is no administrator any more.
          expect(left, JSON.stringify(answers.map(({ status, text }) => [status, text]))).toBe('1')
          const [first, refused] = answers.map(({ status }) => status).toSorted()
          expect([first, refused]).toEqual([200, expect.toBeOneOf([401, 403, 409])])
        }
      },
    )
  })

  it('the control: two that look before they write, and do not wait for each other, leave none', async () => {
    const [second, third] = [await addUser(), await addUser()]
    await run('update `user` set admin = (id in (?, ?))', second.id, third.id)
    let looked = 0
    const demote = (id: number): Promise<void> =>
      db.transaction(async (session) => {
        const sql = 'select id from `user` where active = 1 and admin = 1 and id <> ?'
        expect(await session.readRows({ sql, parameters: [id] })).toHaveLength(1)
        looked++
        await vi.waitUntil(() => looked === 2)
        await session.write({ sql: 'update `user` set admin = 0 where id = ?', parameters: [id] })
      })
    await Promise.all([demote(second.id), demote(third.id)])
    expect(await rows('select id from `user` where active = 1 and admin = 1')).toEqual([])
    await run('update `user` set admin = (id = 1)')
  })

  describe('who may change whom', () => {
    it.each([
      ['GET', '/api/user/', undefined],
      ['GET', '/api/user/1/', undefined],
      ['POST', '/api/user/', { username: 'x', password: PASSWORD }],
      ['PUT', '/api/user/1/', { admin: true }],
      ['DELETE', '/api/user/1/', undefined],
      ['GET', '/api/grant/', undefined],
      ['POST', '/api/grant/', { user: 1, grant: 'card:get' }],
      ['GET', '/api/key/', undefined],
      ['DELETE', '/api/key/1/', undefined],
      ['POST', '/custom_api/key', { name: 'x' }],
    ])('%s %s needs users:manage', async (method, path, body) => {
      const { as } = await addUser('role:clerk')
      const before = await rows('checksum table `user`, a2b_users_grant, a2b_users_key, a2b_audit')
      const refused = await api.request(method, path, { as, body })
      expect([refused.status, codeOf(refused)]).toEqual([403, 'forbidden'])
      expect(problem(refused).detail).toContain('users:manage')
      expect(await rows('checksum table `user`, a2b_users_grant, a2b_users_key, a2b_audit')).toEqual(before)
    })

    it('a manager manages those who may no more than he', async () => {
      const { as } = await addUser('role:support', 'role:integration', 'users:manage')
      const made = await api.request('POST', '/api/user/', { as, body: { username: 'helper', password: PASSWORD } })
      expect(made.status).toBe(200)
      const { id } = made.json as { id: number }
      for (const body of [{ grant: 'card:get' }, { grant: 'users:manage' }, { grant: 'mask:card.email' }]) {
        expect((await api.request('POST', '/api/grant/', { as, body: { user: id, ...body } })).status).toBe(200)
      }
      expect((await api.request('PUT', `/api/user/${id}/`, { as, body: { active: false } })).status).toBe(200)
      expect((await api.request('DELETE', `/api/user/${id}/`, { as })).status).toBe(200)
    })

    it('and comes to no more than he was given on any path', async () => {
      const { as, id } = await addUser('role:support', 'users:manage', 'mask:card.email')
      const masked = await addUser('role:support', 'mask:card.email')
      const clerk = await addUser('role:clerk')
      const plain = await addUser()
      const [[mask] = []] = await rows(
        "select id from a2b_users_grant where user_id = ? and grant_text like 'mask%'",
        id,
      )
      const [[masks] = []] = await rows(
        "select id from a2b_users_grant where user_id = ? and grant_text like 'mask%'",
        masked.id,
      )
      const { json: key } = await api.request('POST', '/custom_api/key', {
        body: { name: 'k', user: clerk.id, grants: 'call:get mask:card.email' },
      })
      const keyId = (key as { id: number }).id
      const [[limit] = []] = await rows(
        "select id from a2b_users_grant where key_id = ? and grant_text = 'call:get'",
        keyId,
      )
      const paths: readonly [what: string, method: string, path: string, body?: object][] = [
        ['makes himself administrator', 'PUT', `/api/user/${id}/`, { admin: true }],
        ['makes another administrator', 'PUT', `/api/user/${masked.id}/`, { admin: true }],
        ['makes a new administrator', 'POST', '/api/user/', { username: 'n', password: PASSWORD, admin: true }],
        ['makes one who sees more', 'POST', '/api/user/', { username: 'n', password: PASSWORD }],
        ["takes an administrator's password", 'PUT', '/api/user/1/', { password: PASSWORD }],
        ["takes a clerk's password", 'PUT', `/api/user/${clerk.id}/`, { password: PASSWORD }],
        ['takes the password of one who sees more', 'PUT', `/api/user/${plain.id}/`, { password: PASSWORD }],
        ['disables an administrator', 'PUT', '/api/user/1/', { active: false }],
        ['removes a clerk', 'DELETE', `/api/user/${clerk.id}/`],
        ['grants himself more', 'POST', '/api/grant/', { user: id, grant: 'money:refill' }],
        ['grants himself a star', 'POST', '/api/grant/', { user: id, grant: 'card:*' }],
        ['grants another more', 'POST', '/api/grant/', { user: masked.id, grant: 'secrets:read' }],
        ['takes his own mask off', 'DELETE', `/api/grant/${String(mask)}/`],
        ["takes another's mask off", 'DELETE', `/api/grant/${String(masks)}/`],
        ['makes a key of an administrator', 'POST', '/custom_api/key', { name: 'k', user: 1 }],
        ['makes a key of a clerk', 'POST', '/custom_api/key', { name: 'k', user: clerk.id, grants: 'money:refill' }],
        ["takes a key's limit away", 'DELETE', `/api/grant/${String(limit)}/`],
        ['widens a key', 'POST', '/api/grant/', { user: clerk.id, key: keyId, grant: 'money:refill' }],
      ]
      const tables = 'checksum table `user`, a2b_users_grant, a2b_users_key, a2b_audit'
      const before = await rows(tables)
      for (const [what, method, path, body] of paths) {
        const refused = await api.request(method, path, { as, body })
        expect([what, refused.status, codeOf(refused)]).toEqual([what, 403, 'forbidden'])
      }
      expect(await rows(tables)).toEqual(before)
      // The control: an administrator takes each of these paths.
      for (const [what, method, path, body] of paths.filter(
        ([name]) => !name.includes('himself') && !name.includes('disables'),
      )) {
        if (body && 'username' in body) continue
        const { status } = await api.request(method, path, { body: path === '/api/user/1/' ? ADMIN_PASSWORD : body })
        expect([what, status]).toEqual([what, expect.toBeOneOf([200, 404, 409, 422])])
      }
    })
  })

  describe('grants', () => {
    it('are rows: listed, given and taken', async () => {
      const { id, as } = await addUser()
      expect((await api.request('GET', '/api/call/', { as })).status).toBe(200)
      const given = await api.request('POST', '/api/grant/', { body: { user: id, grant: 'card:list' } })
      expect(given.json).toEqual({ id: expect.any(Number), user: id, key: null, grant: 'card:list' })
      expect((await api.request('GET', '/api/call/', { as })).status).toBe(403)
      const list = await api.request('GET', `/api/grant/?user=${id}`)
      expect(list.json).toMatchObject({ objects: [given.json] })
      const grantId = (given.json as { id: number }).id
      expect((await api.request('DELETE', `/api/grant/${grantId}/`)).json).toEqual({ deleted: 1 })
      expect((await api.request('GET', '/api/call/', { as })).status).toBe(200)
    })

    it.each([
      [{ grant: 'crad:get' }, 'Did you mean "card:get"?'],
      [{ grant: '*' }, 'A grant is'],
      [{ grant: 'role:administrator' }, '"admin": true'],
      [{ grant: 'user:list' }, 'no permission "user:list"'],
      [{ grant: 'scope:card?stauts=1' }, 'Did you mean "status"?'],
      [{ grant: 'scope:card?ordering=id' }, 'cannot be used'],
      [{ user: 999_999, grant: 'card:get' }, 'No user has the number'],
      [{ user: 1, grant: 'card:get' }, 'An administrator may do everything'],
      [{ key: 999_999, grant: 'card:get' }, 'No key of this user'],
    ])('%o is refused', async (body, why) => {
      const { id } = await addUser()
      const refused = await api.request('POST', '/api/grant/', { body: { user: id, ...body } })
      expect([refused.status, problem(refused).detail]).toEqual([422, expect.stringContaining(why)])
    })

    it.each([
      'scope:agent=5',
      'scope:card?id_group__id_agent=5',
      'scope:card?uipass=x',
      'mask:card.email',
      'role:clerk',
    ])('%s is one', async (grant) => {
      const { id } = await addUser()
      expect((await api.request('POST', '/api/grant/', { body: { user: id, grant } })).status).toBe(200)
    })

    it('are all that /custom_api/role/ offers, to who may give them', async () => {
      const { status, json } = await api.request('GET', '/custom_api/role/')
      expect(status).toBe(200)
      const { roles, permissions } = json as { roles: { grant: string; title: string }[]; permissions: string[] }
      expect(roles.map(({ grant }) => grant)).toEqual(['role:clerk', 'role:support', 'role:integration', 'role:none'])
      for (const name of ['card:list', 'money:refill', 'secrets:read', 'doctor:read', 'reports:traffic']) {
        expect(permissions).toContain(name)
      }
      const { id, as } = await addUser('role:support')
      expect((await api.request('GET', '/custom_api/role/', { as })).status).toBe(403)
      // Each can be given, and what is not offered cannot.
      for (const grant of [...roles.map((role) => role.grant), ...permissions.filter((_, index) => index % 40 === 0)]) {
        if (grant === 'role:support') continue
        const given = await api.request('POST', '/api/grant/', { body: { user: id, grant } })
        expect([grant, given.status]).toEqual([grant, 200])
      }
      expect((await api.request('POST', '/api/grant/', { body: { user: id, grant: 'card:lists' } })).status).toBe(422)
    })

    it('once each, and never changed into another', async () => {
      const { id } = await addUser('card:get')
      const again = await api.request('POST', '/api/grant/', { body: { user: id, grant: 'card:get' } })
      expect(codeOf(again)).toBe('duplicate-key')
      const [[grantId] = []] = await rows('select id from a2b_users_grant where user_id = ?', id)
      const changed = await api.request('PUT', `/api/grant/${String(grantId)}/`, { body: { grant: 'card:*' } })
      expect([changed.status, problem(changed).detail]).toEqual([422, expect.stringContaining('give another')])
    })

    it('go with their user, and do not come back with his number', async () => {
      const { id } = await addUser('role:clerk')
      await api.request('POST', '/custom_api/key', { body: { name: 'k', user: id, grants: 'card:get' } })
      const given = () =>
        rows(
          'select (select count(*) from a2b_users_grant where user_id = ?) + (select count(*) from a2b_users_key where user_id = ?)',
          id,
          id,
        )
      expect(await given()).toEqual([['3']])
      expect((await api.request('DELETE', `/api/user/${id}/`)).status).toBe(200)
      expect(await given()).toEqual([['0']])
      // As if the user had been removed by hand, and the number given anew.
      await run('insert into a2b_users_grant (user_id, grant_text) values (?, ?)', id + 1, 'role:clerk')
      const next = await api.request('POST', '/api/user/', { body: { username: 'next', password: PASSWORD } })
      expect(next.json).toMatchObject({ id: id + 1 })
      expect(await rows('select count(*) from a2b_users_grant where user_id = ?', id + 1)).toEqual([['0']])
    })
  })

  describe('the audit', () => {
    it.each([
      ['a mask', 'mask:cardgroup.name'],
      ['a scope', 'scope:cardgroup?id=999999'],
    ])('tells nothing that %s keeps from its reader', async (_, limit) => {
      const body = { name: 'kept from some' }
      expect((await api.request('POST', '/api/cardgroup/', { body })).status).toBe(200)
      const { as, id } = await addUser('cardgroup:list', 'audit:list', 'audit:get', limit)
      const tell = async (query = ''): Promise<string> =>
        (await api.request('GET', `/api/audit/?ordering=-id&limit=1000${query}`, { as })).text
      expect(await tell()).not.toContain(body.name)
      expect(await tell('&resource=cardgroup')).toContain('"objects":[]')
      const [[told] = []] = await rows("select max(id) from a2b_audit where resource = 'cardgroup'")
      expect((await api.request('GET', `/api/audit/${told}/`, { as })).status).toBe(404)
      // The controls: of what is not limited it tells, and without the limit of that, too.
      expect(await tell()).toContain(limit)
      await run('delete from a2b_users_grant where user_id = ? and grant_text = ?', id, limit)
      await vi.waitFor(async () => expect(await tell()).toContain(body.name), { timeout: 3000, interval: 100 })
    })
  })

  describe('keys', () => {
    async function addKey(body: object): Promise<{ id: number; headers: Record<string, string> }> {
      const { status, text, json } = await api.request('POST', '/custom_api/key', { body })
      expect([status, text]).toEqual([200, expect.stringContaining('a2b_')])
      const { id, key } = json as { id: number; key: string }
      return { id, headers: { Authorization: `Bearer ${key}` } }
    }

    it('log in, are listed without what they are, and end at once', async () => {
      const { id: user, name } = await addUser()
      const { id, headers } = await addKey({ name: 'shop', user, days: 30, grants: 'card:list mask:card.email' })
      const use = (path: string) => api.request('GET', path, { as: null, headers })
      expect((await use('/api/card/')).status).toBe(200)
      expect((await use('/api/call/')).status).toBe(403)
      const listed = await api.request('GET', `/api/key/${id}/`)
      expect(listed.json).toEqual({
        id,
        user,
        name: 'shop',
        created_at: expect.stringMatching(/^\d{4}-/),
        expires_at: expect.stringMatching(/^\d{4}-/),
        last_used_at: expect.stringMatching(/^\d{4}-/),
      })
      expect((await other.request('GET', '/api/card/', { as: null, headers })).status).toBe(200)
      expect((await api.request('DELETE', `/api/key/${id}/`)).json).toEqual({ deleted: 1 })
      expect((await use('/api/card/')).status).toBe(401)
      expect(await rows('select count(*) from a2b_users_grant where key_id = ?', id)).toEqual([['0']])
      expect(name).not.toBe('')
    })

    it('are stored as hashes, and nothing tells them again', async () => {
      const { id, headers } = await addKey({ name: 'secret' })
      const key = headers['Authorization']?.slice('Bearer '.length) ?? ''
      await api.request('GET', '/api/', { as: null, headers })
      const dump = JSON.stringify([
        await rows('select * from a2b_users_key'),
        await rows('select * from a2b_audit'),
        (await api.request('GET', `/api/key/?id=${id}`)).text,
        api.warnings,
      ])
      expect(dump).toContain('secret')
      // Its number comes first; what follows may have a `_` of its own.
      const secret = key.replace(/^a2b_\d+_/, '')
      expect(secret.length).toBeGreaterThan(20)
      expect(dump).not.toContain(secret)
      expect(dump).toContain(String((await rows('select hash from a2b_users_key where id = ?', id))[0]?.[0]))
      expect((await api.request('GET', `/api/key/?id=${id}`)).text).not.toContain('hash')
    })

    it('are neither made nor changed as rows', async () => {
      const { id } = await addKey({ name: 'k' })
      const made = await api.request('POST', '/api/key/', { body: {} })
      expect([made.status, problem(made).detail]).toEqual([405, expect.stringContaining('/custom_api/key')])
      expect((await api.request('PUT', `/api/key/${id}/`, { body: { user: 1 } })).status).toBe(422)
      expect((await api.request('PUT', `/api/key/${id}/`, { body: { hash: 'x' } })).status).toBe(400)
    })

    it.each([
      [{ name: '' }, 'name'],
      [{ name: 'k', days: 0 }, 'days'],
      [{ name: 'k', days: 3651 }, 'days'],
      [{ name: 'k', grants: 'crad:get' }, 'card:get'],
      [{ name: 'k', user: 999_999 }, 'No user has the number'],
    ])('%o makes none', async (body, why) => {
      const refused = await api.request('POST', '/custom_api/key', { body })
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(why)])
    })

    it('end with their time', async () => {
      const { id, headers } = await addKey({ name: 'k', days: 1 })
      await run('update a2b_users_key set expires_at = current_timestamp - interval 1 second where id = ?', id)
      expect((await api.request('GET', '/api/', { as: null, headers })).status).toBe(401)
    })
  })

  it('every write is told of, and of passwords and keys only that they changed', async () => {
    const name = 'told of'
    const made = await api.request('POST', '/api/user/', { body: { username: name, password: PASSWORD } })
    const { id } = made.json as { id: number }
    await api.request('POST', '/api/grant/', { body: { user: id, grant: 'card:get' } })
    await api.request('PUT', `/api/user/${id}/`, { body: { password: `${PASSWORD}!`, email: 'canary@example.com' } })
    await api.request('POST', '/custom_api/key', { body: { name: 'shop', user: id, grants: 'card:get' } })
    await api.request('DELETE', `/api/user/${id}/`)
    const told = await rows(
      "select operation, resource, changes from a2b_audit where resource in ('user', 'grant', 'key') order by id desc limit 5",
    )
    expect(
      told.toReversed().map(([operation, resource, changes]) => [operation, resource, JSON.parse(String(changes))]),
    ).toEqual([
      ['create', 'user', { id: [null, String(id)], username: [null, name], password: 'changed' }],
      ['create', 'grant', { id: [null, expect.any(String)], user: [null, String(id)], grant: [null, 'card:get'] }],
      ['update', 'user', { password: 'changed', email: 'changed' }],
      [
        'create',
        'key',
        {
          user: [null, String(id)],
          name: [null, 'shop'],
          days: [null, null],
          grants: [null, 'card:get'],
          hash: 'changed',
        },
      ],
      ['delete', 'user', expect.objectContaining({ username: [name, null], password: 'changed', email: 'changed' })],
    ])
    const all = JSON.stringify(await rows('select * from a2b_audit'))
    expect(all).not.toMatch(/canary|scrypt/)
  })
})

const ADMIN_PASSWORD = { password: ADMIN.password }
