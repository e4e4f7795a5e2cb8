import { describe, expect, it } from 'vitest'
import { grantsOn, parseGrants } from '../../../src/doctor/grants.ts'

describe('parseGrants', () => {
  it.each([
    {
      line: "GRANT USAGE ON *.* TO `a2b`@`localhost` IDENTIFIED BY PASSWORD '*B69027D44F6E5EDC07F1AEAD1477967B16F28227'",
      want: { privileges: ['USAGE'], database: '*', table: '*', scope: '*.*' },
    },
    {
      line: 'GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION',
      want: { privileges: ['ALL PRIVILEGES', 'GRANT OPTION'], database: '*' },
    },
    {
      line: 'GRANT SELECT, INSERT ON `a2billing`.* TO `a2b`@`%` REQUIRE SSL WITH MAX_USER_CONNECTIONS 5 GRANT OPTION',
      want: { privileges: ['SELECT', 'INSERT', 'GRANT OPTION'], database: 'a2billing', table: '*' },
    },
    {
      line: 'GRANT SELECT (id, `odd, name`), UPDATE, INSERT (`x`) ON `a2billing`.`cc_card` TO `a2b`@`localhost`',
      want: { privileges: ['UPDATE'], database: 'a2billing', table: 'cc_card' },
    },
    {
      line: 'GRANT CREATE TEMPORARY TABLES, LOCK TABLES ON `odd``.name`.* TO `a2b`@`localhost`',
      want: { privileges: ['CREATE TEMPORARY TABLES', 'LOCK TABLES'], database: 'odd`.name', table: '*' },
    },
    {
      line: 'GRANT PROXY ON ``@`%` TO `root`@`localhost` WITH GRANT OPTION',
      want: { privileges: ['PROXY', 'GRANT OPTION'], database: '*' },
    },
    {
      line: "GRANT PROXY ON ''@'' TO 'root'@'localhost' WITH GRANT OPTION",
      want: { privileges: ['PROXY', 'GRANT OPTION'], database: '*' },
    },
    {
      line: 'GRANT APPLICATION_PASSWORD_ADMIN,SYSTEM_USER ON *.* TO `root`@`localhost` WITH GRANT OPTION',
      want: { privileges: ['APPLICATION_PASSWORD_ADMIN', 'SYSTEM_USER', 'GRANT OPTION'], database: '*' },
    },
    { line: 'GRANT EXECUTE ON `sys`.* TO `a2b`@`localhost`', want: { privileges: ['EXECUTE'], database: 'sys' } },
  ])('reads $line', ({ line, want }) => expect(parseGrants([line])).toMatchObject([want]))

  it('skips the line that names a role', () => {
    expect(
      parseGrants(['GRANT `reader` TO `a2b`@`localhost`', 'SET DEFAULT ROLE `reader` FOR `a2b`@`localhost`']),
    ).toEqual([])
  })

  it.each([
    { scope: '`a2billing`.*', database: 'a2billing', want: true },
    { scope: '`a2%`.*', database: 'a2billing', want: true },
    { scope: '`a_b`.*', database: 'axb', want: true },
    { scope: '`a\\_b`.*', database: 'a_b', want: true },
    { scope: '`a\\_b`.*', database: 'axb', want: false },
    { scope: '`a.b`.*', database: 'axb', want: false },
    { scope: '*.*', database: 'a2billing', want: false },
  ])('$scope is on $database: $want', ({ scope, database, want }) => {
    expect(parseGrants([`GRANT SELECT ON ${scope} TO x@y`])[0]?.matches(database)).toBe(want)
  })
})

describe('grantsOn', () => {
  it('adds up what the server, the database and the table give', () => {
    const grants = parseGrants([
      'GRANT SELECT ON *.* TO x@y',
      'GRANT INSERT ON `a2billing`.* TO x@y',
      'GRANT UPDATE ON `a2billing`.`cc_card` TO x@y',
      'GRANT DELETE ON `other`.* TO x@y',
    ])
    expect([...grantsOn(grants, 'a2billing', 'cc_card')].toSorted()).toEqual(['INSERT', 'SELECT', 'UPDATE'])
    expect([...grantsOn(grants, 'a2billing', 'cc_call')].toSorted()).toEqual(['INSERT', 'SELECT'])
  })
})
