/** The types that are written by hand are those of the document, but for decimals, which the client has as texts. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

interface Schema {
  readonly properties: Readonly<Record<string, { readonly type?: string | readonly string[] }>>
  readonly required?: readonly string[]
}
const { schemas } = JSON.parse(read('docs/openapi-plugins.json')) as { schemas: Record<string, Schema> }

/** `reason: null|string`, and `email?: string` for what can be left out. */
function membersOf({ properties, required = [] }: Schema): string[] {
  const spelled = (type: string): string => ({ integer: 'number', number: 'string' })[type] ?? type
  return Object.entries(properties).map(([name, { type = 'unknown' }]) => {
    const types = [...new Set([type].flat().map(spelled))].toSorted().join('|')
    return `${name}${required.includes(name) ? '' : '?'}: ${types}`
  })
}

function membersIn(source: string, name: string): string[] {
  const [, body = ''] = new RegExp(`^export interface ${name} \\{\\n(.*?)\\n\\}`, 'ms').exec(source) ?? []
  return Array.from(body.matchAll(/^ {2}(\w+\??): (.+)$/gm), ([, member, types = '']) => {
    return `${member}: ${types.split(' | ').toSorted().join('|')}`
  })
}

it.each([
  ['server-resources', 'Audit', 'Audit'],
  ['server-resources', 'Movement', 'Movement'],
  ['server-resources', 'User', 'User'],
  ['server-resources', 'NewUser', 'User.New'],
  ['server-resources', 'Grant', 'Grant'],
  ['server-resources', 'NewGrant', 'Grant.New'],
  ['server-resources', 'ApiKey', 'Key'],
  ['server-resources', 'UserSession', 'Usersession'],
  ['paths', 'Refilled', 'RefillCardAnswer'],
  ['paths', 'Charged', 'ChargeCardAnswer'],
])('%s.ts: %s', (file, name, schema) => {
  const members = membersIn(read(`src/client/${file}.ts`), name)
  expect(members.length).toBeGreaterThan(2)
  expect(members.toSorted()).toEqual(membersOf(schemas[schema] as Schema).toSorted())
})
