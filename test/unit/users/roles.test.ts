/** docs/roles.md is what the roles are; `vitest --project unit -u` writes it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OPERATIONS } from '../../../src/access.ts'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import { ROLES } from '../../../src/users/roles.ts'

const shown = (['support', 'clerk', 'integration'] as const).map((name) => ({
  name,
  held: new Set<string>(ROLES[name].permissions),
}))
const all = new Set(shown.flatMap(({ held }) => [...held]))

function cell(held: ReadonlySet<string>, resource: string): string {
  return OPERATIONS.filter((operation) => held.has(`${resource}:${operation}`)).join(', ')
}

it('docs/roles.md has every permission of every role', async () => {
  const isOnRows = (permission: string): boolean => OPERATIONS.some((operation) => permission.endsWith(`:${operation}`))
  const resources = [...new Set([...all].filter(isOnRows).map((permission) => permission.split(':')[0] ?? ''))].sort()
  const named = [...all].filter((permission) => !isOnRows(permission)).sort()
  const row = (what: string, cells: readonly string[]): string => `| ${what} | ${cells.join(' | ')} |`
  const lines = [
    '# What the roles may do',
    '',
    'Written by a test from `src/users/roles.ts`. What is not here, only administrators may, or who was granted it by name.',
    '',
    ...Object.entries(ROLES).map(([name, { title }]) => `- \`role:${name}\`: ${title}.`),
    '',
    row(
      '',
      shown.map(({ name }) => name),
    ),
    row(
      '---',
      shown.map(() => '---'),
    ),
    ...named.map((permission) =>
      row(
        `\`${permission}\``,
        shown.map(({ held }) => (held.has(permission) ? 'yes' : '')),
      ),
    ),
    ...resources.map((resource) =>
      row(
        `\`${resource}\``,
        shown.map(({ held }) => cell(held, resource)),
      ),
    ),
    '',
  ]
  expect(resources.length).toBeGreaterThan(50)
  await expect(lines.join('\n')).toMatchFileSnapshot('../../../docs/roles.md')
})

it('docs/permissions.md names every permission that is not on rows, and every role', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/permissions.md'), 'utf8')
  const declared = [
    'secrets:read',
    'query:explain',
    ...BUILT_IN.flatMap(({ permissions = {} }) => Object.keys(permissions)),
  ]
  const named = [...declared, ...Object.keys(ROLES).map((role) => `role:${role}`), ...OPERATIONS]
  expect(named.length).toBeGreaterThan(12)
  expect(named.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})
