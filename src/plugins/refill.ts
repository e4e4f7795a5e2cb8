/** `POST /custom_api/refill/<card>` with `{"credit": 5}`: adds to a card's balance and writes both of its logs. */
import type { Session } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import type { Api } from '../resources/api.ts'
import type { Resource } from '../resources/resource.ts'
import { JsonNumber } from '../json-number.ts'
import { AMOUNT, assertStorable, fiveDecimals } from './amount.ts'
import { cardIdOf } from './card-id.ts'
import { inLedger, NOW, unknownCard } from './ledger.ts'
import { type Answer, definePlugin } from './plugin.ts'
import { findTable, hasColumn, quoteName, tableNamed } from './tables.ts'

/**
 * `compat`: the balance rises by the whole credit, as in the original API.
 * `net`: by the credit without the card's VAT, as A2Billing itself books a payment.
 */
const VAT_MODES = ['compat', 'net'] as const
export type RefillVat = (typeof VAT_MODES)[number]

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
  settings: {
    vat: {
      type: 'string',
      values: VAT_MODES,
      default: 'compat',
      description: "`compat` adds the whole amount to the balance, `net` the amount without the card's VAT",
    },
  },
  tables: {
    cc_card: { access: 'read', columns: { id: 'integer', credit: 'decimal', vat: 'number?', id_group: 'integer?' } },
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
  permissions: { 'money:refill': 'Add to the balance of a card' },
  routes: [
    {
      operationId: 'refillCard',
      method: 'POST',
      path: '/custom_api/refill/:card_id',
      summary: 'Adds to the balance of a card and logs a refill and a payment.',
      permission: 'money:refill',
      body: { required: ['credit'], properties: { credit: AMOUNT } },
      response: { type: 'object', required: Object.keys(ANSWER), properties: ANSWER },
      handle: ({ params, body }, { api, settings }) =>
        refillCard(api, settings['vat'] as RefillVat, cardIdOf(params), fiveDecimals(String(body['credit']))),
    },
  ],
})

/**
 * @param cardId - canonical digits
 * @param credit - decimal text with five decimals, in A2Billing's base currency, VAT included
 * @throws ApiError `not_found` or `invalid_value`, having changed nothing
 */
export async function refillCard(api: Api, mode: RefillVat, cardId: string, credit: string): Promise<Answer> {
  const card = tableNamed(api, 'cc_card')
  const logrefill = tableNamed(api, 'cc_logrefill')
  const logpayment = tableNamed(api, 'cc_logpayment')
  return inLedger(api.db, async ({ session, insert, moveBalance }) => {
    // What is booked is rounded to what both columns keep, or nearly no amount could be; what is only told is not.
    const scale = mode === 'net' ? Math.min(scaleOf(card), scaleOf(logrefill)) : 5
    const { vat, net, agent } = await taxAndAgent(api, session, { cardId, credit, scale })
    const credited = mode === 'net' ? net : credit
    if (!/[1-9]/.test(credited)) {
      throw new ApiError('invalid_value', `credit: nothing would be left of it without the VAT of ${vat} %.`)
    }
    assertStorable(card, 'credit', credited, 'credit')
    assertStorable(logrefill, 'credit', credited, 'credit')
    assertStorable(logpayment, 'payment', credit, 'credit')
    const logrefillId = await insert(
      logrefill,
      { card_id: new NumericLiteral(cardId), credit: new NumericLiteral(credited) },
      { date: NOW, refill_type: 0, agent_id: agent },
    )
    const logpaymentId = await insert(
      logpayment,
      { card_id: new NumericLiteral(cardId), payment: new NumericLiteral(credit) },
      { date: NOW, payment_type: 0, added_refill: 1, id_logrefill: new NumericLiteral(logrefillId), agent_id: agent },
    )
    const balance = await moveBalance(card, cardId, credited, 'credit')
    return {
      card_id: new JsonNumber(cardId),
      credit_without_vat: new JsonNumber(net),
      credited: new JsonNumber(credited),
      current_balance: new JsonNumber(balance),
      logpayment_id: new JsonNumber(logpaymentId),
      logrefill_id: new JsonNumber(logrefillId),
      vat: new JsonNumber(vat),
    }
  })
}

/** Decimals of the column `credit`, at most the five of an amount. */
function scaleOf({ columns }: Resource): number {
  const type = columns.find(({ name }) => name === 'credit')?.type
  return type?.kind === 'decimal' ? Math.min(type.scale, 5) : 5
}

interface TaxAndAgent {
  /** Per cent, as the database prints it. */
  readonly vat: string
  /** The credit without VAT, rounded to `scale` decimals. */
  readonly net: string
  /** Of the card's group; null without one. */
  readonly agent: NumericLiteral | null
}

/** The division is the database's: DECIMAL, with 19 places before it is rounded. */
async function taxAndAgent(
  api: Api,
  session: Session,
  { cardId, credit, scale }: { readonly cardId: string; readonly credit: string; readonly scale: number },
): Promise<TaxAndAgent> {
  const card = tableNamed(api, 'cc_card')
  const groups = findTable(api, 'cc_card_group')
  const group = hasColumn(card, 'id_group') && hasColumn(groups, 'id_agent') ? groups : undefined
  // A FLOAT of 19.6 is 19.6000003815 in a sum; its text is what was entered. Forks let it be null: no VAT.
  const vat = hasColumn(card, 'vat') ? "COALESCE(CAST(c.vat AS CHAR), '0')" : "'0'"
  const net = `CAST(? AS DECIMAL(35,15)) / (1 + CAST(${vat} AS DECIMAL(20,5)) / 100)`
  const [row] = await session.readRows({
    sql:
      `SELECT ${vat}, CAST(${net} AS DECIMAL(15,${scale})), ${group ? 'NULLIF(g.id_agent, 0)' : 'NULL'} ` +
      `FROM ${quoteName(card.table)} c ` +
      `${group ? `LEFT JOIN ${quoteName(group.table)} g ON g.id = c.id_group ` : ''}WHERE c.id = ?`,
    parameters: [new NumericLiteral(credit), new NumericLiteral(cardId)],
  })
  if (!row) throw unknownCard(cardId)
  const [vatText, netText, agent] = row
  if (netText === null || netText === undefined) {
    throw new ApiError(
      'invalid_value',
      `credit: the card has a VAT of ${vatText} %, which nothing can be reckoned with.`,
    )
  }
  return {
    vat: String(vatText),
    net: String(netText),
    agent: agent === null || agent === undefined ? null : new NumericLiteral(String(agent)),
  }
}
