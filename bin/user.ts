/** `a2b user`: who may use the API, from the command line of the machine that has the database's password. */
import type { Command } from 'commander'
import { assertGivable } from '../src/plugins/users/grant-hooks.ts'
import { createRow, removeRow, updateRowByKey } from '../src/resources/rows.ts'
import { StartError } from '../src/start-error.ts'
import { type OpenUsers, withUsers } from './open-users.ts'
import { readPassword } from './password.ts'

const ADMINISTRATOR = 'role:administrator'

interface PasswordFlags {
  readonly passwordStdin?: true
}

/** The commands, each with `--url` for another database. */
export function addUserCommands(group: Command): void {
  const command = (usage: string, description: string): Command =>
    group.command(usage).description(description).option('--url <url>', 'database (default: A2B_DATABASE_URL)')
  const stdin = ['--password-stdin', 'read the password from standard input instead of asking for it'] as const

  command('add <name> [grants...]', 'add a user; without grants, with those of A2B_AUTH_DEFAULT_ROLE')
    .option('--admin', 'who may do everything')
    .option(...stdin)
    .action((name: string, grants: string[], flags: PasswordFlags & Url & { admin?: true }) =>
      run(flags, async (open) => add(open, name, grants, flags)),
    )
  command('list', 'every user, and what he may do').action((flags: Url) => run(flags, list))
  command('passwd <name>', 'give a user another password')
    .option(...stdin)
    .action((name: string, flags: PasswordFlags & Url) =>
      run(flags, async (open) => {
        const user = await open.find(name)
        await update(open, user.id, { password: await readPassword(flags.passwordStdin === true) })
        return [`"${name}" has another password.`]
      }),
    )
  for (const [verb, active] of [
    ['disable', false],
    ['enable', true],
  ] as const) {
    command(`${verb} <name>`, active ? 'let a user log in again' : 'let a user log in no more').action(
      (name: string, flags: Url) =>
        run(flags, async (open) => {
          await update(open, (await open.find(name)).id, { active })
          return [active ? `"${name}" can log in.` : `"${name}" cannot log in any more.`]
        }),
    )
  }
  command(
    'grant <name> <grants...>',
    `allow a user more, e.g. card:get, role:clerk, mask:card.email, ${ADMINISTRATOR}`,
  ).action((name: string, grants: string[], flags: Url) => run(flags, (open) => grant(open, name, grants)))
  command('revoke <name> <grants...>', 'take grants back').action((name: string, grants: string[], flags: Url) =>
    run(flags, (open) => revoke(open, name, grants)),
  )
  command('remove <name>', 'remove a user with his grants and keys').action((name: string, flags: Url) =>
    run(flags, async (open) => {
      const { id } = await open.find(name)
      await removeRow(open.api, open.resource('user'), open.origin, String(id))
      return [`"${name}" is removed.`]
    }),
  )
}

interface Url {
  readonly url?: string
}

/** Prints what the work tells. */
async function run({ url }: Url, work: (open: OpenUsers) => Promise<readonly string[]>): Promise<void> {
  console.log((await withUsers(url, work)).join('\n'))
}

async function add(
  open: OpenUsers,
  username: string,
  grants: readonly string[],
  flags: PasswordFlags & { admin?: true },
) {
  const admin = flags.admin === true || grants.includes(ADMINISTRATOR)
  const others = grants.filter((text) => text !== ADMINISTRATOR)
  if (admin && others.length > 0)
    throw new StartError('An administrator may do everything: leave the other grants out.')
  for (const text of others) assertGivable(text, open.users, open.api)
  const password = await readPassword(flags.passwordStdin === true)
  await createRow(open.api, open.resource('user'), open.origin, { username, password, admin })
  const { id } = await open.find(username)
  for (const text of others) await give(open, id, text)
  return [await describe(open, username)]
}

async function grant(open: OpenUsers, name: string, grants: readonly string[]): Promise<string[]> {
  const { id } = await open.find(name)
  for (const text of grants) {
    if (text === ADMINISTRATOR) await update(open, id, { admin: true })
    else await give(open, id, text)
  }
  return [await describe(open, name)]
}

async function revoke(open: OpenUsers, name: string, grants: readonly string[]): Promise<string[]> {
  const user = await open.find(name)
  const missing = grants.find((text) => !(text === ADMINISTRATOR ? user.admin : user.grants.includes(text)))
  if (missing !== undefined) {
    throw new StartError(`"${name}" was not granted ${missing}. ${await describe(open, name)}`)
  }
  for (const text of grants) {
    if (text === ADMINISTRATOR) await update(open, user.id, { admin: false })
    else await take(open, user.id, text)
  }
  return [await describe(open, name)]
}

async function list(open: OpenUsers): Promise<string[]> {
  const rows = await open.db.readRows({ sql: 'select username from `user` order by id', parameters: [] })
  const lines: string[] = []
  for (const [name] of rows) lines.push(await describe(open, String(name)))
  return lines.length > 0 ? lines : ['There are no users. The first start of the server makes one, or `a2b user add`.']
}

/** E.g. `bob: card:get mask:card.email`. */
async function describe({ find, defaultRole }: OpenUsers, name: string): Promise<string> {
  const { admin, active, grants } = await find(name)
  const allows = grants.some((text) => !/^(mask|scope):/.test(text))
  const held = admin ? [ADMINISTRATOR] : [...(allows ? [] : [`role:${defaultRole} (A2B_AUTH_DEFAULT_ROLE)`]), ...grants]
  return `${name}: ${held.join(' ')}${active ? '' : '  (disabled)'}`
}

async function give({ api, resource, origin }: OpenUsers, userId: number, text: string): Promise<void> {
  await createRow(api, resource('grant'), origin, { user: String(userId), grant: text })
}

async function take({ api, db, resource, origin }: OpenUsers, userId: number, text: string): Promise<void> {
  const sql = 'select id from a2b_users_grant where user_id = ? and key_id is null and grant_text = ?'
  const rows = await db.readRows({ sql, parameters: [userId, text] })
  for (const [id] of rows) await removeRow(api, resource('grant'), origin, String(id))
}

async function update({ api, resource, origin }: OpenUsers, userId: number, body: object): Promise<void> {
  await updateRowByKey(api, resource('user'), origin, String(userId), body)
}
