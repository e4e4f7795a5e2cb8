import { describe, expect, it } from 'vitest'
import {
  duplicateKeyName,
  errorNumber,
  fromConnectError,
  fromDriverError,
  isConnectionLost,
} from '../../../src/db/errors.ts'
import { ApiError } from '../../../src/errors.ts'

function driverError(errno: number, message = 'You have `secret` SQL here', more: object = {}): Error {
  return Object.assign(new Error(message), { errno, code: `ER_${errno}`, sqlMessage: message, ...more })
}

describe('fromDriverError', () => {
  it.each([
    [1062, 'duplicate_key'],
    [1406, 'invalid_value'],
    [1264, 'invalid_value'],
    [1265, 'invalid_value'],
    [1292, 'invalid_value'],
    [1366, 'invalid_value'],
    [1048, 'invalid_value'],
    [1364, 'invalid_value'],
    [3140, 'invalid_value'],
    [4025, 'invalid_value'],
    [3819, 'invalid_value'],
    [1690, 'invalid_value'],
    [1139, 'invalid_value'],
    [3685, 'invalid_value'],
    [3700, 'invalid_value'],
    [1452, 'invalid_value'],
    [1451, 'has_dependants'],
    [1213, 'database_busy'],
    [1205, 'database_busy'],
    [1020, 'database_busy'],
    [1969, 'database_busy'],
    [3024, 'database_busy'],
    [1040, 'database_unavailable'],
    [1367, 'invalid_value'],
    [1044, 'database_unavailable'],
    [1045, 'database_unavailable'],
    [1054, 'database_unavailable'],
    [1142, 'database_unavailable'],
    [1143, 'database_unavailable'],
    [1146, 'database_unavailable'],
    [1227, 'database_unavailable'],
    [1449, 'database_unavailable'],
    [126, 'database_unavailable'],
    [127, 'database_unavailable'],
    [145, 'database_unavailable'],
    [1194, 'database_unavailable'],
    [1195, 'database_unavailable'],
    [167, 'database_unavailable'],
    [1467, 'database_unavailable'],
  ])('%i is %s, without the words of the server', (errno, code) => {
    const cause = driverError(errno)
    const error = fromDriverError(cause)
    if (!(error instanceof ApiError)) throw new Error('Not mapped')
    expect(error.code).toBe(code)
    expect(error.message).not.toContain('secret')
    expect(error.cause).toBe(cause)
    expect('Retry-After' in error.headers).toBe(error.status === 503)
  })

  it.each(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'PROTOCOL_CONNECTION_LOST', 'ETIMEDOUT'])(
    '%s is unavailable',
    (code) => {
      const cause = Object.assign(new Error('x'), { code, errno: -1 })
      expect(fromDriverError(cause)).toMatchObject({ code: 'database_unavailable' })
      expect(isConnectionLost(cause)).toBe(true)
    },
  )

  it('knows the error of a connection that was closed before', () => {
    const cause = Object.assign(new Error("Can't add new command when connection is in closed state"), { fatal: true })
    expect(fromDriverError(cause)).toMatchObject({ code: 'database_unavailable' })
    expect(isConnectionLost(cause)).toBe(true)
  })

  it('does not take an exception within the driver for a lost connection', () => {
    const bug = Object.assign(new Error("The field name (__proto__) can't be …"), { fatal: true })
    expect(fromDriverError(bug)).toBe(bug)
    expect(isConnectionLost(bug)).toBe(true)
  })

  it.each([
    [1142, 'privilege'],
    [1146, 'generate'],
    [145, 'REPAIR TABLE'],
    [1467, 'AUTO_INCREMENT'],
    [167, 'AUTO_INCREMENT'],
  ])('tells of %i what the operator must do', (errno, says) => {
    expect(fromDriverError(driverError(errno))).toMatchObject({ message: expect.stringContaining(says) })
  })

  it('knows no other reason for a connection that cannot be opened', () => {
    expect(fromConnectError(driverError(1045))).toMatchObject({ message: expect.stringContaining('account') })
    for (const error of [driverError(1049), new TypeError('x'), 'text']) {
      expect(fromConnectError(error)).toMatchObject({ code: 'database_unavailable', cause: error })
    }
  })

  it('gives up a connection that fell silent', () => {
    const cause = Object.assign(new Error('x'), { code: 'PROTOCOL_SEQUENCE_TIMEOUT' })
    expect(fromDriverError(cause)).toMatchObject({ code: 'database_busy' })
    expect(isConnectionLost(cause)).toBe(true)
  })

  it.each([
    ["Data too long for column 'lastname' at row 1", '/lastname'],
    ["Incorrect datetime value: 'x' for column `a2billing`.`cc_card`.`lock_date` at row 1", '/lock_date'],
    ["Field 'uipass' doesn't have a default value", '/uipass'],
    ["Column 'username' cannot be null", '/username'],
  ])('points to the column of %j', (message, pointer) => {
    expect(fromDriverError(driverError(1406, message))).toMatchObject({ errors: [{ pointer }] })
  })

  it('leaves bugs as they are', () => {
    for (const bug of [driverError(1064), driverError(1305), new TypeError('x'), 'text']) {
      expect(fromDriverError(bug)).toBe(bug)
    }
  })
})

describe('what the cause tells', () => {
  it.each([
    ["Duplicate entry '4321' for key 'cons_cc_card_username'", 'cons_cc_card_username'],
    ["Duplicate entry 'it''s' for key 'cc_card.cons_cc_card_username'", 'cons_cc_card_username'],
    ["Duplicate entry 'x for key 'PRIMARY'' for key 'useralias'", 'useralias'],
  ])('the key of %j', (message, key) => {
    expect(duplicateKeyName(fromDriverError(driverError(1062, message)))).toBe(key)
  })

  it('the number, through an answer', () => {
    expect(errorNumber(fromDriverError(driverError(1139)))).toBe(1139)
    expect(errorNumber(new Error('x'))).toBe(0)
  })
})
