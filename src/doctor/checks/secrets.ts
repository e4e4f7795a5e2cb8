/** A2Billing keeps passwords as they are typed. That cannot be changed here; its owner should know how many there are. */
import type { Check } from '../check.ts'
import { unfinishedScan } from '../check.ts'
import { countByColumn } from '../count-by-column.ts'

const ABOUT = { name: 'secrets', asks: 'how many passwords and keys stand in clear' }

export const secrets: Check = {
  ...ABOUT,
  async run(patient) {
    const { total, details, unseen } = await countByColumn(
      patient,
      ({ secret, type }) => secret === true && type.kind === 'text',
      (column) => `${column} <> ''`,
    )
    if (total === 0) return unfinishedScan(ABOUT, unseen)
    return [
      {
        code: 'secrets-in-clear',
        severity: 'info',
        where: `${details.length} ${details.length === 1 ? 'column' : 'columns'}`,
        what: `${total.toLocaleString('en')} passwords, keys and codes can be read by whoever can read the database.`,
        why:
          'A2Billing keeps nearly all of them as they were typed, and needs them so. The API shows them to ' +
          'administrators only, and lets nobody filter by them.',
        next: 'Keep backups encrypted, and give SELECT on these tables to nobody who does not need it.',
        details,
      },
      ...unfinishedScan(ABOUT, unseen),
    ]
  },
}
