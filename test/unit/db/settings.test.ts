import { describe, expect, it } from 'vitest'
import { parseConnectionUrl } from '../../../src/db/connection-url.ts'
import { NumericLiteral } from '../../../src/db/numeric-literal.ts'
import { sessionSettings } from '../../../src/db/session-settings.ts'

const limits = { timeZone: 'SYSTEM', statementTimeout: 1500, lockWait: 5 }

describe('sessionSettings', () => {
  const good = [
    '',
    'sql_mode',
    'NO_ENGINE_SUBSTITUTION,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO',
    'time_zone',
    'SYSTEM',
  ]
  const numbers = ['autocommit', 1, 'sql_auto_is_null', 0, 'sql_select_limit', '9007199254740991']
  const rest = [...numbers, 'innodb_lock_wait_timeout', '5', 'lock_wait_timeout', '5', 'net_write_timeout', '120']
  const charset = ['client', 'connection', 'results'].flatMap((part) => [`character_set_${part}`, 'utf8mb4'])

  it('keeps what only one server knows in comments that only it reads', () => {
    const { set } = sessionSettings(limits)
    expect(set).toContain('/*M!100101 , SESSION max_statement_time = 1.5 */')
    expect(set).toContain('/*!50708 , SESSION max_execution_time = 1500 */')
  })

  it('accepts what was set, in the spelling of MariaDB or MySQL', () => {
    const { assert } = sessionSettings(limits)
    expect(() => assert([...good, ...rest, ...charset, 'max_statement_time', '1.500000'])).not.toThrow()
    expect(() => assert([...good, ...rest, ...charset, 'max_execution_time', 1500])).not.toThrow()
  })

  it.each([
    ['sql_mode', 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_BACKSLASH_ESCAPES'],
    ['sql_mode', ''],
    ['time_zone', '+00:00'],
    ['autocommit', 0],
    ['sql_select_limit', 1],
  ])('refuses a session with %s = %j', (name, value) => {
    const row: (string | number)[] = [...good, ...rest, ...charset]
    row[row.indexOf(name) + 1] = value
    expect(() => sessionSettings(limits).assert(row)).toThrow(name)
  })

  it('refuses a session that says nothing', () => {
    expect(() => sessionSettings(limits).assert([])).toThrow('sql_mode')
  })

  it('takes no SQL for a time zone or limit', () => {
    for (const timeZone of ["'", 'SYSTEM, sql_mode=0', '+2', '']) {
      expect(() => sessionSettings({ ...limits, timeZone })).toThrow('time zone')
    }
    for (const timeZone of ['SYSTEM', '+02:00', 'Europe/Paris', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1', 'UTC']) {
      expect(sessionSettings({ ...limits, timeZone }).set).toContain(`'${timeZone}'`)
    }
    expect(() => sessionSettings({ ...limits, lockWait: 0.5 })).toThrow('time limit')
  })
})

describe('parseConnectionUrl', () => {
  it('decodes the parts', () => {
    expect(parseConnectionUrl('mysql://a%40b:p%2Fw@db.example:3307/my%20db')).toEqual({
      host: 'db.example',
      port: 3307,
      user: 'a@b',
      password: 'p/w',
      database: 'my db',
    })
    expect(parseConnectionUrl('mysql://u@[::1]/d?ssl=true')).toMatchObject({
      host: '::1',
      port: 3306,
      ssl: { rejectUnauthorized: true },
    })
    expect(parseConnectionUrl('mysql://u@localhost/d?socketPath=%2Ftmp%2Fs.sock')).toMatchObject({
      socketPath: '/tmp/s.sock',
    })
  })

  it.each([
    ['postgres://u:hidden@h/d', 'must look like'],
    ['nonsense', 'must look like'],
    ['mysql://u:hidden@h', 'names no database'],
    ['mysql://u:hidden@h/d?multipleStatements=true', 'unknown option "multipleStatements"'],
    ['mysql://u:hidden@h/d?ssl=false', 'can only be true'],
    ['mysql://u:hid%zzden@h/d', 'percent'],
  ])('refuses %s without showing the password', (url, says) => {
    expect(() => parseConnectionUrl(url)).toThrow(says)
    expect(() => parseConnectionUrl(url)).not.toThrow('hid')
  })
})

describe('NumericLiteral', () => {
  it('stands in SQL as its digits', () => {
    expect(new NumericLiteral('-9223372036854775808').toSqlString()).toBe('-9223372036854775808')
  })

  it.each(['', '1 or 1=1', '0x1F', '1)', '1e', 'NaN', '--1', '+1', '.5', '1\n'])('is not %j', (text) => {
    expect(() => new NumericLiteral(text)).toThrow(TypeError)
  })
})
