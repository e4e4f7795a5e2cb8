/** Tables that the server cannot open, mostly MyISAM ones after a crash. The other checks pass them over. */
import type { Db } from '../../db/db.ts'
import { isOfDamage } from '../../db/errors.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { rowsOf, text } from '../patient.ts'
import { name } from '../sql.ts'

/** Asked for the number of rows, the server opens each table; of one that it could not open, it tells next to nothing. */
const UNOPENED = `
  select table_name, table_rows from information_schema.tables
  where table_schema = database() and table_type = 'BASE TABLE' and engine is null order by table_name`

export const damage: Check = {
  name: 'damage',
  asks: 'whether every table can be opened',
  async run({ db }) {
    const findings: Finding[] = []
    for (const [cell] of await rowsOf(db, UNOPENED)) {
      const table = text(cell)
      if (await isDamaged(db, table)) findings.push(damaged(table))
    }
    return findings
  },
}

/** A table may be locked just now, or not for this account to see. */
async function isDamaged(db: Db, table: string): Promise<boolean> {
  try {
    await rowsOf(db, `select 1 from ${name(table)} limit 0`)
    return false
  } catch (error) {
    return isOfDamage(error)
  }
}

function damaged(table: string): Finding {
  return {
    code: 'table-damaged',
    severity: 'error',
    where: table,
    what: 'The files of this table are damaged, and the server cannot open it.',
    why: "Requests for it are answered with 503, and A2Billing's own programs fail on it, too.",
    next:
      `-- with a copy of its files\nREPAIR TABLE ${name(table)};\n` +
      `-- and where that answers "Corrupt": REPAIR TABLE ${name(table)} USE_FRM`,
  }
}
