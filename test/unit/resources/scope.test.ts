/** Rows outside of a caller's scope: what stands in the statements, so that they are like rows that are not there. */
import { describe, expect, it } from 'vitest'
import { type Layer, makeAccess, type Scope } from '../../../src/access.ts'
import type { Caller } from '../../../src/caller.ts'
import { ApiError } from '../../../src/errors.ts'
import { JsonNumber } from '../../../src/json-number.ts'
import type { Api } from '../../../src/resources/api.ts'
import type { ResourceHooks } from '../../../src/resources/hooks.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { isVisible, viewOf } from '../../../src/resources/view.ts'
import { NumericLiteral } from '../../../src/db/numeric-literal.ts'
import { from } from '../../helpers/callers.ts'
import type { OfflineAnswers } from '../../helpers/offline-db.ts'
import { aCall, aCard, offlineApi } from './resources.ts'
import { createRow, listRows, readRow, removeRow, updateRowByKey } from '../../helpers/rows.ts'

const EVERY = ['cardgroup', 'card', 'call', 'report', 'rate'].map((name) => `${name}:*`)

function limitedTo(...queries: readonly string[]): Caller {
  const scopes = queries.map((text): Scope => {
    const [resource = '', query = ''] = text.split('?')
    return { kind: 'filter', resource, query }
  })
  const layer: Layer = { permissions: new Set(EVERY), masks: new Set(), scopes }
  return { id: 3, name: 'limited', access: makeAccess(layer) }
}

function seen(view: Api, name: string): Resource {
  const resource = view.resources.get(name)
  if (!resource) throw new Error(`There is no ${name}`)
  return resource
}

/** The card of a statement, without what is selected. */
function withoutSelection(sql: string): string {
  return sql.replace(/^select .*? from `cc_(\w+)` as `t0`/, '$1')
}

const MINE = 'in (select `r0`.`id` from `cc_card_group` as `r0` where `r0`.`id_agent` = ?)'

