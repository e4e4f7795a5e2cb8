/** `POST /custom_api/extra_charge/<card>` with `{"amount": 5}`: takes from a card's balance and writes the charge. */
import type { Session } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import type { Moved } from '../money/money.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import { hasColumn, quoteName, tableNamed } from '../resources/tables.ts'
import { AMOUNT, assertMayBeNegative, assertStorable, fiveDecimals, negated } from './amount.ts'
import { cardIdOf } from './card-id.ts'
import { assertUsable, refusedStatuses } from './card-status.ts'
import { definePlugin, type Host } from './plugin.ts'

const ANSWER = {
  amount: { type: 'number', description: 'What the balance fell by.' },
  card_id: { type: 'integer' },
  charge_id: { type: 'integer' },
  current_balance: { type: 'number', description: 'Right after this charge.' },
} as const

export default definePlugin({
  api: 1,
  name: 'charge',
  after: ['money'],
  settings: {
    allowNegativeBalance: {
      type: 'boolean',
      default: true,
      description:
        'charges may take a balance below zero, as in A2Billing; false: not below zero, or for postpaid cards not ' +
        'below the credit limit',
    },
    refusedStatuses: refusedStatuses('charged'),
  },
  tables: {
    cc_card: {
      access: 'read',
      columns: {
        id: 'integer',
        credit: 'decimal',
        status: 'integer?',
        typepaid: 'integer?',
        creditlimit: 'number?',
      },
    },
    cc_charge: {
      access: 'add',
      columns: { id: 'integer', id_cc_card: 'integer', amount: 'number', chargetype: 'integer' },
      gives: ['id_cc_card', 'amount', 'chargetype', 'creationdate', 'charged_status'],
    },
  },
  actions: [{ resource: 'cc_card', place: 'row', label: 'Charge', route: 'chargeCard', confirm: true }],
  permissions: { 'money:charge': 'Take from the balance of a card' },
  routes: [
    {
      operationId: 'chargeCard',
      method: 'POST',
      path: '/custom_api/extra_charge/:card_id',
      summary: 'Takes an amount from the balance of a card and logs the charge.',
      permission: 'money:charge',
      idempotent: 'charge',
      body: { required: ['amount'], properties: { amount: AMOUNT } },
      response: { type: 'object', required: Object.keys(ANSWER), properties: ANSWER },
      handle: ({ origin, params, body, idempotencyKey }, host) =>
        chargeCard(host, {
          origin,
          cardId: cardIdOf(params),
          amount: fiveDecimals(String(body['amount'])),
          ...(idempotencyKey !== undefined && { idempotencyKey }),
        }),
    },
  ],
})

export interface Charge {
  readonly origin: Origin
  /** Canonical digits. */
  readonly cardId: string
  /** Decimal text with five decimals, in A2Billing's base currency. */
  readonly amount: string
  readonly idempotencyKey?: string
}

/**
 * A charge of type 4 is an extra charge; `charged_status` says that the balance has paid for it, or the billing run
 * would put it on an invoice, to be paid again.
 *
 * @throws ApiError `not_found`, `invalid_value`, `card_not_usable`, `balance_too_low` and those of `money.move`, having
 *   changed nothing
 */
export async function chargeCard(
  { api, money, settings }: Pick<Host, 'api' | 'money' | 'settings'>,
  { origin, cardId, amount, ...key }: Charge,
): Promise<Moved> {
  assertMayBeNegative(origin, amount, 'amount')
  assertStorable(tableNamed(api, 'cc_card'), 'credit', amount, 'amount')
  assertStorable(tableNamed(api, 'cc_charge'), 'amount', amount, 'amount')
  const request = { origin, operation: 'charge', cardId, logTables: ['cc_charge'], fingerprint: [amount], ...key }
  return money.move(request, async (session) => {
    const { status, limit } = await readLimits(api, session, cardId)
    assertUsable(cardId, status, settings['refusedStatuses'] as readonly string[])
    const isLimited = settings['allowNegativeBalance'] === false && !amount.startsWith('-')
    return {
      change: negated(amount),
      ...(isLimited && { floor: limit }),
      field: 'amount',
      logs: [
        {
          table: 'cc_charge',
          values: { id_cc_card: { number: cardId }, amount: { number: amount }, chargetype: { number: '4' } },
          ifKnown: { creationdate: { of: 'now' }, charged_status: { number: '1' } },
        },
      ],
      answer: {
        amount: { number: amount },
        card_id: { number: cardId },
        charge_id: { of: 'log', index: 0 },
        current_balance: { of: 'balance' },
      },
    }
  })
}

interface Limits {
  readonly status: string | null
  /** The lowest balance of the card, decimal text: a postpaid one may fall to its credit limit. */
  readonly limit: string
}

async function readLimits(api: Api, session: Session, cardId: string): Promise<Limits> {
  const card = tableNamed(api, 'cc_card')
  const isKnown = hasColumn(card, 'typepaid') && hasColumn(card, 'creditlimit')
  const limitSql = isKnown ? 'IF(typepaid = 1, -COALESCE(creditlimit, 0), 0)' : '0'
  const statusSql = hasColumn(card, 'status') ? 'status' : 'NULL'
  const [row] = await session.readRows({
    sql: `SELECT ${statusSql}, CAST(${limitSql} AS CHAR) FROM ${quoteName(card.table)} WHERE id = ?`,
    parameters: [new NumericLiteral(cardId)],
  })
  const [status = null, limit = '0'] = row ?? []
  return { status: status === null ? null : String(status), limit: String(limit) }
}
