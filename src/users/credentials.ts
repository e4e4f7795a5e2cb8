/** `Authorization` header -> what it claims: a name with a password, or an API key. */
import { parse } from 'basic-auth'
import { idOfApiKey } from './api-key.ts'

export type Credentials =
  | { readonly kind: 'password'; readonly name: string; readonly password: string }
  /** `id` of the key's row. */
  | { readonly kind: 'key'; readonly id: number; readonly key: string }

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

/** What a 401 answer asks for, in the order of preference of old clients. */
export const CHALLENGE = 'Basic realm="A2Billing API", charset="UTF-8", Bearer realm="A2Billing API"'
