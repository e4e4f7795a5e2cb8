/** What users and keys were granted: that somebody may do everything, and that no grant is out of anyone's sight. */
import { NoGrant, parseGrant } from '../../users/grant.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { rowsOf, text } from '../patient.ts'

export const rights: Check = {
  name: 'rights',
  asks: 'whether what users may do is in order',
  async run({ db, tables }) {
    if (!tables.has('user')) return []
    const [[administrators] = []] = await rowsOf(db, 'select count(*) from `user` where active = 1 and admin = 1')
    const found = Number(administrators) === 0 ? [noAdministrator] : []
    if (!tables.has('a2b_users_grant') || !tables.has('a2b_users_key')) return found
    const grants = await rowsOf(db, 'select id, user_id, grant_text from a2b_users_grant order by id')
    const unreadable = grants.filter(([, , grant]) => parseGrant(text(grant)) instanceof NoGrant)
    const ownerless = await Promise.all(
      ['a2b_users_grant', 'a2b_users_key'].map(async (table) => {
        const rows = await rowsOf(
          db,
          `select id from ${table} where user_id not in (select id from \`user\`) order by id`,
        )
        return ownerlessRows(
          table,
          rows.map(([id]) => text(id)),
        )
      }),
    )
    return [
      ...found,
      ...unreadable.map(([id, user, grant]) => noGrant(text(id), text(user), text(grant))),
      ...ownerless.flat(),
    ]
  },
}

const noAdministrator: Finding = {
  code: 'user-no-administrator',
  severity: 'warning',
  where: 'user',
  what: 'No active user of the API is an administrator.',
  why: 'Nobody can add users, or change what they may do, but who has the password of the database.',
  next: '-- whose name it is to be:\nUPDATE `user` SET active = 1, admin = 1 ORDER BY id LIMIT 1;',
}

function noGrant(id: string, user: string, grant: string): Finding {
  return {
    code: 'grant-unreadable',
    severity: 'error',
    where: `a2b_users_grant ${id}`,
    what: `The grant "${grant}" of the user ${user} cannot be read.`,
    why: 'It may be a limit, so it is not passed over: every request of this user, or with this key, fails.',
    next: `DELETE FROM a2b_users_grant WHERE id = ${id};`,
  }
}

/** Only where users were removed by hand. */
function ownerlessRows(table: string, ids: readonly string[]): Finding[] {
  if (ids.length === 0) return []
  return [
    {
      code: 'user-rights-without-user',
      severity: 'info',
      where: table,
      what: `${ids.length} ${ids.length === 1 ? 'row belongs' : 'rows belong'} to users who are not there.`,
      why: 'They allow nobody anything. Users are removed with what they were given by `a2b user remove`, or the API.',
      next: `DELETE FROM ${table} WHERE id IN (${ids.join(', ')});`,
    },
  ]
}
