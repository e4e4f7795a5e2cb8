import { createHash, scryptSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { createPasswords, verifyLegacyHash } from '../../../src/users/password.ts'

/** As cheap as scrypt can be: what is tested here does not depend on the cost. */
const cost = { ln: 4, r: 1, p: 1 }
const passwords = createPasswords({ cost })

/** As the original API stores it. */
function legacyHash(password: string, salt = 'd5f8b'): string {
  return `${salt}$${createHash('sha1')
    .update(salt + password)
    .digest('hex')}`
}

it('hashes with scrypt in PHC form, each time with another salt', async () => {
  const real = createPasswords()
  const [one, two] = await Promise.all([real.hash('pässword'), real.hash('pässword')])
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one).not.toBe(two)
  expect(await passwords.verify('pässword', one)).toBe('right')
  expect(await passwords.verify('password', one)).toBe('wrong')
})

it('takes both Unicode forms of a letter for one', async () => {
  expect(await passwords.verify('pa\u0308ssword', await passwords.hash('p\u00e4ssword'))).toBe('right')
})

it('reads the parameters from the stored text', async () => {
  const salt = Buffer.from('salt-of-16-bytes')
  const hash = scryptSync('secret', salt, 32, { N: 1024, r: 8, p: 1 })
  const stored = `$scrypt$ln=10,r=8,p=1$${salt.toString('base64').replace(/=+$/, '')}$${hash.toString('base64').replace(/=+$/, '')}`
  expect(await passwords.verify('secret', stored)).toBe('right')
  expect(await passwords.verify('secret', stored.replace('ln=10', 'ln=11'))).toBe('wrong')
})

it("takes the original's hash, to be replaced", async () => {
  expect(await passwords.verify('secret', legacyHash('secret'))).toBe('rehash')
  expect(await passwords.verify('Secret', legacyHash('secret'))).toBe('wrong')
})

it.each([
  undefined,
  '',
  'secret',
  '$',
  legacyHash('secret').toUpperCase(),
  `${legacyHash('secret')}x`,
  legacyHash('secret', 'zzzzz'),
  '$scrypt$ln=99,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  '$scrypt$ln=15,r=8,p=3$$',
  '$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA',
])('verifies nothing against %j', async (stored) => {
  expect(await passwords.verify('secret', stored)).toBe('wrong')
})

it('never takes the stored text itself for the password', async () => {
  const stored = await passwords.hash('secret')
  expect(await passwords.verify(stored, stored)).toBe('wrong')
  expect(verifyLegacyHash(legacyHash('secret'), legacyHash('secret'))).toBe(false)
})

it('refuses further logins while too many wait', async () => {
  const busy = createPasswords({ cost, atOnce: 2, maxWaiting: 3 })
  const logins = Array.from({ length: 11 }, () => busy.hash('secret'))
  const outcomes = await Promise.allSettled(logins)
  const refused = outcomes.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(6)
  expect(refused[0]).toMatchObject({ reason: { code: 'too_many_attempts', headers: { 'Retry-After': '2' } } })
  expect(await busy.verify('secret', await busy.hash('secret'))).toBe('right')
})
