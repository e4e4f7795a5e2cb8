/** `POST /custom_api/extra_charge/<card>` with `{"amount": 5}`: takes from a card's balance and writes the charge. */
import { NumericLiteral } from '../db/numeric-literal.ts'
import type { Api } from '../resources/api.ts'
import { JsonNumber } from '../json-number.ts'
import { AMOUNT, assertStorable, fiveDecimals } from './amount.ts'
import { cardIdOf } from './card-id.ts'
import { inLedger, NOW, unknownCard } from './ledger.ts'
import { type Answer, definePlugin } from './plugin.ts'
import { quoteName, tableNamed } from './tables.ts'

const ANSWER = {
  amount: { type: 'number', description: 'What the balance fell by.' },
  card_id: { type: 'integer' },
  charge_id: { type: 'integer' },
  current_balance: { type: 'number', description: 'Right after this charge.' },
} as const

export default definePlugin({
  api: 1,
  name: 'charge',
  tables: {
    cc_card: { access: 'read', columns: { id: 'integer', credit: 'decimal' } },
    cc_charge: {
      access: 'add',
      columns: { id: 'integer', id_cc_card: 'integer', amount: 'number', chargetype: 'integer' },
      gives: ['id_cc_card', 'amount', 'chargetype', 'creationdate', 'charged_status'],
    },
  },
  permissions: { 'money:charge': 'Take from the balance of a card' },
  routes: [
    {
      operationId: 'chargeCard',
      method: 'POST',
      path: '/custom_api/extra_charge/:card_id',
      summary: 'Takes an amount from the balance of a card and logs the charge.',
      permission: 'money:charge',
      body: { required: ['amount'], properties: { amount: AMOUNT } },
      response: { type: 'object', required: Object.keys(ANSWER), properties: ANSWER },
      handle: ({ params, body }, { api }) => chargeCard(api, cardIdOf(params), fiveDecimals(String(body['amount']))),
    },
  ],
})

/**
 * A charge of type 4 is an extra charge; `charged_status` says that the balance has paid for it, or the billing run
 * would put it on an invoice, to be paid again.
 *
 * @param cardId - canonical digits
 * @param amount - decimal text with five decimals, in A2Billing's base currency
 * @throws ApiError `not_found` or `invalid_value`, having changed nothing
 */
export async function chargeCard(api: Api, cardId: string, amount: string): Promise<Answer> {
  const card = tableNamed(api, 'cc_card')
  const charge = tableNamed(api, 'cc_charge')
  assertStorable(card, 'credit', amount, 'amount')
  assertStorable(charge, 'amount', amount, 'amount')
  return inLedger(api.db, async ({ session, insert, moveBalance }) => {
    const find = {
      sql: `SELECT 1 FROM ${quoteName(card.table)} WHERE id = ?`,
      parameters: [new NumericLiteral(cardId)],
    }
    if ((await session.readRows(find)).length === 0) throw unknownCard(cardId)
    const chargeId = await insert(
      charge,
      { id_cc_card: new NumericLiteral(cardId), amount: new NumericLiteral(amount), chargetype: 4 },
      { creationdate: NOW, charged_status: 1 },
    )
    const balance = await moveBalance(card, cardId, `-${amount}`, 'amount')
    return {
      amount: new JsonNumber(amount),
      card_id: new JsonNumber(cardId),
      charge_id: new JsonNumber(chargeId),
      current_balance: new JsonNumber(balance),
    }
  })
}
