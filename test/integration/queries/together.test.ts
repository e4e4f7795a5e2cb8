/** Lists that are asked for at once are answered by one query: never one by what another may see. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeAccess } from '../../../src/access.ts'
import type { Caller } from '../../../src/caller.ts'
import { listRows } from '../../../src/resources/list-rows.ts'
import { viewOf } from '../../../src/resources/view.ts'
import { admin } from '../../helpers/callers.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { type Billing, openBilling } from '../server/billing.ts'

describeDatabase('lists that are asked for at once', () => {
  let billing: Billing
  beforeAll(async () => {
    billing = await openBilling('InnoDB')
    for (const lastname of ['Anna', 'Ben']) {
      const card = await billing.addCard({ lastname })
      await billing.run('insert into cc_callerid (cid, id_cc_card) values (?, ?)', lastname, card)
    }
  })
  afterAll(() => billing.close())

  const get = async (caller: Caller): Promise<string> => {
    const view = viewOf(billing.api, caller)
    const resource = view.resources.get('callerid')
    if (!resource) throw new Error('the caller sees no callerid')
    const { latin1 } = await listRows(view, resource, caller, 'expand=id_cc_card&fields=cid,id_cc_card.lastname')
    return latin1
  }

  it('do not tell a key of a user what only the user may see of the rows put into them', async () => {
    const all = { permissions: new Set(['*']), masks: new Set<string>() }
    const scope = { kind: 'filter', resource: 'card', query: 'lastname=Anna' } as const
    const key: Caller = { ...admin, keyId: 7, access: makeAccess({ ...all, scopes: [] }, { ...all, scopes: [scope] }) }
    const [ofUser, ofKey] = [await get(admin), await get(key)]
    expect([ofUser, ofKey].map((text) => text.includes('"lastname":"Ben"'))).toEqual([true, false])
    const callers = [admin, admin, admin, key, key, admin, key, admin, admin]
    const answers = await Promise.all(callers.map(get))
    expect(answers).toEqual(callers.map((caller) => (caller === key ? ofKey : ofUser)))
  })
})
