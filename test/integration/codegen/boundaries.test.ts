/**
 * Snapshot to stored row, through everything between: the golden snapshot becomes a database, the database is read,
 * and what is generated from it takes the limits of every SQL type and refuses what lies one step beyond.
 *
 * The limits are written here by SQL type. Taken from the generated descriptor, a descriptor that is too narrow would
 * agree with itself.
 */
import { admin, apiOn, from } from '../../helpers/callers.ts'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { introspect } from '../../../codegen/introspection/introspect.ts'
import type { SnapshotColumn } from '../../../codegen/introspection/snapshot.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { openDb } from '../../../src/db/connect.ts'
import { parseExactJson } from '../../../src/json-number.ts'
import type { Api } from '../../../src/resources/api.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { everyTypeOn } from '../../helpers/every-type.ts'
import { projectFolder } from '../../helpers/generated-project.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { createRow, readRow } from '../../helpers/rows.ts'

/** JSON to send, and what is read back where it is written differently. */
type Kept = string | readonly [given: string, readBack: string]

interface Limits {
  readonly kept: readonly Kept[]
  readonly refused: readonly string[]
}

const nines = (count: number): string => '9'.repeat(count)
const string = (text: string): string => JSON.stringify(text)
const strings = (...texts: string[]): string[] => texts.map(string)
const bytes = (length: number, value = 0xff): string => string(Buffer.alloc(length, value).toString('base64'))

function integer(min: bigint, max: bigint): Limits {
  const kept = [`${min}`, `${max}`, [string(`${max}`), `${max}`] as const]
  return { kept, refused: [`${min - 1n}`, `${max + 1n}`, '0.5', '"1x"'] }
}

/** In characters: all of four bytes, awkward ones, and one too many. */
function characters(most: number): Limits {
  const kept = strings('😀'.repeat(most), "é\\'".slice(0, most), '"\u0000%'.slice(0, most), '')
  return { kept, refused: strings(`${'x'.repeat(most)}é`, '\ud83d') }
}

/** In bytes, which runs out with the first of the two that a character needs. */
function longText(most: number): Limits {
  const fitting = `${'é'.repeat((most - 1) / 2)}x`
  return {
    kept: strings(fitting, '\\\'"\u0000\u001a\r\n%_😀', ''),
    refused: strings(`${fitting}x`, 'é'.repeat((most + 1) / 2)),
  }
}

/** More than the next smaller type holds; a server takes no whole one in a statement of its usual size. */
const LONG = 200_000

const blob = (most: number): Limits => ({
  kept: [bytes(most), bytes(1, 0), bytes(3, 0x27), '""'],
  refused: [bytes(most + 1), '"AA"', '"A=A="'],
})

