/** `POST /custom_api/refill/<card>` with `{"credit": 5}`: adds to a card's balance and writes both of its logs. */
import type { Session } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import type { Moved } from '../money/money.ts'
import type { MovementValue } from '../money/movement.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import type { Resource } from '../resources/resource.ts'
import { findTable, hasColumn, quoteName, tableNamed } from '../resources/tables.ts'
import { AMOUNT, assertMayBeNegative, assertStorable, fiveDecimals } from './amount.ts'
import { cardIdOf } from './card-id.ts'
import { assertUsable, refusedStatuses } from './card-status.ts'
import { definePlugin, type Host } from './plugin.ts'

const ANSWER = {
  card_id: { type: 'integer' },
  credit_without_vat: { type: 'number', description: 'The credit without the VAT of the card.' },
  credited: { type: 'number', description: 'What the balance rose by.' },
  current_balance: { type: 'number', description: 'Right after this refill.' },
  logpayment_id: { type: 'integer' },
  logrefill_id: { type: 'integer' },
  vat: { type: 'number', description: 'Per cent, of the card.' },
} as const

export default definePlugin({
  api: 1,
  name: 'refill',
  after: ['money'],
  settings: {
    vat: {
      type: 'string',
      values: ['compat', 'net'],
      default: 'compat',
      description:
        "`compat` adds the whole amount to the balance, as the original API did; `net` the amount without the card's " +
        'VAT, as A2Billing itself books a payment',
    },
    refusedStatuses: refusedStatuses('refilled'),
  },
  tables: {
    cc_card: {
      access: 'read',
      columns: { id: 'integer', credit: 'decimal', vat: 'number?', id_group: 'integer?', status: 'integer?' },
    },
    cc_card_group: { access: 'read', optional: true, columns: { id: 'integer?', id_agent: 'integer?' } },
    cc_logrefill: {
      access: 'add',
      columns: { id: 'integer', card_id: 'integer', credit: 'number', agent_id: 'integer?' },
      gives: ['card_id', 'credit', 'date', 'refill_type', 'agent_id'],
    },
    cc_logpayment: {
      access: 'add',
      columns: {
        id: 'integer',
        card_id: 'integer',
        payment: 'number',
        id_logrefill: 'integer?',
        agent_id: 'integer?',
      },
      gives: ['card_id', 'payment', 'date', 'payment_type', 'added_refill', 'id_logrefill', 'agent_id'],
    },
  },
  actions: [{ resource: 'cc_card', place: 'row', label: 'Refill', route: 'refillCard', confirm: true }],
  permissions: { 'money:refill': 'Add to the balance of a card' },
  routes: [
    {
      operationId: 'refillCard',
      method: 'POST',
      path: '/custom_api/refill/:card_id',
      summary: 'Adds to the balance of a card and logs a refill and a payment.',
      permission: 'money:refill',
      idempotent: 'refill',
      body: { required: ['credit'], properties: { credit: AMOUNT } },
      response: { type: 'object', required: Object.keys(ANSWER), properties: ANSWER },
      handle: ({ origin, params, body, idempotencyKey }, host) =>
        refillCard(host, {
          origin,
          cardId: cardIdOf(params),
          credit: fiveDecimals(String(body['credit'])),
          ...(idempotencyKey !== undefined && { idempotencyKey }),
        }),
    },
  ],
})

/** A2Billing's, of refills and payments alike. */
const AMOUNT_TYPE = '0'
const CORRECTION = '1'

export interface Refill {
  readonly origin: Origin
  /** Canonical digits. */
  readonly cardId: string
  /** Decimal text with five decimals, in A2Billing's base currency, VAT included. */
  readonly credit: string
  readonly idempotencyKey?: string
}

