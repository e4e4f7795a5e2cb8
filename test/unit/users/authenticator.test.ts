import { beforeAll, expect, it } from 'vitest'
import type { Db, Row } from '../../../src/db/db.ts'
import { Authenticator } from '../../../src/users/authenticator.ts'
import { createPasswords } from '../../../src/users/password.ts'

/** As many turns and places as the server has, each as cheap as can be. */
const passwords = createPasswords({ cost: { ln: 4, r: 1, p: 1 } })
let authenticator: Authenticator
beforeAll(async () => {
  const users: Row[] = [
    [1, 'admin', await passwords.hash('right'), 1, 1, null],
    [2, 'other', await passwords.hash('right'), 1, 0, null],
  ]
  const db: Pick<Db, 'readRows'> = {
    readRows: async ({ parameters }) => users.filter(([id, name]) => parameters.includes(name) || parameters[0] === id),
  }
  const sessionLimits = { lifetime: 720, idle: 30 }
  authenticator = new Authenticator(db as Db, {
    passwords,
    defaultRole: 'support',
    sessionLimits,
    onError: () => undefined,
  })
})

async function statusOf(name: string, password: string, address: string): Promise<number> {
  const header = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
  return authenticator.authenticate(header, address).then(
    () => 200,
    (error: { status: number }) => error.status,
  )
}

async function counts(logins: readonly Promise<number>[]): Promise<Record<number, number>> {
  const statuses = await Promise.all(logins)
  const count = (status: number): number => statuses.filter((one) => one === status).length
  return { 200: count(200), 401: count(401), 429: count(429) }
}

it('a flood from one address is refused, and nobody elsewhere is', async () => {
  const flood = Array.from({ length: 120 }, (_, index) => statusOf(`user${index}`, 'wrong', '192.0.2.1'))
  const login = statusOf('admin', 'right', '192.0.2.2')
  expect(await counts(flood)).toEqual({ 200: 0, 401: 8, 429: 112 })
  expect(await login).toBe(200)
})

it('guessing at one name from many addresses is refused, and no other name is', async () => {
  const flood = Array.from({ length: 120 }, (_, index) => statusOf('admin', `wrong${index}`, `192.0.2.${index}`))
  const login = statusOf('other', 'right', '192.0.2.1')
  expect(await counts(flood)).toEqual({ 200: 0, 401: 4, 429: 116 })
  expect(await login).toBe(200)
})

it('and is over when it ends', async () => {
  const flood = Array.from({ length: 20 }, (_, index) => statusOf('other', `wrong${index}`, '192.0.2.1'))
  await Promise.all(flood)
  expect(await statusOf('other', 'still wrong', '192.0.2.1')).toBe(401)
  expect(await statusOf('other', 'right', '192.0.2.1')).toBe(200)
})
