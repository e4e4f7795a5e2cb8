/** What the checks make of facts that a test server cannot be brought to, or not cheaply. */
import { describe, expect, it } from 'vitest'
import { scanAll, unfinishedScan } from '../../../src/doctor/check.ts'
import { judgeDefiners } from '../../../src/doctor/checks/definers.ts'
import { judgeEngines } from '../../../src/doctor/checks/engines.ts'
import { judgeIndexes } from '../../../src/doctor/checks/indexes.ts'
import { countSql } from '../../../src/doctor/checks/orphans.ts'
import { judgePrivileges } from '../../../src/doctor/checks/privileges.ts'
import { judgeSqlMode } from '../../../src/doctor/checks/sql-mode.ts'
import { judgeUsers } from '../../../src/doctor/checks/users.ts'
import { examine } from '../../../src/doctor/doctor.ts'
import { parseGrants } from '../../../src/doctor/grants.ts'
import { accountName, literal, name } from '../../../src/doctor/sql.ts'
import { busy } from '../../../src/db/errors.ts'
import { text, varchar } from '../../../src/resources/column-types.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { createPasswords } from '../../../src/users/password.ts'
import { offlineDb } from '../../helpers/offline-db.ts'

function tables(engines: Record<string, string>, rows = 0) {
  return new Map(Object.entries(engines).map(([table, engine]) => [table, { engine, rows }]))
}

describe('engines', () => {
  const money = { cc_card: 'InnoDB', cc_logrefill: 'InnoDB', cc_logpayment: 'InnoDB', cc_charge: 'InnoDB' }

  it.each([
    { what: 'InnoDB', engines: money, isGalera: true, codes: [] },
    { what: 'a version without charges', engines: { cc_card: 'InnoDB' }, isGalera: false, codes: [] },
    { what: 'MyISAM beside the money', engines: { ...money, cc_call: 'MyISAM' }, isGalera: false, codes: [] },
    {
      what: 'MyISAM on a cluster',
      engines: { ...money, cc_call: 'MyISAM' },
      isGalera: true,
      codes: ['galera-without-innodb'],
    },
    {
      what: 'money on two engines of a cluster',
      engines: { ...money, cc_charge: 'Aria' },
      isGalera: true,
      codes: ['money-engines-mixed', 'galera-without-innodb'],
    },
  ])('of $what: $codes', ({ engines, isGalera, codes }) => {
    expect(judgeEngines(tables(engines), Object.keys(money), isGalera).map(({ code }) => code)).toEqual(codes)
  })
})

describe('sql_mode', () => {
  const all = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_BACKSLASH_ESCAPES,NO_ENGINE_SUBSTITUTION'

  it('has advice that can be followed in any order', () => {
    const next = judgeSqlMode(all, 31).map((finding) => finding.next.split(';')[0])
    expect(next).toEqual([
      "SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'",
      "SET GLOBAL sql_mode = 'NO_ENGINE_SUBSTITUTION'",
      "SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'",
    ])
  })

  it('minds no zero date where none is a default', () => {
    expect(judgeSqlMode('NO_ZERO_DATE', 0)).toEqual([])
  })
})

describe('definers', () => {
  const trigger = { what: 'trigger t on cc_card', definer: "o'dd@host" }
  const around = { account: 'api@localhost', database: 'a2billing' }

  it('names the account that is missing, as a statement can', () => {
    const [found] = judgeDefiners([trigger], { ...around, accounts: new Set(['root@localhost']) })
    expect(found).toMatchObject({
      code: 'definer-missing',
      next: expect.stringContaining("CREATE USER 'o''dd'@'host'"),
    })
  })

  it.each([
    { what: 'accounts it may not see', definer: 'root@localhost', accounts: undefined, codes: ['definer-unknown'] },
    { what: 'a definer it may not see', definer: '', accounts: undefined, codes: ['definer-unknown'] },
    { what: 'itself', definer: 'api@localhost', accounts: undefined, codes: [] },
    { what: 'an account that exists', definer: 'root@localhost', accounts: new Set(['root@localhost']), codes: [] },
  ])('says of $what: $codes', ({ definer, accounts, codes }) => {
    expect(judgeDefiners([{ what: 'x', definer }], { ...around, accounts }).map(({ code }) => code)).toEqual(codes)
  })
})

