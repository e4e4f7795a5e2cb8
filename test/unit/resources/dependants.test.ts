import { admin, apiOn, from } from '../../helpers/callers.ts'
import { describe, expect, it } from 'vitest'
import { int, varchar } from '../../../src/resources/column-types.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { offlineDb } from '../../helpers/offline-db.ts'
import { removeRow } from '../../helpers/rows.ts'

const did: Resource = {
  name: 'did',
  table: 'cc_did',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: int },
    { name: 'id_parent', type: int, nullable: true },
  ],
  relations: { id_parent: { resource: 'did', column: 'id' } },
}

const item: Resource = {
  name: 'item',
  table: 'cc_item',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: int },
    { name: 'id_ext', type: int },
    { name: 'type_ext', type: varchar(10, 'utf8mb3') },
    { name: 'number', type: varchar(10, 'utf8mb3') },
  ],
  relations: { number: { resource: 'did', column: 'id' } },
  conditionalRelations: [
    { from: 'id_ext', resource: 'did', column: 'id', when: { column: 'type_ext', equals: 'DID' } },
  ],
}

const view: Resource = { ...item, name: 'view', table: 'cc_view', primaryKey: [], readOnly: 'It is a view.' }

function apiWith(found: readonly number[]) {
  const answers = [[['5']], [found]]
  const db = offlineDb({ rows: () => answers.shift() ?? [] })
  return { ...apiOn(db, new Map([did, item, view].map((resource) => [resource.name, resource]))), db }
}

describe('rows that refer to one', () => {
  it('are asked for by every relation, itself, conditions and other types included, views excluded', async () => {
    const api = apiWith([0, 0, 0])
    expect(await removeRow(api, did, from(admin), '5')).toBe('{"deleted":1}')
    const [, asked] = api.db.statements
    expect(asked?.sql).toBe(
      'select exists (select 1 from `cc_did` where `id_parent` = ? and not (`id` = ?)), ' +
        'exists (select 1 from `cc_item` where `number` = ?), ' +
        'exists (select 1 from `cc_item` where `id_ext` = ? and `type_ext` = ?)',
    )
    const [parent, self, number, ext, type] = asked?.parameters ?? []
    expect([parent, self, ext]).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ text: '5' })))
    expect([number, type]).toEqual(['5', 'DID'])
  })

  it('are named once', async () => {
    await expect(removeRow(apiWith([1, 1, 1]), did, from(admin), '5')).rejects.toMatchObject({
      code: 'has_dependants',
      message: 'Rows of did, item refer to this did; remove or change those first.',
    })
  })
})
