/** The `generator` part of `a2b.config.ts`, checked; what it may say is {@link ProfileExtension}. */
import { ProfileError } from './errors.ts'
import { a2billing } from './profile/a2billing/index.ts'
import { extendProfile, type Profile, type ProfileExtension } from './profile/profile.ts'

const RECORDS = ['resources', 'fields', 'codes', 'secrets', 'actions', 'protected', 'required', 'triggerVariables']
const LISTS = ['exclude', 'relations', 'secretNames', 'openActions']
const TEXTS = ['tablePrefix']

/**
 * @param extension - as `a2b.config.ts` exports it; undefined where there is none
 * @returns A2Billing's profile with the extension added
 * @throws {@link ProfileError} naming a member that is unknown or has the wrong shape
 */
export function loadProfile(extension: unknown): Profile {
  if (extension === undefined) return a2billing
  if (!isRecord(extension)) throw new ProfileError('a2b.config.ts: generator has to be an object')
  for (const [name, value] of Object.entries(extension)) {
    const wanted = RECORDS.includes(name)
      ? 'an object'
      : LISTS.includes(name)
        ? 'a list'
        : TEXTS.includes(name)
          ? 'text'
          : undefined
    if (!wanted) {
      const known = [...RECORDS, ...LISTS, ...TEXTS].sort().join(', ')
      throw new ProfileError(`a2b.config.ts: generator.${name} is not a setting; there are ${known}`)
    }
    const fits =
      wanted === 'an object' ? isRecord(value) : wanted === 'a list' ? Array.isArray(value) : typeof value === 'string'
    if (!fits) throw new ProfileError(`a2b.config.ts: generator.${name} has to be ${wanted}`)
  }
  return extendProfile(a2billing, extension as ProfileExtension)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
