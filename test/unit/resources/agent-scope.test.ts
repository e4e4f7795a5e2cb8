/** Which rows of A2Billing's tables are an agent's, one by one: read in review what a change of a relation does to them. */
import { describe, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { scopeFilters } from '../../../src/resources/agent-scope.ts'
import type { Api } from '../../../src/resources/api.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { apiOn } from '../../helpers/callers.ts'
import { offlineDb } from '../../helpers/offline-db.ts'

const api = apiOn(offlineDb(), resources)

function changed(change: (resource: Resource) => Resource | undefined): Api {
  const some = [...resources.values()].flatMap((resource) => change(resource) ?? [])
  return { ...api, resources: new Map(some.map((resource) => [resource.name, resource])) }
}

function filtersOf(of: Api): Map<string, string | undefined> {
  return new Map(scopeFilters(of, { kind: 'agent', id: '5' }).map(({ resource, query }) => [resource, query]))
}

describe("an agent's rows", () => {
  const filters = filtersOf(api)

  it('are told by these filters', () => {
    const lines = Array.from(filters, ([name, query]) => (query === undefined ? [] : `${name}: ${query}`)).flat()
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "agent: id=5
      agentcommission: id_agent=5&id_card__id_group__id_agent=5
      agentsignup: id_agent=5&id_group__id_agent=5
      agenttariffgroup: id_agent=5
      billingcustomer: id_card__id_group__id_agent=5
      call: card_id__id_group__id_agent=5
      callarchive: card_id__id_group__id_agent=5
      callbackspool: account__id_group__id_agent=5
      callerid: id_cc_card__id_group__id_agent=5
      campaign: id_card__id_group__id_agent=5
      campaignconfcardgroup: id_card_group__id_agent=5
      campaignphonebook: id_campaign__id_card__id_group__id_agent=5&id_phonebook__id_card__id_group__id_agent=5
      campaignphonestatus: id_campaign__id_card__id_group__id_agent=5
      card: id_group__id_agent=5
      cardarchive: id_group__id_agent=5
      cardgroup: id_agent=5
      cardgroupservice: id_card_group__id_agent=5
      cardhistory: id_cc_card__id_group__id_agent=5
      cardpackageoffer: id_cc_card__id_group__id_agent=5
      cardsubscription: id_cc_card__id_group__id_agent=5
      charge: id_cc_card__id_group__id_agent=5
      did: iduser__id_group__id_agent=5
      diddestination: id_cc_card__id_group__id_agent=5
      diduse: id_cc_card__id_group__id_agent=5
      epaymentlog: cardid__id_group__id_agent=5
      epaymentlogagent: agent_id=5
      iaxbuddies: accountcode__id_group__id_agent=5&id_cc_card__id_group__id_agent=5
      invoice: id_card__id_group__id_agent=5
      invoiceitem: id_invoice__id_card__id_group__id_agent=5
      invoicepayment: id_invoice__id_card__id_group__id_agent=5&-id_payment__agent_id__ne=5&id_payment__card_id__id_group__id_agent=5
      logpayment: -agent_id__ne=5&card_id__id_group__id_agent=5
      logpaymentagent: agent_id=5
      logrefill: -agent_id__ne=5&card_id__id_group__id_agent=5
      logrefillagent: agent_id=5
      messageagent: id_agent=5
      payments: customers_id__id_group__id_agent=5&item_id__id_group__id_agent=5
      paymentsagent: agent_id=5&item_id__id=5
      phonebook: id_card__id_group__id_agent=5
      phonenumber: id_phonebook__id_card__id_group__id_agent=5
      receipt: id_card__id_group__id_agent=5
      receiptitem: id_receipt__id_card__id_group__id_agent=5
      remittancerequest: id_agent=5
      restrictedphonenumber: id_card__id_group__id_agent=5
      sipbuddies: accountcode__id_group__id_agent=5&id_cc_card__id_group__id_agent=5
      sipbuddiesempty: id_cc_card__id_group__id_agent=5
      speeddial: id_cc_card__id_group__id_agent=5
      statuslog: id_cc_card__id_group__id_agent=5
      voucher: usedcardnumber__id_group__id_agent=5"
    `)
  })

  it('are none of these tables, of which nothing says whose they are', () => {
    const closed = Array.from(filters, ([name, query]) => (query === undefined ? name : [])).flat()
    expect(closed.join(' ')).toMatchInlineSnapshot(
      `"alarm alarmreport autorefillreport backup config configgroup configuration invoiceconf monitor notification notificationadmin paypal provider servergroup servermanager servicereport systemlog templatemail ticket ticketcomment trunk uiauthen"`,
    )
  })

  it('are all of these, which are there for everybody', () => {
    const open = [...resources.keys()].filter((name) => !filters.has(name))
    expect(open.join(' ')).toMatchInlineSnapshot(
      `"callplanlcr campaignconfig cardseria country currencies didgroup iso639 outboundcidgroup outboundcidlist packagegroup packageoffer packagerate packgrouppackage paymentmethods paymentsstatus prefix ratecard service subscriptionservice subscriptionsignup support supportcomponent tariffgroup tariffgroupplan tariffplan timezone version"`,
    )
  })

  it('are found under a prefix of the operator’s own', () => {
    const renamed = changed((resource) => ({
      ...resource,
      table: resource.table.replace('cc_', 'billing_'),
      knownAs: resource.table,
    }))
    expect(filtersOf(renamed)).toEqual(filters)
  })

  it('do not depend on the order of the resources', () => {
    const turned = { ...api, resources: new Map([...resources].reverse()) }
    expect(new Map([...filtersOf(turned)].reverse())).toEqual(filters)
  })
})

describe('what is new', () => {
  const note: Resource = { name: 'note', table: 'cc_note', primaryKey: ['id'], columns: [], relations: {} }

  it.each([
    { relations: {}, query: undefined },
    { relations: { card: { resource: 'card', column: 'id' } }, query: 'card__id_group__id_agent=5' },
    { relations: { by: { resource: 'agent', column: 'id' } }, query: 'by=5' },
    { relations: { login: { resource: 'agent', column: 'login' } }, query: 'login__id=5' },
    {
      relations: { card: { resource: 'card', column: 'id' }, by: { resource: 'agent', column: 'id', none: ['0'] } },
      query: 'card__id_group__id_agent=5&-by__not_in=5,0',
    },
    { relations: { item: { resource: 'invoiceitem', column: 'id' } }, query: undefined },
    { relations: { self: { resource: 'note', column: 'id' } }, query: undefined },
  ])('is closed, or limited by its relations: $query', ({ relations, query }) => {
    const filters = filtersOf({ ...api, resources: new Map([...resources, ['note', { ...note, relations }]]) })
    expect([filters.has('note'), filters.get('note')]).toEqual([true, query])
  })

  it.each(['cc_agent', 'cc_card_group', 'cc_card'])('without %s customers are closed', (table) => {
    const filters = filtersOf(changed((resource) => (resource.table === table ? undefined : resource)))
    const rows = ['call', 'callerid', 'invoice', 'sipbuddies'].map((name) => [filters.has(name), filters.get(name)])
    expect(rows).toEqual(Array.from({ length: 4 }, () => [true, undefined]))
  })

  it('and of a group without its agent, too', () => {
    const filters = filtersOf(
      changed((resource) => (resource.name === 'cardgroup' ? { ...resource, relations: {} } : resource)),
    )
    expect([filters.get('cardgroup'), filters.get('card'), filters.get('call')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(filters.size).toBeGreaterThan(60)
  })
})

describe('a scope of one resource', () => {
  it('is its filter', () => {
    expect(scopeFilters(api, { kind: 'filter', resource: 'card', query: 'status=1' })).toEqual([
      { resource: 'card', query: 'status=1' },
    ])
  })

  it('must be of one that exists', () => {
    expect(() => scopeFilters(api, { kind: 'filter', resource: 'crad', query: 'status=1' })).toThrow('"crad?status=1"')
  })
})
