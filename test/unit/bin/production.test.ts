/** `a2b serve`, `a2b doctor` and `a2b user` run where `npm ci --omit=dev` was: what they load at once is in `dependencies`. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>

/** Packages that a file and what it imports statically need; types vanish when it runs. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set()
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  const paths = [...text.matchAll(/^(?:import|export) (?!type )(?:[^;']*? from )?'([^']+)'/gm)].map(
    ([, path = '']) => path,
  )
  const found = paths.map((path) =>
    path.startsWith('.')
      ? packagesOf(join(dirname(file), path), seen)
      : new Set([/^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path]),
  )
  return found.reduce((all, some) => all.union(some), new Set<string>())
}

it.each(['bin/drift.ts', 'bin/doctor.ts', 'bin/user.ts', 'bin/key.ts', 'src/server.ts'])(
  '%s needs no development dependency',
  (file) => {
    const packages = [...packagesOf(join(root, file))].filter((name) => !name.startsWith('node:'))
    expect(packages.filter((name) => !(name in dependencies))).toEqual([])
    expect(packages).toContain('mysql2')
  },
)

it('would notice one', () => {
  expect([...packagesOf(join(root, 'codegen/generate.ts'))].some((name) => name in devDependencies)).toBe(true)
})
