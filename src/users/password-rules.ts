/** What a new password has to be: long, and not one that is tried first. Which characters it has is nobody's business. */

/** Characters; as in `A2B_ADMIN_PASSWORD`. */
export const MIN_LENGTH = 12
/** Beyond it, only the time to hash it grows. */
export const MAX_LENGTH = 128

/**
 * What is tried first and is long enough. Short ones need no mention, nor what only repeats: see {@link isRepeated}.
 * Compared in lower case, without what stands between the letters and figures.
 */
const COMMON = new Set(
  (
    '123456789012 1234567890123 1234567890ab 0123456789ab 012345678910 123456781234 987654321098 qwertyuiop12 ' +
    'qwertyuiop123 qwertyuiopasdf qwertyuiopas 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t6y7u qazwsxedcrfv zaq12wsxcde3 ' +
    'asdfghjkl123 zxcvbnm12345 abcdefghijkl abcdefghijklm abcdefgh1234 abcd12345678 a1b2c3d4e5f6 1a2b3c4d5e6f ' +
    'password1234 password12345 password123456 passwordpassword mypassword123 yourpassword apassword123 newpassword1 ' +
    'newpassword123 changeme1234 changeme12345 pleasechangeme changethispassword letmein12345 welcome12345 ' +
    'welcome123456 administrator administrator1 administrator123 adminadmin12 adminadmin123 admin1234567 ' +
    'admin12345678 adminpassword superadmin12 superuser1234 rootpassword rootroot1234 passw0rd1234 p4ssw0rd1234 ' +
    'iloveyou1234 iloveyouforever trustno1trustno1 correcthorsebatterystaple monkey123456 dragon123456 ' +
    'football1234 baseball1234 princess1234 sunshine1234 superman1234 secret123456 secretpassword ' +
    'thesecretkey asterisk1234 asteriskpassword a2billing1234 a2billing12345 a2billinguser a2billingadmin ' +
    'a2billingpassword mya2billing voipvoip1234 telephone1234 callingcard123 star2billing star2billing1 '
  )
    .trim()
    .split(' '),
)

/**
 * @param names - of the user and of what is logged in to: first guesses, once and several times over
 * @returns what is wrong with it, completing "the password …"; undefined for a good one
 */
export function passwordProblem(password: string, ...names: readonly string[]): string | undefined {
  const length = [...password].length
  if (length < MIN_LENGTH || length > MAX_LENGTH) return `must have ${MIN_LENGTH} to ${MAX_LENGTH} characters.`
  const plain = plainForm(password)
  const isName = names.some((name) => isMadeOf(plain, plainForm(name)))
  if (COMMON.has(plain) || isRepeated(plain) || isName) return 'is one of the first that anyone tries; choose another.'
  return undefined
}

function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`: less than half of it would do. */
function isRepeated(text: string): boolean {
  return /^(.{1,5})\1{2,}.{0,4}$/u.test(text)
}

/** `admin`, `adminadmin`, `admin2026`: the name, with figures at most. */
function isMadeOf(text: string, name: string): boolean {
  return name !== '' && /^\d*$/.test(text.replaceAll(name, ''))
}
