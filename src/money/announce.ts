/** Tells the operator, when the server starts, what money cannot be promised on these tables. */
import type { Logger } from '../http/log.ts'
import type { Api } from '../resources/api.ts'
import type { MoneyOptions } from './open-money.ts'
import { tablesWithoutRollback } from './open-money.ts'
import { LOG_TABLES } from './tables.ts'

export function announceTables(api: Api, { requireTransactional }: MoneyOptions, log: Logger): void {
  const tables = tablesWithoutRollback(api, { logTables: LOG_TABLES }).sort()
  if (tables.length === 0) return
  if (requireTransactional) {
    log.error(
      { tables },
      'these tables cannot roll back, and money.requireTransactional is on: every refill and charge is refused until ' +
        'they are converted: a2b convert-engine',
    )
    return
  }
  log.warn(
    { tables },
    'these tables cannot roll back (MyISAM). Balances stay exact under concurrency, and a refill or charge that a crash ' +
      'of the API interrupts is finished. When the database itself stops in the middle of one, it is not tried again: ' +
      'a2b doctor reports it, for a person to settle. Converting the tables removes this: a2b convert-engine',
  )
}
