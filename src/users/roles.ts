/**
 * The roles that come with the API. They name A2Billing's resources one by one: what a new version, a fork or an
 * operator adds is denied to all but administrators until it is granted by its name.
 */
import type { Operation } from '../access.ts'

export interface Role {
  readonly title: string
  readonly permissions: readonly string[]
}

/** What the original API served. */
const ORIGINAL = words('card cardgroup callerid logrefill logpayment call country charge')

/** Customers, what they may call, and what it has cost them. */
const CUSTOMERS = [
  ...ORIGINAL,
  ...words('cardarchive cardhistory cardpackageoffer cardseria cardsubscription cardgroupservice statuslog'),
  ...words('callarchive callplanlcr did diddestination didgroup diduse speeddial restrictedphonenumber'),
  ...words('sipbuddies sipbuddiesempty iaxbuddies phonebook phonenumber voucher notification'),
  ...words('ticket ticketcomment support supportcomponent subscriptionservice subscriptionsignup'),
]

const BILLS = words(
  'invoice invoiceitem invoicepayment receipt receiptitem billingcustomer payments paymentmethods paymentsstatus ' +
    'service servicereport autorefillreport remittancerequest',
)

const RATES = words(
  'ratecard tariffgroup tariffgroupplan tariffplan prefix packageoffer packagegroup packgrouppackage packagerate ' +
    'provider currencies iso639 timezone version',
)

const AGENTS = words(
  'agent agentcommission agentsignup agenttariffgroup logpaymentagent logrefillagent paymentsagent messageagent',
)

const CAMPAIGNS = words(
  'campaign campaignconfig campaignconfcardgroup campaignphonebook campaignphonestatus outboundcidgroup outboundcidlist ' +
    'alarm alarmreport',
)

const EVERYDAY = [...CUSTOMERS, ...BILLS, ...RATES, ...AGENTS, ...CAMPAIGNS]

export const ROLES = {
  administrator: { title: 'May do everything', permissions: ['*'] },
  clerk: {
    title: 'Billing clerk: reads what support reads, keeps customers and bills, moves money',
    permissions: [
      ...allowing(EVERYDAY, 'list', 'get'),
      ...allowing([...ORIGINAL, ...BILLS], 'export'),
      ...allowing(words('card callerid invoice invoiceitem invoicepayment voucher'), 'create', 'update'),
      ...allowing(words('callerid'), 'delete'),
      'money:refill',
      'money:charge',
      'reports:traffic',
      'reports:money',
      'reports:customers',
    ],
  },
  support: {
    title: 'Support: reads customers, calls, bills and rates, without secrets',
    permissions: [...allowing(EVERYDAY, 'list', 'get'), 'reports:traffic', 'reports:customers'],
  },
  integration: {
    title: 'Integration: what shops and CRMs did with the original API',
    permissions: [
      ...allowing(ORIGINAL, 'list', 'get'),
      ...allowing(words('card cardgroup callerid'), 'create', 'update'),
      'money:refill',
      'money:charge',
    ],
  },
  none: { title: 'Logs in, and may do nothing', permissions: [] },
} as const satisfies Record<string, Role>

export type RoleName = keyof typeof ROLES

export function isRole(name: string): name is RoleName {
  return Object.hasOwn(ROLES, name)
}

function allowing(resources: readonly string[], ...operations: readonly Operation[]): string[] {
  return resources.flatMap((resource) => operations.map((operation) => `${resource}:${operation}`))
}

function words(text: string): string[] {
  return text.split(' ')
}
