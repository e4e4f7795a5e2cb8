/** The types that are written by hand are those of the document, but for decimals, which the client has as texts. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CALLS } from '../../../src/client/facts.ts'

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

interface Schema {
  readonly type?: string | readonly string[]
  readonly items?: Schema
  readonly properties: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}
const { schemas } = JSON.parse(read('docs/openapi-plugins.json')) as { schemas: Record<string, Schema> }

/** `reason: null|string`, and `email?: string` for what can be left out. */
function membersOf({ properties, required = [] }: Schema, decimals?: ReadonlySet<string>): string[] {
  return Object.entries(properties).map(([name, { type = 'unknown' }]) => {
    const decimal = decimals === undefined || decimals.has(name) ? 'string' : 'number'
    const spelled = (word: string): string => ({ integer: 'number', number: decimal })[word] ?? word
    const types = [...new Set([type].flat().map(spelled))].toSorted().join('|')
    return `${name}${required.includes(name) ? '' : '?'}: ${types}`
  })
}

function membersIn(source: string, name: string): string[] {
  const [, body = ''] =
    new RegExp(`^(?:export )?interface ${name}(?: extends \\w+)? \\{\\n(.*?)\\n\\}`, 'ms').exec(source) ?? []
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

it.each([
  ['TrafficFigures', 'traffic', schemas['ReportTrafficAnswer']?.properties['total']],
  ['RunningOutCustomer', 'running_out', schemas['ReportRunningOutAnswer']?.properties['customers']?.items],
])('reports.ts: %s', (name, report, schema) => {
  const members = membersIn(read('src/client/reports.ts'), name)
  expect(members.toSorted()).toEqual(membersOf(schema as Schema, CALLS[`/custom_api/report/${report}`]).toSorted())
})

it.each([
  ['TrafficReport', ['OfPeriod'], 'ReportTrafficAnswer'],
  ['MoneyReport', ['OfPeriod'], 'ReportMoneyAnswer'],
  ['MoneyFigures', [], 'total of ReportMoneyAnswer'],
  ['RunningOutReport', [], 'ReportRunningOutAnswer'],
])('reports.ts: %s has the members of the document', (name, extended, place) => {
  const source = read('src/client/reports.ts')
  const members = [name, ...extended].flatMap((one) => membersIn(source, one).map((member) => member.split(':')[0]))
  const [answer, part] = place.split(' of ').toReversed() as [string, string?]
  const schema = part === undefined ? schemas[answer] : schemas[answer]?.properties[part]
  expect(members.toSorted()).toEqual(Object.keys(schema?.properties ?? {}).toSorted())
})
