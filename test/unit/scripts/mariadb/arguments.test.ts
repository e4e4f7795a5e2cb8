import { expect, it } from 'vitest'
import { commonArguments, serverArguments } from '../../../../scripts/mariadb/arguments.ts'

const binaries = {
  mariadbd: '/usr/sbin/mariadbd',
  version: '10.11.19',
  shareDirectory: '/usr/share/mysql',
  charsetsDirectory: '/usr/share/mysql/charsets',
  libraryDirectories: [],
}
const options = { dataDir: '/d', socketPath: '/d/s', pidFile: '/d/p', logFile: '/d/l', durability: 'durable' } as const

it('keeps temporary tables to itself, when bootstrapping too', () => {
  expect(commonArguments(binaries, '/d')).toContain('--tmpdir=/d')
  expect(serverArguments(binaries, options)).toContain(`--tmpdir=${options.dataDir}`)
})

it("reads nobody's configuration and opens no port", () => {
  const args = serverArguments(binaries, options)
  expect(args[0]).toBe('--no-defaults')
  expect(args).toContain('--skip-networking')
})

it('names root, and nobody else: another user would outlive us', () => {
  expect(commonArguments(binaries, '/d', true)).toContain('--user=root')
  expect(commonArguments(binaries, '/d', false).filter((argument) => argument.startsWith('--user'))).toEqual([])
})

it('forgets only in tests', () => {
  const flush = '--innodb-flush-log-at-trx-commit=0'
  expect(serverArguments(binaries, options)).not.toContain(flush)
  expect(serverArguments(binaries, { ...options, durability: 'test' })).toContain(flush)
})

it.each([
  { sqlMode: '', want: ['--sql-mode='] },
  { sqlMode: 'ANSI', want: ['--sql-mode=ANSI'] },
  { sqlMode: undefined, want: [] },
])('tells an empty sql_mode from none: $sqlMode', ({ sqlMode, want }) => {
  const args = serverArguments(binaries, { ...options, sqlMode })
  expect(args.filter((argument) => argument.startsWith('--sql-mode'))).toEqual(want)
})

it('passes the plugin directory only where there is one', () => {
  const pluginDirectory = '/usr/lib/mysql/plugin'
  expect(serverArguments(binaries, options).join(' ')).not.toContain('--plugin-dir')
  expect(serverArguments({ ...binaries, pluginDirectory }, options)).toContain(`--plugin-dir=${pluginDirectory}`)
})

it('puts extra arguments last, where they win', () => {
  expect(serverArguments(binaries, { ...options, extraArguments: ['--max-connections=5'] }).at(-1)).toBe(
    '--max-connections=5',
  )
})
