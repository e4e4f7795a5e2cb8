import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { propertyName } from '../../../codegen/escape.ts'
import { renderDeclarations } from '../../../codegen/output/declarations.ts'
import { showDifference } from '../../../codegen/output/difference.ts'
import { header } from '../../../codegen/output/header.ts'
import { checkSyntax } from '../../../codegen/output/syntax.ts'
import { loadTemplate } from '../../../codegen/output/template.ts'
import { compare, writeFiles } from '../../../codegen/output/write.ts'

describe('Kanel', () => {
  // Two modules that Kanel does not publish are used; a version that prints anything else fails here by name.
  it('renders two tables to these bytes', () => {
    const property = { dimensions: 0, isNullable: false, isOptional: false }
    const generated = { name: 'Generated', isDefault: false, path: 'kysely', isAbsolute: true, importAsType: true }
    const text = renderDeclarations(
      [
        {
          declarationType: 'interface',
          name: 'OneTable',
          exportAs: 'named',
          comment: ['Table `one`.', 'Ends */ here.'],
          properties: [
            { ...property, name: 'id', typeName: 'Generated<number>', typeImports: [generated], comment: ['int'] },
            { ...property, name: 'a b', typeName: 'string | null' },
            { ...property, name: 'a=1', typeName: 'string' },
            { ...property, name: "it's \\ odd", typeName: 'string' },
            { ...property, name: 'class', typeName: 'string' },
          ],
        },
        {
          declarationType: 'typeDeclaration',
          name: 'Two',
          exportAs: 'named',
          typeDefinition: ['Selectable<OneTable>'],
        },
      ],
      'tables/one.ts',
    )
    expect(text).toBe(`import type { Generated } from 'kysely'

/**
 * Table \`one\`.
 * Ends *\\/ here.
 */
export interface OneTable {
  /** int */
  id: Generated<number>

  'a b': string | null

  'a=1': string

  'it\\'s \\\\ odd': string

  'class': string
}

export type Two = Selectable<OneTable>
`)
  })
})

describe('templates', () => {
  const names = { table: "odd */ 'table'", resource: 'oddtable', variable: 'oddTable' }

  it('puts names where the sample stands, safe for code, strings and comments', () => {
    const text = loadTemplate('routers/list-only.ts')(names)
    expect(text).toContain('export function oddTableRouter(api: Api): Router {')
    expect(text).toContain("prefix: '/api/oddtable'")
    expect(text).toContain("/** `/api/oddtable/`: the rows of `odd *\\/ 'table'`, as a list. */")
    expect(text).not.toMatch(/sample/i)
    expect(() => checkSyntax([{ path: 'x.ts', contents: text }])).not.toThrow()
  })

  it('refuses a region that is not there, one without a value, and a value without a region', () => {
    expect(() => loadTemplate('routers/list-only.ts', ['property:columns'])).toThrow('has no property "columns"')
    const template = loadTemplate('resources/samplewidget.ts', ['property:columns'])
    expect(() => template(names)).toThrow('nothing was given for "property:columns"')
    expect(() => template(names, { 'property:columns': '[]', 'property:colour': '' })).toThrow(
      'no region "property:colour"',
    )
  })
})

it('names the file and line of what is not TypeScript', () => {
  expect(() => checkSyntax([{ path: 'tables/x.ts', contents: 'export const a = 1\nexport const = 2\n' }])).toThrow(
    'generated/tables/x.ts:2 would not be TypeScript',
  )
})

describe('writing', () => {
  let folder: string
  const file = (path: string, text: string) => ({ path, contents: header('cc_t', 'x.ts') + text })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'a2b-write-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  it('writes what is new, and nothing the second time', async () => {
    const files = [file('tables/a.ts', 'a'), file('index.ts', 'i')]
    expect((await writeFiles(files, folder)).written).toEqual(['tables/a.ts', 'index.ts'])
    const before = await stat(join(folder, 'index.ts'))
    expect(await writeFiles(files, folder)).toEqual({ written: [], deleted: [], foreign: [], unchanged: 2 })
    expect((await stat(join(folder, 'index.ts'))).ino).toBe(before.ino)
  })

  it('deletes what nobody emits any more, but only if it was generated', async () => {
    await writeFiles([file('tables/a.ts', 'a'), file('tables/b.ts', 'b')], folder)
    await writeFile(join(folder, 'tables/notes.md'), 'mine')
    const changes = await writeFiles([file('tables/a.ts', 'a')], folder)
    expect(changes).toMatchObject({ written: [], deleted: ['tables/b.ts'], foreign: ['tables/notes.md'] })
    expect(await readFile(join(folder, 'tables/notes.md'), 'utf8')).toBe('mine')
  })

  it('writes nothing at all when something new is not TypeScript, and tells each stage that it reached', async () => {
    const stages: string[] = []
    const files = [file('a.ts', 'const a = 1'), file('b.ts', 'const = 1')]
    await expect(writeFiles(files, folder, { onStage: (stage) => stages.push(stage) })).rejects.toThrow(
      'b.ts:3 would not be TypeScript',
    )
    expect(await readdir(folder)).toEqual([])
    expect(stages).toEqual(['read'])
    await writeFiles(files.slice(0, 1), folder, { onStage: (stage) => stages.push(stage) })
    expect(stages).toEqual(['read', 'read', 'checked', 'written'])
  })

  it('looks only where it writes', async () => {
    await mkdir(join(folder, 'theirs'))
    await writeFile(join(folder, 'theirs/x.ts'), '// @generated by another tool')
    expect(await writeFiles([file('tables/a.ts', 'a'), file('b.ts', 'b')], folder)).toMatchObject({
      deleted: [],
      foreign: [],
    })
  })

  it('sees a difference, a missing file and a stale one without writing', async () => {
    await writeFiles([file('a.ts', 'a'), file('b.ts', 'b')], folder)
    const seen = await compare([file('a.ts', 'A'), file('c.ts', 'c')], folder)
    expect(seen.differing.map(({ path, current }) => [path, current !== null])).toEqual([
      ['a.ts', true],
      ['c.ts', false],
    ])
    expect(seen.stale).toEqual(['b.ts'])
    expect(await readFile(join(folder, 'a.ts'), 'utf8')).toContain('a')
  })
})

it('shows the lines that differ', () => {
  expect(showDifference('a\nb\nc\nd\n', 'a\nb\nX\nd\n')).toBe('@@ line 3 @@\n  a\n  b\n- c\n+ X')
})

it('keeps a column called __proto__ a column', () => {
  expect(propertyName('__proto__')).toBe("['__proto__']")
  expect(propertyName('id')).toBe('id')
  expect(propertyName('a b')).toBe("'a b'")
})
