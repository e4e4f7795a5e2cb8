import { describe, expect, it } from 'vitest'
import { fromDriverError } from '../../../src/db/errors.ts'
import { int, varchar } from '../../../src/resources/column-types.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { ApiError } from '../../../src/errors.ts'
import { describeInsertError, describeWriteError } from '../../../src/resources/write-errors.ts'

const ratecard: Resource = {
  name: 'ratecard',
  table: 'cc_ratecard',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: int },
    { name: 'dialprefix', type: varchar(30, 'utf8mb3') },
    { name: 'tag', type: varchar(30, 'utf8mb3') },
    { name: 'card_tag', field: 'label', type: varchar(30, 'utf8mb3') },
  ],
  relations: {},
}

function described(errno: number, sqlMessage: string) {
  const cause = Object.assign(new Error(sqlMessage), { errno, sqlMessage })
  return describeWriteError(fromDriverError(cause), ratecard)
}

describe('describeWriteError', () => {
  it.each([
    ['cons_cc_ratecard_tag', '/tag'],
    ['cons_card_tag', '/label'],
    ['PRIMARY', '/id'],
    ['cc_ratecard.PRIMARY', '/id'],
  ])('a duplicate in the key %s is about %s', (key, pointer) => {
    const error = described(1062, `Duplicate entry 'x' for key '${key}'`)
    expect(error).toMatchObject({ code: 'duplicate_key', errors: [{ pointer }] })
  })

  it('says that a column it was generated without needs a value, which no client can give', () => {
    const error = described(1364, "Field 'tax_id' doesn't have a default value")
    expect(error).toMatchObject({ code: 'invalid_value', errors: [], message: expect.stringContaining('"tax_id"') })
    const known = described(1364, "Field 'tag' doesn't have a default value")
    expect(known).toMatchObject({ code: 'invalid_value', errors: [{ pointer: '/tag' }] })
  })

  it('names a key that tells no field', () => {
    expect(described(1062, "Duplicate entry 'x-y' for key 'both'")).toMatchObject({
      message: 'Another ratecard already has these values in the key "both".',
      errors: [],
    })
  })

  it.each([
    { errno: 1139, message: "Got error 'missing ) at offset 1' from regexp" },
    { errno: 3691, message: 'Mismatched parenthesis in regular expression.' },
    { errno: 3696, message: 'The regular expression contains an unclosed bracket expression.' },
  ])('knows from error $errno that the trigger tried the dial prefix', ({ errno, message }) => {
    const error = described(errno, message)
    expect(error).toMatchObject({ code: 'invalid_value', errors: [{ pointer: '/dialprefix' }] })
  })

  it('points to the field under its own name, and to none that is not its own', () => {
    const renamed = described(1406, "Data too long for column 'card_tag' at row 1")
    expect(renamed).toMatchObject({ code: 'invalid_value', errors: [{ pointer: '/label' }] })
    const foreign = described(1406, "Data too long for column 'other' at row 1")
    expect(foreign).toMatchObject({ code: 'invalid_value', errors: [{ detail: expect.any(String) }] })
    expect(foreign).not.toHaveProperty('errors.0.pointer')
  })

  it('leaves other errors alone', () => {
    const bug = new TypeError('x')
    expect(describeWriteError(bug, ratecard)).toBe(bug)
    const own = new ApiError('duplicate_key', 'A plugin has such a row elsewhere.')
    expect(describeWriteError(own, ratecard)).toBe(own)
  })
})

describe('describeInsertError', () => {
  const inserted = (errno: number, sqlMessage: string, given: readonly string[]) => {
    const cause = Object.assign(new Error(sqlMessage), { errno, sqlMessage })
    return describeInsertError(fromDriverError(cause), ratecard, given)
  }
  const noNumberLeft = { code: 'database_unavailable', message: expect.stringContaining('no number left') }

  it.each([
    { errno: 1062, message: "Duplicate entry '2147483647' for key 'cc_ratecard.PRIMARY'" },
    { errno: 1264, message: "Out of range value for column 'id' at row 1" },
  ])('takes error $errno about a key that nobody sent for the end of its numbers', ({ errno, message }) => {
    expect(inserted(errno, message, ['tag'])).toMatchObject(noNumberLeft)
    expect(inserted(errno, message, ['id', 'tag'])).not.toMatchObject(noNumberLeft)
  })

  it('takes no other error for it', () => {
    expect(inserted(1062, "Duplicate entry 'x' for key 'cc_ratecard.cons_tag'", ['tag'])).toMatchObject({
      code: 'duplicate_key',
    })
    expect(inserted(1264, "Out of range value for column 'tag' at row 1", ['tag'])).toMatchObject({
      code: 'invalid_value',
    })
  })
})
