/** Does a committed refill survive a crash of the database server? */
import type { Check } from '../check.ts'
import { rowsOf, text } from '../patient.ts'

export const durability: Check = {
  name: 'durability',
  asks: 'whether the server keeps what it has committed',
  async run({ db }) {
    const [row] = await rowsOf(db, 'select @@global.innodb_flush_log_at_trx_commit')
    const value = text(row?.[0])
    if (value === '1') return []
    return [
      {
        code: 'commits-not-durable',
        severity: value === '0' ? 'error' : 'warning',
        where: 'innodb_flush_log_at_trx_commit',
        what: `innodb_flush_log_at_trx_commit is ${value}: a commit is answered before it is on the disk.`,
        why:
          value === '0'
            ? 'When the server crashes, up to a second of refills that clients were told of is lost.'
            : 'When the machine loses power, up to a second of refills that clients were told of is lost.',
        next:
          'SET GLOBAL innodb_flush_log_at_trx_commit = 1;\n' +
          '-- and in the server configuration, below [mysqld]: innodb_flush_log_at_trx_commit = 1',
      },
    ]
  },
}
