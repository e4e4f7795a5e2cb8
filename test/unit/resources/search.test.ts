/** `search=`: the SQL of it, what is refused, and that a caller finds nothing by what he does not see. */
import { describe, expect, it } from 'vitest'
import { makeAccess } from '../../../src/access.ts'
import { ApiError } from '../../../src/errors.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { viewOf } from '../../../src/resources/view.ts'
import { listRows } from '../../helpers/rows.ts'
import { admin, call, card, offlineApi, rate } from './resources.ts'

const FROM = 'from `cc_card` as `t0`'
const OWN =
  "convert(concat_ws('\\n', `t0`.`username`, `t0`.`lastname`) using utf8mb4) collate utf8mb4_general_ci like ? escape '!'"
const BEHIND = (alias: string): string =>
  ` left join (select distinct \`${alias}s\`.\`card_id\` as \`r\` from \`cc_call\` as \`${alias}s\` where ` +
  `convert(\`${alias}s\`.\`src\` using utf8mb4) collate utf8mb4_general_ci like ? escape '!') as \`${alias}\` on \`${alias}\`.\`r\` = \`t0\`.\`id\``

async function statementFor(query: string) {
  const api = offlineApi()
  await listRows(api, card, admin, query)
  const { sql, parameters } = api.db.last()
  return { sql: sql.slice(sql.indexOf(FROM)), parameters }
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
        `${FROM}${BEHIND('q0_0')}${BEHIND('q1_0')} where \`t0\`.\`id\` > ? and (${OWN} or \`q0_0\`.\`r\` is not null)` +
        ` and (${OWN} or \`q1_0\`.\`r\` is not null) order by \`t0\`.\`id\` limit ? offset ?`,
      parameters: ['#3', '%anna%', '%anna%', '%51!%!_!!%', '%51!%!_!!%', 21, 0],
    })
  })

  it('is compiled once for each number of words', async () => {
    const api = offlineApi()
    for (const text of ['a', 'b', 'c', 'x+y', 'y+z', 'y+y']) await listRows(api, card, admin, `search=${text}`)
    expect(api.db.compilations()).toBe(2)
  })

  it('for no word is no search', async () => {
    expect((await statementFor('search=+%09')).sql).toBe(`${FROM} order by \`t0\`.\`id\` limit ? offset ?`)
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
    expect(sql).toContain('where (convert(`t0`.`username` using utf8mb4) collate utf8mb4_general_ci like')
    expect(sql).not.toMatch(/join|lastname.*like|uipass.*like/)
  })

  it('where there is nothing to look in is as unknown as any other word', async () => {
    const blind = masked('card.lastname', 'card.username', 'call.card')
    const unknown = (error: ApiError, word: string) => JSON.stringify([error.message, error.errors]).replaceAll(word, '')
    const want = unknown(await refusalOf(rate, 'serach=x'), 'serach')
    expect(unknown(await refusalOf(rate, 'search=x'), 'search')).toBe(want)
    expect((await refusalOf(card, 'search=x', blind)).message).toBe('card has no parameter "search".')
    expect((await refusalOf(call, 'search=x')).code).toBe('unknown_parameter')
    // The control: there it is known.
    expect((await refusalOf(card, 'serach=x')).message).toBe('card has no parameter "serach". Did you mean "search"?')
  })
})
