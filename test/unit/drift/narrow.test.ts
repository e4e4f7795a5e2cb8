import { describe, expect, it } from 'vitest'
import type { LiveTable } from '../../../src/drift/drift.ts'
import { narrow } from '../../../src/drift/narrow.ts'
import { int, varchar } from '../../../src/resources/column-types.ts'
import type { Resource } from '../../../src/resources/resource.ts'

const card: Resource = {
  name: 'card',
  table: 'cc_card',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: int },
    { name: 'username', type: varchar(50, 'utf8mb3') },
    { name: 'lastname', type: varchar(50, 'utf8mb3'), blank: '' },
  ],
  relations: {},
}

const call: Resource = {
  name: 'call',
  table: 'cc_call',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: int },
    { name: 'card_id', field: 'card', type: int },
    { name: 'account', type: varchar(50, 'utf8mb3') },
    { name: 'kind', type: int },
    { name: 'other', type: int },
  ],
  relations: {
    card_id: { resource: 'card', column: 'id' },
    account: { resource: 'card', column: 'username' },
  },
  conditionalRelations: [{ from: 'other', resource: 'card', column: 'id', when: { column: 'kind', equals: '1' } }],
}

const report: Resource = {
  name: 'report',
  table: 'cc_report',
  primaryKey: [],
  readOnly: 'It is a view.',
  columns: [{ name: 'card_id', type: int }],
  relations: { card_id: { resource: 'card', column: 'id' } },
}

const resources = new Map([card, call, report].map((resource) => [resource.name, resource]))

/** The tables as they were generated from, but for `changes`; null stands for a table that is gone. */
function live(changes: Record<string, Partial<LiveTable> | null> = {}): Map<string, LiveTable> {
  return new Map(
    [...resources.values()].flatMap(({ table, columns }) => {
      const change = changes[table]
      if (change === null) return []
      const names = new Set(columns.map(({ name }) => name))
      const whole = {
        columns: names,
        changed: new Set<string>(),
        hasNewColumns: false,
        hasSameKey: true,
        unfillable: new Set<string>(),
      }
      return [[table, { ...whole, ...change }] as const]
    }),
  )
}

/** What is left of a table's columns without some of them. */
function without(resource: Resource, ...names: string[]): { columns: Set<string> } {
  return { columns: new Set(resource.columns.map(({ name }) => name).filter((name) => !names.includes(name))) }
}

function changed(resource: Resource, ...names: string[]): Partial<LiveTable> {
  return { ...without(resource, ...names), changed: new Set(names) }
}

/** Names of resources that refuse what they once did. */
function refusing(kept: ReadonlyMap<string, Resource>): string[] {
  return [...kept.values()].flatMap(({ name, refusals }) => (refusals ? [name] : []))
}

describe('narrow', () => {
  it('gives back the very resources of a database that has all of them', () => {
    const { resources: kept, losses } = narrow(resources, live())
    expect([...kept.values()].every((resource) => resource === resources.get(resource.name))).toBe(true)
    expect([kept.size, refusing(kept), losses]).toEqual([3, [], []])
  })

  it('takes out a resource whose table is gone, and the references to it', () => {
    const { resources: kept, losses } = narrow(resources, live({ cc_card: null }))
    expect([...kept.keys()]).toEqual(['call', 'report'])
    expect(kept.get('call')).toMatchObject({ relations: {}, conditionalRelations: [], columns: call.columns })
    expect(losses).toEqual([{ resource: 'card', table: 'cc_card', isGone: true, columns: [], refused: [] }])
    expect(refusing(kept)).toEqual([])
  })

  it('takes out a column that is gone, with the references by it and to it', () => {
    const byIt = narrow(resources, live({ cc_call: without(call, 'card_id') }))
    expect(byIt.resources.get('call')?.columns.map(({ name }) => name)).toEqual(['id', 'account', 'kind', 'other'])
    expect(Object.keys(byIt.resources.get('call')?.relations ?? {})).toEqual(['account'])
    expect(byIt.resources.get('card')).toBe(card)
    // Nobody refers to anything by a column that is gone, so nothing stands against a delete.
    expect(refusing(byIt.resources)).toEqual([])
    const toIt = narrow(resources, live({ cc_card: without(card, 'username') }))
    expect(Object.keys(toIt.resources.get('call')?.relations ?? {})).toEqual(['card_id'])
    expect(toIt.losses).toMatchObject([{ resource: 'card', columns: ['username'], refused: [] }])
  })

  it('serves a column of another type not at all', () => {
    const { resources: kept, losses } = narrow(resources, live({ cc_card: changed(card, 'lastname') }))
    expect(kept.get('card')?.columns.map(({ name }) => name)).toEqual(['id', 'username'])
    expect(losses).toMatchObject([{ resource: 'card', columns: ['lastname'] }])
  })

  it.each([
    { what: 'a reference by a column of another type', changes: { cc_call: changed(call, 'card_id') } },
    { what: 'a reference under a condition nobody can read', changes: { cc_call: without(call, 'kind') } },
    { what: 'a reference to a column of another type', changes: { cc_card: changed(card, 'username') } },
    {
      what: 'a reference that may bear another name now',
      changes: { cc_call: { ...without(call, 'card_id'), hasNewColumns: true } },
    },
    { what: 'references of rows that have lost their key', changes: { cc_call: { hasSameKey: false } } },
  ])('refuses to delete what $what may point to', ({ changes }) => {
    const { resources: kept, losses } = narrow(resources, live(changes))
    expect(kept.get('card')?.refusals?.remove).toMatch(
      /^Rows of call may refer to this card by a column that has changed/,
    )
    expect(losses.find(({ resource }) => resource === 'card')?.refused).toHaveLength(1)
  })

  it.each([
    { what: 'its column is gone', changes: { cc_card: without(card, 'id') } },
    { what: 'its column holds something else', changes: { cc_card: changed(card, 'id') } },
    { what: 'the database has another one', changes: { cc_card: { hasSameKey: false } } },
  ])('leaves no address to rows that have lost their key because $what', ({ changes }) => {
    const { resources: kept } = narrow(resources, live(changes))
    expect(kept.get('card')?.primaryKey).toEqual([])
    expect(kept.get('card')?.refusals).toEqual({
      row: expect.stringContaining('have no address'),
      create: expect.stringContaining('have no address'),
    })
  })

  it('refuses to create rows that need a value this server knows nothing of', () => {
    const { resources: kept } = narrow(resources, live({ cc_card: { unfillable: new Set(['tax_id']) } }))
    expect({ ...kept.get('card'), refusals: undefined }).toEqual({ ...card, refusals: undefined })
    expect(kept.get('card')?.refusals).toEqual({ create: expect.stringMatching(/^A new card needs a value in tax_id/) })
  })

  it('refuses nothing of a view that could not be written to before', () => {
    const { resources: kept } = narrow(
      resources,
      live({ cc_report: { hasSameKey: false, unfillable: new Set(['x']) } }),
    )
    expect(refusing(kept)).toEqual([])
  })
})