describe('users', () => {
  it('takes nothing but a slow hash for a good one, and never repeats what is stored', async () => {
    const good = await createPasswords({ cost: { ln: 1, r: 1, p: 1 } }).hash('anything')
    const found = judgeUsers(
      [
        { id: 1, name: 'good', hash: good },
        { id: 2, name: 'clear', hash: 'canary' },
        { id: 3, name: 'upper', hash: `abcde$${'A'.repeat(40)}` },
      ],
      true,
    )
    expect(found.map(({ code, where }) => [code, where])).toEqual([['user-password-not-a-hash', 'user clear, upper']])
    expect(JSON.stringify(found)).not.toMatch(/canary|AAAA/)
  })
})

describe('a password that must go', () => {
  const stored = [{ id: 2, name: 'clear', hash: 'canary' }]

  it.each([
    { hasSha1: true, next: 'SHA1(CONCAT(@salt, @password))' },
    { hasSha1: false, next: 'SET active = 0 WHERE id = 2' },
  ])('goes by what the server can do: $next', ({ hasSha1, next }) => {
    expect(judgeUsers(stored, hasSha1)[0]?.next).toContain(next)
  })
})

describe('indexes', () => {
  const resource: Resource = {
    name: 'call',
    table: 'cc_call',
    primaryKey: ['id'],
    columns: [
      { name: 'account', type: varchar(50, 'utf8mb3') },
      { name: 'long', type: varchar(255, 'utf8mb4') },
      { name: 'endless', type: text('utf8mb3') },
    ],
    relations: {
      account: { resource: 'call', column: 'id' },
      long: { resource: 'call', column: 'id' },
      endless: { resource: 'call', column: 'id' },
    },
  }

  it('adds none to a small table, and none that is there', () => {
    expect(judgeIndexes([resource], tables({ cc_call: 'InnoDB' }, 999), new Set())).toEqual([])
    const leading = new Set(['cc_call.id', 'cc_call.account', 'cc_call.long', 'cc_call.endless'])
    expect(judgeIndexes([resource], tables({ cc_call: 'InnoDB' }, 5000), leading)).toEqual([])
  })

  it('indexes long columns by their beginning', () => {
    const [found] = judgeIndexes([resource], tables({ cc_call: 'InnoDB' }, 5000), new Set(['cc_call.id']))
    expect(found?.next).toContain('(`account`),')
    expect(found?.next).toContain('(`long`(64)),')
    expect(found?.next).toContain('(`endless`(64));')
  })
})

describe('privileges', () => {
  const needs = { database: 'a2billing', account: 'api@localhost', hasUsers: true, written: ['cc_card'] }
  const codes = (...lines: string[]): string[] => judgePrivileges(parseGrants(lines), needs).map(({ code }) => code)

  it.each([
    { what: 'just enough', lines: ['GRANT SELECT, INSERT, UPDATE, DELETE ON `a2billing`.* TO a@b'], want: [] },
    {
      what: 'just enough on the table',
      lines: ['GRANT SELECT, INSERT, UPDATE, DELETE ON `a2billing`.`cc_card` TO a@b'],
      want: [],
    },
    {
      what: 'all of the database',
      lines: ['GRANT ALL PRIVILEGES ON `a2billing`.* TO a@b'],
      want: ['privileges-to-change-the-schema'],
    },
    {
      what: 'reading everywhere',
      lines: ['GRANT SELECT, INSERT, UPDATE, DELETE ON *.* TO a@b'],
      want: ['privileges-on-the-server'],
    },
    { what: 'nothing', lines: ['GRANT USAGE ON *.* TO a@b'], want: ['privileges-missing'] },
  ])('of $what: $want', ({ lines, want }) => expect(codes(...lines)).toEqual(want))

  it('lets an account make the table of users as long as there is none', () => {
    const enough = 'GRANT SELECT, INSERT, UPDATE, DELETE'
    const judged = (line: string) => judgePrivileges(parseGrants([line]), { ...needs, hasUsers: false })
    expect(judged(`${enough}, CREATE ON \`a2billing\`.* TO a@b`)).toEqual([])
    expect(judged('GRANT ALL PRIVILEGES ON `a2billing`.* TO a@b').map(({ code }) => code)).toEqual([
      'privileges-to-change-the-schema',
    ])
    expect(judged(`${enough} ON \`a2billing\`.* TO a@b`)).toMatchObject([
      { code: 'privileges-missing', details: ['CREATE: user'], next: expect.stringContaining(', CREATE ON') },
    ])
  })

  it('is worse where the server itself can be taken over', () => {
    const severity = (line: string) => judgePrivileges(parseGrants([line]), needs)[0]?.severity
    expect(severity('GRANT SELECT ON *.* TO a@b')).toBe('warning')
    expect(severity('GRANT FILE ON *.* TO a@b')).toBe('error')
  })
})

