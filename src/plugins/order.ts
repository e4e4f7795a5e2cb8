/** Plugins -> the order in which they start, and their hooks run: each after those that it names in `after`. */
import { didYouMean } from '../nearest-name.ts'
import { StartError } from '../start-error.ts'
import type { Plugin } from './plugin.ts'

/**
 * Where `after` says nothing, as they were given: those that come with the server first.
 *
 * @throws {@link StartError} naming a plugin that is not there, or those that wait for each other
 */
export function inOrder<T extends { readonly plugin: Plugin }>(loaded: readonly T[]): T[] {
  const byName = new Map(loaded.map((one) => [one.plugin.name, one]))
  const ordered = new Set<T>()
  const visit = (one: T, waiting: readonly string[]): void => {
    const { name, after = [] } = one.plugin
    if (ordered.has(one)) return
    if (waiting.includes(name)) {
      const circle = [...waiting.slice(waiting.indexOf(name)), name].map((it) => `"${it}"`).join(' after ')
      throw new StartError(`Plugins wait for each other to start: ${circle}. Take one of them out of \`after\`.`)
    }
    for (const other of after) {
      const found = byName.get(other)
      if (!found) {
        throw new StartError(
          `Plugin "${name}" starts after "${other}", which is not loaded.${didYouMean(other, byName.keys())} ` +
            'Load it in a2b.config.ts, or take it out of `after`.',
        )
      }
      visit(found, [...waiting, name])
    }
    ordered.add(one)
  }
  for (const one of loaded) visit(one, [])
  return [...ordered]
}
