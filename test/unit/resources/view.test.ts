/** What a caller does not see is answered as what was never there. */
import { describe, expect, it } from 'vitest'
import { type Access, type Layer, makeAccess } from '../../../src/access.ts'
import type { Caller } from '../../../src/caller.ts'
import { ApiError } from '../../../src/errors.ts'
import { JsonNumber } from '../../../src/json-number.ts'
import type { Api } from '../../../src/resources/api.ts'
import { projectionOf } from '../../../src/resources/projection.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { assertCreatable, viewOf } from '../../../src/resources/view.ts'
import { from } from '../../helpers/callers.ts'
import { aCard, admin, call, card, offlineApi } from './resources.ts'
import { createRow, listRows, readRow, updateRowByKey } from '../../helpers/rows.ts'

const EVERY = ['cardgroup', 'card', 'call', 'report', 'rate'].map((name) => `${name}:*`)

function seeing(layer: Partial<{ permissions: readonly string[]; masks: readonly string[] }>): Caller {
  return { id: 3, name: 'masked', access: accessOf(layer) }
}

function accessOf(...layers: Partial<{ permissions: readonly string[]; masks: readonly string[] }>[]): Access {
  const whole = layers.map(({ permissions = EVERY, masks = [] }): Layer => {
    return { permissions: new Set(permissions), masks: new Set(masks), scopes: [] }
  })
  return makeAccess(...whole)
}

/** The same API from a database without these columns. */
function without(api: Api, of: string, ...names: readonly string[]): Api {
  const resources = Array.from(api.resources, ([name, resource]): [string, Resource] => {
    const isThere = (column: string): boolean => name !== of || !names.includes(column)
    const relations = Object.entries(resource.relations).filter(([column]) => isThere(column))
    const columns = resource.columns.filter((column) => isThere(column.name))
    return [name, { ...resource, columns, relations: Object.fromEntries(relations) }]
  })
  return { ...api, resources: new Map(resources) }
}

function get(api: Api, name: string): Resource {
  const resource = api.resources.get(name)
  if (!resource) throw new Error(`There is no ${name}`)
  return resource
}

async function answerOf(work: Promise<string>): Promise<unknown> {
  return work.then(
    (text) => ({ text }),
    (error: unknown) => {
      if (!(error instanceof ApiError)) throw error
      return { code: error.code, message: error.message, errors: error.errors }
    },
  )
}

describe('a masked column', () => {
  const masked = seeing({ masks: ['card.lastname'] })
  const requests: Record<string, (api: Api, caller: Caller) => Promise<string>> = {}
  for (const query of [
    'lastname=x',
    'lastname__like=x',
    '-lastname=x',
    'lastnam=x',
    'lastname__is_null=true',
    'ordering=lastname',
    'ordering=-lastnam',
    'id_group__name=x',
    'search=x',
    'fields=lastname',
    'omit=lastnam',
    'expand=lastname',
    'group=lastname',
    'agg=max(lastname)',
    'where={"lastname":"x"}',
    'agg=count&having={"lastname":"x"}',
    'username=x',
  ]) {
    requests[`card?${query}`] = (api, caller) => listRows(api, get(api, 'card'), caller, query)
  }
  for (const query of [
    'card__lastname=x',
    'card__lastname__like=x',
    '-card__lastname=x',
    'card_id__lastnam=x',
    'expand=card&fields=card.lastname',
  ]) {
    requests[`call?${query}`] = (api, caller) => listRows(api, get(api, 'call'), caller, query)
  }
  for (const field of ['lastname', 'lastnam', 'usernam']) {
    const body = { username: 'u', credit: new JsonNumber('1'), [field]: 'x' }
    requests[`create ${field}`] = (api, caller) => createRow(api, get(api, 'card'), from(caller), body)
    requests[`update ${field}`] = (api, caller) => updateRowByKey(api, get(api, 'card'), from(caller), '5', body)
  }

  it.each(Object.entries(requests))('%s is answered as if it were not there', async (_, request) => {
    const api = offlineApi({ rows: () => [] })
    const seen = await answerOf(request(viewOf(api, masked), masked))
    expect(seen).toEqual(await answerOf(request(without(api, 'card', 'lastname'), admin)))
  })

  it('is told apart where it is not masked', async () => {
    const different: string[] = []
    for (const [name, request] of Object.entries(requests)) {
      const api = offlineApi()
      const seen = JSON.stringify(await answerOf(request(viewOf(api, seeing({})), seeing({}))))
      if (seen !== JSON.stringify(await answerOf(request(without(api, 'card', 'lastname'), admin)))) {
        different.push(name)
      }
    }
    expect(different.length).toBeGreaterThanOrEqual(12)
  })

  it('is not selected, by whatever name the mask has it', async () => {
    const api = offlineApi({ rows: () => [] })
    const caller = seeing({ masks: ['card.lastname', 'call.card'] })
    const view = viewOf(api, caller)
    await listRows(view, get(view, 'card'), caller, '')
    expect(api.db.last().sql).not.toContain('lastname')
    expect(get(view, 'call').columns.map(({ name }) => name)).not.toContain('card_id')
    expect(get(view, 'call').relations).not.toHaveProperty('card_id')
  })

  it('is masked by any layer: a key sees no more than its user', () => {
    const access = accessOf({ masks: ['card.lastname'] }, { masks: ['card.vat'] })
    const view = viewOf(offlineApi(), { id: 3, name: 'x', keyId: 1, access })
    const names = get(view, 'card').columns.map(({ name }) => name)
    expect(names).toHaveLength(card.columns.length - 2)
    expect(names).not.toContain('lastname')
    expect(names).not.toContain('vat')
  })

  it('shares no statement with another mask of as many columns', async () => {
    const api = offlineApi({ rows: () => [] })
    for (const [hidden, other] of [
      ['lastname', 'vat'],
      ['vat', 'lastname'],
    ]) {
      const caller = seeing({ masks: [`card.${hidden}`] })
      const view = viewOf(api, caller)
      await listRows(view, get(view, 'card'), caller, '')
      const { sql } = api.db.last()
      expect(sql).not.toContain(`\`${hidden}\``)
      expect(sql).toContain(`\`${other}\``)
    }
  })

  it('is in no row by itself, whoever asks for it at the same time', async () => {
    const api = offlineApi({ rows: ({ sql }) => [sql.includes(' in (') ? ['5', ...aCard] : aCard] })
    const callers = [['card.lastname'], ['card.vat'], []].map((masks) => seeing({ masks }))
    const rows = await Promise.all(
      Array.from({ length: 12 }, (_, index) => callers[index % 3] ?? admin).map((caller) => {
        const view = viewOf(api, caller)
        return readRow(view, get(view, 'card'), caller, '5')
      }),
    )
    const shown = rows.map((row) => ['lastname', 'vat', 'uipass'].filter((name) => name in JSON.parse(row)))
    expect(shown.slice(0, 3)).toEqual([['vat'], ['lastname'], ['lastname', 'vat']])
    expect(shown.slice(3)).toEqual([...shown.slice(0, 3), ...shown.slice(0, 3), ...shown.slice(0, 3)])
  })

  it('still gets its blank when a row is made', async () => {
    const api = offlineApi({ rows: () => [] })
    const view = viewOf(api, masked)
    const body = { username: 'u', credit: new JsonNumber('1'), vat: new JsonNumber('0'), id_group: new JsonNumber('1') }
    await createRow(view, get(view, 'card'), from(masked), body).catch(() => undefined)
    const insert = api.db.statements.find(({ sql }) => sql.startsWith('insert'))
    expect(insert?.sql).toContain('`lastname`')
  })

  it.each([
    { mask: 'card.username', may: false },
    { mask: 'card.id', may: false },
    { mask: 'card.lastname', may: true },
  ])('$mask: a row can be made without it: $may', ({ mask, may }) => {
    const seen = get(viewOf(offlineApi(), seeing({ masks: [mask] })), 'card')
    const make = (): void => assertCreatable(seen)
    if (may) expect(make).not.toThrow()
    else expect(make).toThrow(expect.objectContaining({ code: 'forbidden' }))
    expect(() => assertCreatable(card)).not.toThrow()
  })

  it('is not told of by a key that is taken', async () => {
    const { describeWriteError } = await import('../../../src/resources/write-errors.ts')
    const cause = Object.assign(new Error(), { errno: 1062, sqlMessage: "Duplicate entry '' for key 'lastname'" })
    const error = new ApiError('duplicate_key', '', { cause })
    const told = (resource: Resource): string => (describeWriteError(error, resource) as Error).message
    expect(told(get(viewOf(offlineApi(), masked), 'card'))).not.toContain('lastname')
    expect(told(card)).toContain('lastname')
  })
})

