/** Zero dates by column: normal in A2Billing, null on the wire, and in the way of anything that copies the tables. */
import type { Check } from '../check.ts'
import { unfinishedScan } from '../check.ts'
import { countByColumn } from '../count-by-column.ts'

const ABOUT = { name: 'zero-dates', asks: 'how many zero dates there are' }
const KINDS: ReadonlySet<string> = new Set(['date', 'datetime', 'timestamp'])

export const zeroDates: Check = {
  ...ABOUT,
  async run(patient) {
    const { total, details, unseen } = await countByColumn(
      patient,
      ({ type }) => KINDS.has(type.kind),
      (column) => `${column} = '0000-00-00'`,
    )
    if (total === 0) return unfinishedScan(ABOUT, unseen)
    return [
      {
        code: 'zero-dates',
        severity: 'info',
        where: `${details.length} ${details.length === 1 ? 'column' : 'columns'}`,
        what: `${total.toLocaleString('en')} ${total === 1 ? 'date is' : 'dates are'} the zero date.`,
        why:
          'To A2Billing they mean "never", and the API shows them as null. A session with NO_ZERO_DATE cannot copy ' +
          'these rows: conversions and restores fail in the middle (error 1292 or 1067).',
        next: `mysql --init-command="SET sql_mode = ''" ${patient.database}    # where you convert or restore tables`,
        details,
      },
      ...unfinishedScan(ABOUT, unseen),
    ]
  },
}
