/**
 * Forks of A2Billing that nobody here has seen: its schema with what forks are known to change. Each is generated,
 * compiled, served and written to, and money moves in it to the last digit, or is refused to by name.
 */
import { admin, apiOn, from } from '../../helpers/callers.ts'
import { hostOn } from '../server/billing.ts'
import { createConnection, type Connection } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { introspect } from '../../../codegen/introspection/introspect.ts'
import type { Snapshot } from '../../../codegen/introspection/snapshot.ts'
import type { ProfileExtension } from '../../../codegen/profile/profile.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { openDb } from '../../../src/db/connect.ts'
import { refillCard } from '../../../src/plugins/refill.ts'
import { objectsOf, versionSnapshot } from '../../helpers/a2billing-versions.ts'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { testEveryResource } from '../../helpers/every-resource.ts'
import {
  changed,
  changedColumn,
  decimalMoney,
  innoDb,
  nullableBigints,
  nullableDates,
  objectsWithPrefix,
  onlyTables,
  utf8mb4,
  varchars,
  withColumn,
  withForeignKey,
  withoutColumns,
  withoutTables,
  withPrefix,
  withTable,
  type Change,
} from '../../helpers/forks.ts'
import { projectFolder } from '../../helpers/generated-project.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { moveMoney, type Moved } from '../../helpers/money.ts'
import { column, id, table } from '../../helpers/snapshot.ts'

interface Fork {
  readonly what: string
  readonly changes: readonly Change[]
  readonly extension?: ProfileExtension
  /** Of the card whose money moves. */
  readonly card?: Readonly<Record<string, unknown>>
  /** Of the charge. */
  readonly amount?: string
  /** What is otherwise than in A2Billing 2.3.0. */
  readonly moved?: Partial<Moved>
  /** What each plugin that is left out misses. */
  readonly missing?: Readonly<Record<string, readonly string[]>>
}

/** Where the money is, and a table of each other sort. */
const few = onlyTables(
  'cc_agent',
  'cc_agent_commission',
  'cc_callback_spool',
  'cc_card',
  'cc_card_group',
  'cc_card_seria',
  'cc_charge',
  'cc_logpayment',
  'cc_logrefill',
  'cc_payments',
  'cc_voucher',
)

const NO_REFILL = { refill: 404, afterRefill: undefined, logrefill: [], logpayment: [] }
const NO_CHARGE = { charge: 404, afterCharge: undefined, charges: [] }
const float = { type: 'float', default: { value: '0' } } as const

