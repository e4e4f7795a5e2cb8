/** The output of schemas that are hard to name things after, against the compiler and the linter of documents. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generateFiles } from '../../../codegen/generate.ts'
import type { SnapshotTable } from '../../../codegen/introspection/snapshot.ts'
import { a2billing } from '../../../codegen/profile/a2billing/index.ts'
import { extendProfile, type ProfileExtension } from '../../../codegen/profile/profile.ts'
import { ERRORS } from '../../../src/errors.ts'
import { writeFiles } from '../../../codegen/output/write.ts'
import { compileFolder } from '../../helpers/compile.ts'
import { column, id, snapshot, table } from '../../helpers/snapshot.ts'

const root = join(import.meta.dirname, '../../..')

let folder: string
beforeAll(() => {
  mkdirSync(join(root, '.a2b'), { recursive: true })
  // Inside the project, where the packages are found.
  folder = mkdtempSync(join(root, '.a2b', 'compile-'))
  symlinkSync(join(root, 'src'), join(folder, 'src'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function generate(tables: SnapshotTable[], extension: ProfileExtension = {}) {
  return generateFiles(snapshot(...tables), { profile: extendProfile(a2billing, extension), problems: ERRORS })
}

/** What the compiler says of the files; empty where it has nothing to say. */
async function compile(tables: SnapshotTable[], extension?: ProfileExtension): Promise<string> {
  await writeFiles(generate(tables, extension).files, join(folder, 'generated'))
  return compileFolder(folder)
}

const reference = (name: string, to: string) => ({ name, columns: ['x'], references: { table: to, columns: ['id'] } })

it('compiles', async () => {
  const words =
    'buffer decimal generated selectable database router resource api date text list read class default'.split(' ')
  const tables = [
    ...words.map((word) => table(`cc_${word}`, [id, column('b', 'blob'), column('t', 'varchar(3)')])),
    table('cc_foo', [id]),
    table('cc_foo_router', [id]),
    table('two keys', [id, column('x', 'int')], {
      foreignKeys: [
        reference('a', 'cc_foo'),
        reference('b', 'cc_text'),
        { ...reference('c', 'two keys'), columns: ['id'] },
      ],
    }),
    table('odd', [
      id,
      column('a b', 'int', { comment: '__odd_0__ hello' }),
      column('__odd_0__', 'int', { comment: '*/ }' }),
      column('__proto__', 'int'),
      column('constructor', "enum('\\\\','it''s')", { charset: 'utf8mb4' }),
      column('é', 'int'),
      column('`${x}`', 'int', { default: { value: '1' } }),
    ]),
    table('wide', [id, ...Array.from({ length: 300 }, (_, index) => column(`c${index}`, 'decimal(15,5)'))]),
  ]
  expect(await compile(tables)).toBe('')
  const odd = readFileSync(join(folder, 'generated/tables/odd.ts'), 'utf8')
  expect(odd).toContain("/** int. __odd_0__ hello */\n  'a b': number")
  expect(odd).toContain('  __odd_0__')
  // The control: a type that two tables would declare is no TypeScript, and the compiler says so.
  await writeFiles(
    [{ path: 'tables/x.ts', contents: '// @generated\nexport const x: number = "text"\n' }],
    join(folder, 'generated'),
  )
  expect(await compileFolder(folder)).toContain('TS2322')
})

it('resolves every clash of names by the line that its message gives', () => {
  const clashes = [
    [table('Foo', [id]), table('foo', [id])],
    [table('cc_card_group', [id]), table('cc_card-group', [id])],
    [table('cc_list', [id]), table('cc_list_table', [id])],
  ]
  for (const tables of clashes) {
    expect(() => generate(tables)).toThrow(/Rename one in a2b\.config\.ts/)
    expect(generate(tables, { resources: { [tables[1]?.name ?? '']: 'other-name' } }).tables).toBe(2)
  }
})

it('leaves out a view that the database itself cannot read, and says so', () => {
  const { tables, notes } = generate([table('cc_card', [id]), table('cc_broken', [], { kind: 'view', primaryKey: [] })])
  expect(tables).toBe(1)
  expect(notes[0]).toBe('left out, because their columns cannot be read (repair or drop the views): cc_broken')
})

it('gives every operation an id of its own, and every parameter a name of its own', () => {
  const { files } = generate([
    table('cc_card', [id, column('filters', 'int'), column('page', 'int')]),
    table('cc_at_card', [id]),
    table('cc_card_by_post', [id]),
    table('cc_card_list', [id]),
  ])
  const document = JSON.parse(files.find((file) => file.path === 'openapi.json')?.contents ?? '') as {
    paths: Record<string, Record<string, { operationId?: string; parameters?: { name?: string; $ref?: string }[] }>>
  }
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  const ids = operations.flatMap(({ operationId }) => operationId ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const names = document.paths['/api/card/']?.['get']?.parameters?.flatMap(({ name }) => name ?? [])
  expect(names).toEqual(['id'])
})
