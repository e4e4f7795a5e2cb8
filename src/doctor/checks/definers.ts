/**
 * Triggers and views run as the account that made them. Where a dump was loaded on another server, that account may not
 * exist, and every write to the table fails with error 1449.
 */
import { errorNumber } from '../../db/errors.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { rowsOf, text } from '../patient.ts'
import { accountName, name } from '../sql.ts'

/** ER_TABLEACCESS_DENIED_ERROR, ER_DBACCESS_DENIED_ERROR. */
const DENIED = [1142, 1044]

const OWNED = `
  select concat('trigger ', trigger_name, ' on ', event_object_table), definer from information_schema.triggers
  where trigger_schema = database()
  union all
  select concat('view ', table_name), definer from information_schema.views
  where table_schema = database() and security_type = 'DEFINER'`

export const definers: Check = {
  name: 'definers',
  asks: 'whether triggers and views belong to accounts that exist',
  async run({ db, account, database }) {
    const owned = (await rowsOf(db, OWNED)).map(([what, definer]) => ({ what: text(what), definer: text(definer) }))
    const accounts = await rowsOf(db, "select concat(user, '@', host) from mysql.user").catch((error: unknown) => {
      if (DENIED.includes(errorNumber(error))) return undefined
      throw error
    })
    return judgeDefiners(owned, { accounts: accounts && new Set(accounts.map(([it]) => text(it))), account, database })
  },
}

export interface Owned {
  /** `trigger cc_card_serial_set on cc_card` */
  readonly what: string
  /** Empty where this account may not see it. */
  readonly definer: string
}

interface Surroundings {
  /** Every account of the server; undefined where this one may not see them. */
  readonly accounts: ReadonlySet<string> | undefined
  readonly account: string
  readonly database: string
}

export function judgeDefiners(owned: readonly Owned[], { accounts, account, database }: Surroundings): Finding[] {
  const exists = (definer: string): boolean | undefined =>
    definer === account ? true : definer === '' || !accounts ? undefined : accounts.has(definer)
  const missing = Map.groupBy(
    owned.filter(({ definer }) => exists(definer) === false),
    ({ definer }) => definer,
  )
  const unknown = owned.filter(({ definer }) => exists(definer) === undefined)
  const found = Array.from(missing, ([definer, things]): Finding => ({
    code: 'definer-missing',
    severity: 'error',
    where: things.map(({ what }) => what).join(', '),
    what: `They run as the account ${definer}, which does not exist.`,
    why: 'Every write that starts one of these triggers, and every read of such a view, fails with error 1449: refills too.',
    next:
      '-- an account that nobody can log in with is enough\n' +
      `CREATE USER ${accountName(definer)} ACCOUNT LOCK;\n` +
      `GRANT SELECT, INSERT, UPDATE, DELETE, TRIGGER ON ${name(database)}.* TO ${accountName(definer)};`,
  }))
  if (unknown.length === 0) return found
  return [
    ...found,
    {
      code: 'definer-unknown',
      severity: 'info',
      where: unknown.map(({ what }) => what).join(', '),
      what: 'This account may not see whom they belong to, or which accounts there are.',
      why: 'Where that account does not exist, every write that starts one of them fails with error 1449.',
      next:
        '-- as an administrator of the server; a row is an account that is missing\n' +
        'SELECT DISTINCT t.DEFINER FROM information_schema.TRIGGERS AS t\n' +
        "LEFT JOIN mysql.user AS u ON CONCAT(u.user, '@', u.host) = t.DEFINER\n" +
        `WHERE t.TRIGGER_SCHEMA = '${database}' AND u.user IS NULL;`,
    },
  ]
}