const forks: Fork[] = [
  {
    what: 'everything at once, as RadiusOne 3.1 has it',
    changes: [
      innoDb,
      utf8mb4,
      nullableDates,
      varchars,
      nullableBigints,
      decimalMoney,
      withoutTables('cc_invoice_conf', 'cc_invoice_payment', 'cc_epayment_log', 'cc_epayment_log_agent', 'cc_paypal'),
      withoutColumns('cc_card.activated', 'cc_voucher.used', 'cc_card.mac_addr', 'cc_card.max_concurrent'),
      changedColumn('cc_config.config_group_title', { name: 'config_group_id' }),
      changedColumn('cc_agent.passwd', { name: 'pwd_encoded' }),
      withColumn('cc_voucher', { name: 'available', type: 'tinyint(1)', default: { value: '1' } }),
    ],
  },
  { what: 'InnoDB and a collation that ignores case', changes: [few, innoDb, utf8mb4] },
  { what: 'dates that may be null, and no zero date', changes: [few, nullableDates] },
  { what: 'VARCHAR for CHAR, and nullable BIGINT keys', changes: [few, varchars, nullableBigints] },
  {
    what: 'every FLOAT a DECIMAL',
    changes: [few, decimalMoney],
    // A FLOAT would have kept six of these digits.
    amount: '1234567.89012',
    moved: { afterCharge: '-1228056.64011', balance: '-1228056.64011', charges: [1_234_567.890_12] },
  },
  {
    what: 'no column that refill and charge can do without',
    changes: [
      few,
      withoutTables('cc_card_group'),
      withoutColumns(
        'cc_card.activated',
        'cc_card.vat',
        'cc_card.id_group',
        'cc_voucher.used',
        'cc_logrefill.agent_id',
        'cc_logrefill.refill_type',
        'cc_logpayment.agent_id',
        'cc_logpayment.id_logrefill',
        'cc_logpayment.added_refill',
        'cc_charge.charged_status',
        'cc_charge.creationdate',
      ),
    ],
  },
  {
    what: 'no balance',
    changes: [few, withoutColumns('cc_card.credit')],
    moved: { ...NO_REFILL, ...NO_CHARGE, balance: undefined },
    missing: {
      refill: ['the column cc_card.credit is not there'],
      charge: ['the column cc_card.credit is not there'],
    },
  },
  {
    what: 'a FLOAT balance',
    changes: [few, changedColumn('cc_card.credit', float)],
    card: { credit: '6506' },
    moved: { ...NO_REFILL, ...NO_CHARGE, balance: '6506' },
    missing: {
      refill: ['cc_card.credit is float and has to be decimal'],
      charge: ['cc_card.credit is float and has to be decimal'],
    },
  },
  {
    what: 'a balance of eight decimals',
    changes: [few, changedColumn('cc_card.credit', { type: 'decimal(20,8)', default: { value: '0.00000000' } })],
    card: { credit: '123456789012.00000001' },
    moved: {
      afterRefill: '123456789017.25000001',
      afterCharge: '123456789015.75000001',
      balance: '123456789015.75000001',
    },
  },
  {
    what: 'a balance of two decimals',
    changes: [few, changedColumn('cc_card.credit', { type: 'decimal(12,2)', default: { value: '0.00' } })],
    card: { credit: '6506.01' },
    moved: { afterRefill: '6511.26', afterCharge: '6509.76', balance: '6509.76' },
  },
  {
    what: 'no table of charges',
    changes: [few, withoutTables('cc_charge')],
    moved: { ...NO_CHARGE, balance: '6511.25001' },
    missing: { charge: ['the table cc_charge is not there, or excluded in a2b.config.ts'] },
  },
  {
    what: 'a log that names its card otherwise, and one that holds it as text',
    changes: [
      few,
      changedColumn('cc_logrefill.card_id', { name: 'id_cc_card' }),
      changedColumn('cc_charge.id_cc_card', { ...column('id_cc_card', 'varchar(20)') }),
    ],
    moved: { ...NO_REFILL, ...NO_CHARGE, balance: '6506.00001' },
    missing: {
      refill: ['the column cc_logrefill.card_id is not there'],
      charge: ['cc_charge.id_cc_card is text and has to be integer'],
    },
  },
  {
    what: 'a log whose rows must say more than is known here',
    changes: [few, withColumn('cc_logrefill', { name: 'tenant', type: 'uuid' })],
    moved: { ...NO_REFILL, afterCharge: '6504.50001', balance: '6504.50001' },
    missing: { refill: ['a row of cc_logrefill must be given tenant'] },
  },
  {
    what: 'tables that begin with tel_',
    changes: [few, withPrefix('tel_')],
    extension: { tablePrefix: 'tel_' },
  },
  {
    what: 'columns and tables of its own, as A2BillingPlus has them',
    changes: [
      few,
      withColumn('cc_card', column('external_id', 'varchar(64)', { nullable: true }), {
        name: 'external_id',
        unique: true,
        columns: ['external_id'],
      }),
      withColumn('cc_card', column('api_token', 'varchar(64)', { nullable: true })),
      withColumn('cc_card', {
        ...column('segment', "enum('home','office')", { default: { value: 'home' } }),
        charset: 'utf8mb3',
        collation: 'utf8mb3_bin',
      }),
      withTable(
        table('audit_log', [id, column('entry', 'text'), column('made', 'datetime(6)', { nullable: true })], {
          engine: 'InnoDB',
        }),
      ),
      withTable(
        table(
          'ps_auths',
          [column('id', 'varchar(40)'), column('password', 'varchar(80)'), column('md5_cred', 'varchar(40)')],
          { engine: 'InnoDB' },
        ),
      ),
    ],
  },
]

const folder = projectFolder('forks')
const newest = versionSnapshot('2.3.0')
const built = await Promise.all(
  forks.map(async (fork, index) => {
    const snapshot = changed(newest, ...fork.changes)
    return { ...fork, snapshot, project: await folder.add(`fork-${index}`, snapshot, fork.extension) }
  }),
)
const keys = await declaredKeys()
afterAll(() => folder.remove())

it('all of it compiles', { timeout: 60_000 }, async () => {
  expect(await folder.compile()).toBe('')
})

describeDatabase.each(built)('a fork with $what', (fork) => {
  const { snapshot, project, extension, card, amount, moved, missing = {} } = fork
  let api: TestApi
  beforeAll(async () => {
    const objects = objectsWithPrefix(objectsOf(snapshot), extension?.tablePrefix ?? 'cc_')
    api = await startTestApi({ schema: { snapshot, objects }, generated: project.generated })
  })
  afterAll(() => api.close())

  it('is read back as the snapshot it was built from', async () => {
    expect(await readBack(api.database.url)).toEqual(snapshot)
  })

  testEveryResource(project, () => api)

  it('moves money exactly, or says at the start what is missing', async () => {
    expect(await moveMoney(api, project.resources, card, amount)).toEqual({
      refill: 200,
      afterRefill: '6511.25001',
      charge: 200,
      afterCharge: '6509.75001',
      balance: '6509.75001',
      logrefill: [5.25],
      logpayment: [5.25],
      charges: [1.5],
      ...moved,
    })
    // The forks have no table of calls, so there are no reports.
    const isOfMoney = ({ plugin }: Readonly<Record<string, unknown>>): boolean =>
      plugin !== undefined && plugin !== 'reports'
    const left = api.warnings.filter(isOfMoney).map(({ plugin, missing: what }) => [plugin, what])
    expect(Object.fromEntries(left)).toEqual(missing)
  })
})

