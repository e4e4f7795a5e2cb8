/** Emitters that `a2b.config.ts` adds: what they can do in ten lines, and what they cannot do at all. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../../codegen/config.ts'
import { generateFiles } from '../../../codegen/generate.ts'
import { isGenerated } from '../../../codegen/output/header.ts'
import { compare, writeFiles } from '../../../codegen/output/write.ts'
import type { Emitter, GeneratedFile } from '../../../codegen/public.ts'
import { dataDictionary } from '../../../docs/emitters/data-dictionary.ts'
import { zodSchemas } from '../../../docs/emitters/zod-schemas.ts'
import { ERRORS } from '../../../src/errors.ts'
import { column, id, snapshot, table } from '../../helpers/snapshot.ts'

const database = snapshot(
  table('cc_card', [
    id,
    column('uipass', 'varchar(50)'),
    column('a|b', 'char(1)', { nullable: true, comment: 'one | two' }),
    column('vip', 'char(1)'),
    column('kind', "enum('it''s','b')"),
    column('since', 'datetime'),
    column('extra', 'json', { nullable: true }),
  ]),
)

function generate(...emitters: Emitter[]): readonly GeneratedFile[] {
  const configuration = loadConfiguration({ emitters, flags: { 'cc_card.vip': true } })
  return generateFiles(database, { ...configuration, problems: ERRORS }).files
}
const textOf = (files: readonly GeneratedFile[], path: string) => files.find((file) => file.path === path)?.contents

describe('the examples', () => {
  it('writes a data dictionary', () => {
    expect(textOf(generate(dataDictionary), 'data-dictionary.md')).toBe(
      `<!-- @generated from all tables by \`a2b generate\`. Do not edit: see the emitter dataDictionary in a2b.config.ts. -->

# Data dictionary

## cc_card

| column | type | |
| --- | --- | --- |
| id | bigint |  |
| uipass | varchar(50) |  |
| a\\|b | char(1) | one \\| two |
| vip | char(1) |  |
| kind | enum('it''s','b') |  |
| since | datetime |  |
| extra | json |  |
`,
    )
  })

  it('writes Zod schemas', () => {
    const files = generate(zodSchemas)
    expect(files.find(({ path }) => path === 'extra/zod/card.ts')).toEqual({
      path: 'extra/zod/card.ts',
      table: 'cc_card',
      contents: `// @generated from cc_card by \`a2b generate\`. Do not edit: see the emitter zodSchemas in a2b.config.ts.

import { z } from 'zod'

export const card = z.object({
  id: z.number(),
  uipass: z.string().optional(),
  'a|b': z.string().nullable(),
  vip: z.boolean().or(z.string()),
  kind: z.enum(['it\\'s', 'b', '']),
  since: z.string().nullable(),
  extra: z.unknown().nullable(),
})
`,
    })
    expect(textOf(files, 'config.json')).toContain('zodSchemas')
  })
})

it('every generated file says what it came from, but for two whose names do; those about one table name it', () => {
  const files = generate(dataDictionary, zodSchemas)
  expect(files.filter((file) => !isGenerated(file.contents)).map(({ path }) => path)).toEqual([
    'config.json',
    'snapshot.json',
  ])
  const ofTable = files.filter((file) => file.table === 'cc_card')
  expect(ofTable.map(({ path }) => path)).toEqual([
    'client/card.ts',
    'extra/zod/card.ts',
    'resources/card.ts',
    'routers/card.ts',
    'tables/card.ts',
  ])
  for (const { contents } of ofTable) expect(contents).toMatch(/^\/\/ @generated from cc_card by `a2b generate`/)
  expect(JSON.parse(textOf(files, 'openapi.json') ?? '')['x-generated']).toBe(
    '@generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/openapi/document.ts.',
  )
})

it.each([
  ['x.ts', 'const x = 1\n', '// S\n\nconst x = 1\n'],
  ['x.md', '# x\n', '<!-- S -->\n\n# x\n'],
  ['x.sql', 'select 1\n', '-- S\n\nselect 1\n'],
  ['x.yaml', 'a: 1\n', '# S\n\na: 1\n'],
  ['x.css', 'a {}\n', '/* S */\n\na {}\n'],
  ['x.json', '{\n  "a": 1\n}\n', '{\n  "x-generated": "S",\n  "a": 1\n}\n'],
  ['x.json', '{"a": 1}', '{"x-generated": "S", "a": 1}'],
  ['x.json', '{}', '{"x-generated": "S"}'],
])('marks %s %j', (path, contents, want) => {
  const made = textOf(
    generate(function one() {
      return [{ path, contents }]
    }),
    path,
  )
  const sentence = '@generated from all tables by `a2b generate`. Do not edit: see the emitter one in a2b.config.ts.'
  expect(made).toBe(want.replace('S', sentence))
  expect(isGenerated(made ?? '')).toBe(true)
  expect(isGenerated(contents)).toBe(false)
})

