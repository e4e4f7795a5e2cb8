/** docs/plugins.md shows the example as it is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'examples/plugins/notes')
const guide = readFileSync(join(root, 'docs/plugins.md'), 'utf8')
const shown = new Map(
  Array.from(
    guide.matchAll(/^\[`([\w.-]+)`\]\(\.\.\/examples[^)]*\)\n\n```ts\n(.*?)^```$/gms),
    ([, name = '', code = '']) => [name, code],
  ),
)

it('every file of it', () => {
  expect([...shown.keys()].sort()).toEqual(readdirSync(folder).sort())
})

it.each([...shown])('%s', (name, code) => {
  expect(code).toBe(readFileSync(join(folder, name), 'utf8'))
})