const LIMITS: Readonly<Record<string, Limits>> = {
  tinyint: integer(-128n, 127n),
  'tinyint(1)': integer(-128n, 127n),
  smallint: integer(-32_768n, 32_767n),
  mediumint: integer(-8_388_608n, 8_388_607n),
  int: integer(-2_147_483_648n, 2_147_483_647n),
  bigint: integer(-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n),
  'int(8) unsigned zerofill': integer(0n, 4_294_967_295n),
  'decimal(65,30)': {
    kept: [`${nines(35)}.${nines(30)}`, `-${nines(35)}.${nines(30)}`, `0.${'0'.repeat(29)}1`],
    refused: [`1${'0'.repeat(35)}`, `-1${'0'.repeat(35)}`, `0.${'0'.repeat(30)}1`, '1e3'],
  },
  'decimal(12,5) unsigned': {
    kept: ['9999999.99999', '0.00001', ['"1.50"', '1.50000']],
    refused: ['10000000', '0.000001', '-0.00001'],
  },
  float: {
    kept: [['3.40282e38', '3.40282e+38'], ['-3.40282e38', '-3.40282e+38'], '1.1755e-38', '19.6', '123456'],
    refused: ['3.40283e38', '-3.40283e38', '1.1754e-38', '1234567'],
  },
  double: {
    kept: ['1.7976931348623157e308', '-1.7976931348623157e308', '5e-324', '0.30000000000000004'],
    refused: ['1.7976931348623159e308', '9007199254740993', '1e-400'],
  },
  'double unsigned': {
    kept: ['1.7976931348623157e308', '0', '5e-324'],
    refused: ['-5e-324', '1.7976931348623159e308'],
  },
  'float(7,2)': {
    kept: ['99999.9', '-99999.9', '0.01', '1234.56'],
    refused: ['100000', '-100000', '0.001', '12345.67'],
  },
  'double(10,3) unsigned': { kept: ['9999999.999', '0.001', '0.5'], refused: ['10000000', '0.0001', '-0.001'] },
  'bit(1)': integer(0n, 1n),
  'bit(64)': integer(0n, 18_446_744_073_709_551_615n),
  year: { kept: ['1901', '2155', '0', ['"2026"', '2026']], refused: ['1900', '2156', '26'] },
  date: { kept: strings('0001-01-01', '9999-12-31', '2016-02-29'), refused: strings('2015-02-29', '10000-01-01', '') },
  datetime: {
    kept: [...strings('0001-01-01 00:00:00', '9999-12-31 23:59:59'), ['"2016-02-29"', '"2016-02-29 00:00:00"']],
    refused: strings('9999-12-31 23:59:60', '9999-12-31 23:59:59.1', '2015-02-29 00:00:00'),
  },
  'datetime(6)': {
    kept: [
      ...strings('0001-01-01 00:00:00.000001', '9999-12-31 23:59:59.999999'),
      ['"2014-04-16T01:11:45.5"', '"2014-04-16 01:11:45.500000"'],
    ],
    refused: strings('9999-12-31 23:59:59.9999999', '2014-04-16 24:00:00'),
  },
  'timestamp(3)': {
    kept: strings('1970-01-01 00:00:01.000', '2038-01-19 03:14:07.999', '2016-02-29 12:30:00.001'),
    refused: strings('1970-01-01 00:00:00', '2038-01-19 03:14:08', '2016-02-29 12:30:00.0001'),
  },
  timestamp: {
    kept: strings('1970-01-01 00:00:01', '2038-01-19 03:14:07'),
    refused: [...strings('1970-01-01 00:00:00', '2038-01-19 03:14:08', '2016-02-29 12:30:00.1'), 'null'],
  },
  time: {
    kept: [...strings('-838:59:59', '838:59:59'), ['"9:05:00"', '"09:05:00"']],
    refused: strings('839:00:00', '-839:00:00', '10:60:00', '10:00:00.1'),
  },
  'time(2)': {
    kept: [...strings('-838:59:59.99', '838:59:59.99'), ['"00:00:00.5"', '"00:00:00.50"']],
    refused: strings('839:00:00', '10:00:00.001'),
  },
  json: {
    kept: ['{"a":[9007199254740993,1.10,null],"é\\n":"\\\\"}', '"text"', '[]', string('é'.repeat(LONG))],
    refused: [],
  },
  uuid: {
    kept: strings('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    refused: strings('fffffffff-fff-ffff-ffff-ffffffffffff', 'g0000000-0000-0000-0000-000000000000', ''),
  },
  inet4: { kept: strings('0.0.0.0', '255.255.255.255'), refused: strings('255.255.255.256', '1.2.3', '::1') },
  inet6: {
    kept: [...strings('::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'), ['"2001:DB8::0:1"', '"2001:db8::1"']],
    refused: strings('1::2::3', '10000::', 'fe80::1%eth0'),
  },
  'binary(16)': { kept: [bytes(16), bytes(16, 0), bytes(16, 0x5c)], refused: [bytes(17), bytes(15), '""'] },
  'varbinary(20)': blob(20),
  tinyblob: blob(255),
  blob: blob(65_535),
  mediumblob: { kept: [bytes(LONG), '""'], refused: [bytes(16_777_216)] },
  // Nothing is beyond it that a process could hold in a text.
  longblob: { kept: [bytes(LONG), '""'], refused: ['"AA"'] },
  point: { kept: [], refused: ['"AAEC"', 'null'] },
  geometry: { kept: [], refused: ['"AAEC"', 'null'] },
  'char(3)': { ...characters(3), refused: strings('xxxé', 'ab ', '\ud83d') },
  'varchar(200)': characters(200),
  tinytext: longText(255),
  text: longText(65_535),
  mediumtext: { kept: strings('é'.repeat(LONG)), refused: strings('x'.repeat(16_777_216)) },
  longtext: { kept: strings('é'.repeat(LONG)), refused: strings('\ud83d') },
  "enum('\\\\','it''s','a,b','new\\nline','q\"x')": {
    kept: strings('\\', "it's", 'a,b', 'new\nline', 'q"x'),
    refused: strings('', '1', '\\\\', "it''s", 'new\\nline', 'a', 'Q"x'),
  },
  "set('a','b')": { kept: ['"a,b"', '"a"', '""', ['"b,a"', '"a,b"']], refused: strings('c', 'a,c', 'a,', '1') },
}

/** By type or name. MySQL ends its times with a whole second, computes generated columns at once, and rewrites JSON. */
const LIMITS_ON_MYSQL: Readonly<Record<string, Limits>> = {
  'time(2)': {
    kept: strings('-838:59:59.00', '838:59:58.99'),
    refused: strings('838:59:59.01', '839:00:00', '10:00:00.001'),
  },
  // Twice the number is in the column "doubled", which is of the same type.
  c5: { kept: ['-1073741824', '1073741823'], refused: ['-2147483649', '2147483648', '0.5', '"1x"'] },
  json: {
    kept: [
      ['{"b":9007199254740993,"a":[1.5,null,"\\\\"]}', '{"a": [1.5, null, "\\\\"], "b": 9007199254740993}'],
      '"text"',
      string('é'.repeat(LONG)),
    ],
    refused: [],
  },
}

const snapshot = everyTypeOn(inject('mysql')?.version ?? 'MariaDB')
const columns = snapshot.tables[0]?.columns ?? []
const isGiven = (column: SnapshotColumn): boolean => !column.autoIncrement && !column.generated
const given = columns.filter(isGiven)
const limitsOf = ({ name, type }: SnapshotColumn): Limits => {
  const onMySQL = inject('mysql') ? (LIMITS_ON_MYSQL[name] ?? LIMITS_ON_MYSQL[type]) : undefined
  return onMySQL ?? LIMITS[type] ?? { kept: [], refused: [] }
}
const short = (json: string): string => (json.length > 60 ? `${json.slice(0, 20)}… (${json.length})` : json)

it('the limits of every type are known, and of no other', () => {
  const onMariaDB = everyTypeOn('MariaDB').tables[0]?.columns.filter(isGiven) ?? []
  expect(new Set(onMariaDB.map((column) => column.type))).toEqual(new Set(Object.keys(LIMITS)))
})

describeDatabase('what is generated from a table of every type', () => {
  const folder = projectFolder('boundaries')
  let database: TestDatabase
  let api: Api
  let resource: Resource
  beforeAll(async () => {
    database = await createTestDatabase()
    const target = { url: database.url, database: database.name }
    await createSchema({ ...target, snapshot, objects: { views: {}, triggers: {} } })
    const { resources } = await folder.add('every-type', await introspect(database.url))
    resource = resources.get('everytype') as Resource
    api = apiOn(openDb({ url: database.url, timeZone: '+00:00' }), resources)
  })
  beforeEach(() => api.db.write({ sql: 'truncate every_type', parameters: [] }))
  afterAll(async () => {
    await api.db.close()
    await database.drop()
    folder.remove()
  })

  const create = (member: string): Promise<string> =>
    createRow(api, resource, from(admin), parseExactJson(`{${member}}`))

  it.each(
    given.flatMap((column) =>
      limitsOf(column).kept.map((kept) => {
        const [json, readBack] = typeof kept === 'string' ? [kept, kept] : kept
        return { name: column.name, type: column.type, shown: short(json), json, readBack }
      }),
    ),
  )('$name $type keeps $shown', async ({ name, json, readBack }) => {
    const created = await create(`"${name}":${json}`)
    // Not toContain, which prints both where they are long.
    expect(created.includes(`"${name}":${readBack}`), short(created)).toBe(true)
    expect((await readRow(api, resource, admin, '1')) === created).toBe(true)
  })

  it.each([
    ...given.flatMap((column) =>
      limitsOf(column).refused.map((json) => ({ name: column.name, type: column.type, shown: short(json), json })),
    ),
    { name: 'doubled', type: 'generated', shown: '2', json: '2' },
  ])('$name $type refuses $shown and stores nothing', async ({ name, json }) => {
    const error: unknown = await create(`"${name}":${json}`).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'invalid_value', status: 422, errors: [{ pointer: `/${name}` }] })
    expect(await api.db.readRows({ sql: 'select count(*) from every_type', parameters: [] })).toEqual([['0']])
  })
})