describe('refuses, by name,', () => {
  const giving = (file: unknown): Emitter =>
    function bad() {
      return [file] as GeneratedFile[]
    }
  it.each<[what: string, emit: Emitter, want: string]>([
    [
      'one that throws',
      function bad() {
        throw new Error('no disk')
      },
      'the emitter bad failed: no disk',
    ],
    [
      'one that gives nothing',
      function bad() {
        return undefined as unknown as GeneratedFile[]
      },
      'the emitter bad must give an array of files',
    ],
    ['a file without contents', giving({ path: 'x.md' }), 'the emitter bad gives a file without "path" and "contents"'],
    ['null', giving(null), 'gives a file without'],
    [
      'a way out',
      giving({ path: '../x.md', contents: '' }),
      'the emitter bad gives "../x.md". A file stands in generated/',
    ],
    ['a way out from below', giving({ path: 'extra/../../x.md', contents: '' }), 'A file stands in generated/'],
    ['an absolute path', giving({ path: '/tmp/x.md', contents: '' }), 'A file stands in generated/'],
    ['a drive', giving({ path: 'C:x.md', contents: '' }), 'A file stands in generated/'],
    ['a backslash', giving({ path: 'extra\\x.md', contents: '' }), 'A file stands in generated/'],
    ['a second spelling', giving({ path: './x.md', contents: '' }), 'A file stands in generated/'],
    ['a folder', giving({ path: 'extra/', contents: '' }), 'A file stands in generated/'],
    ['a folder of ours', giving({ path: 'tables/x.ts', contents: '' }), 'A file stands in generated/'],
    ['a folder that is never cleared', giving({ path: 'zod/x.ts', contents: '' }), 'below "extra/"'],
    ['nothing', giving({ path: '', contents: '' }), 'A file stands in generated/'],
    [
      'a path of ours',
      giving({ path: 'Index.ts', contents: '' }),
      'gives "Index.ts", which is taken by a file that is always generated',
    ],
    ['our configuration', giving({ path: 'config.json', contents: '{}' }), 'which is taken by'],
    ['a table there is none of', giving({ path: 'x.md', contents: '', table: 'cc_x' }), 'for the table "cc_x"'],
    [
      'a list as JSON',
      giving({ path: 'x.json', contents: '[]' }),
      'a format that has no place for a first line of ours',
    ],
    [
      'an unknown format',
      giving({ path: 'x.bin', contents: '' }),
      'a format that has no place for a first line of ours',
    ],
    [
      'what is no JSON',
      giving({ path: 'x.json', contents: '{"a": }' }),
      'the emitter bad gives "x.json", which would not be JSON',
    ],
  ])('%s', (_what, emit, want) => {
    expect(() => generate(emit)).toThrow(want)
  })

  it('a path that two of them want', () => {
    const emit = (path: string) => [{ path, contents: '' }]
    const one: Emitter = () => emit('x.md')
    const two: Emitter = () => emit('X.md')
    expect(() => generate(one, two)).toThrow('the emitter two gives "X.md", which is taken by one')
    expect(generate(one)).toHaveLength(generate().length + 1)
  })
})

describe('the files of an emitter', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'a2b-own-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('that is gone are stale, and deleted; what others wrote there stays', async () => {
    await writeFiles(generate(dataDictionary, zodSchemas), folder)
    await writeFile(join(folder, 'extra/zod/mine.ts'), 'export const mine = 1\n')
    const gone = ['data-dictionary.md', 'extra/zod/card.ts']
    expect([...(await compare(generate(), folder)).stale].sort()).toEqual(gone)
    // The control: nothing is stale while they are emitted.
    expect((await compare(generate(dataDictionary, zodSchemas), folder)).stale).toEqual([])
    const changes = await writeFiles(generate(), folder)
    expect([...changes.deleted].sort()).toEqual(gone)
    expect(changes.foreign).toEqual(['extra/zod/mine.ts'])
    expect(await readdir(join(folder, 'extra/zod'))).toEqual(['mine.ts'])
  })

  it('are not written where they are no TypeScript', async () => {
    const bad: Emitter = () => [{ path: 'x.ts', contents: 'const = 1\n' }]
    const write = async () => writeFiles(generate(bad), folder)
    await expect(write()).rejects.toThrow('generated/x.ts:3 would not be TypeScript')
    expect(await readdir(folder)).toEqual([])
  })

  it('are not written over what somebody else wrote', async () => {
    await mkdir(join(folder, 'extra'), { recursive: true })
    await writeFile(join(folder, 'data-dictionary.md'), '# Mine\n')
    await expect(writeFiles(generate(dataDictionary), folder)).rejects.toThrow('was not generated: move it')
    expect(await readFile(join(folder, 'data-dictionary.md'), 'utf8')).toBe('# Mine\n')
  })
})
