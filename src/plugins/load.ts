/** The section `plugins` of `a2b.config.ts` -> the plugins that run here: those that come with the server, and its own. */
import { didYouMean } from '../nearest-name.ts'
import { StartError } from '../start-error.ts'
import { BUILT_IN } from './index.ts'
import type { Plugin, PluginSettings } from './plugin.ts'

/** A plugin and what this installation sets for it. */
export interface LoadedPlugin {
  readonly plugin: Plugin
  readonly settings: PluginSettings
}

/** As the file has it; what is in `settings` is looked at with the other settings. */
export interface PluginSection {
  /** Plugins that come with the server and are not to run. */
  readonly off: readonly string[]
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** @throws StartError naming what is malformed or not there */
export function readPluginSection(section: unknown): PluginSection {
  const { off, settings, ...others } = record('plugins', section)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new StartError(
      `a2b.config.ts: plugins.${unknown}: no such setting.${didYouMean(unknown, ['off', 'settings'])}`,
    )
  }
  const byPlugin = Object.entries(record('plugins.settings', settings)).map(
    ([name, values]) => [name, record(`plugins.settings.${name}`, values)] as const,
  )
  return { off: texts('plugins.off', off), settings: Object.fromEntries(byPlugin) }
}

/** @throws StartError naming what is not there */
export function choosePlugins({ off }: PluginSection): Plugin[] {
  const names = BUILT_IN.map(({ name }) => name)
  const unknown = off.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new StartError(
      `a2b.config.ts: plugins.off: no plugin "${unknown}" comes with the server.${didYouMean(unknown, names)}`,
    )
  }
  return BUILT_IN.filter(({ name }) => !off.includes(name))
}

function record(place: string, value: unknown = {}): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new StartError(`a2b.config.ts: ${place} must be an object.`)
}

function texts(place: string, value: unknown = []): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new StartError(`a2b.config.ts: ${place} must be a list of texts.`)
}