/** @throws ApiError `not_found`, `invalid_value`, `card_not_usable` and those of `money.move`, having changed nothing */
export async function refillCard(
  { api, money, settings }: Pick<Host, 'api' | 'money' | 'settings'>,
  { origin, cardId, credit, ...key }: Refill,
): Promise<Moved> {
  assertMayBeNegative(origin, credit, 'credit')
  const [card, logrefill, logpayment] = ['cc_card', 'cc_logrefill', 'cc_logpayment'].map((it) => tableNamed(api, it))
  if (!card || !logrefill || !logpayment) throw new Error('the tables of a refill were there when the server started')
  const isNet = settings['vat'] === 'net'
  const request = {
    origin,
    operation: 'refill',
    cardId,
    logTables: ['cc_logrefill', 'cc_logpayment'],
    fingerprint: [credit],
    ...key,
  }
  return money.move(request, async (session) => {
    // What is booked is rounded to what both columns keep, or nearly no amount could be; what is only told is not.
    const scale = isNet ? Math.min(scaleOf(card), scaleOf(logrefill)) : 5
    const { vat, net, agent, status } = await readTaxes(api, session, { cardId, credit, scale })
    assertUsable(cardId, status, settings['refusedStatuses'] as readonly string[])
    const credited = isNet ? net : credit
    if (!/[1-9]/.test(credited)) {
      throw new ApiError('invalid_value', `credit: nothing would be left of it without the VAT of ${vat} %.`)
    }
    assertStorable(card, 'credit', credited, 'credit')
    assertStorable(logrefill, 'credit', credited, 'credit')
    assertStorable(logpayment, 'payment', credit, 'credit')
    const type = { number: credit.startsWith('-') ? CORRECTION : AMOUNT_TYPE }
    return {
      change: credited,
      field: 'credit',
      logs: [
        {
          table: 'cc_logrefill',
          values: { card_id: { number: cardId }, credit: { number: credited } },
          ifKnown: { date: { of: 'now' }, refill_type: type, agent_id: agent },
        },
        {
          table: 'cc_logpayment',
          values: { card_id: { number: cardId }, payment: { number: credit } },
          ifKnown: {
            date: { of: 'now' },
            payment_type: type,
            added_refill: { number: '1' },
            id_logrefill: { of: 'log', index: 0 },
            agent_id: agent,
          },
        },
      ],
      answer: {
        card_id: { number: cardId },
        credit_without_vat: { number: net },
        credited: { number: credited },
        current_balance: { of: 'balance' },
        logpayment_id: { of: 'log', index: 1 },
        logrefill_id: { of: 'log', index: 0 },
        vat: { number: vat },
      },
    }
  })
}

/** Decimals of the column `credit`, at most the five of an amount. */
function scaleOf({ columns }: Resource): number {
  const type = columns.find(({ name }) => name === 'credit')?.type
  return type?.kind === 'decimal' ? Math.min(type.scale, 5) : 5
}

interface Taxes {
  /** Per cent, as the database prints it. */
  readonly vat: string
  /** The credit without VAT, rounded to `scale` decimals. */
  readonly net: string
  /** Of the card's group; null without one. */
  readonly agent: MovementValue
  readonly status: string | null
}

/** The division is the database's: DECIMAL, with 19 places before it is rounded. */
async function readTaxes(
  api: Api,
  session: Session,
  { cardId, credit, scale }: { readonly cardId: string; readonly credit: string; readonly scale: number },
): Promise<Taxes> {
  const card = tableNamed(api, 'cc_card')
  const groups = findTable(api, 'cc_card_group')
  const group = hasColumn(card, 'id_group') && hasColumn(groups, 'id_agent') ? groups : undefined
  // A FLOAT of 19.6 is 19.6000003815 in a sum; its text is what was entered. Forks let it be null: no VAT.
  const vatSql = hasColumn(card, 'vat') ? "COALESCE(CAST(c.vat AS CHAR), '0')" : "'0'"
  const netSql = `CAST(? AS DECIMAL(35,15)) / (1 + CAST(${vatSql} AS DECIMAL(20,5)) / 100)`
  const [row] = await session.readRows({
    sql:
      `SELECT ${vatSql}, CAST(${netSql} AS DECIMAL(15,${scale})), ${group ? 'NULLIF(g.id_agent, 0)' : 'NULL'}, ` +
      `${hasColumn(card, 'status') ? 'c.status' : 'NULL'} FROM ${quoteName(card.table)} c ` +
      `${group ? `LEFT JOIN ${quoteName(group.table)} g ON g.id = c.id_group ` : ''}WHERE c.id = ?`,
    parameters: [new NumericLiteral(credit), new NumericLiteral(cardId)],
  })
  const [vat, net = null, agent = null, status = null] = row ?? []
  // Of more than 100 % below zero, it would turn a refill into a charge.
  if (net === null || isTurnedAround(String(net), credit)) {
    throw new ApiError('invalid_value', `credit: the card has a VAT of ${vat} %, which nothing can be reckoned with.`)
  }
  return {
    vat: String(vat),
    net: String(net),
    agent: agent === null ? null : { number: String(agent) },
    status: status === null ? null : String(status),
  }
}

function isTurnedAround(net: string, credit: string): boolean {
  return /[1-9]/.test(net) && net.startsWith('-') !== credit.startsWith('-')
}
