import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../../src/own-tables/migrate.ts'
import { openDb } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/db.ts'
import { Authenticator } from '../../../src/users/authenticator.ts'
import { createPasswords } from '../../../src/users/password.ts'
import { userTables } from '../../../src/users/tables.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { type Ran, runA2b } from '../../helpers/run-a2b.ts'

const PASSWORD = 'a password of their own'

/** As the original API made it: other names are other bytes, but equal to the column. */
const ORIGINAL =
  'create table `user` (id int(11) not null auto_increment primary key, username varchar(255) not null unique, ' +
  'password varchar(255) not null, email varchar(255) not null, active tinyint(1) not null, ' +
  'admin tinyint(1) not null) engine = InnoDB default charset = latin1'

describeDatabase('a2b user and a2b key', () => {
  let database: TestDatabase
  let db: Db
  beforeAll(async () => {
    database = await createTestDatabase()
    db = openDb({ url: database.url, connectionLimit: 2 })
    await migrate(db, [userTables])
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })
  beforeEach(async () => {
    for (const sql of [
      'drop table if exists `user`',
      ORIGINAL,
      'delete from a2b_users_grant',
      'delete from a2b_users_key',
    ]) {
      await db.write({ sql, parameters: [] })
    }
    const hash = await createPasswords({ cost: { ln: 4, r: 8, p: 1 } }).hash(PASSWORD)
    const sql = "insert into `user` values (1, 'admin', ?, '', 1, 1), (2, 'bob', ?, '', 1, 0)"
    await db.write({ sql, parameters: [hash, hash] })
  })

  const a2b = (args: readonly string[], input?: string): Promise<Ran> =>
    runA2b([...args, '--url', database.url], {}, undefined, undefined, input)
  const rows = (sql: string) => db.readRows({ sql, parameters: [] })
  const canLogIn = async (authorization: string): Promise<boolean> => {
    const authenticator = new Authenticator(db, {
      passwords: createPasswords(),
      defaultRole: 'support',
      sessionLimits: { lifetime: 720, idle: 30 },
      onError: () => undefined,
    })
    return authenticator.authenticate(authorization, '192.0.2.1').then(
      () => true,
      () => false,
    )
  }
  const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`

  it('adds a user whose password no argument has held, and tells the audit who did', async () => {
    const added = await a2b(['user', 'add', 'Zoë', 'card:get', 'mask:card.email', '--password-stdin'], `${PASSWORD}\n`)
    expect(added).toEqual({ code: 0, out: 'Zoë: card:get mask:card.email\n', err: '' })
    expect(await canLogIn(basic('Zoë', PASSWORD))).toBe(true)
    const told = await rows('select user_id, user_name, address, operation, resource from a2b_audit order by id')
    const who = ['0', expect.stringMatching(/ \(a2b\)$/), 'local', 'create']
    expect(told).toEqual([
      [...who, 'user'],
      [...who, 'grant'],
      [...who, 'grant'],
    ])
    expect(JSON.stringify(await rows('select * from a2b_audit'))).not.toMatch(/scrypt|a password/)
  })

  it.each([
    ['a word that is common', ['user', 'passwd', 'bob', '--password-stdin'], 'password1234', 'first that anyone tries'],
    ['no terminal to ask at', ['user', 'passwd', 'bob'], PASSWORD, '--password-stdin'],
    ['a name that is taken', ['user', 'add', 'bob', '--password-stdin'], PASSWORD, 'already has this username'],
    [
      'a grant that is none',
      ['user', 'add', 'new', 'crad:get', '--password-stdin'],
      PASSWORD,
      'Did you mean "card:get"?',
    ],
    ['nobody of that name', ['user', 'disable', 'Bob'], '', 'There is no user "Bob"'],
    ['what was not granted', ['user', 'revoke', 'bob', 'card:get'], '', 'was not granted card:get'],
    ['the last administrator', ['user', 'disable', 'admin'], '', 'the only active administrator'],
    [
      'the last administrator again',
      ['user', 'revoke', 'admin', 'role:administrator'],
      '',
      'the only active administrator',
    ],
    ['and again', ['user', 'remove', 'admin'], '', 'the only active administrator'],
    ['too many days', ['key', 'add', 'bob', '--name', 'shop', '--days', '9999'], '', '--days'],
    ['a key that is not there', ['key', 'revoke', '999999'], '', '999999'],
    ['an option that is none', ['user', 'passwd', 'bob', '--password', 'x'], '', 'unknown option'],
  ])('refuses %s, with 2 and a sentence, and changes nothing', async (_, args, input, why) => {
    const tables = 'checksum table `user`, a2b_users_grant, a2b_users_key'
    const before = await rows(tables)
    const refused = await a2b(args, input)
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain(why)
    expect(refused.err).not.toMatch(/\n {4}at /)
    expect(await rows(tables)).toEqual(before)
  })

  it('grants, revokes, disables, enables, lists and removes', async () => {
    const out = async (...args: string[]): Promise<string> => {
      const { code, out: text, err } = await a2b(['user', ...args])
      expect([code, err]).toEqual([0, ''])
      return text
    }
    expect(await out('grant', 'bob', 'card:get', 'scope:agent=5')).toBe('bob: card:get scope:agent=5\n')
    expect(await out('revoke', 'bob', 'card:get')).toBe('bob: role:support (A2B_AUTH_DEFAULT_ROLE) scope:agent=5\n')
    expect(await out('grant', 'bob', 'role:administrator')).toBe('bob: role:administrator\n')
    await db.write({
      sql: "insert into a2b_session (user_id, token_hash, password_digest) values (1, 'here', ''), (2, 'there', '')",
      parameters: [],
    })
    expect(await out('disable', 'admin')).toContain('cannot log in')
    expect(await rows('select user_id from a2b_session')).toEqual([['2']])
    expect(await out('list')).toBe('admin: role:administrator  (disabled)\nbob: role:administrator\n')
    expect(await out('enable', 'admin')).toContain('can log in')
    expect(await out('remove', 'bob')).toContain('removed')
    expect(await rows('select username from `user`')).toEqual([['admin']])
    expect(await rows('select * from a2b_users_grant')).toEqual([])
    expect(await rows('select * from a2b_session')).toEqual([])
  })

  it('makes a key, which alone is on standard output, lists it without it, and revokes it', async () => {
    const added = await a2b(['key', 'add', 'bob', 'card:get', '--name', 'shop', '--days', '30'])
    expect([added.code, added.out]).toEqual([0, expect.stringMatching(/^a2b_\d+_[\w-]{43}\n$/)])
    const key = added.out.trim()
    expect(added.err).not.toContain(key)
    expect(await canLogIn(`Bearer ${key}`)).toBe(true)
    const list = await a2b(['key', 'list', 'bob'])
    expect(list.out).toMatch(/^\d+ {2}bob {2}"shop" {2}card:get {2}\(made .*, ends 2.*, used .*\)\n$/)
    expect(list.out).not.toContain(key.slice(-43))
    const [, id = ''] = key.split('_')
    expect((await a2b(['key', 'revoke', id])).code).toBe(0)
    expect(await canLogIn(`Bearer ${key}`)).toBe(false)
    expect((await a2b(['key', 'list'])).out).toBe('There are no keys.\n')
  })
})