describe('a relation', () => {
  const names = ['card__username=x', 'card__id_group__name=x', 'username__credit__gt=1']

  it.each(names)('%s leads only to what may be listed', async (query) => {
    const caller = seeing({ permissions: ['call:*', 'card:get', 'cardgroup:list'] })
    const api = offlineApi()
    const view = viewOf(api, caller)
    const seen = await answerOf(listRows(view, get(view, 'call'), caller, query))
    const unrelated: Resource = { ...call, relations: {} }
    expect(seen).toEqual(await answerOf(listRows(api, unrelated, admin, query)))
    expect(seen).toMatchObject({ code: 'unknown_parameter' })
  })

  it.each(names)('%s is followed by who may list it', async (query) => {
    const caller = seeing({ permissions: ['call:*', 'card:list', 'cardgroup:list'] })
    const view = viewOf(offlineApi({ rows: () => [] }), caller)
    await expect(listRows(view, get(view, 'call'), caller, query)).resolves.toContain('"objects":[]')
  })

  it('to a masked column is none', () => {
    const view = viewOf(offlineApi(), seeing({ masks: ['card.username'] }))
    expect(Object.keys(get(view, 'call').relations)).toEqual(['card_id'])
  })
})

describe('a view', () => {
  it('of everything is the API itself', () => {
    const api = offlineApi()
    expect(viewOf(api, admin)).toBe(api)
  })

  it('is made once for the same rights, and shares what is made of whole resources', () => {
    const api = offlineApi()
    const view = viewOf(api, seeing({ permissions: ['card:list', 'call:list'] }))
    expect(viewOf(api, seeing({ permissions: ['call:list', 'card:list'] }))).toBe(view)
    expect(viewOf(api, seeing({ permissions: ['call:list'] }))).not.toBe(view)
    expect(get(view, 'card')).not.toBe(card)
    expect(projectionOf(get(view, 'card'), false)).toBe(projectionOf(card, false))
  })

  it('is forgotten when too many others were asked for', () => {
    const api = offlineApi()
    const masking = (mask: number): Caller => seeing({ masks: [`card.none${mask}`], permissions: ['card:list'] })
    const first = viewOf(api, masking(0))
    for (let mask = 1; mask < 200; mask++) viewOf(api, masking(mask))
    expect(viewOf(api, masking(0))).toBe(first)
    for (let mask = 1; mask <= 200; mask++) viewOf(api, masking(mask))
    expect(viewOf(api, masking(0))).not.toBe(first)
  })
})
