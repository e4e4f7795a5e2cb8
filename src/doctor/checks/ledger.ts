/** The ledger of the API against A2Billing's log rows: each movement names the rows that were written with it. */
import type { Check } from '../check.ts'
import { scanAll, unfinishedScan } from '../check.ts'
import type { Finding } from '../finding.ts'
import { rowsOf, text } from '../patient.ts'
import { literal, name } from '../sql.ts'

const ABOUT = { name: 'ledger', asks: 'whether the log rows of refills and charges are as they were written' }

/** What a movement's row holds of it, by A2Billing's names. A payment may be more than was credited: its VAT. */
const LOGS: readonly LogTable[] = [
  { log: 'cc_logrefill', card: 'card_id', differs: 'r.credit <> m.delta' },
  { log: 'cc_logpayment', card: 'card_id' },
  // A FLOAT keeps six digits.
  { log: 'cc_charge', card: 'id_cc_card', differs: 'abs(r.amount + m.delta) > abs(m.delta) * 0.000001' },
]

interface LogTable {
  readonly log: string
  /** Its column that names the card. */
  readonly card: string
  /** SQL on a log row `r` and a movement `m`. */
  readonly differs?: string
}

/** Rows at most that are told of. */
const SHOWN = 20

export const ledger: Check = {
  ...ABOUT,
  async run({ db, resources, tables }) {
    if (!tables.has('a2b_money_movement')) return []
    const places = LOGS.flatMap((place) => {
      const resource = resources.find(({ table, knownAs = table }) => knownAs === place.log)
      return resource ? [{ ...place, table: resource.table }] : []
    })
    const { found, ...rest } = await scanAll(places, async (place) =>
      (await rowsOf(db, unlikeSql(place))).map(([movement, row, card, isThere]) => ({
        place,
        line: `movement ${text(movement)} on card ${text(card)}: ${place.table} ${text(row)} ${Number(isThere) ? 'has another card or amount' : 'is gone'}`,
      })),
    )
    const byTable = Map.groupBy(found, ({ place }) => place.table)
    const findings = [...byTable].map(([table, rows]) =>
      unlikeFinding(
        table,
        rows.map(({ line }) => line),
      ),
    )
    return [...findings, ...unfinishedScan(ABOUT, rest, ({ table }) => table)]
  },
}

/** @returns a statement whose rows are movements with a log row that is not there, or not as it was */
function unlikeSql({ log, table, card, differs }: LogTable & { readonly table: string }): string {
  const id = `cast(json_unquote(json_extract(m.logs, ${literal(`$.${log}`)})) as unsigned)`
  const isOther = [`r.${name(card)} <> m.card_id`, ...(differs ? [differs] : [])].join(' or ')
  return (
    `select m.id, ${id}, m.card_id, r.id is not null from a2b_money_movement m left join ${name(table)} r on r.id = ${id} ` +
    `where json_extract(m.logs, ${literal(`$.${log}`)}) is not null and (r.id is null or ${isOther}) ` +
    `order by m.id desc limit ${SHOWN + 1}`
  )
}

function unlikeFinding(table: string, lines: readonly string[]): Finding {
  const isMore = lines.length > SHOWN
  return {
    code: 'ledger-unlike-log-rows',
    severity: 'warning',
    where: table,
    what: `${isMore ? `More than ${SHOWN}` : lines.length} rows of ${table} are gone or not as they were when the API wrote them.`,
    why: 'Money moved with them, as the ledger a2b_money_movement says, so A2Billing’s own history tells another balance.',
    next: 'SELECT * FROM a2b_money_movement WHERE id IN (…); -- those named here: who, when, how much, and the balance after it',
    details: lines.slice(0, SHOWN),
  }
}