describe('a list', () => {
  const agent = limitedTo('card?id_group__id_agent=5')

  it.each([
    { list: 'card?', sql: `card where \`t0\`.\`id_group\` ${MINE}`, values: ['#5'] },
    {
      list: 'card?id_group__name=x',
      sql: `card left join \`cc_card_group\` as \`t1\` on \`t1\`.\`id\` = \`t0\`.\`id_group\` where \`t0\`.\`id_group\` ${MINE} and \`t1\`.\`name\` = ?`,
      values: ['#5', 'x'],
    },
    {
      list: 'call?card__lastname=x',
      sql: `call left join \`cc_card\` as \`t1\` on \`t1\`.\`id\` = \`t0\`.\`card_id\` and \`t1\`.\`id_group\` ${MINE} where \`t1\`.\`lastname\` = ?`,
      values: ['#5', 'x'],
    },
    {
      list: 'call?-card__lastname=x',
      sql: `call left join \`cc_card\` as \`t1\` on \`t1\`.\`id\` = \`t0\`.\`card_id\` and \`t1\`.\`id_group\` ${MINE} where not coalesce(\`t1\`.\`lastname\` = ?, false)`,
      values: ['#5', 'x'],
    },
    {
      list: 'call?username__lastname=x',
      sql: `call where \`t0\`.\`username\` in (select \`s0\`.\`username\` from \`cc_card\` as \`s0\` where \`s0\`.\`lastname\` = ? and \`s0\`.\`id_group\` ${MINE})`,
      values: ['x', '#5'],
    },
    {
      list: 'call?username__lastname__is_null=true',
      sql:
        `call where (\`t0\`.\`username\` in (select \`s0\`.\`username\` from \`cc_card\` as \`s0\` where \`s0\`.\`lastname\` is null and \`s0\`.\`id_group\` ${MINE})` +
        ` or (\`t0\`.\`username\` in (select \`s0\`.\`username\` from \`cc_card\` as \`s0\` where \`s0\`.\`id_group\` ${MINE})) is not true)`,
      values: ['#5', '#5'],
    },
    {
      list: 'call?-username__id_group__name=x',
      sql: `call where (\`t0\`.\`username\` in (select \`s0\`.\`username\` from \`cc_card\` as \`s0\` left join \`cc_card_group\` as \`s1\` on \`s1\`.\`id\` = \`s0\`.\`id_group\` where \`s1\`.\`name\` = ? and \`s0\`.\`id_group\` ${MINE})) is not true`,
      values: ['x', '#5'],
    },
    { list: 'rate?price=1', sql: 'rate where `t0`.`price` = ?', values: ['#1'] },
  ])('$list', async ({ list, sql, values }) => {
    const api = offlineApi()
    const view = viewOf(api, agent)
    const [name = '', query = ''] = list.split('?')
    await listRows(view, seen(view, name), agent, query)
    const { sql: text, parameters } = api.db.last()
    expect(withoutSelection(text).replace(/ order by .*/, '')).toBe(sql)
    expect(parameters).toEqual([...values, 21, 0])
  })

  it('is compiled once for all agents', async () => {
    const api = offlineApi()
    const values: unknown[] = []
    for (const id of ['5', '6', '7']) {
      const caller = limitedTo(`card?id_group__id_agent=${id}`)
      const view = viewOf(api, caller)
      await listRows(view, seen(view, 'call'), caller, 'card__lastname=x')
      values.push(api.db.last().parameters[0])
    }
    expect(api.db.compilations()).toBe(1)
    expect(values).toEqual(['#5', '#6', '#7'])
  })

  it.each([
    { scope: 'card?id__gt=5', sql: 'card where `t0`.`id` > ?' },
    { scope: 'card?-id=5', sql: 'card where not coalesce(`t0`.`id` = ?, false)' },
    { scope: 'card?uipass=x', sql: 'card where `t0`.`uipass` = ?' },
    { scope: 'card?id__in=5,6', sql: 'card where `t0`.`id` in (?, ?)' },
  ])('of another shape is another statement: $scope', async ({ scope, sql }) => {
    const api = offlineApi()
    for (const text of ['card?id=5', scope]) {
      const caller = limitedTo(text)
      const view = viewOf(api, caller)
      await listRows(view, seen(view, 'card'), caller, '')
    }
    expect(withoutSelection(api.db.last().sql).replace(/ order by .*/, '')).toBe(sql)
  })

  it.each([
    { before: 'cardgroup?id=5', scope: 'card?id=5', list: 'card?id_group__name=x', limited: '`t0`.`id` = ?' },
    { before: 'card?id=5', scope: 'cardgroup?id=5', list: 'card?id_group__name=x', limited: '`t1`.`id` = ?' },
    { before: 'call?id=5', scope: 'card?id=5', list: 'call?card__lastname=x', limited: '`t1`.`id` = ?' },
  ])('of another resource is another statement: $scope after $before', async ({ before, scope, list, limited }) => {
    const api = offlineApi()
    const [name = '', query = ''] = list.split('?')
    for (const text of [before, scope]) {
      const caller = limitedTo(text)
      const view = viewOf(api, caller)
      await listRows(view, seen(view, name), caller, query)
    }
    expect(api.db.last().sql).toContain(limited)
  })

  it('meets every scope there is, of each layer and of plugins', async () => {
    const of = (query: string): Layer => ({
      permissions: new Set(EVERY),
      masks: new Set(),
      scopes: [{ kind: 'filter', resource: 'card', query }],
    })
    const hooks: ResourceHooks = { scope: ({ name }) => (name === 'key' ? 'id__lt=9' : undefined) }
    const api = { ...offlineApi(), hooks: { of: (name: string) => (name === 'card' ? hooks : undefined) } }
    const access = makeAccess(of('id__gt=1'), of('vat=0&vat=1'))
    for (const [name, more] of [
      ['key', ' and `t0`.`id` < ?'],
      ['other', ''],
    ] as const) {
      const caller = { id: 3, name, access }
      const view = viewOf(api, caller)
      await listRows(view, seen(view, 'card'), caller, '')
      const { sql } = api.db.last()
      expect(withoutSelection(sql)).toContain(
        `card where \`t0\`.\`id\` > ? and ((cast(\`t0\`.\`vat\` as char) + 0e0) = ? or (cast(\`t0\`.\`vat\` as char) + 0e0) = ?)${more} order by`,
      )
    }
  })
})

