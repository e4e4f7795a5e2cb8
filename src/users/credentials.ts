/** What a request claims: a name with a password, an API key, or a session. The `Authorization` header holds the first two. */
import { parse } from 'basic-auth'
import { idOfApiKey } from './api-key.ts'

export type Credentials =
  | { readonly kind: 'password'; readonly name: string; readonly password: string }
  /** `id` of the key's row. */
  | { readonly kind: 'key'; readonly id: number; readonly key: string }
  | { readonly kind: 'session'; readonly token: string }

/** @returns undefined for what is neither */
export function parseAuthorization(header: string): Credentials | undefined {
  const [, key] = /^Bearer +(\S+) *$/i.exec(header) ?? []
  if (key !== undefined) {
    const id = idOfApiKey(key)
    return id === undefined ? undefined : { kind: 'key', id, key }
  }
  const basic = parse(header)
  return basic && { kind: 'password', name: basic.name.normalize('NFC'), password: basic.pass }
}