const projectOf = (part: string) => {
  const found = built.find(({ what }) => what.includes(part))
  if (!found) throw new Error(`no fork with ${part}`)
  return found
}

describe('what is known of A2Billing', () => {
  it('holds for tables that begin with something else', () => {
    const { resources, notes } = projectOf('tel_').project
    const card = resources.get('card')
    expect(card).toMatchObject({ table: 'tel_card', knownAs: 'cc_card', resetVariables: ['serial'] })
    expect(card?.columns.find(({ name }) => name === 'credit')).toMatchObject({ writable: 'create' })
    expect(card?.columns.find(({ name }) => name === 'uipass')).toMatchObject({ secret: true })
    expect(card?.relations['id_group']).toMatchObject({ resource: 'cardgroup', column: 'id' })
    expect(resources.get('callbackspool')?.readOnly).toContain('places telephone calls')
    expect(notes.join()).not.toContain('tel_')
  })

  it('masks what a fork adds or renames by its name, and nothing else of it', () => {
    const secretsOf = (part: string, resource: string) =>
      projectOf(part)
        .project.resources.get(resource)
        ?.columns.filter(({ secret }) => secret)
        .map(({ name }) => name)
    expect(secretsOf('RadiusOne', 'agent')).toEqual(['pwd_encoded'])
    expect(secretsOf('A2BillingPlus', 'card')).toEqual(['uipass', 'loginkey', 'lock_pin', 'api_token'])
    expect(secretsOf('A2BillingPlus', 'psauths')).toEqual(['password', 'md5_cred'])
  })
})

/** Declared keys, with what the server does to rows whose parent goes, and what the profile says otherwise. */
async function declaredKeys() {
  const snapshot = changed(
    newest,
    few,
    innoDb,
    withTable(table('cc_hidden', [id], { engine: 'InnoDB' })),
    withForeignKey('cc_logrefill.card_id', 'cc_card'),
    withForeignKey('cc_logrefill.agent_id', 'cc_agent'),
    withForeignKey('cc_charge.id_cc_card', 'cc_card'),
    withForeignKey('cc_charge.id_cc_card_subscription', 'cc_hidden'),
    withForeignKey('cc_card.id_group', 'cc_card_group'),
    // The profile says cc_logpayment.
    withForeignKey('cc_agent_commission.id_payment', 'cc_payments'),
  )
  const extension = { exclude: ['cc_hidden'] }
  const undeclared: Snapshot = {
    format: 1,
    tables: snapshot.tables.map((each) => ({ ...each, foreignKeys: [] })),
  }
  return {
    snapshot,
    project: await folder.add('keys', snapshot, extension),
    control: await folder.add('no-keys', undeclared, extension),
  }
}

