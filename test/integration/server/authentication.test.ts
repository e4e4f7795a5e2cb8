import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { EVERYTHING, may } from '../../../src/access.ts'
import { openDb } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/db.ts'
import type { Caller } from '../../../src/caller.ts'
import type { ApiError } from '../../../src/errors.ts'
import { migrate } from '../../../src/own-tables/migrate.ts'
import { hashApiKey, makeApiKey } from '../../../src/users/api-key.ts'
import { Authenticator } from '../../../src/users/authenticator.ts'
import { prepareUsers, prepareUserTable } from '../../../src/users/first-user.ts'
import { createPasswords } from '../../../src/users/password.ts'
import { ROLES } from '../../../src/users/roles.ts'
import { insertSession, readSession } from '../../../src/users/session-table.ts'
import { hashSessionToken, makeSessionToken } from '../../../src/users/session-token.ts'
import { userTables } from '../../../src/users/tables.ts'
import { createTestDatabase, describeDatabase } from '../../helpers/mariadb.ts'
import type { TestDatabase } from '../../helpers/mariadb.ts'

/** Real scrypt, as cheap as it can be, and counted. */
function countedPasswords(): ReturnType<typeof createPasswords> & { hashes(): number } {
  const passwords = createPasswords({ cost: { ln: 4, r: 1, p: 1 } })
  const hash = vi.fn(passwords.hash)
  const verify = vi.fn(passwords.verify)
  return { hash, verify, hashes: () => hash.mock.calls.length + verify.mock.calls.length }
}

function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
}

/** As the original API stores it. */
function legacyHash(password: string, salt = 'd5f8b'): string {
  return `${salt}$${createHash('sha1')
    .update(salt + password)
    .digest('hex')}`
}

