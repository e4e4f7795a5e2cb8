/** UUID, INET4 and INET6: the server would refuse another form with a message about its internals. */
import { isIPv4, isIPv6 } from 'node:net'
import { type Codec, fromScalar, Refusal } from './codec.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const FORMS = {
  uuid: { test: (text: string) => UUID.test(text), example: '123e4567-e89b-12d3-a456-426655440000' },
  inet4: { test: isIPv4, example: '192.0.2.1' },
  // A zone such as %eth0 is no part of the stored address.
  inet6: { test: (text: string) => isIPv6(text) && !text.includes('%'), example: '2001:db8::1' },
} as const

export function fixedFormCodec({ kind }: { kind: keyof typeof FORMS }): Codec {
  const { test, example } = FORMS[kind]
  const refusal = new Refusal(`Must look like ${example}.`)
  const parse: Codec['fromText'] = (text) => (test(text) ? text : refusal)
  return { fromJson: fromScalar(parse), fromText: parse, toJson: 'quoted', filters: ['compare'] }
}
