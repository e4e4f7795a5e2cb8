/** The verdict that the server starts with: is the database still the one that the API was generated from? */
import type { Drift } from '../../drift/drift.ts'
import type { Check } from '../check.ts'

/** @param drift - the comparison, or why it could not be made */
export function driftCheck(drift: Drift | Error): Check {
  return {
    name: 'drift',
    asks: 'whether the database is the one that the API was generated from',
    async run() {
      if (drift instanceof Error) throw drift
      if (drift.status === 'equal') return []
      const isBreaking = drift.status === 'breaking'
      const shown = drift.differences.filter(({ severity }) => severity === drift.status).map(({ text }) => text)
      return [
        {
          code: isBreaking ? 'schema-drift-breaking' : 'schema-drift-additive',
          severity: isBreaking ? 'error' : 'info',
          where: 'generated/',
          what: `The database has changed since generated/ was made from it: ${drift.summary}.`,
          why: isBreaking
            ? 'The server does not start like this, unless A2B_ON_DRIFT=warn has it serve what is left.'
            : 'All that is served is as it was; what is new shows in the API once it is generated again.',
          next: isBreaking
            ? 'a2b diff generated/snapshot.json "$A2B_DATABASE_URL"\na2b generate --accept-breaking'
            : 'a2b diff generated/snapshot.json "$A2B_DATABASE_URL"\na2b generate',
          details: [...shown.slice(0, SHOWN), ...(shown.length > SHOWN ? [`and ${shown.length - SHOWN} more`] : [])],
        },
      ]
    },
  }
}

const SHOWN = 10