describeDatabase('authentication', () => {
  let database: TestDatabase
  let db: Db
  beforeAll(async () => {
    database = await createTestDatabase()
    db = openDb({ url: database.url, connectionLimit: 4 })
    await migrate(db, [userTables])
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })
  beforeEach(async () => {
    await run('drop table if exists `user`')
    await run('delete from a2b_users_grant')
    await run('delete from a2b_users_key')
    await run('delete from a2b_session')
    await prepare('correct horse')
  })

  async function run(sql: string, ...parameters: unknown[]): Promise<void> {
    await db.write({ sql, parameters })
  }
  const rows = (sql: string): Promise<unknown> => db.readRows({ sql, parameters: [] })

  async function prepare(adminPassword = '', allowDefaultPassword = false): Promise<string[]> {
    const printed: string[] = []
    await prepareUserTable(db)
    await prepareUsers(db, {
      passwords: countedPasswords(),
      adminPassword,
      allowDefaultPassword,
      print: (line) => printed.push(line),
    })
    return printed
  }

  async function statusOf(work: Promise<Caller>): Promise<number> {
    return work.then(
      () => 200,
      (error: { status: number }) => error.status,
    )
  }

  const sessionLimits = { lifetime: 720, idle: 30 }
  const newAuthenticator = (passwords = countedPasswords(), on = db): Authenticator =>
    new Authenticator(on, {
      passwords,
      defaultRole: 'support',
      sessionLimits: { lifetime: 720, idle: 30 },
      onError: fail,
    })
  const fail = (error: unknown): never => {
    throw error
  }
  const admin = basic('admin', 'correct horse')
  const here = '192.0.2.1'

  it('knows who calls', async () => {
    expect(await newAuthenticator().authenticate(admin, here)).toEqual({ id: 1, name: 'admin', access: EVERYTHING })
  })

  it('refuses alike whatever is wrong', async () => {
    await run("insert into `user` (username, password, active) values ('gone', ?, 0)", legacyHash('right'))
    await run("insert into `user` (username, password) values ('odd', 'correct horse'), ('empty', '')")
    const authenticator = newAuthenticator()
    const wrong = [
      undefined,
      '',
      'Basic',
      'Basic !!!',
      'Bearer abc',
      `Basic ${Buffer.from('no-colon').toString('base64')}`,
      basic('admin', 'wrong'),
      basic('admin', ''),
      basic('nobody', 'correct horse'),
      basic('gone', 'right'),
      basic('ADMIN', 'correct horse'),
      basic('admin ', 'correct horse'),
      basic('\u{1f600}', 'x'),
      basic('odd', 'correct horse'),
      basic('empty', ''),
      basic("' or 1=1 -- ", 'x'),
    ]
    const answers = await Promise.all(
      wrong.map((header, index) =>
        authenticator.authenticate(header, `192.0.2.${index}`).catch(({ message, headers, code }: ApiError) => ({
          message,
          headers,
          code,
        })),
      ),
    )
    expect(answers[0]).toEqual({
      code: 'authentication_failed',
      message: 'Log in with the name and password of an active API user, or with a key.',
      headers: {},
    })
    for (const [index, answer] of answers.entries()) expect(answer, String(wrong[index])).toEqual(answers[0])
  })

  it('computes one hash for a user who does not exist, as for one who does', async () => {
    for (const name of ['nobody', 'admin']) {
      const passwords = countedPasswords()
      await statusOf(newAuthenticator(passwords).authenticate(basic(name, 'wrong'), here))
      expect(passwords.verify).toHaveBeenCalledTimes(1)
    }
  })

  it('hashes once for a thousand requests', async () => {
    const passwords = countedPasswords()
    const authenticator = newAuthenticator(passwords)
    await authenticator.authenticate(admin, here)
    const after = passwords.hashes()
    const read = vi.spyOn(db, 'readRows')
    for (let request = 0; request < 1000; request++) await authenticator.authenticate(admin, here)
    expect(passwords.hashes()).toBe(after)
    expect(read.mock.calls.length).toBeLessThan(20)
    read.mockRestore()
  })

  it('hashes once for requests that come together', async () => {
    const passwords = countedPasswords()
    const authenticator = newAuthenticator(passwords)
    await Promise.all(Array.from({ length: 50 }, () => authenticator.authenticate(admin, here)))
    expect(passwords.hashes()).toBe(1)
  })

  /** @returns what the client sends, of a key of the user 1 */
  async function addKey(userId = 1): Promise<string> {
    const { insertId } = await db.write({
      sql: "insert into a2b_users_key (user_id, name, hash) values (?, 'shop', '')",
      parameters: [userId],
    })
    const key = makeApiKey(insertId)
    await run('update a2b_users_key set hash = ? where id = ?', hashApiKey(key), insertId)
    return `Bearer ${key}`
  }

  /** @returns the token of a session of the user `admin` */
  async function addSession(): Promise<string> {
    const token = makeSessionToken()
    const user = await newAuthenticator().verifyPassword('admin', 'correct horse', here)
    await insertSession(db, user, hashSessionToken(token), sessionLimits)
    return token
  }

  async function grant(text: string, isOfKey = false, userId = 1): Promise<void> {
    const key = isOfKey ? '(select max(id) from a2b_users_key)' : 'null'
    await run(`insert into a2b_users_grant (user_id, key_id, grant_text) values (?, ${key}, ?)`, userId, text)
  }

  /** What a caller may, in short. */
  async function seen(caller: Promise<Caller>): Promise<unknown> {
    return caller.then(
      ({ access }) => (may(access, 'secrets:read') ? 'all' : may(access, 'card:get') ? 'cards' : 'nothing'),
      (error: { status: number }) => error.status,
    )
  }

  const changes = [
    { what: "a user's password", sql: 'update `user` set password = ?', value: legacyHash('another'), login: 401 },
    { what: "a user's name", sql: 'update `user` set username = ?', value: 'root', login: 401, key: 'all' },
    { what: "a user's activity", sql: 'update `user` set active = ?', value: 0, login: 401 },
    { what: "a user's administration", sql: 'update `user` set admin = ?', value: 0, login: 'cards', key: 'cards' },
    { what: "a user's existence", sql: 'delete from `user` where id = ?', value: 1, login: 401 },
    { what: "a key's existence", sql: 'delete from a2b_users_key where user_id = ?', value: 1, login: 'all' },
    {
      what: "a key's end",
      sql: 'update a2b_users_key set expires_at = current_timestamp - interval ? second',
      value: 0,
      login: 'all',
    },
    { what: "a key's hash", sql: 'update a2b_users_key set hash = ?', value: hashApiKey('another'), login: 'all' },
    {
      what: "a key's grant",
      sql: 'insert into a2b_users_grant (user_id, key_id, grant_text) select user_id, id, ? from a2b_users_key',
      value: 'card:get',
      login: 'all',
      key: 'cards',
    },
  ].flatMap(({ login, key = 401, ...change }) => [
    { ...change, by: 'password', outcome: login },
    // A key is not the password: it lives on when that changes.
    { ...change, by: 'key', outcome: change.what.endsWith('password') ? 'all' : key },
    // Who is signed in does not send his name again.
    { ...change, by: 'session', outcome: change.what.endsWith('name') ? 'all' : login },
  ])
  changes.push(
    ...[
      { what: "a session's existence", sql: 'delete from a2b_session where user_id = ?', value: 1 },
      {
        what: "a session's end",
        sql: 'update a2b_session set expires_at = current_timestamp where user_id = ?',
        value: 1,
      },
    ].map((change) => ({ ...change, by: 'session', outcome: 401 })),
  )

  it.each(changes)(
    '$what takes effect on a $by: within a second elsewhere, at once where it is made',
    async (change) => {
      const [key, token] = [await addKey(), await addSession()]
      const [changing, elsewhere] = [newAuthenticator(), newAuthenticator()]
      const look = (one: Authenticator): Promise<unknown> => {
        if (change.by === 'session') return seen(one.authenticateSession(token, here))
        return seen(one.authenticate(change.by === 'key' ? key : admin, here))
      }
      expect([await look(changing), await look(elsewhere)]).toEqual(['all', 'all'])
      // Held still: the second that may pass elsewhere has not.
      const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
      try {
        await Promise.all([look(changing), look(elsewhere)])
        await run(change.sql, change.value)
        changing.invalidate()
        expect(await look(changing)).toBe(change.outcome)
        // The control: elsewhere nothing is read again before its time, so what follows tells something.
        expect(await look(elsewhere)).toBe('all')
        clock.mockReturnValue(performance.now() + 1000)
        expect(await look(elsewhere)).toBe(change.outcome)
      } finally {
        clock.mockRestore()
      }
    },
  )

  it.each([
    { what: 'lost', from: 1_648_342_740, minutes: 2, hasEnded: false },
    { what: 'there twice', from: 1_667_091_540, minutes: 31, hasEnded: true },
  ])('a session lasts as long in the night in which an hour is $what', async ({ from, minutes, hasEnded }) => {
    const apart = openDb({ url: database.url, connectionLimit: 1 })
    const zone = 'Sessions/Test'
    try {
      await removeZone(zone)
      await run("insert into mysql.time_zone (Time_zone_id, Use_leap_seconds) values (9902, 'N')")
      await run(`insert into mysql.time_zone_name (Name, Time_zone_id) values ('${zone}', 9902)`)
      await run(`insert into mysql.time_zone_transition_type
        (Time_zone_id, Transition_type_id, \`Offset\`, Is_DST, Abbreviation)
        values (9902, 0, 7200, 1, 'CEST'), (9902, 1, 3600, 0, 'CET')`)
      await run(`insert into mysql.time_zone_transition (Time_zone_id, Transition_time, Transition_type_id)
        values (9902, 1635642000, 1), (9902, 1648342800, 0), (9902, 1667091600, 1)`)
      await apart.session(async (session) => {
        const user = { id: 1, password: String((await db.readRows(HASH_OF_ADMIN))[0]?.[0]) }
        await session.write({ sql: `set time_zone = '${zone}', timestamp = ${from}`, parameters: [] })
        await insertSession(session, user, 'hash', sessionLimits)
        await session.write({ sql: `set timestamp = ${from + 60 * minutes}`, parameters: [] })
        expect((await readSession(session, 'hash', sessionLimits))?.session).toMatchObject({ hasEnded })
      })
    } finally {
      await apart.close()
      await removeZone(zone)
    }
  })

  const HASH_OF_ADMIN = { sql: 'select password from `user` where id = 1', parameters: [] }

  async function removeZone(name: string): Promise<void> {
    await run(`delete from mysql.time_zone_name where Name = '${name}'`)
    for (const table of ['', '_transition_type', '_transition'])
      await run(`delete from mysql.time_zone${table} where Time_zone_id = 9902`)
  }

  it("a user's grants take effect, too", async () => {
    await run('update `user` set admin = 0')
    const authenticator = newAuthenticator()
    const look = (): Promise<unknown> => {
      authenticator.invalidate()
      return seen(authenticator.authenticate(admin, here))
    }
    expect(await look()).toBe('cards')
    await grant('call:get')
    expect(await look()).toBe('nothing')
    await grant('card:*')
    expect(await look()).toBe('cards')
    await run('delete from a2b_users_grant where grant_text = ?', 'card:*')
    expect(await look()).toBe('nothing')
    await grant('scope:card=1')
    authenticator.invalidate()
    await expect(authenticator.authenticate(admin, here)).rejects.toThrow('The grant "scope:card=1" cannot be read')
  })

  it('knows a key by its number and its hash, and what it may of all that its user may', async () => {
    await run("insert into `user` (id, username, password) values (2, 'shop', '')")
    const key = await addKey(2)
    await grant('card:get', true, 2)
    await grant('mask:card.email', false, 2)
    await grant('call:get', false, 1)
    const caller = await newAuthenticator().authenticate(key, here)
    expect(caller).toMatchObject({ id: 2, name: 'shop', keyId: Number(key.split('_')[1]) })
    expect(caller.access.layers).toEqual([
      { permissions: new Set(ROLES.support.permissions), masks: new Set(['card.email']), scopes: [] },
      { permissions: new Set(['card:get']), masks: new Set(), scopes: [] },
    ])
    const changed = key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    const anothers = key.replace(/^Bearer a2b_\d+_/, `Bearer a2b_${Number(key.split('_')[1]) + 1}_`)
    for (const wrong of [changed, anothers]) {
      expect(await statusOf(newAuthenticator().authenticate(wrong, here))).toBe(401)
    }
  })

  it('needs no hash for a key, and notes its use once a minute', async () => {
    const passwords = countedPasswords()
    const authenticator = newAuthenticator(passwords)
    const key = await addKey()
    const written = vi.spyOn(db, 'write')
    const use = async (): Promise<number> => {
      written.mockClear()
      for (let request = 0; request < 5; request++) {
        authenticator.invalidate()
        await authenticator.authenticate(key, here)
        await vi.waitFor(async () => expect(await rows('select last_used_at from a2b_users_key')).not.toEqual([[null]]))
      }
      return written.mock.calls.length
    }
    expect(await use()).toBe(1)
    expect(await use()).toBe(0)
    await run('update a2b_users_key set last_used_at = last_used_at - interval 2 minute')
    expect(await use()).toBeGreaterThan(0)
    written.mockRestore()
    expect(passwords.hashes()).toBe(0)
  })

  it('a change that this process makes takes effect at once', async () => {
    const authenticator = newAuthenticator()
    await authenticator.authenticate(admin, here)
    await run('update `user` set active = 0')
    authenticator.invalidate()
    expect(await statusOf(authenticator.authenticate(admin, here))).toBe(401)
  })

  it("takes the original's hash once, and replaces it", async () => {
    await run("insert into `user` (username, password, admin) values ('old', ?, 0)", legacyHash('secret'))
    const authenticator = newAuthenticator()
    expect(await authenticator.authenticate(basic('old', 'secret'), here)).toMatchObject({
      name: 'old',
      access: { layers: [{ permissions: new Set(ROLES.support.permissions) }] },
    })
    expect(await rows("select password from `user` where username = 'old'")).toEqual([
      [expect.stringMatching(/^\$scrypt\$/)],
    ])
    expect(await statusOf(newAuthenticator().authenticate(basic('old', 'secret'), here))).toBe(200)
    expect(await statusOf(newAuthenticator().authenticate(basic('old', 'Secret'), here))).toBe(401)
  })

  it("replaces the original's hash once, however many log in, and each knows which it became", async () => {
    await run("insert into `user` (username, password) values ('old', ?)", legacyHash('secret'))
    const [one, other] = [newAuthenticator(), newAuthenticator()]
    const users = await Promise.all([
      one.authenticate(basic('old', 'secret'), here),
      ...[one, other].map((process) => process.verifyPassword('old', 'secret', here)),
    ])
    const [[stored] = []] = await db.readRows({
      sql: "select password from `user` where username = 'old'",
      parameters: [],
    })
    expect(users.slice(1)).toEqual([stored, stored].map((password) => expect.objectContaining({ password })))
  })

  it('compares names by bytes, also where the table does not', async () => {
    await run('drop table `user`')
    await run(
      'create table `user` (id int auto_increment primary key, username varchar(255) unique, password varchar(255), ' +
        'email varchar(255), active tinyint(1), admin tinyint(1)) engine = InnoDB default charset = latin1',
    )
    await run("insert into `user` values (7, 'Zoë', ?, '', 1, 1)", legacyHash('secret'))
    expect(await prepare()).toEqual([])
    const authenticator = newAuthenticator()
    expect(await authenticator.authenticate(basic('Zoe\u0308', 'secret'), here)).toMatchObject({ id: 7, name: 'Zoë' })
    for (const name of ['zoë', 'Zoe', 'Zoë ', '\u{1f600}']) {
      expect(await statusOf(authenticator.authenticate(basic(name, 'secret'), here))).toBe(401)
    }
  })

  it('who is logged in stays so while his name is guessed at, and a guesser learns nothing', async () => {
    const authenticator = newAuthenticator()
    const key = await addKey()
    await authenticator.authenticate(admin, here)
    for (const name of ['admin', 'nobody']) {
      const statuses = []
      for (let n = 0; n < 12; n++) {
        statuses.push(await statusOf(authenticator.authenticate(basic(name, `guess ${n}`), `198.51.100.${n}`)))
      }
      expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429])
    }
    expect(await statusOf(authenticator.authenticate(admin, '203.0.113.1'))).toBe(200)
    expect(await statusOf(authenticator.authenticate(key, '203.0.113.1'))).toBe(200)
    // After a change, the password has to be verified anew: it still is from where he logged in, and only there.
    await run('update `user` set password = ?', legacyHash('another password'))
    authenticator.invalidate()
    const changed = basic('admin', 'another password')
    expect(await statusOf(authenticator.authenticate(changed, '203.0.113.1'))).toBe(429)
    expect(await statusOf(authenticator.authenticate(changed, here))).toBe(200)
  })

  it('counts both spellings of a name for one', async () => {
    const authenticator = newAuthenticator()
    const spellings = ['Zo\u00eb', 'Zoe\u0308']
    for (let n = 0; n < 10; n++) {
      await statusOf(authenticator.authenticate(basic(spellings[n % 2] ?? '', `guess ${n}`), `198.51.100.${n}`))
    }
    for (const spelling of spellings) {
      expect(await statusOf(authenticator.authenticate(basic(spelling, 'guess'), here))).toBe(429)
    }
  })

  it('is unavailable, not refused, while the database is', async () => {
    const broken = openDb({ url: 'mysql://root@127.0.0.1:1/none', connectTimeout: 500 })
    expect(await statusOf(newAuthenticator(countedPasswords(), broken).authenticate(admin, here))).toBe(503)
    await broken.close()
  })

  it('makes the first user with a password of its own, shown once', async () => {
    await run('drop table `user`')
    const [line] = await prepare()
    const password = /password "([A-Za-z2-9]{20})"/.exec(line ?? '')?.[1] ?? ''
    expect(await newAuthenticator().authenticate(basic('admin', password), here)).toMatchObject({ access: EVERYTHING })
    expect(await prepare('something else')).toEqual([])
    expect(await rows('select username, active, admin from `user`')).toEqual([['admin', 1, 1]])
    const engine =
      "select engine from information_schema.tables where table_schema = database() and table_name = 'user'"
    expect(await rows(engine)).toEqual([['InnoDB']])
  })

  it('two processes that start together make one first user', async () => {
    await run('drop table `user`')
    const printed = await Promise.all([prepare(), prepare()])
    expect(printed.flat()).toHaveLength(1)
    expect(await rows('select count(*) from `user`')).toEqual([['1']])
  })

  it('does not start with the password that was shipped, and says how to change it', async () => {
    await run('delete from `user`')
    await run("insert into `user` (id, username, password) values (3, 'admin', ?)", legacyHash('admin'))
    const refused = await prepare().catch((error: Error) => error.message)
    expect(refused).toContain('The user "admin" still has the password "admin"')
    const password = /This one is "(\w{20})"/.exec(String(refused))?.[1] ?? ''
    const [, update = ''] = String(refused).split('\n')
    await run(update.trim().replace(/;$/, ''))
    expect(await prepare()).toEqual([])
    expect(await statusOf(newAuthenticator().authenticate(basic('admin', password), here))).toBe(200)
  })

  it('starts with it where that is allowed, and still sees it at the start after a login', async () => {
    await run('update `user` set password = ?', legacyHash('admin'))
    expect(await prepare('', true)).toEqual([])
    expect(await statusOf(newAuthenticator().authenticate(basic('admin', 'admin'), here))).toBe(200)
    await expect(prepare()).rejects.toThrow('still has the password "admin"')
  })
})