describe('orphans', () => {
  it('writes names and values that can be anything', () => {
    const sql = countSql({ table: 'a`b', from: "c'd", target: 't', column: 'id', resource: 'r', none: ["o'o", '\\'] })
    expect(sql).toContain("from `a``b` where `c'd` not in ('o''o', '\\\\')")
  })
})

describe('sql', () => {
  it('quotes', () => {
    expect([name('a`b'), literal("a'b\\c"), accountName('a@b@localhost')]).toEqual([
      '`a``b`',
      "'a''b\\\\c'",
      "'a@b'@'localhost'",
    ])
  })
})

describe('scanAll', () => {
  it('goes on after a place that takes too long, and stops when the time is up', async () => {
    const scan = async (place: string): Promise<string[]> => {
      if (place === 'slow') throw busy(new Error('too slow'))
      return [place]
    }
    expect(await scanAll(['a', 'slow', 'b'], scan)).toEqual({ found: ['a', 'b'], unfinished: ['slow'], failed: [] })
    expect(await scanAll(['a', 'b'], scan, -1)).toEqual({ found: [], unfinished: ['a', 'b'], failed: [] })
  })

  it('goes on after a place that the server refuses to look at, and says why', async () => {
    const scan = async (place: string): Promise<string[]> => {
      if (place === 'crashed') throw Object.assign(new Error('Table is marked as crashed'), { errno: 145 })
      return [place]
    }
    const { found, ...rest } = await scanAll(['a', 'crashed', 'b'], scan)
    expect(found).toEqual(['a', 'b'])
    const [finding] = unfinishedScan(
      { name: 'orphans', asks: 'whether references lead nowhere' },
      rest,
      (place) => place,
    )
    expect(finding).toMatchObject({ code: 'check-failed', details: ['crashed: Table is marked as crashed'] })
  })

  it('does not hide any other failure', async () => {
    await expect(scanAll(['a'], () => Promise.reject(new Error('a defect')))).rejects.toThrow('a defect')
  })
})

describe('examine', () => {
  it('makes a finding of a check that fails, and goes on with the others', async () => {
    const db = offlineDb({
      rows({ sql }) {
        if (sql.startsWith('select database()')) return [['a2billing', '10.11', 'api@localhost']]
        if (sql.includes('sql_mode')) throw new Error('the server says no')
        return [['1', '1']]
      },
    })
    const checkDrift = () => Promise.reject(new Error('there is no snapshot.json'))
    const { findings, counts } = await examine({ db, resources: new Map(), poolSize: 10, checkDrift })
    const failed = findings.filter(({ code }) => code === 'check-failed').map(({ where }) => where)
    expect(failed).toEqual(['drift', 'sql-mode'])
    expect(counts.warning).toBeGreaterThanOrEqual(2)
    expect(findings.some(({ code }) => code === 'too-few-connections')).toBe(true)
  })
})
