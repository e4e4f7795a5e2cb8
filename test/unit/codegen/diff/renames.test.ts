/** Names that went and names that came: what is taken for one thing, and what is said of it. */
import { expect, it } from 'vitest'
import { column, id, table } from '../../../helpers/snapshot.ts'
import { changes, EVERYONE, shown, t } from './compared.ts'

const wide = [column('a', 'int'), column('b', 'int'), column('c', 'varchar(9)')]

it('a column: same type between the same neighbours', () => {
  const found = changes(
    [t([column('a', 'int'), column('fee', 'float'), column('c', 'int')])],
    [t([column('a', 'int'), column('price', 'float'), column('c', 'int')])],
  )
  expect(shown(found)).toEqual([['column-renamed', 'breaking', ...EVERYONE]])
  expect(found[0]?.guess).toEqual({
    from: 'cc_t.fee',
    to: 'cc_t.price',
    because: 'same type, same neighbours, same place, same default',
    config: 'fields: { "cc_t.price": "fee" }',
  })
})

it('the line it gives keeps the old name on the wire, and only queries have to change', () => {
  const found = changes(
    [t([column('a', 'int'), column('fee', 'float')])],
    [t([column('a', 'int'), column('price', 'float')])],
    { after: { fields: { 'cc_t.price': 'fee' } } },
  )
  expect(shown(found)).toEqual([['column-renamed', 'breaking', 'types']])
  expect(found[0]?.guess).toBeUndefined()
})

it('a table: most of its columns are the same, and the others are compared', () => {
  const found = changes(
    [table('cc_old', [id, ...wide])],
    [table('cc_new', [id, ...wide, column('d', 'int', { nullable: true })])],
  )
  expect(shown(found)).toEqual([
    ['table-renamed', 'breaking', 'reads', 'writes', 'client', 'types'],
    ['column-added', 'additive', ...EVERYONE],
  ])
  expect(found[0]?.guess?.config).toBe('resources: { "cc_new": "old" }')
  expect(new Set(found.map(({ resource }) => resource))).toEqual(new Set(['old']))
})

it('not where the type is another, nor where little is the same', () => {
  expect(
    shown(changes([t([column('fee', 'float')])], [t([column('name', 'varchar(9)', { nullable: true })])])).map(
      ([kind]) => kind,
    ),
  ).toEqual(['column-dropped', 'column-added'])
  expect(
    shown(changes([table('cc_old', [id, ...wide])], [table('cc_new', [column('z', 'int'), column('y', 'int')])])).map(
      ([kind]) => kind,
    ),
  ).toEqual(['table-dropped', 'table-added'])
})

it('warns that what was kept from clients is not, under the new name', () => {
  const [found] = changes(
    [table('cc_card', [id, column('credit', 'decimal(15,5)')])],
    [table('cc_card', [id, column('balance', 'decimal(15,5)')])],
  )
  expect(found?.why).toContain('protected: { "cc_card.balance": { writable: "create"')
  const [secret] = changes(
    [table('cc_card', [id, column('uipass', 'varchar(50)')])],
    [table('cc_card', [id, column('uicode', 'varchar(50)')])],
  )
  expect(secret?.why).toContain('secrets: { "cc_card.uicode": "password, clear text" }')
})
