/** `a2b key`: keys with which programs log in, instead of a name and a password. */
import type { Command } from 'commander'
import { addKey, MAX_DAYS } from '../src/plugins/users/add-key.ts'
import { removeRow } from '../src/resources/rows.ts'
import { StartError } from '../src/start-error.ts'
import { type OpenUsers, withUsers } from './open-users.ts'

interface Url {
  readonly url?: string
}

interface AddFlags extends Url {
  readonly name: string
  readonly days?: string
}

export function addKeyCommands(group: Command): void {
  const command = (usage: string, description: string): Command =>
    group.command(usage).description(description).option('--url <url>', 'database (default: A2B_DATABASE_URL)')
  command('add <user> [grants...]', 'make a key of a user, limited to the grants if there are some; it is shown once')
    .requiredOption('--name <name>', 'what it is for')
    .option('--days <days>', `after which it is refused, 1 to ${MAX_DAYS} (default: never)`)
    .action((user: string, grants: string[], flags: AddFlags) =>
      withUsers(flags.url, (open) => add(open, user, grants, flags)),
    )
  command('list [user]', 'every key, and when it was used last').action((user: string | undefined, { url }: Url) =>
    withUsers(url, (open) => list(open, user)),
  )
  command('revoke <id>', 'refuse a key from now on').action((id: string, { url }: Url) =>
    withUsers(url, async ({ api, resource, origin }) => {
      await removeRow(api, resource('key'), origin, id)
      console.log(`Key ${id} is refused from now on; by other processes within a second.`)
    }),
  )
}

/** Alone on standard output, so that a script can keep it. */
async function add({ api, users, origin, find }: OpenUsers, user: string, grants: string[], { name, days }: AddFlags) {
  if (days !== undefined && !(/^[1-9]\d{0,3}$/.test(days) && Number(days) <= MAX_DAYS)) {
    throw new StartError(`--days: a number from 1 to ${MAX_DAYS}.`)
  }
  const userId = String((await find(user)).id)
  const added = await addKey(api, users, origin, { userId, name, grants, ...(days && { days: Number(days) }) })
  console.error(`Key ${added.id} of "${user}". It cannot be shown again. Send it as "Authorization: Bearer <key>":`)
  console.log(added.key)
}

const KEYS = `select k.id, u.username, k.name, k.created_at, k.expires_at, k.last_used_at,
  (select group_concat(g.grant_text order by g.id separator ' ') from a2b_users_grant g where g.key_id = k.id)
  from a2b_users_key k left join \`user\` u on u.id = k.user_id`

async function list({ db, find }: OpenUsers, name: string | undefined): Promise<void> {
  const user = name === undefined ? undefined : await find(name)
  const where = user ? ' where k.user_id = ? order by k.id' : ' order by k.id'
  const rows = await db.readRows({ sql: KEYS + where, parameters: user ? [user.id] : [] })
  const lines = rows.map(([id, username, what, created, expires, used, grants]) => {
    const times = [`made ${created}`, `ends ${expires ?? 'never'}`, `used ${used ?? 'never'}`].join(', ')
    return `${id}  ${username ?? '(nobody)'}  "${what}"  ${grants ?? 'all that its user may'}  (${times})`
  })
  console.log(lines.length > 0 ? lines.join('\n') : 'There are no keys.')
}
