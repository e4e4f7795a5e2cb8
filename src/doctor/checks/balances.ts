/**
 * Balances against what A2Billing's own tables say was done to them: refills, less calls, less charges that the balance
 * has paid for.
 *
 * It is a report and no rule. Vouchers leave no refill; a card that was made with a balance by hand, or before its
 * history, differs from the start; a call in progress holds a reservation; numbers bought by customers are charged but
 * not marked as paid. Sums of FLOAT columns are right to six digits of each row.
 */
import type { Resource } from '../../resources/resource.ts'
import { hasColumn } from '../../resources/tables.ts'
import type { Check } from '../check.ts'
import type { Patient } from '../patient.ts'
import { rowsOf, text } from '../patient.ts'
import { name } from '../sql.ts'

/** Cards at most that are told of; those that differ most come first. */
const SHOWN = 20
/** Less than this comes from rounding alone. */
const TOLERANCE = '0.01'

export const balances: Check = {
  name: 'balances',
  asks: 'whether balances are what refills, calls and charges make them',
  async run(patient) {
    const sql = unlikeSql(patient)
    if (sql === undefined) return []
    const rows = await rowsOf(patient.db, sql)
    if (rows.length === 0) return []
    const isMore = rows.length > SHOWN
    return [
      {
        code: 'balances-unlike-history',
        severity: 'info',
        where: 'cc_card.credit',
        what: `${isMore ? `More than ${SHOWN}` : rows.length} ${rows.length === 1 ? 'balance is' : 'balances are'} not what refills, calls and charges add up to.`,
        why:
          'Somebody may have changed them past A2Billing, or saved an old page of a card. Vouchers, opening balances, calls ' +
          'in progress and bought numbers make a difference, too, so this is where to look and no proof of anything.',
        next: 'Compare those cards with their history, the largest difference first.',
        details: rows
          .slice(0, SHOWN)
          .map(
            ([id, credit, refills, calls, charges, difference]) =>
              `card ${text(id)}: ${text(credit)}, of refills ${text(refills)}, calls ${text(calls)}, charges ${text(charges)}: ` +
              `${text(difference)} ${text(difference).startsWith('-') ? 'missing' : 'too much'}`,
          ),
      },
    ]
  },
}

/** @returns undefined where a table or column is not there without which nothing can be compared */
function unlikeSql({ resources }: Patient): string | undefined {
  const named = (table: string): Resource | undefined =>
    resources.find(({ table: own, knownAs = own }) => knownAs === table)
  const [card, refills, calls, charges] = ['cc_card', 'cc_logrefill', 'cc_call', 'cc_charge'].map(named)
  const isComplete =
    hasColumn(card, 'credit') &&
    [
      [refills, 'card_id', 'credit'],
      [calls, 'card_id', 'sessionbill'],
      [charges, 'id_cc_card', 'amount'],
    ].every(([table, ...columns]) => columns.every((column) => hasColumn(table as Resource, String(column))))
  if (!card || !refills || !calls || !charges || !isComplete) return undefined
  const archive = named('cc_call_archive')
  const billed = [calls, ...(hasColumn(archive, 'sessionbill') && archive ? [archive] : [])]
  const paid = hasColumn(charges, 'charged_status') ? ' where charged_status = 1' : ''
  const difference = 'c.credit - (coalesce(r.total, 0) - coalesce(k.total, 0) - coalesce(h.total, 0))'
  return (
    'select c.id, c.credit, coalesce(r.total, 0), coalesce(k.total, 0), coalesce(h.total, 0), ' +
    `${difference} as difference from ${name(card.table)} c ` +
    `left join ${totals([`select card_id, credit as amount from ${name(refills.table)}`])} r on r.card_id = c.id ` +
    `left join ${totals(billed.map(({ table }) => `select card_id, sessionbill as amount from ${name(table)}`))} k on k.card_id = c.id ` +
    `left join ${totals([`select id_cc_card as card_id, amount from ${name(charges.table)}${paid}`])} h on h.card_id = c.id ` +
    `where abs(${difference}) >= ${TOLERANCE} order by abs(${difference}) desc, c.id limit ${SHOWN + 1}`
  )
}

/** A FLOAT is summed as it is printed: 19.6 is 19.6000003815 otherwise. */
function totals(amounts: readonly string[]): string {
  return (
    '(select card_id, sum(cast(cast(amount as char) as decimal(30,5))) as total from ' +
    `(${amounts.join(' union all ')}) as rows_of_all group by card_id)`
  )
}