describe('a scope that means nothing', () => {
  it.each([
    { scope: 'card?idd=5', named: 'idd=5' },
    { scope: 'card?id=five', named: 'id=five' },
    { scope: 'card?', named: 'no filter' },
    { scope: 'card?limit=5', named: 'limit=5' },
    { scope: 'card?id__lik=5', named: 'id__lik=5' },
    { scope: 'card?id_group__id_agnet=5', named: 'id_group__id_agnet=5' },
  ])('$scope lets nobody see a card, nor look behind a reference to one', async ({ scope, named }) => {
    const api = offlineApi({ rows: () => [] })
    const caller = limitedTo(scope)
    const view = viewOf(api, caller)
    const works = [
      listRows(view, seen(view, 'card'), caller, ''),
      listRows(view, seen(view, 'call'), caller, 'card__lastname=x'),
      readRow(view, seen(view, 'card'), caller, '5'),
      updateRowByKey(view, seen(view, 'card'), from(caller), '5', { lastname: 'x' }),
      removeRow(view, seen(view, 'card'), from(caller), '5'),
      createRow(view, seen(view, 'card'), from(caller), { username: 'u', credit: new JsonNumber('1') }),
      isVisible(view, api.db, 'card', [new NumericLiteral('5')]),
    ]
    const errors = await Promise.all(works.map((work) => work.then(String, (error: unknown) => error)))
    for (const error of errors) {
      // No ApiError: it is a defect of the settings, which the log has to name.
      expect(error).toBeInstanceOf(Error)
      expect(error).not.toBeInstanceOf(ApiError)
      expect((error as Error).message).toContain(named)
    }
    expect(api.db.statements.filter(({ sql }) => !sql.startsWith('SET'))).toEqual([])
    await expect(listRows(view, seen(view, 'call'), caller, '')).resolves.toContain('"objects":[]')
  })

  it('because there is no such resource lets nobody see anything', () => {
    expect(() => viewOf(offlineApi(), limitedTo('crad?id=5'))).toThrow('"crad?id=5"')
  })

  it('of a plugin, too', async () => {
    const hooks: ResourceHooks = { scope: () => 'idd=5' }
    const api = { ...offlineApi(), hooks: { of: (name: string) => (name === 'card' ? hooks : undefined) } }
    const caller = limitedTo('card?id=5')
    const view = viewOf(api, caller)
    await expect(listRows(view, seen(view, 'card'), caller, '')).rejects.toThrow(
      'The scope "idd=5" of card cannot be used',
    )
  })
})

describe('one row', () => {
  const agent = limitedTo('card?id_group__id_agent=5')

  it('is looked for within the scope', async () => {
    const api = offlineApi()
    const view = viewOf(api, agent)
    await expect(readRow(view, seen(view, 'card'), agent, '7')).rejects.toMatchObject({ code: 'not_found' })
    expect(withoutSelection(api.db.last().sql)).toBe(`card where \`t0\`.\`id\` = ? and \`t0\`.\`id_group\` ${MINE}`)
    expect(api.db.last().parameters).toEqual(['#7', '#5'])
  })

  it.each(['update', 'delete'])('is not touched outside of it: %s', async (operation) => {
    const api = offlineApi()
    const view = viewOf(api, agent)
    const card = seen(view, 'card')
    const work =
      operation === 'update'
        ? updateRowByKey(view, card, from(agent), '7', { lastname: 'x' })
        : removeRow(view, card, from(agent), '7')
    await expect(work).rejects.toMatchObject({ code: 'not_found' })
    expect(api.db.statements.some(({ sql }) => /^(update|delete|insert)/.test(sql))).toBe(false)
  })

  it('is asked about by others who move its money', async () => {
    const found = offlineApi({ rows: () => [['7']] })
    const missing = offlineApi()
    const key = [new NumericLiteral('7')]
    expect(await isVisible(viewOf(found, agent), found.db, 'card', key)).toBe(true)
    expect(await isVisible(viewOf(missing, agent), missing.db, 'card', key)).toBe(false)
    const everyone = limitedTo()
    expect(await isVisible(viewOf(missing, everyone), missing.db, 'card', key)).toBe(true)
    // Nothing is asked where every row is visible: whether it is there is not the question.
    expect([found.db.statements.length, missing.db.statements.length]).toEqual([1, 1])
  })
})

