/** The verdict that the server starts with: is the database still the one that the API was generated from? */
import type { Drift } from '../../drift/drift.ts'
import { findHidden } from '../../drift/hidden.ts'
import type { Resource } from '../../resources/resource.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { accountName, name } from '../sql.ts'

/**
 * @param drift - the comparison, or why it could not be made
 * @param resources - as they were generated
 */
export function driftCheck(drift: Drift | Error, resources: Iterable<Resource>): Check {
  return {
    name: 'drift',
    asks: 'whether the database is the one that the API was generated from',
    async run({ db, database, account }) {
      if (drift instanceof Error) throw drift
      if (drift.status === 'equal') return []
      if (drift.status === 'additive') return [additive(drift)]
      const hidden = await findHidden(db, resources, drift.live)
      // Generated again before the account is mended, the API would lose what is hidden.
      return [...(hidden.length > 0 ? [unreadable(hidden, database, account)] : []), breaking(drift)]
    },
  }
}

function breaking(drift: Drift): Finding {
  return {
    code: 'schema-drift-breaking',
    severity: 'error',
    where: 'generated/',
    what: `The database has changed since generated/ was made from it: ${drift.summary}.`,
    why: 'The server does not start like this, unless A2B_ON_DRIFT=warn has it serve what is left.',
    next: 'a2b diff generated "$A2B_DATABASE_URL"\na2b generate --accept-breaking',
    details: changes(drift),
  }
}

function additive(drift: Drift): Finding {
  return {
    code: 'schema-drift-additive',
    severity: 'info',
    where: 'generated/',
    what: `The database has changed since generated/ was made from it: ${drift.summary}.`,
    why: 'All that is served is as it was; what is new shows in the API once it is generated again.',
    next: 'a2b diff generated "$A2B_DATABASE_URL"\na2b generate',
    details: changes(drift),
  }
}

function changes({ status, differences }: Drift): string[] {
  return differences.filter(({ severity }) => severity === status).map(({ text }) => text)
}

function unreadable(hidden: readonly string[], database: string, account: string): Finding {
  return {
    code: 'privileges-hide-tables',
    severity: 'error',
    where: account,
    what: 'The account of the API may not read some of what the API was generated with, which may be there all the same.',
    why: 'The server shows an account only what it may use: to the API the rest is gone.',
    next: `GRANT SELECT, INSERT, UPDATE, DELETE ON ${name(database)}.* TO ${accountName(account)};`,
    details: hidden,
  }
}
