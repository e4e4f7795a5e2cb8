/** `search=`: the SQL of it, what is refused, and that a caller finds nothing by what he does not see. */
import { describe, expect, it } from 'vitest'
import { makeAccess } from '../../../src/access.ts'
import { ApiError } from '../../../src/errors.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { viewOf } from '../../../src/resources/view.ts'
import { listRows } from '../../helpers/rows.ts'
import { admin, call, card, offlineApi, rate } from './resources.ts'

const HAS = (text: string): string =>
  `/*!50700 convert(*/${text} /*!50700 using utf8mb3)*/ /*M! collate utf8mb3_general_ci */ like ? escape '!'`
const OWN = HAS("concat_ws(' ', `t0`.`username`, `t0`.`lastname`)")
const BEHIND = HAS('`q0s`.`src`')

async function statementFor(query: string) {
  const api = offlineApi()
  await listRows(api, card, admin, query)
  const { sql, parameters } = api.db.last()
  return { sql: sql.slice(sql.indexOf('from ')), parameters }
}

const masked = (...masks: string[]) => ({
  id: 3,
  name: 'masked',
  access: makeAccess({ permissions: new Set(['*']), masks: new Set(masks), scopes: [] }),
})

async function refusalOf(resource: Resource, query: string, caller = admin): Promise<ApiError> {
  const api = offlineApi()
  const view = viewOf(api, caller)
  const error: unknown = await listRows(view, view.resources.get(resource.name) ?? resource, caller, query).catch(
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ApiError)) throw new Error(`"${query}" was not refused`)
  expect(api.db.statements).toEqual([])
  return error
}

describe('search', () => {
  it('looks for each word in the row and in those that refer to it', async () => {
    expect(await statementFor('search=anna+51%25_!&id__gt=3')).toEqual({
      sql:
        'from (select `t0`.`id` as `k0` from `cc_card` as `t0` left join (select `q0s`.`card_id` as `r`, ' +
        `max(${BEHIND}) as \`w0\`, max(${BEHIND}) as \`w1\` from \`cc_call\` as \`q0s\` where (${BEHIND} or ${BEHIND}) ` +
        `group by \`q0s\`.\`card_id\`) as \`q0\` on \`q0\`.\`r\` = \`t0\`.\`id\` where \`t0\`.\`id\` > ? and ` +
        `(${OWN} or \`q0\`.\`w0\`) and (${OWN} or \`q0\`.\`w1\`) order by \`t0\`.\`id\` limit ? offset ?) as \`page\` ` +
        'join `cc_card` as `t0` on `t0`.`id` = `page`.`k0` order by `t0`.`id`',
      parameters: ['%51!%!_!!%', '%anna%', '%51!%!_!!%', '%anna%', '#3', '%51!%!_!!%', '%anna%', 21, 0],
    })
  })

  it('is compiled once for each number of words', async () => {
    const api = offlineApi()
    for (const text of ['a', 'b', 'c', 'x+y', 'y+z', 'y+y']) await listRows(api, card, admin, `search=${text}`)
    expect(api.db.compilations()).toBe(2)
  })

  it('for no word is no search', async () => {
    expect((await statementFor('search=+%09')).sql).toBe(
      `from \`cc_card\` as \`t0\` order by \`t0\`.\`id\` limit ? offset ?`,
    )
  })

  it.each([
    ['search=a+b+c+d+e+f+g', 'Has 7 words; at most 6 are looked for.'],
    [`search=${'x'.repeat(201)}`, 'Must have at most 200 characters.'],
    ['search=a&search=b', 'The parameter "search" is given 2 times.'],
  ])('%s is refused', async (query, detail) => {
    const { code, errors } = await refusalOf(card, query)
    expect([code, errors]).toEqual(['invalid_parameter', [{ parameter: 'search', detail }]])
  })

  it('looks in no secret and in nothing that is masked', async () => {
    const api = viewOf(offlineApi(), masked('card.lastname', 'call.src'))
    await listRows(api, api.resources.get('card') ?? card, masked('card.lastname', 'call.src'), 'search=x')
    const { sql } = (api.db as ReturnType<typeof offlineApi>['db']).last()
    expect(sql).toContain(`where (${HAS('`t0`.`username`')})`)
    expect(sql).not.toMatch(/left join|lastname|`uipass` \/\*/)
  })

  it('where there is nothing to look in is as unknown as any other word', async () => {
    const blind = masked('card.lastname', 'card.username', 'call.card')
    const unknown = (error: ApiError, word: string) =>
      JSON.stringify([error.message, error.errors]).replaceAll(word, '')
    const want = unknown(await refusalOf(rate, 'serach=x'), 'serach')
    expect(unknown(await refusalOf(rate, 'search=x'), 'search')).toBe(want)
    expect((await refusalOf(card, 'search=x', blind)).message).toBe('card has no parameter "search".')
    expect((await refusalOf(call, 'search=x')).code).toBe('unknown_parameter')
    // The control: there it is known.
    expect((await refusalOf(card, 'serach=x')).message).toBe('card has no parameter "serach". Did you mean "search"?')
  })
})
