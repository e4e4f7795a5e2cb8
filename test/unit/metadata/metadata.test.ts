/** What `/api/metadata/` says of resources, as callers with different rights see them. */
import { describe, expect, it } from 'vitest'
import { makeAccess } from '../../../src/access.ts'
import type { Caller } from '../../../src/caller.ts'
import { type FieldMetadata, metadataFor, type ResourceMetadata } from '../../../src/metadata/metadata.ts'
import { definePlugin, type Plugin } from '../../../src/plugins/plugin.ts'
import { call, card, cardgroup } from '../resources/resources.ts'
import { admin, apiOn, holding } from '../../helpers/callers.ts'
import { offlineDb } from '../../helpers/offline-db.ts'

const group = { ...cardgroup, label: 'Customer groups', section: 'customers', display: 'name' }
const api = apiOn(offlineDb(), new Map([card, group, call].map((resource) => [resource.name, resource])))
const notes: Plugin = definePlugin({
  api: 1,
  name: 'notes',
  permissions: { 'notes:add': 'Add notes' },
  routes: [
    {
      operationId: 'addNote',
      method: 'POST',
      path: '/custom_api/note/:card_id',
      summary: 'Adds a note.',
      permission: 'notes:add',
      body: { required: ['text'], properties: { text: { type: 'string', description: 'a text' } } },
      response: { type: 'object' },
      handle: async () => ({}),
    },
  ],
  actions: [{ resource: 'card', place: 'row', label: 'Add a note', route: 'addNote', confirm: true }],
})

function seenBy(caller: Caller, name: string): ResourceMetadata | undefined {
  return metadataFor(api, caller, [notes]).resources.find((resource) => resource.name === name)
}

function field(caller: Caller, resource: string, name: string): FieldMetadata | undefined {
  return seenBy(caller, resource)?.fields.find((each) => each.name === name)
}

const masked: Caller = {
  ...admin,
  access: makeAccess({ permissions: new Set(['*']), masks: new Set(['card.username', 'cardgroup.name']), scopes: [] }),
}

describe('a resource', () => {
  it('is told with its names, its key, and who refers to it', () => {
    expect(seenBy(admin, 'cardgroup')).toMatchObject({
      label: 'Customer groups',
      section: 'customers',
      display: 'name',
      key: ['id'],
      search: false,
      referredBy: [{ resource: 'card', field: 'id_group', to: 'id' }],
    })
    expect(seenBy(admin, 'card')).toMatchObject({
      label: 'Card',
      section: 'other',
      display: 'username',
      referredBy: [
        { resource: 'call', field: 'card', to: 'id' },
        { resource: 'call', field: 'username', to: 'username' },
      ],
    })
  })

  it('is there for who may list it, with what he may do', () => {
    const names = (caller: Caller): string[] => metadataFor(api, caller, []).resources.map(({ name }) => name)
    expect(names(admin)).toEqual(['call', 'card', 'cardgroup'])
    expect(names({ ...admin, access: holding('card:get', 'call:list') })).toEqual(['call'])
    const clerk: Caller = { ...admin, access: holding('card:list', 'card:get', 'card:update') }
    expect(seenBy(clerk, 'card')?.operations).toEqual({
      list: true,
      get: true,
      create: false,
      update: true,
      delete: false,
      export: false,
    })
    expect(Object.values(seenBy(admin, 'card')?.operations ?? {})).not.toContain(false)
  })

  it('is not made by who may not see what it needs, nor addressed without its key', () => {
    expect(seenBy(masked, 'card')?.operations).toMatchObject({ create: false, update: true })
    expect(seenBy(masked, 'cardgroup')).toMatchObject({ display: 'id' })
    const access = makeAccess({ permissions: new Set(['*']), masks: new Set(['card.id']), scopes: [] })
    expect(seenBy({ ...admin, access }, 'card')).toMatchObject({
      key: [],
      operations: { list: true, get: false, update: false, delete: false },
    })
  })
})

