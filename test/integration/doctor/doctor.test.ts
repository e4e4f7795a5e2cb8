/**
 * A database made sick on purpose, one case for each finding; where the finding's next step is SQL, it is run as it was
 * printed, and the finding must be gone.
 */
import { createConnection } from 'mysql2/promise'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { driftBetween } from '../../../bin/drift.ts'
import { introspectDamaged } from '../../../codegen/introspection/introspect.ts'
import type { Snapshot } from '../../../codegen/introspection/snapshot.ts'
import { a2billing } from '../../../codegen/profile/a2billing/index.ts'
import { resources } from '../../../generated/index.ts'
import { a2billingSnapshot, createSchema } from '../../../scripts/demo/create.ts'
import type { PrivateServer } from '../../../scripts/mariadb/server.ts'
import { openDb } from '../../../src/db/connect.ts'
import { examine } from '../../../src/doctor/doctor.ts'
import type { Finding, Report } from '../../../src/doctor/finding.ts'
import { userTables } from '../../../src/users/tables.ts'
import { moneyTables } from '../../../src/money/tables.ts'
import { damageIndexes } from '../../helpers/damage.ts'
import { describeDatabase, startTestServer } from '../../helpers/mariadb.ts'
import { runA2b } from '../../helpers/run-a2b.ts'

const USERS = `create table \`user\` (id int auto_increment primary key, username varchar(255) not null unique,
  password varchar(255) not null, email varchar(255) not null default '', active tinyint(1) not null default 1,
  admin tinyint(1) not null default 0) engine InnoDB`
const SCRYPT = `$scrypt$ln=15,r=8,p=3$${'a'.repeat(22)}$${'b'.repeat(43)}`
const PARENTS = [
  "insert into cc_currencies (id, currency) values (1, 'USD')",
  "insert into cc_card_group (id, name) values (1, 'all')",
]
const CARD = `insert into cc_card (id, username, useralias, firstusedate, expirationdate, lastuse, servicelastrun)
  values (1, 'one', 'one', now(), now(), now(), now())`
/** What an account with just enough rights cannot see. */
const UNSEEN = 'definer-unknown'

/** A dozen tables in which everything that is looked for can be found: a hundred would take eight times as long. */
const TABLES = (
  'cc_call cc_callerid cc_card cc_card_group cc_card_seria cc_charge cc_currencies cc_invoice_item cc_iso639 ' +
  'cc_logpayment cc_logrefill cc_ratecard cc_voucher'
).split(' ')
const few = new Map([...resources].filter(([, { table }]) => TABLES.includes(table)))
const whole = a2billingSnapshot()
const smaller: Snapshot = { ...whole, tables: whole.tables.filter((table) => TABLES.includes(table.name)) }

function onInnoDb(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    tables: snapshot.tables.map((table) => ({ ...table, ...(table.engine && { engine: 'InnoDB' }) })),
  }
}

/** Tables of the API's own. */
const OWN = moneyTables.migrations.flatMap(({ up }) => up)

