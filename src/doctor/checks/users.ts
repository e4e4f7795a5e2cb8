/** The API's own users: old hashes, and passwords that anyone would try. No hash is ever shown. */
import { errorNumber } from '../../db/errors.ts'
import { hashForm, verifyLegacyHash } from '../../users/password.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { type Patient, rowsOf, text } from '../patient.ts'

/** What is tried first; the name of the user, too. */
const COMMON = ['admin', 'password', 'a2billing', 'changeme', 'secret', '123456', '12345678', 'test', 'root', 'api', '']

export const users: Check = {
  name: 'users',
  asks: 'whether the passwords of the API are safe',
  async run({ db, tables }) {
    if (!tables.has('user')) return []
    const rows = await rowsOf(db, 'select id, username, password from `user` where active = 1 order by id')
    const stored = rows.map(([id, username, password]) => ({
      id: Number(id),
      name: text(username),
      hash: text(password),
    }))
    return judgeUsers(stored, await canHash(db))
  },
}

export interface StoredUser {
  readonly id: number
  readonly name: string
  readonly hash: string
}

/** ER_SP_DOES_NOT_EXIST: MySQL 9 has dropped SHA1. */
const NO_SUCH_FUNCTION = 1305

async function canHash(db: Patient['db']): Promise<boolean> {
  try {
    await rowsOf(db, "select sha1('')")
    return true
  } catch (error) {
    if (errorNumber(error) === NO_SUCH_FUNCTION) return false
    throw error
  }
}

/**
 * @param stored - users that may log in
 * @param hasSha1 - the server can make a hash; elsewhere there is nothing but to keep the user out
 */
export function judgeUsers(stored: readonly StoredUser[], hasSha1: boolean): Finding[] {
  const replace = (id: number): string =>
    hasSha1 ? newPasswordSql(id) : `UPDATE \`user\` SET active = 0 WHERE id = ${id};`
  const form = ({ hash }: StoredUser) => hashForm(hash)
  const isGuessed = ({ name, hash }: StoredUser): boolean =>
    [...COMMON, name].some((password) => verifyLegacyHash(password, hash))
  const guessed = stored.filter((user) => form(user) === 'legacy' && isGuessed(user))
  const legacy = stored.filter((user) => form(user) === 'legacy' && !guessed.includes(user))
  const empty = stored.filter((user) => form(user) === 'empty')
  const unknown = stored.filter((user) => form(user) === 'unknown')
  const names = (list: readonly StoredUser[]): string => list.map(({ name }) => name).join(', ')
  const ids = (list: readonly StoredUser[]): string => list.map(({ id }) => id).join(', ')
  return [
    ...guessed.map((user): Finding => ({
      code: 'user-password-guessable',
      severity: 'error',
      where: `user ${user.name}`,
      what: `The user "${user.name}" has a password that is among the first that anyone tries.`,
      why: 'Whoever reaches the API can log in as this user. With the password "admin" the server does not even start.',
      next: replace(user.id),
    })),
    ...(empty.length > 0
      ? [
          {
            code: 'user-password-empty',
            severity: 'warning' as const,
            where: `user ${names(empty)}`,
            what: 'No password is stored for these users.',
            why: 'Nobody can log in as one of them, but nothing else keeps it so.',
            next: `UPDATE \`user\` SET active = 0 WHERE id IN (${ids(empty)});`,
          },
        ]
      : []),
    ...(unknown.length > 0
      ? [
          {
            code: 'user-password-not-a-hash',
            severity: 'error' as const,
            where: `user ${names(unknown)}`,
            what: 'What is stored as the password of these users is no hash that the API knows: maybe the password itself.',
            why: 'They cannot log in, and whoever can read the table may have their passwords.',
            next: unknown.map(({ id }) => replace(id)).join('\n'),
          },
        ]
      : []),
    ...(legacy.length > 0
      ? [
          {
            code: 'user-password-legacy',
            severity: 'warning' as const,
            where: `user ${names(legacy)}`,
            what: `${legacy.length} ${legacy.length === 1 ? 'user has' : 'users have'} a password in the form of the original API.`,
            why:
              'From a copy of the table such a password can be guessed at hundreds of thousands of tries a second. The ' +
              'next login replaces the form by a slow one.',
            next:
              '-- those who still log in: let them, once. Those who do not:\n' +
              `UPDATE \`user\` SET active = 0 WHERE id IN (${ids(legacy)});`,
          },
        ]
      : []),
  ]
}

/** In the original's form, because SQL knows no slow hash; the next login replaces it by one. */
function newPasswordSql(id: number): string {
  return (
    "SET @salt = LEFT(SHA2(UUID(), 256), 5), @password = 'a password of your own';\n" +
    `UPDATE \`user\` SET password = CONCAT(@salt, '$', SHA1(CONCAT(@salt, @password))) WHERE id = ${id};`
  )
}
