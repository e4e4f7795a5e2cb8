import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../src/errors.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { admin, call, card, cardgroup, offlineApi, reader, report } from './resources.ts'
import { listRows } from '../../helpers/rows.ts'

async function statementFor(resource: Resource, query: string) {
  const api = offlineApi()
  await listRows(api, resource, reader, query)
  return api.db.last()
}

async function refusalOf(resource: Resource, query: string): Promise<ApiError> {
  const api = offlineApi()
  const error: unknown = await listRows(api, resource, reader, query).catch((thrown: unknown) => thrown)
  if (!(error instanceof ApiError)) throw new Error(`"${query}" was not refused`)
  expect(api.db.statements).toEqual([])
  return error
}

const GROUP = 'select `t0`.`id`, `t0`.`name`, `t0`.`id_agent` from `cc_card_group` as `t0`'
const GROUP_END = ' order by `t0`.`id` limit ? offset ?'
const PAGE = [21, 0]

describe('filters', () => {
  it.each([
    { query: '', where: '', values: [] },
    { query: 'id=5', where: '`t0`.`id` = ?', values: ['#5'] },
    { query: 'id=9007199254740993', where: '`t0`.`id` = ?', values: ['#9007199254740993'] },
    { query: 'id__eq=5', where: '`t0`.`id` = ?', values: ['#5'] },
    { query: 'id__ne=5', where: '`t0`.`id` <> ?', values: ['#5'] },
    { query: 'id__lt=5&id__gte=1', where: '`t0`.`id` < ? and `t0`.`id` >= ?', values: ['#5', '#1'] },
    { query: '-id=5', where: 'not coalesce(`t0`.`id` = ?, false)', values: ['#5'] },
    { query: 'id=5&id=6', where: '(`t0`.`id` = ? or `t0`.`id` = ?)', values: ['#5', '#6'] },
    { query: 'id__ne=5&id__ne=6', where: '(`t0`.`id` <> ? and `t0`.`id` <> ?)', values: ['#5', '#6'] },
    { query: 'id=5&id__eq=6', where: '(`t0`.`id` = ? or `t0`.`id` = ?)', values: ['#5', '#6'] },
    {
      query: '-id=5&-id__eq=6',
      where: '(not coalesce(`t0`.`id` = ?, false) and not coalesce(`t0`.`id` = ?, false))',
      values: ['#5', '#6'],
    },
    {
      query: '-id__ne=5&-id__ne=6',
      where: '(not coalesce(`t0`.`id` <> ?, false) or not coalesce(`t0`.`id` <> ?, false))',
      values: ['#5', '#6'],
    },
    { query: 'id=5&-id=6', where: '`t0`.`id` = ? and not coalesce(`t0`.`id` = ?, false)', values: ['#5', '#6'] },
    { query: 'id__in=5,6', where: '`t0`.`id` in (?, ?)', values: ['#5', '#6'] },
    { query: 'id__in=5&id__in=6,7', where: '(`t0`.`id` in (?) or `t0`.`id` in (?, ?))', values: ['#5', '#6', '#7'] },
    { query: 'id__not_in=5,6', where: '`t0`.`id` not in (?, ?)', values: ['#5', '#6'] },
    { query: 'id__between=5,6', where: '`t0`.`id` between ? and ?', values: ['#5', '#6'] },
    {
      query: 'name__in=%22a,b%22,c,%22say%20%22%22x%22%22%22',
      where: '`t0`.`name` in (?, ?, ?)',
      values: ['a,b', 'c', 'say "x"'],
    },
    { query: 'name=', where: '`t0`.`name` = ?', values: [''] },
    { query: 'name__like=a%25', where: "`t0`.`name` like ? escape '!'", values: ['a%'] },
    { query: 'name__like=!%5C%25%5Ca%5C%5C%5C!%5C', where: "`t0`.`name` like ? escape '!'", values: ['!!!%!a!\\!!\\'] },
    { query: 'name__contains=50%25_%5C', where: "`t0`.`name` like ? escape '!'", values: ['%50!%!_\\%'] },
    { query: 'name__startswith=a', where: "`t0`.`name` like ? escape '!'", values: ['a%'] },
    { query: 'name__endswith=a', where: "`t0`.`name` like ? escape '!'", values: ['%a'] },
    { query: 'name__icontains=a', where: "lower(`t0`.`name`) like lower(?) escape '!'", values: ['%a%'] },
    { query: 'name__ilike=A', where: "lower(`t0`.`name`) like lower(?) escape '!'", values: ['A'] },
    { query: 'name__regexp=^a', where: '`t0`.`name` regexp ?', values: ['^a'] },
    {
      query: 'name__iregexp=^a',
      where: 'convert(`t0`.`name` using utf8mb4) collate utf8mb4_general_ci regexp ?',
      values: ['^a'],
    },
    { query: 'name__is=none', where: '`t0`.`name` is null', values: [] },
    { query: 'name__is_not=null', where: '`t0`.`name` is not null', values: [] },
    { query: 'name__is_null=false', where: '`t0`.`name` is not null', values: [] },
    { query: 'name=a+b%26c', where: '`t0`.`name` = ?', values: ['a b&c'] },
    { query: "name=x' or 1=1 -- ", where: '`t0`.`name` = ?', values: ["x' or 1=1 -- "] },
  ])('$query', async ({ query, where, values }) => {
    expect(await statementFor(cardgroup, query)).toEqual({
      sql: `${GROUP}${where && ` where ${where}`}${GROUP_END}`,
      parameters: [...values, ...PAGE],
    })
  })

  it.each([
    { query: 'vat=19.6', where: '(cast(`t0`.`vat` as char) + 0e0) = ?', values: ['#19.6'] },
    { query: 'credit__gt=0.10', where: '`t0`.`credit` > ?', values: ['#0.1'] },
    {
      query: 'firstusedate__is_null=true',
      where: '(`t0`.`firstusedate` is null or `t0`.`firstusedate` = 0)',
      values: [],
    },
    {
      query: 'firstusedate__is_null=false',
      where: '(`t0`.`firstusedate` is not null and `t0`.`firstusedate` <> 0)',
      values: [],
    },
    {
      query: 'firstusedate__lt=2014-04-16',
      where: '(`t0`.`firstusedate` < ? and `t0`.`firstusedate` <> 0)',
      values: ['2014-04-16'],
    },
    {
      query: 'firstusedate__gte=2014-04-16&firstusedate__lt=2014-05-16&birthday__lt=2014-05-16',
      where:
        '(`t0`.`firstusedate` >= ? and `t0`.`firstusedate` <> 0) and `t0`.`firstusedate` < ? and (`t0`.`birthday` < ? and `t0`.`birthday` <> 0)',
      values: ['2014-04-16', '2014-05-16', '2014-05-16'],
    },
    {
      query: 'firstusedate__lt=2014-04-16&-firstusedate__gt=2014-04-10',
      where:
        '(`t0`.`firstusedate` < ? and `t0`.`firstusedate` <> 0) and not coalesce((`t0`.`firstusedate` > ? and `t0`.`firstusedate` <> 0), false)',
      values: ['2014-04-16', '2014-04-10'],
    },
    {
      query: '-firstusedate__gt=2014-04-10&firstusedate__lt=2014-04-16',
      where:
        'not coalesce((`t0`.`firstusedate` > ? and `t0`.`firstusedate` <> 0), false) and (`t0`.`firstusedate` < ? and `t0`.`firstusedate` <> 0)',
      values: ['2014-04-10', '2014-04-16'],
    },
    {
      query: '-firstusedate__gt=2014-04-16T01:11:45',
      where: 'not coalesce((`t0`.`firstusedate` > ? and `t0`.`firstusedate` <> 0), false)',
      values: ['2014-04-16 01:11:45'],
    },
    {
      query: 'firstusedate__startswith=0',
      where: "(`t0`.`firstusedate` like ? escape '!' and `t0`.`firstusedate` <> 0)",
      values: ['0%'],
    },
    { query: 'firstusedate=0000-00-00', where: '`t0`.`firstusedate` = ?', values: ['0000-00-00 00:00:00'] },
    {
      query: 'birthday__in=2014-04-16,0000-00-00 00:00:00',
      where: '`t0`.`birthday` in (?, ?)',
      values: ['2014-04-16', '0000-00-00'],
    },
    {
      query: 'lastname__in=a,😀',
      where: 'convert(`t0`.`lastname` using utf8mb4) collate utf8mb4_bin in (?, ?)',
      values: ['a', '😀'],
    },
    { query: 'vat=1e39', where: '(cast(`t0`.`vat` as char) + 0e0) = ?', values: ['#1e+39'] },
    { query: 'page__eq=3', where: '`t0`.`page` = ?', values: ['#3'] },
  ])('on other types: $query', async ({ query, where, values }) => {
    const { sql, parameters } = await statementFor(card, query)
    expect(sql).toContain(` where ${where} order by`)
    expect(parameters).toEqual([...values, ...PAGE])
  })

  it('takes two names of one field for one parameter, repeated', async () => {
    const api = offlineApi()
    await listRows(api, call, reader, 'card=1&src=x&card_id__eq=2')
    expect(api.db.last().sql).toContain(' where (`t0`.`card_id` = ? or `t0`.`card_id` = ?) and `t0`.`src` = ? order by')
    expect(api.db.last().parameters).toEqual(['#1', '#2', 'x', ...PAGE])
    await listRows(api, call, reader, 'card_id=1&card_id=2&src=x')
    expect(api.db.compilations()).toBe(1)
  })

  it('joins each path of relations once, under its own alias', async () => {
    const { sql, parameters } = await statementFor(
      call,
      'card__id_group__name=a&card__lastname=b&card_id__id_group__id=1',
    )
    expect(sql).toContain(
      ' from `cc_call` as `t0` left join `cc_card` as `t1` on `t1`.`id` = `t0`.`card_id`' +
        ' left join `cc_card_group` as `t2` on `t2`.`id` = `t1`.`id_group`' +
        ' where `t2`.`name` = ? and `t1`.`lastname` = ? and `t2`.`id` = ? order by',
    )
    expect(parameters).toEqual(['a', 'b', '#1', ...PAGE])
  })

  it('asks for some row where a reference is to something other than a key, once for all that is asked of it', async () => {
    const isBehind = (condition: string): string =>
      `\`t0\`.\`username\` in (select \`s0\`.\`username\` from \`cc_card\` as \`s0\` where ${condition})`
    const { sql, parameters } = await statementFor(
      call,
      'username__lastname=b&card_id=3&-username__lastname=c&username__id=5',
    )
    expect(sql).toContain(
      ' from `cc_call` as `t0` where `t0`.`card_id` = ? and ' +
        `${isBehind('`s0`.`lastname` = ? and `s0`.`id` = ?')} and (${isBehind('`s0`.`lastname` = ?')}) is not true order by`,
    )
    expect(parameters).toEqual(['#3', 'b', '#5', 'c', ...PAGE])
    expect((await statementFor(call, 'card__lastname=b')).sql).not.toContain(' in (select')
  })

  it.each([
    ['"lastname"=x', '`t0`.`lastname` = ?'],
    ['-"lastname"=x', 'not coalesce(`t0`.`lastname` = ?, false)'],
    ['"lastname"__like=x', "`t0`.`lastname` like ? escape '!'"],
    ['"id_group"__name=x', '`t1`.`name` = ?'],
  ])('takes a name in quotes for a column: %s', async (query, want) => {
    expect((await statementFor(card, query)).sql).toContain(` where ${want} order by`)
  })

  it.each([
    { resource: card, query: 'lastnam=x', code: 'unknown_parameter', says: 'Did you mean "lastname"?' },
    { resource: card, query: 'Lastname=x', code: 'unknown_parameter', says: 'Did you mean "lastname"?' },
    {
      resource: card,
      query: 'lastname__startwith=x',
      code: 'unknown_parameter',
      says: 'Did you mean "lastname__startswith"?',
    },
    {
      resource: card,
      query: 'id_group__nam__like=x',
      code: 'unknown_parameter',
      says: 'Did you mean "id_group__name__like"?',
    },
    { resource: card, query: 'limt=5', code: 'unknown_parameter', says: 'Did you mean "limit"?' },
    { resource: call, query: 'place=x', code: 'unknown_parameter', says: 'place' },
    { resource: call, query: 'ratio__like=1', code: 'unknown_parameter', says: 'ratio__like' },
    { resource: call, query: 'extra=1', code: 'unknown_parameter', says: 'extra' },
    { resource: card, query: 'id=1abc', code: 'invalid_parameter', says: 'whole number' },
    { resource: card, query: 'id=', code: 'invalid_parameter', says: 'whole number' },
    { resource: card, query: 'credit=1e3', code: 'invalid_parameter', says: 'decimal number' },
    { resource: card, query: 'credit=nan', code: 'invalid_parameter', says: 'decimal number' },
    { resource: card, query: 'firstusedate=2014-02-30', code: 'invalid_parameter', says: 'calendar' },
    { resource: card, query: 'firstusedate=%20', code: 'invalid_parameter', says: 'date and time' },
    { resource: card, query: 'vat=1e400', code: 'invalid_parameter', says: 'range of a DOUBLE' },
    { resource: card, query: 'vat__in=1,-1e400', code: 'invalid_parameter', says: 'range of a DOUBLE' },
    {
      resource: card,
      query: `vat__between=0,${'9'.repeat(350)}`,
      code: 'invalid_parameter',
      says: 'range of a DOUBLE',
    },
    { resource: call, query: 'card__vat__lt=1e400', code: 'invalid_parameter', says: 'range of a DOUBLE' },
    { resource: card, query: 'id=1.0', code: 'invalid_parameter', says: 'whole number' },
    { resource: card, query: 'lastname__is_null=perhaps', code: 'invalid_parameter', says: 'true or false' },
    { resource: card, query: 'id__between=1', code: 'invalid_parameter', says: 'two values' },
    { resource: call, query: 'state=ajar', code: 'invalid_parameter', says: '"open", "closed"' },
    { resource: card, query: `id__in=${'1,'.repeat(500)}1`, code: 'invalid_parameter', says: 'at most 500' },
    { resource: card, query: 'id=1&'.repeat(101), code: 'invalid_parameter', says: 'at most 100' },
  ])('refuses $query', async ({ resource, query, code, says }) => {
    const error = await refusalOf(resource, query)
    expect(error).toMatchObject({ code, status: 400 })
    expect(error.message).toContain(says)
  })

  it.each([
    { resource: call, query: 'extr=1', works: false },
    { resource: call, query: 'extr__contains=1', works: true },
    { resource: call, query: 'plac=x', works: false },
    { resource: call, query: 'place=x', works: false },
    { resource: call, query: 'plac__is_null=true', works: true },
    { resource: call, query: 'card__lastnam=x', works: true },
    { resource: call, query: 'limt__eq=5', works: false },
    { resource: call, query: 'ordering=plac', works: false },
    { resource: call, query: 'ordering=place', works: false },
    { resource: call, query: 'ordering=stat', works: true },
  ])('suggests for $query what would work, or nothing', async ({ resource, query, works }) => {
    const { message } = await refusalOf(resource, query)
    const suggested = message.match(/Did you mean "(.+)"\?/)?.[1]
    expect(suggested !== undefined).toBe(works)
    if (suggested === undefined) return
    const [name = '', value = ''] = query.split('=')
    await statementFor(resource, name === 'ordering' ? `ordering=${suggested}` : `${suggested}=${value}`)
  })

  it('names the parameter that is wrong', async () => {
    expect((await refusalOf(card, 'id=x')).errors).toEqual([{ parameter: 'id', detail: 'Must be a whole number.' }])
    expect((await refusalOf(card, 'nothing_like_it=x')).errors[0]?.parameter).toBe('nothing_like_it')
  })

  it.each(['uipass', 'uipass__like', 'ordering'])(
    'answers a secret as it answers an unknown name: %s',
    async (name) => {
      const queryFor = (field: string) =>
        name === 'ordering' ? `ordering=${field}` : `${name.replace('uipass', field)}=d5`
      for (const prefix of name === 'ordering' ? [''] : ['', 'card__']) {
        const resource = prefix === '' ? card : call
        const secret = await refusalOf(resource, `${prefix}${queryFor('uipass')}`)
        const unknown = await refusalOf(resource, `${prefix}${queryFor('uipasz')}`)
        expect(secret.message.replaceAll('uipass', 'uipasz')).toBe(unknown.message)
        expect(unknown.message).not.toContain('uipass')
      }
    },
  )

  it('follows three relations and no more', async () => {
    const chain: Resource = { ...card, name: 'card', relations: { id_group: { resource: 'card', column: 'id' } } }
    const api = { ...offlineApi(), resources: new Map([['card', chain]]) }
    await listRows(api, chain, reader, 'id_group__id_group__id_group__id=1')
    expect(api.db.last().sql).toContain('as `t3`')
    await expect(listRows(api, chain, reader, 'id_group__id_group__id_group__id_group__id=1')).rejects.toMatchObject({
      code: 'unknown_parameter',
    })
  })
})

