/** ARCHITECTURE.md says who may import whom; this holds every file to it. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Import {
  readonly from: string
  readonly to: string
}

/** Relative imports of the folders' files, as paths from the root. */
function importsOf(...folders: string[]): Import[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const from = posix.join(folder, name.replaceAll('\\', '/'))
        const text = readFileSync(join(root, from), 'utf8')
        return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) => ({
          from,
          to: relative(root, join(root, dirname(from), path)).replaceAll('\\', '/'),
        }))
      }),
  )
}

const all = importsOf('bin', 'codegen', 'src', 'scripts', 'templates')

it.each([
  { folder: 'codegen', never: ['src', 'generated', 'scripts', 'bin'] },
  { folder: 'src/db', never: ['src/http', 'src/resources', 'src/users', 'src/plugins'] },
  { folder: 'src/http', never: ['src/db', 'src/resources', 'src/users', 'src/plugins'] },
  { folder: 'src/metadata', never: ['src/db', 'src/http', 'src/users', 'src/money'] },
  { folder: 'src/docs-page', never: ['src/db', 'src/resources', 'src/users', 'src/plugins', 'src/money'] },
  { folder: 'src/resources', never: ['src/http', 'src/users', 'src/plugins'] },
  { folder: 'src/users', never: ['src/http', 'src/resources', 'src/plugins', 'src/sessions'] },
  { folder: 'src/sessions', never: ['src/drift', 'src/doctor', 'src/money', 'src/engines'] },
  {
    folder: 'src/own-tables',
    never: ['src/http', 'src/resources', 'src/users', 'src/plugins', 'src/money', 'src/audit'],
  },
  { folder: 'src/money', never: ['src/users', 'src/plugins', 'src/drift', 'src/doctor'] },
  { folder: 'src/engines', never: ['src/http', 'src/users', 'src/plugins', 'src/drift', 'src/doctor', 'src/money'] },
  {
    folder: 'src/imports',
    never: ['src/users', 'src/sessions', 'src/plugins', 'src/money', 'src/drift', 'src/doctor'],
  },
  { folder: 'src/plugins', never: ['src/drift', 'src/doctor', 'src/sessions'] },
  { folder: 'src/drift', never: ['src/users', 'src/plugins', 'src/doctor'] },
  { folder: 'src/doctor', never: ['src/http', 'src/plugins'] },
  { folder: 'src/operator', never: ['src/http', 'src/users', 'src/sessions', 'src/money'] },
  { folder: 'src', never: ['codegen', 'generated', 'scripts', 'bin'] },
])('$folder imports none of $never', ({ folder, never }) => {
  const wrong = all.filter(
    ({ from, to }) => from.startsWith(`${folder}/`) && never.some((other) => to.startsWith(`${other}/`)),
  )
  expect(wrong).toEqual([])
  expect(all.filter(({ from }) => from.startsWith(`${folder}/`)).length).toBeGreaterThan(0)
})

it('only one file knows Kanel, and only introspection and scripts talk to MySQL outside src/db', () => {
  const naming = (text: string): string[] =>
    [...new Set(all.map(({ from }) => from))].filter((file) => readFileSync(join(root, file), 'utf8').includes(text))
  expect(naming("'kanel/")).toEqual(['codegen/output/declarations.ts'])
  expect(naming("from 'mysql2").filter((file) => !/^(scripts|src\/db)\//.test(file))).toEqual([
    'codegen/introspection/introspect.ts',
  ])
})

it('of the plugins, only the one that keeps the users knows how they are kept, and what lends it the means', () => {
  const knowing = all.filter(({ from, to }) => from.startsWith('src/plugins/') && to.startsWith('src/users/'))
  const others = new Set(knowing.map(({ from }) => from).filter((from) => !from.startsWith('src/plugins/users/')))
  expect([...others].sort()).toEqual(['src/plugins/grantable.ts', 'src/plugins/host.ts', 'src/plugins/plugin.ts'])
  expect(knowing.length).toBeGreaterThan(others.size)
})

it('the client stands alone: browsers load it', () => {
  const own = all.filter(({ from }) => from.startsWith('src/client/'))
  expect(own.filter(({ to }) => !to.startsWith('src/client/'))).toEqual([])
  const packages = [...new Set(own.map(({ from }) => from))].flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/ from '([^.'][^']*)'/g)].map(([, name]) => name),
  )
  expect(packages).toEqual(['openapi-fetch'])
})

it('nothing goes in circles', () => {
  const graph = Map.groupBy(all, ({ from }) => from)
  const circle = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const { to } of graph.get(file) ?? []) {
      const found = circle(to, [...path, file])
      if (found) return found
    }
    done.add(file)
    return undefined
  }
  const done = new Set<string>()
  const found = [...graph.keys()].map((file) => circle(file, [])).filter(Boolean)
  expect(found).toEqual([])
})

it('the door for a2b.config.ts loads no package: a server without the generator’s reads that file too', () => {
  const loaded = (file: string): string[] => {
    const text = readFileSync(join(root, file), 'utf8')
    const found = [...text.matchAll(/^(?:import|export)(?! type)[^']* from '([^']+)'/gm)].map(([, path = '']) => path)
    return found.flatMap((path) => (path.startsWith('.') ? [path, ...loaded(join(dirname(file), path))] : [path]))
  }
  const isPackage = (path: string): boolean => !path.startsWith('.') && !path.startsWith('node:')
  expect(loaded('codegen/public.ts').filter(isPackage)).toEqual([])
  expect(loaded('codegen/public.ts')).toContain('./escape.ts')
  // The control: the generator itself does load some.
  expect(loaded('codegen/generate.ts').filter(isPackage)).toContain('ts-morph')
})
