import { ROLES } from '../../../src/users/roles.ts'
import { EVERYTHING, may } from '../../../src/access.ts'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/db.ts'
import type { Caller } from '../../../src/caller.ts'
import { Authenticator } from '../../../src/users/authenticator.ts'
import { createPasswords } from '../../../src/users/password.ts'
import { prepareUsers } from '../../../src/users/user-table.ts'
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
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })
  beforeEach(async () => {
    await run('drop table if exists `user`')
    await prepare('correct horse')
  })

  async function run(sql: string, ...parameters: unknown[]): Promise<void> {
    await db.write({ sql, parameters })
  }
  const rows = (sql: string): Promise<unknown> => db.readRows({ sql, parameters: [] })

  async function prepare(adminPassword = ''): Promise<string[]> {
    const printed: string[] = []
    await prepareUsers(db, { passwords: countedPasswords(), adminPassword, print: (line) => printed.push(line) })
    return printed
  }

  async function statusOf(work: Promise<Caller>): Promise<number> {
    return work.then(
      () => 200,
      (error: { status: number }) => error.status,
    )
  }

  const newAuthenticator = (passwords = countedPasswords()): Authenticator => new Authenticator(db, passwords)
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
    for (const header of wrong) {
      const refused = await authenticator.authenticate(header, here).catch((error: unknown) => error)
      expect(refused, String(header)).toMatchObject({
        code: 'authentication_failed',
        shortText: 'Authentication failed',
        headers: { 'WWW-Authenticate': 'Basic realm="A2Billing API", charset="UTF-8"' },
      })
    }
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

  it.each([
    { what: 'password', sql: 'update `user` set password = ?', value: legacyHash('another'), status: 401 },
    { what: 'name', sql: 'update `user` set username = ?', value: 'root', status: 401 },
    { what: 'activity', sql: 'update `user` set active = ?', value: 0, status: 401 },
    { what: 'rights', sql: 'update `user` set admin = ?', value: 0, status: 200 },
    { what: 'existence', sql: 'delete from `user` where id = ?', value: 1, status: 401 },
  ])("a change of a user's $what takes effect in every process within a second", async ({ sql, value, status }) => {
    const processes = [newAuthenticator(), newAuthenticator()]
    for (const one of processes) await one.authenticate(admin, here)
    const seen = async (): Promise<unknown[]> => {
      const outcomes = processes.map((one) => one.authenticate(admin, here).catch((error: { status: number }) => error))
      return (await Promise.all(outcomes)).map((one) =>
        'status' in one ? one.status : may(one.access, 'secrets:read') ? 'admin' : 200,
      )
    }
    expect(await seen()).toEqual(['admin', 'admin'])
    await run(sql, value)
    // The clock is set, not waited for: a second on a busy machine can be too short for the look itself.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1000)
    try {
      expect(await seen()).toEqual([status, status])
    } finally {
      clock.mockRestore()
    }
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

  it('is unavailable, not refused, while the database is', async () => {
    const broken = openDb({ url: 'mysql://root@127.0.0.1:1/none', connectTimeout: 500 })
    expect(await statusOf(new Authenticator(broken, countedPasswords()).authenticate(admin, here))).toBe(503)
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
})