describe('ordering', () => {
  it.each([
    { query: '', order: '`t0`.`id`' },
    { query: 'ordering=-id', order: '`t0`.`id` desc' },
    { query: 'ordering=name', order: '`t0`.`name`, `t0`.`id`' },
    { query: 'ordering=id_agent,-name', order: '`t0`.`id_agent`, `t0`.`name` desc, `t0`.`id` desc' },
  ])('$query', async ({ query, order }) => {
    expect((await statementFor(cardgroup, query)).sql).toBe(`${GROUP} order by ${order} limit ? offset ?`)
  })

  it('is by all short columns where rows have no key', async () => {
    expect((await statementFor(report, '')).sql).toContain(' order by `t0`.`card_id`, `t0`.`total` limit')
    expect((await statementFor(report, 'ordering=-total')).sql).toContain(
      ' order by `t0`.`total` desc, `t0`.`card_id` desc limit',
    )
  })

  it.each([
    { query: 'ordering=nam', says: 'Did you mean "name"?' },
    { query: 'ordering=id,id', says: 'named twice' },
    { query: 'ordering=', says: 'no field ""' },
    { query: 'ordering=--id', says: 'no field "-id"' },
    { query: 'ordering=id&ordering=name', says: '2 times' },
  ])('refuses $query', async ({ query, says }) => {
    const error = await refusalOf(cardgroup, query)
    expect(error).toMatchObject({ code: 'invalid_parameter', errors: [{ parameter: 'ordering' }] })
    expect(error.message).toContain(says)
  })
})

