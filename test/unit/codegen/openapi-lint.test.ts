/** The documents, of the tables and as the server serves it, against a public linter with the committed rules. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadConfiguration } from '../../../codegen/config.ts'
import { generateFiles } from '../../../codegen/generate.ts'
import { parseSnapshot } from '../../../codegen/introspection/snapshot.ts'
import { ERRORS } from '../../../src/errors.ts'
import notes from '../../../examples/plugins/notes/index.ts'
import { withPlugins } from '../../../src/plugins/openapi.ts'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import { lintOpenapi, NOTHING_FOUND } from '../../helpers/lint-openapi.ts'

const committed = fileURLToPath(new URL('../../../generated/openapi.json', import.meta.url))

it('finds nothing in the committed document', async () => {
  expect(await lintOpenapi(committed)).toBe(NOTHING_FOUND)
})

it('finds nothing in a document with flags, JSON in texts and pages of their own size', async () => {
  const golden = fileURLToPath(new URL('../../golden/configured', import.meta.url))
  const [snapshot, settings] = await Promise.all(
    ['snapshot.json', 'config.json'].map((name) => readFile(join(golden, name), 'utf8')),
  )
  const options = { ...loadConfiguration(JSON.parse(settings ?? '')), problems: ERRORS }
  const { files } = generateFiles(parseSnapshot(snapshot ?? '', golden), options)
  const document = files.find(({ path }) => path === 'openapi.json')?.contents ?? ''
  expect(JSON.parse(document).components.schemas.Customer.properties.vip.type).toEqual(['boolean', 'string'])
  expect(JSON.parse(document).components.schemas['Customer.New'].properties.vip.type).toBe('boolean')
  const folder = await mkdtemp(join(tmpdir(), 'a2b-lint-'))
  await writeFile(join(folder, 'configured.json'), document)
  expect(await lintOpenapi(join(folder, 'configured.json'))).toBe(NOTHING_FOUND)
  await rm(folder, { recursive: true })
})

it('finds nothing in the document with the plugins, and finds what is wrong with a broken one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'a2b-lint-'))
  const document = JSON.parse(await readFile(committed, 'utf8'))
  const served = join(folder, 'served.json')
  await writeFile(served, JSON.stringify(withPlugins(document, [...BUILT_IN, notes])))
  expect(await lintOpenapi(served)).toBe(NOTHING_FOUND)
  delete document.components.schemas['Card.New']
  await writeFile(served, JSON.stringify(document))
  expect(await lintOpenapi(served)).toContain("Can't resolve $ref")
  await rm(folder, { recursive: true })
})