describe('a field', () => {
  it('is told with its type, its limits and its reference', () => {
    expect(field(admin, 'card', 'credit')).toEqual({
      name: 'credit',
      label: 'Credit',
      type: 'decimal',
      precision: 15,
      scale: 5,
      required: true,
      writable: 'create',
      hint: 'Use the refill call.',
    })
    expect(field(admin, 'card', 'id')).toMatchObject({ type: 'integer', maximum: '9223372036854775807' })
    expect(field(admin, 'card', 'firstusedate')).toMatchObject({ type: 'datetime', nullable: true })
    expect(field(admin, 'card', 'id_group')).toMatchObject({
      reference: { resource: 'cardgroup', field: 'id', none: [] },
    })
    expect(field(admin, 'call', 'state')).toMatchObject({ type: 'enum', values: ['open', 'closed'] })
  })

  it('that is masked is not there, and neither is a reference to it', () => {
    expect(field(masked, 'card', 'username')).toBeUndefined()
    expect(field(masked, 'call', 'username')?.reference).toBeUndefined()
    expect(field(admin, 'call', 'username')?.reference).toBeDefined()
    const noGroups: Caller = { ...admin, access: holding('card:list') }
    expect(field(noGroups, 'card', 'id_group')?.reference).toBeUndefined()
  })

  it('that is secret can be set by all who write, and is shown to holders of secrets:read', () => {
    expect(field(admin, 'card', 'uipass')).toMatchObject({ secret: true })
    expect(field(admin, 'card', 'uipass')?.writeOnly).toBeUndefined()
    expect(field({ ...admin, access: holding('card:list', 'card:update') }, 'card', 'uipass')?.writeOnly).toBe(true)
    expect(
      field({ ...admin, access: holding('card:list', 'secrets:read') }, 'card', 'uipass')?.writeOnly,
    ).toBeUndefined()
  })
})

it('what plugins offer is told to who may do it', () => {
  expect(metadataFor(api, admin, [notes]).actions).toEqual([
    {
      plugin: 'notes',
      resource: 'card',
      place: 'row',
      label: 'Add a note',
      confirm: true,
      operationId: 'addNote',
      method: 'POST',
      path: '/custom_api/note/{card_id}',
      isIdempotent: false,
      body: { required: ['text'], properties: { text: { type: 'string', description: 'a text' } } },
    },
  ])
  const route = { plugin: 'notes', operationId: 'addNote', method: 'POST', path: '/custom_api/note/{card_id}' }
  expect(metadataFor(api, admin, [notes]).routes).toEqual([route])
  const other = metadataFor(api, { ...admin, access: holding('card:list') }, [notes])
  expect([other.actions, other.routes]).toEqual([[], []])
})

it('rows that plugins show on others, and their words for fields, are told to who sees them', () => {
  const told: Plugin = {
    api: 1,
    name: 'told',
    panels: [{ resource: 'cc_card', label: 'Called', of: 'call', field: 'card_id' }],
    fields: { cc_card: { credit: { label: 'Left', help: 'What is left' } }, card: { nothing: { help: 'x' } } },
  }
  const all = metadataFor(api, admin, [told])
  expect(all.panels).toEqual([{ plugin: 'told', resource: 'card', label: 'Called', of: 'call', field: 'card' }])
  const credit = all.resources.find(({ name }) => name === 'card')?.fields.find(({ name }) => name === 'credit')
  expect(credit).toMatchObject({ label: 'Left', help: 'What is left' })
  expect(metadataFor(api, { ...admin, access: holding('card:list') }, [told]).panels).toEqual([])
})

it('orders that a cursor goes on in end before a column in whose order none does', () => {
  const indexes = [{ columns: ['starttime', 'state', 'id'] }, { columns: ['state', 'id'] }, { columns: ['src', 'id'] }]
  const indexed = apiOn(offlineDb(), new Map([['call', { ...call, indexes }]]))
  expect(metadataFor(indexed, admin, []).resources[0]?.cursors).toEqual([['starttime'], ['src', 'id']])
})