describe('pages', () => {
  it.each([
    { query: 'page=3', parameters: [21, 40] },
    { query: 'limit=1000', parameters: [1001, 0] },
    { query: 'limit=5&page=2', parameters: [6, 5] },
  ])('$query', async ({ query, parameters }) => {
    expect((await statementFor(cardgroup, query)).parameters).toEqual(parameters)
  })

  it.each([
    'page=0',
    'page=-1',
    'page=abc',
    'page=',
    'page=1.5',
    'limit=0',
    'limit=1001',
    'limit=abc',
    'page=1&page=2',
  ])('refuses %s', async (query) => {
    expect((await refusalOf(cardgroup, query)).code).toBe('invalid_parameter')
  })

  it('hold what the resource says, and the server’s own where it says nothing', async () => {
    const few = { ...cardgroup, pageSize: { default: 5, maximum: 50 } }
    const many = { ...cardgroup, pageSize: { maximum: 5000 } }
    expect((await statementFor(few, '')).parameters).toEqual([6, 0])
    expect((await statementFor(few, 'limit=50&page=2')).parameters).toEqual([51, 50])
    expect((await refusalOf(few, 'limit=51')).message).toContain('from 1 to 50')
    expect((await statementFor(many, '')).parameters).toEqual([21, 0])
    expect((await statementFor(many, 'limit=5000')).parameters).toEqual([5001, 0])
    expect((await refusalOf(many, 'limit=5001')).message).toContain('from 1 to 5000')
  })

  it('links to the neighbours with every other parameter, in order', async () => {
    const rows = [1, 2, 3].map((id) => [id, `group ${id}`, null] as const)
    const api = offlineApi({ rows: () => rows })
    const query = 'id=1&limit=2&id=2&name__like=a%25+b&page=2'
    const { meta, objects } = JSON.parse(await listRows(api, cardgroup, admin, query))
    expect(meta).toEqual({
      model: 'cardgroup',
      next: '/api/cardgroup/?id=1&limit=2&id=2&name__like=a%25+b&page=3',
      page: 2,
      previous: '/api/cardgroup/?id=1&limit=2&id=2&name__like=a%25+b&page=1',
    })
    expect(objects).toEqual([
      { id: 1, name: 'group 1', id_agent: null },
      { id: 2, name: 'group 2', id_agent: null },
    ])
  })

  it('has no links around a single page', async () => {
    const { meta } = JSON.parse(await listRows(offlineApi(), cardgroup, admin, ''))
    expect(meta).toEqual({ model: 'cardgroup', next: '', page: 1, previous: '' })
  })
})

