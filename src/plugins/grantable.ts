/** Resources and plugins -> what a grant can speak of. */
import { fieldOf, type Resource } from '../resources/resource.ts'
import type { Grantable } from '../users/grant.ts'
import type { FoundPlugin } from './load.ts'

/** That the server itself asks for. */
const CORE = ['secrets:read', 'query:explain', 'doctor:read']

/** @param resources - with those of the plugins; one that asks for a permission of its own has no others */
export function grantableOn(
  resources: ReadonlyMap<string, Resource>,
  plugins: readonly Pick<FoundPlugin, 'plugin'>[],
): Grantable {
  const own = plugins.flatMap(({ plugin }) => plugin.resources ?? [])
  const apart = new Set(own.flatMap(({ name, permission }) => (permission === undefined ? [] : [name])))
  const plain = [...resources.values()].filter(({ name }) => !apart.has(name))
  return {
    resources: new Map(plain.map(({ name, columns }) => [name, new Set(columns.map(fieldOf))])),
    permissions: new Set([...CORE, ...plugins.flatMap(({ plugin }) => Object.keys(plugin.permissions ?? {}))]),
  }
}
