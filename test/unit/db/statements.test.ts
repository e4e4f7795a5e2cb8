import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cacheStatements, prepare } from '../../../src/db/statements.ts'
import { offlineDb } from '../../helpers/offline-db.ts'

describe('prepare', () => {
  const { kysely } = offlineDb()

  it('puts values where their slots came out, among the constants', () => {
    const prepared = prepare(kysely, (slot) => {
      const [first, second] = [slot(), slot()]
      return sql`select ${second}, ${'constant'}, ${first}`
    })
    expect(prepared(['a', null])).toEqual({ sql: 'select ?, ?, ?', parameters: [null, 'constant', 'a'] })
  })

  it('refuses another number of values', () => {
    const prepared = prepare(kysely, (slot) => sql`select ${slot()}`)
    expect(() => prepared([])).toThrow('takes 1 values and was given 0')
  })
})

describe('cacheStatements', () => {
  it('drops the shape unused for longest', () => {
    const db = offlineDb()
    const statements = cacheStatements(db.kysely, 2)
    const use = (shape: string) => statements(shape, () => sql`select 1`)
    use('a')
    use('b')
    use('a')
    use('c')
    expect(db.compilations()).toBe(3)
    use('a')
    expect(db.compilations()).toBe(3)
    use('b')
    expect(db.compilations()).toBe(4)
  })
})