describeDatabase('a fork with declared foreign keys', () => {
  const { snapshot, project, control } = keys
  let database: TestDatabase
  let api: TestApi
  beforeAll(async () => {
    database = await createTestDatabase()
    await createSchema({
      socketPath: database.socketPath,
      database: database.name,
      snapshot,
      objects: objectsOf(snapshot),
    })
    await sql(
      'alter table cc_logrefill drop foreign key fk_card_id, drop foreign key fk_agent_id',
      'alter table cc_logrefill add constraint fk_card_id foreign key (card_id) references cc_card (id) on delete cascade',
      'alter table cc_logrefill add constraint fk_agent_id foreign key (agent_id) references cc_agent (id) on delete set null',
      "insert into cc_agent (id, login, lastname) values (77, 'agent', 'Agent')",
      "insert into cc_card_group (id, name, id_agent) values (1, 'group', 77)",
    )
    api = await startTestApi({ database, generated: project.generated })
  })
  afterAll(async () => {
    await api.close()
    await database.drop()
  })

  async function sql(...statements: string[]): Promise<unknown[]> {
    const connection = await createConnection({ uri: database.url, rowsAsArray: true })
    try {
      await connection.query("set sql_mode = ''")
      const answers: unknown[] = []
      for (const statement of statements) answers.push((await connection.query(statement))[0])
      return answers
    } finally {
      await connection.end()
    }
  }

  it('is read back as the snapshot it was built from', async () => {
    // Where keys lead to. What becomes of the children, cascade or null, was added by hand.
    const { tables } = await readBack(database.url)
    expect(tables.map(({ name }) => name)).toEqual(snapshot.tables.map(({ name }) => name))
    expect(tables).toMatchObject(snapshot.tables)
  })

  it('follows them, even against the profile, and nothing where they lead to a table that is not served', () => {
    const relationsOf = ({ resources }: typeof project) => ({
      commission: resources.get('agentcommission')?.relations['id_payment']?.resource,
      charge: resources.get('charge')?.relations['id_cc_card_subscription']?.resource,
    })
    expect(relationsOf(project)).toEqual({ commission: 'payments', charge: undefined })
    expect(relationsOf(control)).toEqual({ commission: 'logpayment', charge: undefined })
    expect(project.resources.has('hidden')).toBe(false)
  })

  it('filters through a key that contradicts the profile', async () => {
    const paths = ['id_payment__currency', 'id_payment__payment'].map((path) => `/api/agentcommission/?${path}=1`)
    const answers = await Promise.all(paths.map((path) => api.request('GET', path)))
    expect(answers.map(({ status }) => status)).toEqual([200, 400])
  })

  it('moves money, deletes what refers to nothing, and leaves to the database what it does by itself', async () => {
    expect(await moveMoney(api, project.resources, { id_group: 1 })).toMatchObject({
      afterRefill: '6511.25001',
      afterCharge: '6509.75001',
      balance: '6509.75001',
    })
    const [[card]] = (await sql('select card_id from cc_logrefill where agent_id = 77')) as [[[number]]]
    const refused = await api.request('DELETE', `/api/card/${card}/`)
    expect(refused).toMatchObject({ status: 409, json: { detail: expect.stringMatching(/logrefill/) } })
    await sql('delete from cc_agent where id = 77')
    const listed = await api.request('GET', `/api/logrefill/?card=${card}`)
    expect(listed.json).toMatchObject({ objects: [{ agent: null, credit: 5.25 }] })
    await sql('delete from cc_charge', `delete from cc_card where id = ${card}`)
    expect((await api.request('GET', '/api/logrefill/')).json).toMatchObject({ objects: [] })
  })

  it('refuses a row whose parent is not there, by the field', async () => {
    const answer = await api.request('POST', '/api/logrefill/', { body: { card: 999_999, credit: 1 } })
    expect([answer.status, answer.text]).toEqual([422, answer.text])
    expect((await sql('select count(*) from cc_logrefill'))[0]).toEqual([[0]])
  })
})

describeDatabase('a balance of two decimals', () => {
  const { snapshot, project } = projectOf('two decimals')
  let api: TestApi
  let connection: Connection
  beforeAll(async () => {
    const nullable = changed(snapshot, changedColumn('cc_card.credit', { nullable: true }))
    const schema = { snapshot: nullable, objects: objectsOf(nullable) }
    api = await startTestApi({ schema, generated: project.generated })
    connection = await createConnection({ uri: api.database.url, rowsAsArray: true })
    await connection.query("set sql_mode = ''")
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const setBalance = (credit: string | null) =>
    connection.query('replace into cc_card set id = 1, username = 1, useralias = 1, vat = 19.6, credit = ?', [credit])
  const logged =
    'select credit, (select group_concat(credit) from cc_logrefill), (select group_concat(payment) from cc_logpayment), ' +
    '(select group_concat(amount) from cc_charge) from cc_card'

  it.each([
    { what: 'is not rounded to its column', credit: '6506.01', amount: '0.001', says: 'keeps 2 decimals' },
    { what: 'that is null is not taken for 0', credit: null, amount: '5', says: 'balance of card 1 is null' },
  ])('$what', async ({ credit, amount, says }) => {
    await setBalance(credit)
    for (const [path, body] of [
      ['refill', { credit: amount }],
      ['extra_charge', { amount }],
    ] as const) {
      const answer = await api.request('POST', `/custom_api/${path}/1`, { body })
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(says)])
    }
    expect((await connection.query(logged))[0]).toEqual([[credit, null, null, null]])
  })

  it('rises by an amount without VAT that is rounded for it, in the log and the answer alike', async () => {
    await setBalance('1.00')
    const db = openDb({ url: api.database.url })
    try {
      const host = hostOn({ ...apiOn(db, project.resources), canRollBack: () => false }, { vat: 'net' })
      const { answer } = await refillCard(host, { origin: from(admin), cardId: '1', credit: '5.00000' })
      expect(answer).toContain('"credit_without_vat":4.18,"credited":4.18,"current_balance":5.18,')
    } finally {
      await db.close()
    }
    expect((await connection.query(logged))[0]).toEqual([['5.18', '4.18000', '5.00000', null]])
  })
})

/** Without the tables that the server makes for itself. */
async function readBack(url: string): Promise<Snapshot> {
  const { format, tables } = await introspect(url)
  return { format, tables: tables.filter(({ name }) => name !== 'user' && !name.startsWith('a2b_')) }
}
