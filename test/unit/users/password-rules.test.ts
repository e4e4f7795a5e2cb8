import { expect, it } from 'vitest'
import { passwordProblem } from '../../../src/users/password-rules.ts'

it.each([
  ['a password for tests'],
  ['correct horse'],
  ['dJ3-kfe9.AQw'],
  ['пароль для тестов'],
  ['👩‍🚀🚀🌍🌕 to the moon'],
  ['$scrypt$ln=15,r=8,p=3$c2FsdHNhbHQ$aGFzaA'],
  ['x'.repeat(2).concat('0123456789 and more, '.repeat(6))],
])('"%s" will do', (password) => {
  expect(passwordProblem(password, 'admin')).toBeUndefined()
})

it.each([
  ['', '12 to 128'],
  ['elevenchars', '12 to 128'],
  ['👩👩👩👩👩👩👩👩👩👩👩', '12 to 128'],
  ['x'.repeat(64).concat('y'.repeat(65)), '12 to 128'],
  ['password1234', 'first that anyone tries'],
  ['Pass Word 1234', 'first that anyone tries'],
  ['aaaaaaaaaaaa', 'first that anyone tries'],
  ['abcabcabcabcabc', 'first that anyone tries'],
  ['AdminAdmin2026', 'first that anyone tries'],
  ['admin-2026-01-31', 'first that anyone tries'],
])('"%s" will not', (password, why) => {
  expect(passwordProblem(password, 'admin')).toContain(why)
})

it('the name of another is no first guess', () => {
  expect(passwordProblem('shop-shop-2026', 'shop')).toContain('first that anyone tries')
  expect(passwordProblem('shop-shop-2026', 'admin')).toBeUndefined()
})