describe('columns', () => {
  it('leaves secrets out of the query for callers who may not see them', async () => {
    const api = offlineApi()
    await listRows(api, card, reader, '')
    expect(api.db.last().sql).not.toContain('uipass')
    await listRows(api, card, admin, '')
    expect(api.db.last().sql).toContain('`t0`.`uipass`')
  })

  it('casts what the driver would not give as the server writes it', async () => {
    const { sql } = await statementFor(call, '')
    expect(sql).toContain('cast(`t0`.`ratio` as char)')
    expect(sql).toContain('cast(`t0`.`place` as binary)')
  })

  it('compiles a shape once, whatever its values', async () => {
    const api = offlineApi()
    await listRows(api, card, reader, 'id_group__name=a&id__in=1,2&page=1')
    expect(api.db.compilations()).toBe(1)
    await listRows(api, card, reader, 'id_group__name=b&id__in=3,4&page=7&limit=9')
    expect(api.db.compilations()).toBe(1)
    expect(api.db.last().parameters).toEqual(['b', '#3', '#4', 10, 54])
    await listRows(api, card, reader, 'id_group__name=b&id__in=3,4,5')
    await listRows(api, card, reader, 'id_group__name=b&-id__in=3,4')
    await listRows(api, card, reader, 'firstusedate__is_null=true')
    await listRows(api, card, reader, 'firstusedate__is_null=false')
    await listRows(api, card, reader, 'firstusedate__lte=2014-04-16')
    await listRows(api, card, reader, 'firstusedate__lte=0000-00-00')
    await listRows(api, card, reader, 'lastname=a')
    await listRows(api, card, reader, 'lastname=😀')
    expect(api.db.compilations()).toBe(9)
    await listRows(api, card, reader, 'firstusedate__lte=2015-04-16')
    await listRows(api, card, reader, 'lastname__eq=🎉')
    expect(api.db.compilations()).toBe(9)
  })
})
