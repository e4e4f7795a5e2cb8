import { describe, expect, it } from 'vitest'
import { fromDriverError } from '../../../src/db/errors.ts'
import { int, varchar } from '../../../src/resources/column-types.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { describeWriteError } from '../../../src/resources/write-errors.ts'

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

  it('knows that the trigger tried the dial prefix', () => {
    const error = described(1139, "Got error 'missing ) at offset 1' from regexp")
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
  })
})
