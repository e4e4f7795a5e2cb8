/** Are there enough connections on the server for the pool of the API, beside those of A2Billing itself? */
import type { Check } from '../check.ts'
import { rowsOf } from '../patient.ts'

/** For A2Billing's own programs and for whoever has to look after the server. */
const OTHERS = 20

export const connections: Check = {
  name: 'connections',
  asks: 'whether the server has connections enough',
  async run({ db, poolSize }) {
    const [row] = await rowsOf(db, 'select @@global.max_connections')
    const limit = Number(row?.[0])
    if (limit >= poolSize + OTHERS) return []
    return [
      {
        code: 'too-few-connections',
        severity: 'warning',
        where: 'max_connections',
        what: `The server allows ${limit} connections, and the API alone may open ${poolSize}.`,
        why: `Calls that A2Billing handles at the same time need some, too: without ${OTHERS} to spare they are turned away.`,
        next: [
          `SET GLOBAL max_connections = ${poolSize + OTHERS};`,
          ...(limit > OTHERS ? [`-- or start the API with A2B_POOL_SIZE=${limit - OTHERS}`] : []),
        ].join('\n'),
      },
    ]
  },
}
