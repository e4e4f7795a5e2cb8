/** Do this machine and the database server agree about the time? Log rows are dated by the one, log lines by the other. */
import type { Check } from '../check.ts'
import { rowsOf } from '../patient.ts'

const SECONDS = 5

export const clock: Check = {
  name: 'clock',
  asks: "whether the server's clock is right",
  async run({ db }) {
    const before = Date.now()
    const [row] = await rowsOf(db, 'select unix_timestamp()')
    const ahead = Math.round(Number(row?.[0]) - (before + Date.now()) / 2000)
    if (Math.abs(ahead) <= SECONDS) return []
    return [
      {
        code: 'clocks-differ',
        severity: 'warning',
        where: 'clock',
        what: `The clock of the database server is ${Math.abs(ahead)} s ${ahead > 0 ? 'ahead of' : 'behind'} this machine's.`,
        why: "Refills and charges are dated by the database: their dates do not match the API's log.",
        next: 'timedatectl set-ntp true    # on both machines',
      },
    ]
  },
}
