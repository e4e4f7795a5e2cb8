/** The header `Prefer` (RFC 7240): what a client would rather have, where the server knows of it. */
import type { IncomingMessage } from 'node:http'

/** By name, in lower case; the first of a name counts. Those that nobody knows are passed over, as the RFC wants it. */
export function preferencesIn({ headers }: Pick<IncomingMessage, 'headers'>): ReadonlyMap<string, string> {
  const preferences = new Map<string, string>()
  for (const preference of String(headers['prefer'] ?? '').split(',')) {
    const [, name = '', quoted, bare = ''] = PREFERENCE.exec(preference) ?? []
    if (name !== '' && !preferences.has(name.toLowerCase())) preferences.set(name.toLowerCase(), quoted ?? bare)
  }
  return preferences
}

/** Parameters may follow. */
const PREFERENCE = /^\s*([\w-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s;"]*)))?\s*(?:;|$)/

/** Whether the client goes without the row in the answer to a write. */
export function isMinimal(preferences: ReadonlyMap<string, string>): boolean {
  return preferences.get('return') === 'minimal'
}
