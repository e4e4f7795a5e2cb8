/**
 * A folder in, a folder out: `snapshot.json`, and `config.json` where there is one, become exactly the files under
 * `expected/`. `vitest -u` writes them anew.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { loadConfiguration } from '../../codegen/config.ts'
import { generateFiles } from '../../codegen/generate.ts'
import { parseSnapshot } from '../../codegen/introspection/snapshot.ts'
import { compare } from '../../codegen/output/write.ts'
import { ERRORS } from '../../src/errors.ts'

const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

function generate(path: string) {
  const config = join(dirname(path), 'config.json')
  const settings: unknown = existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : undefined
  const options = { ...loadConfiguration(settings), problems: ERRORS }
  return generateFiles(parseSnapshot(readFileSync(path, 'utf8'), path), options).files
}

it.each(cases)('%s', async (name) => {
  // The document of a single table is mostly what all documents share: the whole one is compared below.
  const files = generate(join(here, name, 'snapshot.json')).filter((file) => file.path !== 'openapi.json')
  for (const file of files) await expect(file.contents).toMatchFileSnapshot(`${name}/expected/${file.path}`)
  const { stale, foreign } = await compare(files, join(here, name, 'expected'))
  expect([...stale, ...foreign]).toEqual([])
})

it('the committed output is what its snapshot gives, to the byte', async () => {
  const folder = join(here, '../../generated')
  const { differing, stale, foreign } = await compare(generate(join(folder, 'snapshot.json')), folder)
  expect([...differing.map((file) => file.path), ...stale, ...foreign]).toEqual([])
})

it('gives the same bytes twice', () => {
  const path = join(here, 'odd-names', 'snapshot.json')
  expect(generate(path)).toEqual(generate(path))
})
