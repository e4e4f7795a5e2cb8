import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { environmentFor, findMariaDB, parseVersion, systemTablesScripts } from '../../../../scripts/mariadb/find.ts'

describe('parseVersion', () => {
  it.each([
    {
      given: './mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)',
      want: '10.11.19',
    },
    { given: 'mariadbd from 11.8.3-MariaDB, client 15.2\nmariadbd  Ver 11.8.3-MariaDB for osx10.20', want: '11.8.3' },
    { given: 'mysqld  Ver 10.5.27-MariaDB for Linux on x86_64 (MariaDB Server)', want: '10.5.27' },
    { given: '/usr/sbin/mysqld  Ver 8.0.43-0ubuntu0.24.04.1 for Linux on x86_64 ((Ubuntu))', want: undefined },
    { given: '', want: undefined },
  ])('reads $want', ({ given, want }) => {
    expect(parseVersion(given)).toBe(want)
  })
})

describe('findMariaDB', () => {
  let prefix: string
  beforeEach(() => {
    prefix = mkdtempSync(join(tmpdir(), 'a2b-find-'))
    vi.stubEnv('PATH', join(prefix, 'sbin'))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(prefix, { recursive: true })
  })

  function install(program: string, version: string): void {
    mkdirSync(join(prefix, 'sbin'), { recursive: true })
    writeFileSync(join(prefix, 'sbin', program), `#!/bin/sh\necho '${program}  Ver ${version}'\n`, { mode: 0o755 })
  }
  function share(name: string, ...files: string[]): void {
    mkdirSync(join(prefix, 'share', name, 'charsets'), { recursive: true })
    for (const file of files) writeFileSync(join(prefix, 'share', name, file), '')
  }

  it('takes a MariaDB called mysqld, with its directories', async () => {
    install('mysqld', '10.11.19-MariaDB for Linux')
    share('mysql', 'mysql_system_tables.sql')
    expect(await findMariaDB('/none')).toEqual({
      mariadbd: join(prefix, 'sbin/mysqld'),
      version: '10.11.19',
      shareDirectory: join(prefix, 'share/mysql'),
      charsetsDirectory: join(prefix, 'share/mysql/charsets'),
      libraryDirectories: [],
    })
  })

  it.each([
    ['MySQL', () => (install('mysqld', '8.0.43 for Linux'), share('mysql', 'mysql_system_tables.sql'))],
    ['a server without its SQL files', () => (install('mariadbd', '11.8.3-MariaDB'), share('mariadb'))],
  ])('passes over %s', async (_name, prepare) => {
    prepare()
    expect((await findMariaDB('/none'))?.mariadbd ?? '').not.toContain(prefix)
  })

  it('orders the SQL files: tables before their rows', () => {
    share('mariadb', 'mariadb_system_tables_data.sql', 'mariadb_performance_tables.sql', 'mariadb_system_tables.sql')
    expect(systemTablesScripts(join(prefix, 'share/mariadb')).map((path) => basename(path))).toEqual([
      'mariadb_system_tables.sql',
      'mariadb_performance_tables.sql',
      'mariadb_system_tables_data.sql',
    ])
  })
})

it('shows an unpacked server its libraries, and leaves an installed one alone', () => {
  expect(environmentFor({ libraryDirectories: ['/a', '/b'] })['LD_LIBRARY_PATH']).toBe('/a:/b')
  expect(environmentFor({ libraryDirectories: [] })).toBe(process.env)
})
