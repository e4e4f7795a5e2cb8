/** What the API's account may do: more than it needs makes any hole a way into the server, less is a 503. */
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { type Grant, grantsOn, parseGrants } from '../grants.ts'
import { rowsOf, text } from '../patient.ts'
import { accountName, name } from '../sql.ts'

/** On each table of the database. */
const NEEDED = ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
const OPTION = 'GRANT OPTION'
/** Harmless, and handed out with the others as a matter of course. */
const HARMLESS = new Set(['USAGE', 'SHOW VIEW', 'SHOW DATABASES', 'EXECUTE', 'LOCK TABLES', 'CREATE TEMPORARY TABLES'])
/** Of the whole server: each is a way to everything on it. */
const POWERFUL = new Set(
  (
    'ALL PRIVILEGES,SUPER,FILE,GRANT OPTION,PROXY,CREATE USER,SHUTDOWN,RELOAD,PROCESS,SYSTEM_USER,SET USER,READ_ONLY ADMIN,' +
    'CONNECTION ADMIN,CREATE,DROP,ALTER,TRIGGER,CREATE ROUTINE,ALTER ROUTINE'
  ).split(','),
)

export const privileges: Check = {
  name: 'privileges',
  asks: 'whether the account may do what it needs, and no more',
  async run({ db, database, account, resources, tables }) {
    // The lines may hold the hash of a password, so none of them goes further than this.
    const grants = parseGrants((await rowsOf(db, 'show grants')).map(([line]) => text(line)))
    const hasUsers = tables.has('user')
    const written = resources.filter(({ table, readOnly }) => readOnly === undefined && tables.has(table))
    return judgePrivileges(grants, { database, account, hasUsers, written: written.map(({ table }) => table) })
  },
}

interface Needs {
  readonly database: string
  readonly account: string
  /** The table of the API's users is there; without it, the first start has to make it. */
  readonly hasUsers: boolean
  /** Tables that the API writes to. */
  readonly written: readonly string[]
}

export function judgePrivileges(grants: readonly Grant[], { database, account, hasUsers, written }: Needs): Finding[] {
  const needed = hasUsers ? NEEDED : [...NEEDED, 'CREATE']
  const enough = `GRANT ${needed.join(', ')} ON ${name(database)}.* TO`
  const ours = accountName(`a2b_api@${account.slice(account.lastIndexOf('@') + 1)}`)
  const excess = (grant: Grant): string[] =>
    grant.privileges.filter(
      (privilege) => !HARMLESS.has(privilege) && !(isOwn(grant, database) && needed.includes(privilege)),
    )
  const wide = grants.map((grant) => ({ grant, more: excess(grant) })).filter(({ more }) => more.length > 0)
  const global = wide.filter(({ grant }) => grant.database === '*')
  const elsewhere = wide.filter(({ grant }) => grant.database !== '*' && !isOwn(grant, database))
  const own = wide.filter(({ grant }) => isOwn(grant, database))
  const globalPrivileges = [...new Set(global.flatMap(({ more }) => more))]
  const lacking = needed
    .map((privilege) => ({
      privilege,
      tables: (privilege === 'CREATE' ? ['user'] : written).filter(
        (table) => !grantsOn(grants, database, table).has(privilege),
      ),
    }))
    .filter(({ tables }) => tables.length > 0)
  return [
    ...(global.length > 0
      ? [
          {
            code: 'privileges-on-the-server',
            severity: globalPrivileges.some((privilege) => POWERFUL.has(privilege))
              ? ('error' as const)
              : ('warning' as const),
            where: account,
            what: `The account of the API holds ${listed(globalPrivileges)} on every database of the server.`,
            why: 'Whoever finds a hole in the API, or the URL of its database, has the server with it.',
            next:
              `CREATE USER ${ours} IDENTIFIED BY 'a password of your own';\n` +
              `${enough} ${ours};\n` +
              '-- then put that account into A2B_DATABASE_URL',
          },
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          {
            code: 'privileges-on-other-databases',
            severity: 'warning' as const,
            where: account,
            what: `The account of the API may also use ${listed([...new Set(elsewhere.map(({ grant }) => grant.database))])}.`,
            why: 'It needs one database only; what else it may do is lost with it.',
            next: elsewhere.map(({ grant, more }) => revoke(grant, more, account)).join('\n'),
          },
        ]
      : []),
    ...(own.length > 0
      ? [
          {
            code: 'privileges-to-change-the-schema',
            severity: 'warning' as const,
            where: account,
            what: `The account of the API holds ${listed([...new Set(own.flatMap(({ more }) => more))])} on ${database}.`,
            why:
              'It reads and writes rows, and needs no more; CREATE once, at the first start, for its table `user`. With ' +
              'these, a hole in the API can drop tables or plant triggers.',
            // Given at the end, because ALL takes what is needed with it.
            next: [
              ...own.map(({ grant, more }) => revoke(grant, more, account)),
              `${enough} ${accountName(account)};`,
            ].join('\n'),
          },
        ]
      : []),
    ...(lacking.length > 0
      ? [
          {
            code: 'privileges-missing',
            severity: 'warning' as const,
            where: account,
            what: `The account of the API lacks ${lacking.map(({ privilege }) => privilege).join(', ')} on tables that it ${hasUsers ? 'serves' : 'serves or makes'}.`,
            why: hasUsers
              ? 'Requests that need it are answered with 503.'
              : 'Requests that need it are answered with 503; without CREATE the first start fails, which makes the table of its users.',
            next: `${enough} ${accountName(account)};`,
            details: lacking.map(({ privilege, tables }) => `${privilege}: ${listed(tables)}`),
          },
        ]
      : []),
  ]
}

function isOwn(grant: Grant, database: string): boolean {
  return grant.matches(database)
}

function revoke({ scope }: Grant, more: readonly string[], account: string): string {
  const from = `ON ${scope} FROM ${accountName(account)};`
  // Beside ALL PRIVILEGES in one statement, GRANT OPTION is a syntax error.
  const named = more.filter((privilege) => privilege !== OPTION)
  return [
    ...(named.length > 0 ? [`REVOKE ${named.join(', ')} ${from}`] : []),
    ...(more.includes(OPTION) ? [`REVOKE ${OPTION} ${from}`] : []),
  ].join('\n')
}

function listed(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ')
}