describeDatabase('a2b doctor', () => {
  let server: PrivateServer
  beforeAll(async () => {
    server = await startTestServer({ extraArguments: ['--innodb-flush-log-at-trx-commit=1'] })
  })
  afterAll(() => server.stop())

  let name: string
  let count = 0
  beforeEach(async () => {
    name = `billing_${++count}`
    await createSchema({ socketPath: server.socketPath, database: name, engine: 'InnoDB', snapshot: smaller })
    const pattern = name.replaceAll('_', '\\_')
    await run(
      name,
      // Without what it was granted on the databases of the tests before.
      "create or replace user api@localhost identified by 'x'",
      "create or replace user wide@localhost identified by 'x'",
      `grant select, insert, update, delete on \`${pattern}\`.* to api@localhost`,
      USERS,
      `insert into \`user\` (username, password, admin) values ('admin', '${SCRYPT}', 1)`,
      ...userTables.migrations.flatMap(({ up }) => up),
      ...PARENTS,
      CARD,
    )
  })
  afterEach(() => run(name, `drop database ${name}`))

  async function run(database: string, ...statements: string[]): Promise<void> {
    const options = { socketPath: server.socketPath, user: 'root', multipleStatements: true }
    const connection = await createConnection({ ...options, ...(database && { database }) })
    try {
      await connection.query("set sql_mode = ''")
      for (const statement of statements) await connection.query(statement)
    } finally {
      await connection.end()
    }
  }

  function urlOf(account: string): string {
    return server.url(name).replace('root@', account === 'root' ? 'root@' : `${account}:x@`)
  }

  async function look(account = 'api', poolSize = 10): Promise<Report> {
    const url = urlOf(account)
    const db = openDb({ url, connectionLimit: 2, lockWait: 1 })
    // The committed code is made from MyISAM tables, and a healthy database has none for money.
    const before = onInnoDb(smaller)
    const compare = async () => driftBetween(before, onInnoDb((await introspectDamaged(url)).snapshot), a2billing)
    try {
      return await examine({ db, resources: few, poolSize, checkDrift: compare })
    } finally {
      await db.close()
    }
  }

  function found({ findings }: Report, code: string): Finding | undefined {
    return findings.find((finding) => finding.code === code)
  }

  it('finds nothing in a healthy database', async () => {
    const { findings, counts, checks } = await look()
    expect(findings.map(({ code }) => code)).toEqual([UNSEEN])
    expect(counts).toEqual({ error: 0, warning: 0, info: 1 })
    expect(checks).toHaveLength(18)
  })

  const TWELVE = 'select seq from seq_1_to_1200'

  it.each<{
    code: string
    severity: string
    where: string
    sick: (database: string) => string[]
    account?: string
    /** Its next step is no SQL that could be run here. */
    isUnmendable?: true
    poolSize?: number
    /** Codes of what comes with it. */
    also?: string[]
  }>([
    {
      code: 'money-engine-not-transactional',
      severity: 'warning',
      where: 'cc_card',
      sick: () =>
        ['cc_card', 'cc_logrefill', 'cc_logpayment', 'cc_charge'].map((t) => `alter table ${t} engine MyISAM`),
    },
    {
      code: 'money-engines-mixed',
      severity: 'error',
      where: 'cc_charge',
      sick: () => ['alter table cc_charge engine MyISAM'],
    },
    {
      code: 'commits-not-durable',
      severity: 'warning',
      where: 'innodb_flush_log_at_trx_commit',
      sick: () => ['set global innodb_flush_log_at_trx_commit = 2'],
    },
    {
      code: 'sql-mode-refuses-zero-dates',
      severity: 'warning',
      where: 'sql_mode',
      sick: () => ["set global sql_mode = 'NO_ZERO_DATE'"],
    },
    {
      code: 'sql-mode-strict',
      severity: 'info',
      where: 'sql_mode',
      sick: () => ["set global sql_mode = 'STRICT_TRANS_TABLES'"],
    },
    {
      code: 'sql-mode-no-backslash-escapes',
      severity: 'warning',
      where: 'sql_mode',
      sick: () => ["set global sql_mode = 'NO_BACKSLASH_ESCAPES'"],
    },
    {
      code: 'too-few-connections',
      severity: 'warning',
      where: 'max_connections',
      sick: () => [],
      poolSize: 50,
    },
    {
      code: 'privileges-on-the-server',
      severity: 'error',
      where: 'root@localhost',
      sick: () => [],
      account: 'root',
      isUnmendable: true,
    },
    {
      code: 'privileges-to-change-the-schema',
      severity: 'warning',
      where: 'wide@localhost',
      sick: (database) => [`grant select, insert, update, delete, create, drop on ${database}.* to wide@localhost`],
      account: 'wide',
    },
    {
      code: 'privileges-to-change-the-schema',
      severity: 'warning',
      where: 'wide@localhost',
      sick: (database) => [`grant all privileges on ${database}.* to wide@localhost with grant option`],
      account: 'wide',
    },
    {
      code: 'privileges-on-other-databases',
      severity: 'warning',
      where: 'wide@localhost',
      sick: (database) => [
        `grant select, insert, update, delete on ${database}.* to wide@localhost`,
        'grant select on mysql.time_zone to wide@localhost',
      ],
      account: 'wide',
    },
    {
      code: 'privileges-missing',
      severity: 'warning',
      where: 'wide@localhost',
      sick: (database) => [`grant select on ${database}.* to wide@localhost`],
      account: 'wide',
    },
    {
      code: 'privileges-hide-tables',
      severity: 'error',
      where: 'wide@localhost',
      sick: (database) => [
        `grant select, insert, update, delete on ${database}.cc_card to wide@localhost`,
        `grant select (id) on ${database}.cc_call to wide@localhost`,
      ],
      account: 'wide',
      also: ['schema-drift-breaking', 'privileges-missing'],
    },
    {
      code: 'definer-missing',
      severity: 'error',
      where: 'trigger cc_card_ghost on cc_card',
      sick: () => [
        'create user gone@somewhere',
        'create definer = gone@somewhere trigger cc_card_ghost before delete on cc_card for each row set @x = 1',
        'drop user gone@somewhere',
      ],
      // A trigger is new.
      also: ['schema-drift-breaking'],
      account: 'root',
    },
    {
      code: 'user-password-guessable',
      severity: 'error',
      where: 'user admin',
      sick: () => ["update `user` set password = concat('abcde$', sha1('abcdeadmin'))"],
    },
    {
      code: 'user-password-legacy',
      severity: 'warning',
      where: 'user admin',
      sick: () => ["update `user` set password = concat('abcde$', sha1('abcdeone nobody tries'))"],
    },
    {
      code: 'user-password-empty',
      severity: 'warning',
      where: 'user admin',
      sick: () => ["update `user` set password = ''"],
    },
    {
      code: 'user-password-not-a-hash',
      severity: 'error',
      where: 'user admin',
      sick: () => ["update `user` set password = 'canary in clear'"],
    },
    {
      code: 'user-no-administrator',
      severity: 'warning',
      where: 'user',
      sick: () => ['update `user` set active = 0'],
    },
    {
      code: 'grant-unreadable',
      severity: 'error',
      where: 'a2b_users_grant 1',
      sick: () => [
        "insert into a2b_users_grant (id, user_id, grant_text) values (1, 1, 'scope:fence=5'), (2, 1, 'card:get')",
      ],
    },
    {
      code: 'user-rights-without-user',
      severity: 'info',
      where: 'a2b_users_key',
      sick: () => ["insert into a2b_users_key (user_id, name, hash) values (7, 'shop', ''), (1, 'shop', '')"],
    },
    {
      code: 'missing-index',
      severity: 'warning',
      where: 'cc_logrefill.agent_id, cc_logrefill.card_id',
      sick: () => [`insert into cc_logrefill (card_id) select 1 from (${TWELVE}) as s`, 'analyze table cc_logrefill'],
    },
    {
      code: 'secrets-in-clear',
      severity: 'info',
      where: '1 column',
      sick: () => ["update cc_card set uipass = 'canary'"],
      isUnmendable: true,
    },
    {
      code: 'zero-dates',
      severity: 'info',
      where: '1 column',
      sick: () => ["update cc_card set expirationdate = '0000-00-00 00:00:00'"],
      isUnmendable: true,
    },
    {
      code: 'orphans',
      severity: 'info',
      where: 'cc_card',
      sick: () => ['insert into cc_logrefill (card_id) values (7), (7), (8), (1)'],
      isUnmendable: true,
    },
    {
      code: 'money-movements-unfinished',
      severity: 'warning',
      where: 'a2b_money_journal',
      sick: () => [
        ...OWN,
        "insert into a2b_money_key values (1, 1, 'refill', 'client', 'k', 1, '', null, now())",
        `insert into a2b_money_journal values (1, 1, 1, 5, null, null, 'begun', '', 'refill',
          '{"caller":{"id":1,"name":"clerk"}}', '{"change":"5.00000","field":"credit","logs":[],"answer":{}}', now(), '["0"]',
          '[]', now())`,
      ],
      isUnmendable: true,
    },
    {
      code: 'ledger-unlike-log-rows',
      severity: 'warning',
      where: 'cc_logrefill',
      sick: () => [
        ...OWN,
        'insert into cc_logrefill (id, card_id, credit) values (1, 1, 5), (2, 1, 5)',
        'update cc_card set credit = 10 where id = 1',
        ...[1, 2, 3].map(
          (id) => `insert into a2b_money_movement values (${id}, now(), 'refill', 1, ${id === 2 ? 7 : 5}, 5,
            '{"cc_logrefill":"${id}"}', 1, 'clerk', null, '', '', null, null)`,
        ),
      ],
      isUnmendable: true,
    },
    {
      code: 'balances-unlike-history',
      severity: 'info',
      where: 'cc_card.credit',
      sick: () => [
        'insert into cc_logrefill (card_id, credit) values (1, 10)',
        'insert into cc_charge (id_cc_card, amount, charged_status) values (1, 2.55, 1), (1, 100, 0)',
        "insert into cc_call (sessionid, uniqueid, card_id, nasipaddress, sessionbill, starttime, stoptime) values ('', '', 1, '', 0.45, now(), now())",
        'update cc_card set credit = 6.99 where id = 1',
      ],
      isUnmendable: true,
    },
    {
      code: 'schema-drift-breaking',
      severity: 'error',
      where: 'generated/',
      sick: () => ['drop table cc_iso639', 'alter table cc_card drop column mac_addr'],
      isUnmendable: true,
    },
    {
      code: 'schema-drift-additive',
      severity: 'info',
      where: 'generated/',
      sick: () => ['create table cc_more (id int primary key)'],
      isUnmendable: true,
    },
  ])('finds $code, and nothing else that is wrong', async (given) => {
    const { code, severity, where, sick, account = 'api', isUnmendable, poolSize, also = [] } = given
    await run(name, ...sick(name))
    try {
      const report = await look(account, poolSize)
      const finding = found(report, code)
      expect(finding).toMatchObject({ code, severity, where: expect.stringContaining(where) })
      // Who may see whom triggers belong to has more rights than the API needs, and who may only read sees none.
      const beside = account === 'root' ? ['privileges-on-the-server'] : code === 'privileges-missing' ? [] : [UNSEEN]
      expect(new Set(report.findings.map((each) => each.code))).toEqual(new Set([code, ...beside, ...also]))
      expect(JSON.stringify(report)).not.toMatch(/canary|sha1\$|abcde\$|\$scrypt/)
      if (isUnmendable) return
      await run(
        name,
        ...(finding?.next ?? '').split(/;\n?/).filter((sql) => sql.replaceAll(/^\s*--.*$/gm, '').trim() !== ''),
      )
      // The SQL for a new password cannot make the slow hash that the next login makes.
      const rest = found(await look(account, poolSize), code)
      expect(rest).toBeUndefined()
    } finally {
      await run(
        '',
        "set global sql_mode = ''",
        'set global innodb_flush_log_at_trx_commit = 1',
        'set global max_connections = 60',
      )
    }
  })

  it('says which log row is gone, which is another, and how far a balance is from its history', async () => {
    await run(
      name,
      ...OWN,
      'insert into cc_logrefill (id, card_id, credit) values (1, 1, 5)',
      'insert into cc_charge (id, id_cc_card, amount, charged_status) values (4, 1, 0.12345, 1)',
      `insert into a2b_money_movement (id, operation, card_id, delta, balance_after, logs, user_id, user_name, address, request_id)
        values (1, 'refill', 1, 6, 6, '{"cc_logrefill":"1"}', 1, 'a', '', ''), (2, 'refill', 1, 5, 5, '{"cc_logrefill":"9"}', 1, 'a', '', ''),
        (3, 'charge', 1, -0.12345, 5, '{"cc_charge":"4"}', 1, 'a', '', '')`,
      'update cc_card set credit = 6.87655 where id = 1',
    )
    const report = await look()
    expect(found(report, 'ledger-unlike-log-rows')?.details).toEqual([
      'movement 2 on card 1: cc_logrefill 9 is gone',
      'movement 1 on card 1: cc_logrefill 1 has another card or amount',
    ])
    expect(found(report, 'balances-unlike-history')?.details).toEqual([
      'card 1: 6.87655, of refills 5.00000, calls 0.00000, charges 0.12345: 2.00000 too much',
    ])
  })

  it('counts orphans by reference, without the values that stand for none, and shows how to see them', async () => {
    await run(
      name,
      'insert into cc_logrefill (card_id) values (7), (7), (8), (1)',
      'insert into cc_callerid (id_cc_card, cid) values (-1, 1), (9, 2)',
      "insert into cc_invoice_item (id_invoice, id_ext, type_ext) values (0, 5, 'CHARGE'), (0, 6, 'DID')",
    )
    const { findings } = await look()
    const orphans = findings.filter(({ code }) => code === 'orphans')
    const byTable = new Map(orphans.map(({ where, details }) => [where, details]))
    expect(byTable.get('cc_card')?.toSorted()).toEqual([
      'cc_callerid.id_cc_card: 1 row, 1 different value of id',
      'cc_logrefill.card_id: 3 rows, 2 different values of id',
    ])
    expect(byTable.get('cc_charge')).toEqual([
      'cc_invoice_item.id_ext where type_ext is CHARGE: 1 row, 1 different value of id',
    ])
    const connection = await createConnection({ socketPath: server.socketPath, user: 'root', database: name })
    try {
      const statements = orphans.flatMap(({ next }) => next.split('\n'))
      const [rows] = await connection.query(statements.find((sql) => sql.includes('cc_logrefill')) ?? '')
      expect((rows as { card_id: number }[]).map(({ card_id }) => card_id).sort()).toEqual([7, 7, 8])
    } finally {
      await connection.end()
    }
  })

  it('says what it could not look at, and goes on', async () => {
    await run(name, "update cc_card set uipass = 'canary'")
    const blocker = await createConnection({ socketPath: server.socketPath, user: 'root', database: name })
    try {
      await blocker.query('lock tables cc_voucher write')
      const report = await look()
      const unfinished = report.findings.filter(({ code }) => code === 'check-unfinished')
      expect(unfinished.map(({ where }) => where)).toEqual(['secrets', 'zero-dates', 'orphans'])
      expect(unfinished[0]?.details).toEqual(['cc_voucher'])
      expect(found(report, 'secrets-in-clear')?.details).toEqual(['cc_card.uipass: 1'])
    } finally {
      await blocker.end()
    }
  })

  it('names a damaged table, and looks at the others', async () => {
    await damageIndexes({ url: urlOf('root'), name }, 'alter table cc_callerid engine MyISAM')
    await run(name, 'insert into cc_logrefill (card_id) values (7)')
    const report = await look()
    expect(found(report, 'table-damaged')).toMatchObject({
      where: 'cc_callerid',
      next: expect.stringContaining('REPAIR TABLE `cc_callerid`;'),
    })
    expect(found(report, 'orphans')).toMatchObject({ where: 'cc_card' })
    await run(name, 'repair table cc_callerid use_frm')
    expect(found(await look(), 'table-damaged')).toBeUndefined()
  })

  it('says which references the server cannot follow, and follows the others', async () => {
    await run(
      name,
      'alter table cc_voucher modify usedcardnumber varchar(50) character set utf8mb4 collate utf8mb4_unicode_ci',
      'alter table cc_card modify username varchar(50) character set utf8mb4 collate utf8mb4_general_ci not null',
      "insert into cc_voucher (usedcardnumber) values ('nobody')",
      'insert into cc_logrefill (card_id) values (7)',
    )
    const report = await look()
    expect(found(report, 'check-failed')).toMatchObject({
      where: 'orphans',
      details: [expect.stringMatching(/^cc_voucher\.usedcardnumber: Illegal mix of collations/)],
    })
    expect(found(report, 'orphans')?.details).toEqual(['cc_logrefill.card_id: 1 row, 1 different value of id'])
  })

  it('changes nothing', async () => {
    const connection = await createConnection({ socketPath: server.socketPath, user: 'root', database: name })
    const sums = async (): Promise<string> => {
      const tables = [...few.values()].map(({ table }) => `\`${table}\``)
      const [rows] = await connection.query(`checksum table ${tables.join(', ')}, \`user\``)
      const [[writes]] = (await connection.query(
        "select group_concat(variable_value) as n from information_schema.global_status where variable_name in ('COM_INSERT', 'COM_UPDATE', 'COM_DELETE', 'COM_ALTER_TABLE', 'COM_CREATE_TABLE')",
      )) as unknown as [{ n: string }[]]
      return JSON.stringify([rows, writes])
    }
    try {
      const before = await sums()
      await look('root')
      expect(await sums()).toBe(before)
    } finally {
      await connection.end()
    }
  })

  it('ends with 0, 1 or 2, and speaks to people and to machines', async () => {
    const settings = { A2B_DATABASE_URL: urlOf('api') }
    const rest = { ...whole, tables: whole.tables.filter((table) => !TABLES.includes(table.name)) }
    await createSchema({ socketPath: server.socketPath, database: name, engine: 'InnoDB', snapshot: rest })
    const well = await runA2b(['doctor'], settings)
    expect([well.code, well.err]).toEqual([0, ''])
    expect(well.out).toMatch(/no errors, no warnings, 2 worth knowing, of 18 checks\.\n$/)
    await run(name, 'alter table cc_charge engine MyISAM')
    const sick = await runA2b(['doctor'], settings)
    expect(sick.code).toBe(1)
    expect(sick.out).toMatch(
      /Errors\n {2}cc_charge\n[^]*ALTER TABLE `cc_charge` ENGINE = InnoDB;[^]*1 error, no warnings/,
    )
    const machine = await runA2b(['doctor', '--json', '--url', urlOf('api')], {})
    expect(machine.code).toBe(1)
    expect(JSON.parse(machine.out)).toMatchObject({
      counts: { error: 1 },
      findings: [{ code: 'money-engines-mixed' }, {}, {}],
    })
    const nowhere = await runA2b(['doctor'], { A2B_DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none' })
    expect([nowhere.code, nowhere.out]).toEqual([2, ''])
    expect(nowhere.err).toMatch(/^a2b: The database .* cannot be used: .*ECONNREFUSED/)
    expect((await runA2b(['doctor'], { A2B_DATABASE_URL: '' })).code).toBe(2)
  })
})
