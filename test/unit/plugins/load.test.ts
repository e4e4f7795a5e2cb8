import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import { findPlugins } from '../../../src/plugins/load.ts'
import { StartError } from '../../../src/start-error.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'a2b-load-'))
  const files = {
    'one.ts': "export default { api: 1, name: 'one' as string }",
    'two/index.ts': "export default { api: 1, name: 'two', after: ['three'] }",
    'node_modules/three/package.json': '{ "name": "three", "main": "./main.mjs" }',
    'node_modules/three/main.mjs': "export default { api: 1, name: 'three' }",
    'node_modules/four/package.json':
      '{ "name": "four", "type": "module", "exports": { ".": { "types": "./x.d.ts", "import": { "default": "./x.js" } } } }',
    'node_modules/four/x.js': "export default { api: 1, name: 'four' }",
    'empty/readme.md': 'nothing',
    'throws.ts': "throw new Error('no licence')",
    'throws-text.ts': "throw 'no licence'",
    'bad-import.ts': "import 'not-installed-here'",
    'bad-syntax.ts': 'export default {{',
    'no-default.ts': 'export const plugin = {}',
    'old.ts': "export default { api: 0, name: 'old' }",
    'refill.ts': "export default { api: 1, name: 'refill' }",
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

const found = async (load: string[], off: string[] = []) => findPlugins({ load, off, settings: {} }, folder)
const names = BUILT_IN.map(({ name }) => name)

it('a file, a folder and a package are loaded, and start as they ask for', async () => {
  const plugins = await found(['./one.ts', './two', 'three'])
  expect(plugins.map(({ plugin }) => plugin.name)).toEqual([...names, 'one', 'three', 'two'])
  expect(plugins.map(({ source }) => source)).toEqual([...names.map(() => undefined), './one.ts', 'three', './two'])
})

it('a package may be there for import alone', async () => {
  expect((await found(['four'], names)).map(({ plugin }) => plugin.name)).toEqual(['four'])
})

it('an absolute path is as good', async () => {
  expect((await found([join(folder, 'one.ts')], names)).map(({ plugin }) => plugin.name)).toEqual(['one'])
})

it('what comes with the server is left out, and may be replaced', async () => {
  expect(await found([], names)).toEqual([])
  expect((await found(['./refill.ts'], ['refill'])).at(-1)).toMatchObject({ source: './refill.ts' })
})

describe('is refused, by name:', () => {
  it.each([
    ['./nowhere.ts', '"./nowhere.ts" is not there'],
    ['./empty', '"./empty" is not there'],
    ['not-installed', '"not-installed" is not there. Write the name of an installed package'],
    ['four/within', '"four/within" is not there'],
    ['./throws.ts', '"./throws.ts" cannot be loaded: no licence'],
    ['./throws-text.ts', '"./throws-text.ts" cannot be loaded: no licence'],
    ['./bad-import.ts', '"./bad-import.ts" cannot be loaded: '],
    ['./bad-syntax.ts', '"./bad-syntax.ts" cannot be loaded: '],
    ['./no-default.ts', 'Plugin ./no-default.ts: its default export is no plugin'],
    ['./old.ts', 'Plugin "old": it was written for version 0'],
    ['./two', 'Plugin "two" starts after "three", which is not loaded'],
    ['./refill.ts', 'Plugins "refill" and "refill" both claim the name "refill"'],
  ])('%s', async (source, message) => {
    const outcome = await found([source]).catch((error: unknown) => error)
    expect(outcome).toBeInstanceOf(StartError)
    expect((outcome as StartError).message).toContain(message)
  })
})