describe('a write', () => {
  const agent = limitedTo('card?id_group__id_agent=5', 'cardgroup?id_agent=5')
  const body = { username: 'u', credit: new JsonNumber('1'), id_group: new JsonNumber('2') }

  /** @param isMet - whether the questions to the database find something, in their order */
  async function write(work: 'create' | 'update', values: object, ...isMet: readonly boolean[]) {
    const found = [...isMet]
    const rows: OfflineAnswers['rows'] = ({ sql }) => {
      if (!sql.startsWith('select 1')) return work === 'update' ? [aCard] : []
      return found.shift() ? [[1]] : []
    }
    const api = offlineApi({ rows })
    const view = viewOf(api, agent)
    const card = seen(view, 'card')
    const done =
      work === 'create'
        ? createRow(view, card, from(agent), values)
        : updateRowByKey(view, card, from(agent), '7', values)
    const error: unknown = await done.catch((thrown: unknown) => thrown)
    const asked = api.db.statements.filter(({ sql }) => sql.startsWith('select 1'))
    const isWritten = api.db.statements.some(({ sql }) => /^(update|insert)/.test(sql))
    return { code: error instanceof ApiError ? error.code : undefined, error, asked, isWritten }
  }

  it('of a new row looks at its values with the types of the columns', async () => {
    const { asked, isWritten } = await write('create', body, true, true)
    expect(asked[0]?.sql).toBe(
      'select 1 from (select `id_group` from `cc_card` where false union all select ?) as `t0` where true and ' +
        `\`t0\`.\`id_group\` ${MINE}`,
    )
    expect(asked[0]?.parameters).toEqual([
      expect.objectContaining({ text: '2' }),
      expect.objectContaining({ text: '5' }),
    ])
    expect(isWritten).toBe(true)
  })

  it('that changes a row looks at what the row will be', async () => {
    const { asked, isWritten } = await write('update', { id_group: new JsonNumber('2') }, true, true)
    expect(asked[0]?.sql).toBe(
      'select 1 from (select `id_group` from `cc_card` where false union all select ? from `cc_card` where `id` = ?) as `t0` ' +
        `where true and \`t0\`.\`id_group\` ${MINE}`,
    )
    expect(isWritten).toBe(true)
  })

  it.each([
    { work: 'create', values: body },
    { work: 'update', values: { id_group: new JsonNumber('2') } },
  ] as const)('that would leave the scope is refused before it is made: $work', async ({ work, values }) => {
    const { code, error, isWritten } = await write(work, values, false)
    expect([code, isWritten]).toEqual(['forbidden', false])
    expect((error as ApiError).message).toBe('This card would be outside of what you may see by its id_group.')
  })

  it('of other columns asks nothing', async () => {
    const { asked, isWritten } = await write('update', { lastname: 'x' })
    expect([asked.length, isWritten]).toEqual([0, true])
  })

  it('that leaves to the database whose the row will be is refused', async () => {
    const { id_group: _, ...values } = body
    const { code, error, isWritten, asked } = await write('create', values)
    expect([code, isWritten, asked.length]).toEqual(['missing_field', false, 0])
    expect((error as ApiError).errors).toEqual([{ pointer: '/id_group', detail: 'Must be given.' }])
  })

  it('may not refer to what the caller does not see, or may to nothing', async () => {
    const call = limitedTo('card?id_group__id_agent=5')
    const refer = async (card: string, isMet: boolean) => {
      const api = offlineApi({ rows: ({ sql }) => (sql.startsWith('select 1') ? (isMet ? [[1]] : []) : [aCall]) })
      const view = viewOf(api, call)
      const values = { card: new JsonNumber(card) }
      const error: unknown = await updateRowByKey(view, seen(view, 'call'), from(call), '7', values).catch(
        (thrown: unknown) => thrown,
      )
      return [error instanceof ApiError ? `${error.code} ${error.message}` : 'written', api.db.statements.length]
    }
    expect((await refer('8', false))[0]).toBe('invalid_value card: Must refer to a card that you may see, or to none.')
    expect((await refer('8', true))[0]).toBe('written')
    const [answer, statements] = await refer('0', false)
    expect(answer).toBe('written')
    expect(statements).toBe(3)
  })

  it('of who sees every row refers to whatever it likes', async () => {
    const api = offlineApi({ rows: () => [aCall] })
    const all = limitedTo()
    await updateRowByKey(viewOf(api, all), seen(api, 'call'), from(all), '7', { card: new JsonNumber('8') })
    expect(api.db.statements.some(({ sql }) => sql.startsWith('select 1'))).toBe(false)
  })
})

describe('what refers to a row that is to be deleted', () => {
  /** @param found - what is there of: `call` by `card_id`, `call` by `username`, `report` has no key */
  async function refusal(caller: Caller, ...found: readonly (readonly number[])[]): Promise<string> {
    const answers = [...found]
    const row = ['7', null, 'u', 'p', '0', '', '0', '1', null, null, null]
    const api = offlineApi({ rows: ({ sql }) => (sql.startsWith('select exists') ? [answers.shift() ?? []] : [row]) })
    const view = viewOf(api, caller)
    return removeRow(view, seen(view, 'card'), from(caller), '7').catch((error: Error) => error.message)
  }

  const REST = 'refer to this card; remove or change those first.'

  it('is named where the caller may list it, and counts where not', async () => {
    const blind: Caller = {
      id: 3,
      name: 'blind',
      access: makeAccess({ permissions: new Set(['card:*']), masks: new Set(), scopes: [] }),
    }
    expect(await refusal(limitedTo('card?id=7'), [1, 0])).toBe(`Rows of call ${REST}`)
    expect(await refusal(blind, [1, 0])).toBe(`Other rows ${REST}`)
    expect(await refusal(blind, [0, 0])).toBe('{"deleted":1}')
  })

  it('is named where one of its rows is in the scope', async () => {
    const agent = limitedTo('card?id=7', 'call?id__gt=5')
    expect(await refusal(agent, [1, 1], [0, 1])).toBe(`Rows of call ${REST}`)
    expect(await refusal(agent, [1, 1], [0, 0])).toBe(`Other rows ${REST}`)
  })
})
