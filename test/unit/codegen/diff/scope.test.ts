/** Where a change shows: endpoints, fields, filters, schemas and types. */
import { expect, it } from 'vitest'
import type { SnapshotTable } from '../../../../codegen/introspection/snapshot.ts'
import { column, id, table } from '../../../helpers/snapshot.ts'
import { changes } from './compared.ts'

const tables = [
  table('cc_card', [id, column('lastname', 'varchar(9)'), column('uipass', 'varchar(9)')]),
  table('cc_callerid', [id, column('id_cc_card', 'bigint')]),
]
const without = (name: string): SnapshotTable[] =>
  tables.map((whole) => ({ ...whole, columns: whole.columns.filter((found) => found.name !== name) }))

it('endpoints, fields, filters also through references, schemas and types', () => {
  expect(changes(tables, without('lastname'))).toEqual([
    expect.objectContaining({
      resource: 'card',
      table: 'cc_card',
      columns: ['lastname'],
      endpoints: [
        'GET /api/card/',
        'GET /api/card/{key}/',
        'POST /api/card/',
        'PUT /api/card/{key}/',
        'PATCH /api/card/{key}/',
      ],
      fields: ['lastname'],
      filters: ['lastname', 'callerid: id_cc_card__lastname'],
      schemas: ['Card', 'Card.New', 'Card.Patch'],
      types: ['Card["lastname"]', 'NewCard["lastname"]', 'CardPatch["lastname"]'],
    }),
  ])
})

it('no filter names a secret', () => {
  expect(changes(tables, without('uipass'))[0]?.filters).toEqual([])
})

it('a table that is gone takes its relations with it, said where they were', () => {
  const found = changes(tables, tables.slice(1))
  expect(found.map(({ resource, kind }) => `${resource} ${kind}`)).toEqual(['callerid relation', 'card table-dropped'])
})

it('a resource that has another name is spoken of once, not by everyone who refers to it', () => {
  const found = changes(tables, tables, { after: { resources: { cc_card: 'customer' } } })
  expect(found.map(({ resource, kind }) => `${resource} ${kind}`)).toEqual(['card resource-renamed'])
})
