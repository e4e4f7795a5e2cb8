/** The user that clients log in as; its password is hashed at a low cost, since every process that starts verifies it. */
import { openDb } from '../../src/db/connect.ts'
import { createPasswords } from '../../src/users/password.ts'
import { prepareUsers, prepareUserTable } from '../../src/users/first-user.ts'

const PASSWORD = 'a password for tests'

/** What clients send. */
export const AUTHORIZATION = `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}`

/** @param url - of the database; it must have no users yet */
export async function addUser(url: string): Promise<void> {
  const db = openDb({ url })
  try {
    await prepareUserTable(db)
    const passwords = createPasswords({ cost: { ln: 4, r: 8, p: 1 } })
    await prepareUsers(db, { passwords, adminPassword: PASSWORD, allowDefaultPassword: false, print: () => undefined })
  } finally {
    await db.close()
  }
}
